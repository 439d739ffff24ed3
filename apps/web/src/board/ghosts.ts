import type { Board, Card, Column, Id } from '@talkan/board/model';

/** Whose idea it is: the assistant’s, or that of whoever types a command. */
export type Voice = 'assistant' | 'typed';

/** One thing that would be done, in words. */
export interface GhostWords {
  readonly text: string;
  /** What the text goes on with: words of the board’s, or a person’s name. */
  readonly of?: string | { readonly userId: Id };
  /** Whether that is what it is now instead, or what would be gone. */
  readonly how?: 'was' | 'gone';
}

/** What would become of a card that is on the board, and is drawn where it is. */
export interface CardFate {
  /** As it would be in its place; `null`: it would leave that. */
  readonly after: Card | null;
  readonly words: readonly GhostWords[];
}

/** A card where it would be, and is not. */
export interface Arrival {
  /** As it would be. */
  readonly card: Card;
  readonly isNew: boolean;
  /** The card of its column, as that is now, that it is shown behind; `null`: none. */
  readonly behind: Id | null;
  readonly words: readonly GhostWords[];
}

/** What would become of a column that is on the board. */
export interface ColumnFate {
  readonly isLeaving: boolean;
  readonly words: readonly GhostWords[];
}

/** A column that would be added, or come back. */
export interface ColumnArrival {
  readonly column: Column;
  /** The column on the board that it would stand behind; `null`: none. */
  readonly behind: Id | null;
  readonly words: readonly GhostWords[];
}

/**
 * What is shown on a board as what would be done to it, while it is the board that it was. What is the same from one time to the next
 * keeps its identity.
 */
export interface Ghosts {
  readonly voice: Voice;
  /** The board as it would be. */
  readonly after: Board;
  readonly cards: ReadonlyMap<Id, CardFate>;
  /** By column, from top to bottom. */
  readonly arrivals: ReadonlyMap<Id, readonly Arrival[]>;
  readonly columns: ReadonlyMap<Id, ColumnFate>;
  /** From left to right. */
  readonly newColumns: readonly ColumnArrival[];
  /** By column: on how many cards in it something shows, itself counted in. */
  readonly counts: ReadonlyMap<Id, number>;
}

/** An arrival, and how many of the cards that are shown come before it. */
export interface Placed {
  readonly arrival: Arrival;
  readonly at: number;
}

/**
 * Where arrivals stand in a lane.
 * @param lanes the lane’s cards, and those that a filter leaves of them
 */
export function placeArrivals(
  arrivals: readonly Arrival[],
  { whole, shown }: { readonly whole: readonly Card[]; readonly shown: readonly Card[] },
): readonly Placed[] {
  if (arrivals.length === 0) return [];
  const isShown = new Set(shown.map(({ id }) => id));
  let count = 0;
  const upTo = new Map(whole.map(({ id }) => [id, isShown.has(id) ? (count += 1) : count]));
  return arrivals.map((arrival) => ({
    arrival,
    at: arrival.behind === null ? 0 : (upTo.get(arrival.behind) ?? shown.length),
  }));
}

/** A column of the board, or one that would be: that has no lane of its own to be worked in. */
export interface LaneShown {
  readonly column: Column;
  readonly arrival: ColumnArrival | null;
}

/** The columns of a board, and those that would be, from left to right. */
export function lanesWith(columns: readonly Column[], arrivals: readonly ColumnArrival[]): readonly LaneShown[] {
  const behind = (id: Id | null) =>
    arrivals
      .filter((arrival) => arrival.behind === id)
      .map((arrival): LaneShown => ({ column: arrival.column, arrival }));
  return [...behind(null), ...columns.flatMap((column) => [{ column, arrival: null }, ...behind(column.id)])];
}
