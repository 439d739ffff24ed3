import type { Id, Rank } from './model.js';
import type { Place } from './operations.js';
import {
  compareRanked,
  freshRanks,
  indexOfRanked,
  isLengthy,
  isLong,
  rankBetween,
  ranksBetween,
  type Ranked,
} from './rank.js';

/** A list in order, and a way to find one of its members by id. */
export interface Order<Item extends Ranked> {
  readonly items: readonly Item[];
  get(id: Id): Item | undefined;
}

/** What a placing changes: the ranks of one item and, where ranks grew too long, of its neighbours. */
export interface Placement {
  /** `undefined`: the item stands there already. */
  readonly rank: Rank | undefined;
  readonly others: readonly Ranked[];
}

const nowhere: Placement = { rank: undefined, others: [] };

/** Finds the rank that puts `movingId` (a member or not) where `where` says. */
export function placeIn<Item extends Ranked>(order: Order<Item>, where: Place, movingId: Id): Placement {
  const { items } = order;
  const gap = findGap(order, where, movingId);
  const self = order.get(movingId);
  const selfIndex = self ? indexOfRanked(items, self) : -1;
  if (selfIndex >= 0 && (gap === selfIndex || gap === selfIndex + 1)) return nowhere;

  const low = items[gap - 1]?.rank ?? null;
  const high = items[gap]?.rank ?? null;
  const rank = rankBetween(low, high);
  if (!isLong(rank)) return { rank, others: [] };

  const sequence: Ranked[] = items.filter((item) => item.id !== movingId);
  const position = selfIndex >= 0 && selfIndex < gap ? gap - 1 : gap;
  return rankAnew(sequence.toSpliced(position, 0, { id: movingId, rank }), position);
}

/** The index of the item before which `where` is, as things stand: `movingId` counts where it is a member, but is nobody's neighbour. */
export function findGap<Item extends Ranked>(order: Order<Item>, where: Place, movingId: Id): number {
  const neighbour = (id: Id | null | undefined) => (id && id !== movingId ? order.get(id) : undefined);
  const following = neighbour(where.before);
  if (following) return indexOfRanked(order.items, following);
  const preceding = neighbour(where.after);
  if (preceding) return indexOfRanked(order.items, preceding) + 1;
  return order.items.length;
}

/**
 * Gives short ranks to the item at `position` and to as many around it as it takes. Not to the whole list: to sort a column of
 * thousands would rank all of it again every few hundred moves.
 */
function rankAnew(sequence: readonly Ranked[], position: number): Placement {
  for (let reach = 16; ; reach *= 2) {
    const start = Math.max(0, position - reach);
    const end = Math.min(sequence.length, position + reach + 1);
    const isAll = start === 0 && end === sequence.length;
    const ranks = ranksBetween(sequence[start - 1]?.rank ?? null, sequence[end]?.rank ?? null, end - start);
    if (!isAll && ranks.some(isLengthy)) continue;
    const others = sequence.slice(start, end).flatMap(({ id, rank: old }, index) => {
      const rank = ranks[index];
      return rank === undefined || rank === old || start + index === position ? [] : [{ id, rank }];
    });
    return { rank: ranks[position - start], others };
  }
}

/**
 * Lets items come back with the ranks they once had into a list that went on without them: a rank that is taken by now gets
 * a new one directly after it. Gives the ranks that everyone concerned has afterwards, members included where all were ranked anew.
 */
export function settle(members: readonly Ranked[], returning: readonly Ranked[]): Ranked[] {
  const list: Ranked[] = [...members];
  const settled: Ranked[] = [];
  const inOrder = returning.toSorted(compareRanked);
  for (const [index, item] of inOrder.entries()) {
    const rank = freeRank(list, item.rank, inOrder[index + 1]?.rank);
    const placed = { id: item.id, rank };
    list.splice(indexOfRanked(list, placed), 0, placed);
    settled.push(placed);
  }
  if (!settled.some((item) => isLong(item.rank))) return settled;
  const ranks = freshRanks(list.length);
  return list.map((item, index) => ({ id: item.id, rank: ranks[index] ?? item.rank }));
}

/** The wanted rank or, where that is taken, one between it and whoever comes next, be it a member or another that returns. */
function freeRank(list: readonly Ranked[], wanted: Rank, nextWanted: Rank | undefined): Rank {
  const index = indexOfRanked(list, { id: '', rank: wanted });
  if (list[index]?.rank !== wanted) return wanted;
  const following = list[index + 1]?.rank ?? null;
  const isNearer = nextWanted !== undefined && nextWanted > wanted && (following === null || nextWanted < following);
  return rankBetween(wanted, isNearer ? nextWanted : following);
}
