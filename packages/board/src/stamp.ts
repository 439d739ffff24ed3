import type { Board, Id, Time } from './model.js';
import type { CardPatch, Patch } from './patch.js';

/** When, and which card it was done to in any case: to be moved within a column looks like giving way to a neighbour. */
export interface Stamp {
  readonly now: Time;
  readonly named?: Id | undefined;
}

/** The same patches, with the time on those cards that something was done to. What only gave way to a neighbour is not changed by it. */
export function stampCards(board: Board, patches: readonly Patch[], stamp: Stamp): Patch[] {
  return patches.map((patch) => {
    if (patch.entity !== 'card' || !patch.before || !patch.after) return patch;
    if (patch.id !== stamp.named && onlyGivesWay(patch)) return patch;
    const changedAt = board.card(patch.id)?.changedAt;
    const before = changedAt === undefined ? patch.before : { ...patch.before, changedAt };
    return { ...patch, before, after: { ...patch.after, changedAt: stamp.now } };
  });
}

function onlyGivesWay({ before, after }: CardPatch): boolean {
  return before?.columnId === after?.columnId && Object.keys(after ?? {}).every((name) => PLACE.has(name));
}

const PLACE: ReadonlySet<string> = new Set(['columnId', 'rank']);
