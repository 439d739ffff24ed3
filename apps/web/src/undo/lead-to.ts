import type { Board } from '@talkan/board/model';
import type { Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { cardPath } from '../board/paths';
import { historyPath } from '../history/history-path';

/** The way to something, in words for a button. */
export interface Way {
  readonly label: string;
  readonly path: string;
}

/** The way to what is in the way of an undo, if there is one: a card, what was archived, or what the others did. */
export function wayTo({ code, ids }: Pick<Refusal, 'code' | 'ids'>, board: Board): Way | undefined {
  const card = ids.map((id) => board.card(id)).find((found) => found !== undefined);
  if (card) return { label: t`Open ${board.key}-${card.number}`, path: cardPath(board.key, card.number) };
  if (code !== 'conflict') return undefined;
  // Of the board itself a refusal names no id.
  if (ids.every((id) => board.column(id) !== undefined)) return { label: t`Open the history`, path: historyPath() };
  return { label: t`Open the archive`, path: '/archive' };
}
