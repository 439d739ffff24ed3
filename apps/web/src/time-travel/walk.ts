import { applyPatches } from '@talkan/board/board';
import type { Origin } from '@talkan/board/change';
import type { Board, Card, Column, Id, Time } from '@talkan/board/model';
import { invertPatches, type Patch } from '@talkan/board/patch';
import { netOf } from '@talkan/board/undo-net';

/** A change of the board's log, as far as it takes to go over it. */
export interface PastChange {
  readonly seq: number;
  readonly actorId: Id;
  readonly origin: Origin;
  readonly at: Time;
  readonly patches: readonly Patch[];
  /** The `seq` of the change that this one undoes. */
  readonly undoes?: number | undefined;
}

/** Beyond this a whole board is got sooner than reached. */
const LONGEST_WALK = 400;

/**
 * The board after the change `seq`, from one before or after it, change by change: what no change touched keeps its identity. `null` where
 * a change is missing or does not fit.
 */
export function walk(from: Board, seq: number, changeAt: (seq: number) => PastChange | undefined): Board | null {
  if (Math.abs(seq - from.seq) > LONGEST_WALK) return null;
  let board: Board | null = from;
  while (board && board.seq !== seq) {
    const forth: boolean = board.seq < seq;
    const change = changeAt(forth ? board.seq + 1 : board.seq);
    board = change ? step(board, change, forth) : null;
  }
  return board;
}

/** The board on the other side of a change; `null` where that is not the one that led to this board. */
function step(board: Board, change: PastChange, forth: boolean): Board | null {
  const patches = forth ? change.patches : invertPatches(change.patches);
  return fits(board, patches) ? applyPatches(board, patches, forth ? change.seq : change.seq - 1) : null;
}

/** Whether the board is what these patches say that it was: the texts of what was deleted for ever since may have gone from one of the two. */
function fits(board: Board, patches: readonly Patch[]): boolean {
  const { columns, cards } = netOf(patches);
  return (
    columns.every(({ id, before }) => isThere(board.column(id), before)) &&
    cards.every(({ id, before }) => isThere(board.card(id), before))
  );
}

function isThere(row: Card | Column | undefined, before: Partial<Card & Column> | null): boolean {
  if (!before || (before.archivedAt !== undefined && before.archivedAt !== null)) return row === undefined;
  // What was in the archive all along is not known here.
  if (!row) return before.archivedAt === undefined;
  const there: Readonly<Record<string, unknown>> = { ...row };
  return Object.entries(before).every(([field, value]) => isSame(there[field], value));
}

/** Lists that came by the network are others, and may say the same. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));
}
