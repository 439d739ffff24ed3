import type { RouterOutputs } from '../trpc';
import type { Id } from '@talkan/board/model';
import { useCallback, useEffect } from 'react';
import { huesFor } from '../board/hues';
import { useOthers } from '../presence/use-others';
import { OR_KEPT } from '../sync/kept-answers';
import { useBoardPart } from '../sync/use-board-store';
import { trpc } from '../trpc';

type BoardPerson = RouterOutputs['members']['people'][number];

/** Everybody who has a part in this board, or had one. */
export interface BoardPeople {
  readonly all: readonly BoardPerson[];
  /** `undefined`: the server did not name them yet. */
  readonly nameOf: (userId: Id) => string | undefined;
  readonly hueOf: (userId: Id) => number;
  /** Asks the server again. */
  readonly refresh: () => void;
}

const NOBODY: readonly BoardPerson[] = [];
const sorted = new WeakMap<
  readonly BoardPerson[],
  Pick<BoardPeople, 'all' | 'nameOf'> & { hues: ReadonlyMap<Id, number> }
>();

/** Sorted out once for each answer of the server, however many cards ask. */
function sortOut(all: readonly BoardPerson[]) {
  const known = sorted.get(all);
  if (known) return known;
  const names = new Map(all.map(({ userId, name }) => [userId, name]));
  const made = { all, nameOf: (userId: Id) => names.get(userId), hues: huesFor([...names.keys()]) };
  sorted.set(all, made);
  return made;
}

/** @param named whose names are wanted here: one that is not known is asked for, for its person came since */
export function useBoardPeople(named: readonly Id[] = []): BoardPeople {
  const others = useOthers();
  const boardId = useBoardPart((state) => state.board.id);
  const { data = NOBODY, refetch } = trpc.members.people.useQuery({ boardId }, OR_KEPT);
  const { all, nameOf, hues } = sortOut(data);
  const unknown = data === NOBODY ? undefined : named.find((id) => nameOf(id) === undefined);
  const refresh = useCallback(() => void refetch({ cancelRefetch: false }), [refetch]);
  useEffect(() => {
    // One that is asked for in vain is not asked for again before it comes up anew.
    if (unknown !== undefined) refresh();
  }, [unknown, refresh]);
  return {
    all,
    nameOf,
    refresh,
    // As they look in the bar at the top while they are here.
    hueOf: (id) => others.find((other) => other.userId === id)?.hue ?? hues.get(id) ?? 0,
  };
}
