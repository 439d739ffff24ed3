import type { Board, Card, Column } from '@talkan/board/model';
import { t } from '@talkan/words/words';

interface Asking {
  readonly mayEdit: boolean;
  /** Whether a model answers; else what is said has to be plain. */
  readonly ready: boolean;
}

/** Sentences that mean something on this board: a question, a move and a new card, as far as it has what they speak of. */
export function suggestionsFor(
  board: Pick<Board, 'key' | 'columns' | 'cardsIn'>,
  { mayEdit, ready }: Asking,
): string[] {
  const columns = board.columns();
  const filled = columns.filter((column) => board.cardsIn(column.id).length > 0);
  const busy = filled.length > 2 ? filled.at(Math.floor(filled.length / 2)) : filled[0];
  const questions = busy ? [ready ? t`Sum up ${busy.title}` : `What is in ${busy.title}?`] : [];
  if (!mayEdit) return questions;
  const move = busy && moveOf(board, columns, busy);
  const first = columns[0];
  return [...questions, ...(move ? [move] : []), ...(first ? [`Add “Write the release notes” to ${first.title}`] : [])];
}

function moveOf(board: Pick<Board, 'key' | 'cardsIn'>, columns: readonly Column[], from: Column): string | undefined {
  const to = columns[columns.indexOf(from) + 1];
  const card: Card | undefined = board.cardsIn(from.id)[0];
  return to && card && `Move ${board.key}-${card.number} to ${to.title}`;
}
