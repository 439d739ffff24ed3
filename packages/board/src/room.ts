import { t } from '@talkan/words/words';
import { LIMITS } from './limits.js';
import type { Board } from './model.js';
import { refuse, type Refusal } from './refusal.js';

/**
 * Whether a change made a board outgrow its limits. What does not grow is not refused: a full board can still be worked on. Asked of
 * a whole change, so that in one change something may come before something else makes room for it.
 */
export function refuseOutgrown(before: Board, after: Board): Refusal | undefined {
  const outgrew = (size: (board: Board) => number, limit: number) => size(after) > limit && size(after) > size(before);
  if (outgrew((board) => board.columns().length, LIMITS.columns)) {
    return refuse('limit', t`A board holds at most ${LIMITS.columns} columns. Archive one that you no longer need.`);
  }
  if (outgrew((board) => board.cardCount, LIMITS.cards)) {
    return refuse('limit', t`A board holds at most 20,000 cards. Archive some that are done.`);
  }
  if (outgrew((board) => board.labels().length, LIMITS.labels)) {
    return refuse(
      'limit',
      t`A board has at most ${LIMITS.labels} labels. Delete or merge some that you no longer need.`,
    );
  }
  if (outgrew((board) => board.labelCount, LIMITS.labelsEver)) {
    return refuse('limit', t`A board has had at most 5,000 labels, deleted ones included. Rename one instead.`);
  }
  if (outgrew((board) => board.textBytes, LIMITS.textBytes)) {
    return refuse('limit', t`A board holds at most 16 MiB of text. Archive some cards, or shorten their details.`);
  }
  return undefined;
}

/**
 * Whether a change put more cards into a column than it takes, on a board that holds to its limits; where it begins to in this very
 * change all may be as it is. Not asked of an undo: a card that was taken out of an overfull column by mistake goes back.
 */
export function refuseOverfull(before: Board, after: Board): Refusal | undefined {
  if (before.limits !== 'refuse' || after.limits !== 'refuse') return undefined;
  for (const { id, title, limit } of after.columns()) {
    const count = after.cardsIn(id).length;
    if (limit === null || count <= limit || count <= before.cardsIn(id).length) continue;
    return refuse(
      'limit',
      t`${title} is full (${before.cardsIn(id).length} of ${limit}). Move a card out of it first.`,
      [id],
    );
  }
  return undefined;
}
