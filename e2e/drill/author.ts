import type { Board, Id } from '@talkan/board/model';
import type { Place } from '@talkan/board/operations';
import type { Dice } from './dice.ts';

const WORDS = ['Plan', 'Draft', 'Ünïcode 🎉', 'Review', 'Ship', '— dash', 'Measure', 'Ask', 'Fix', '“Quote”'];

/** What operations can be about. */
export interface Surroundings {
  /** Cards and columns that anybody has made, living or not. */
  readonly cardIds: readonly Id[];
  readonly columnIds: readonly Id[];
  /** The members of the board. */
  readonly people: readonly Id[];
  /** What was uploaded to it. */
  readonly fileIds: readonly Id[];
}

/** Who makes up operations, and what they know of. */
export interface Author extends Surroundings {
  readonly dice: Dice;
  readonly board: Board;
  /** Never the same twice. */
  readonly nextId: () => Id;
}

export function textOf({ dice, nextId }: Pick<Author, 'dice' | 'nextId'>): string {
  return `${dice.pick(WORDS)} ${nextId()}`;
}

/** Mostly beside something that may or may not be there. */
export function placeAmong(dice: Dice, ids: readonly Id[]): Place {
  const [first, other] = [dice.pick(ids), dice.pick(ids)];
  const places: readonly Place[] = [
    {},
    { before: first },
    { after: first },
    { before: first, after: other },
    { before: null, after: first },
  ];
  return dice.pick(places) ?? {};
}
