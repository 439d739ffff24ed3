import type { Board, Card, Column } from '@talkan/board/model';
import { t } from '@talkan/words/words';

interface Asking {
  readonly mayEdit: boolean;
  /** Whether a model answers, in whatever language; else it has to be a typed command, and these are English. */
  readonly ready: boolean;
}

interface Sayings {
  readonly ask: (column: string) => string;
  readonly move: (card: string, column: string) => string;
  readonly add: (card: string, column: string) => string;
}

const SPOKEN: Sayings = {
  ask: (column) => t`Sum up ${column}`,
  move: (card, column) => t`Move ${card} to ${column}`,
  add: (card, column) => t`Add “${card}” to ${column}`,
};
const TYPED: Sayings = {
  ask: (column) => `What is in ${column}?`,
  move: (card, column) => `Move ${card} to ${column}`,
  add: (card, column) => `Add “${card}” to ${column}`,
};

/** Sentences that mean something on this board: a question, a move and a new card, as far as it has what they speak of. */
export function suggestionsFor(
  board: Pick<Board, 'key' | 'columns' | 'cardsIn'>,
  { mayEdit, ready }: Asking,
): string[] {
  const say = ready ? SPOKEN : TYPED;
  const columns = board.columns();
  const filled = columns.filter((column) => board.cardsIn(column.id).length > 0);
  const busy = filled.length > 2 ? filled.at(Math.floor(filled.length / 2)) : filled[0];
  const questions = busy ? [say.ask(busy.title)] : [];
  if (!mayEdit) return questions;
  const to = busy && columns[columns.indexOf(busy) + 1];
  const card: Card | undefined = busy && board.cardsIn(busy.id)[0];
  const moves = to && card ? [say.move(`${board.key}-${card.number}`, to.title)] : [];
  const first: Column | undefined = columns[0];
  return [...questions, ...moves, ...(first ? [say.add(t`Write the release notes`, first.title)] : [])];
}
