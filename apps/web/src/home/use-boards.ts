import type { Id } from '@talkan/board/model';
import { useEffect, useState } from 'react';
import { problemOf } from '../problem';
import { loadKept } from '../sync/offline';
import { OR_KEPT } from '../sync/kept-answers';
import { newId } from '../sync/new-id';
import { api, trpc, type RouterOutputs } from '../trpc';
import { useStar } from './use-star';
import type { BoardEntry } from './board-list';

export type BoardGlance = RouterOutputs['boards']['overview'][number];

/** Others change it, and nobody pushes it. */
const FRESH = { staleTime: 0, refetchOnWindowFocus: 'always', refetchOnReconnect: 'always' } as const;

export interface Boards {
  /** `undefined`: not here yet. */
  readonly entries: readonly BoardEntry[] | undefined;
  /** Why there are none. */
  readonly problem: string | null;
  readonly isFetching: boolean;
  readonly retry: () => void;
  /** By board; those that came later than the list are not in it. */
  readonly glances: ReadonlyMap<Id, BoardGlance>;
  /** The boards that open without the server, while it does not answer; `null`: it does. */
  readonly kept: ReadonlySet<Id> | null;
  readonly star: (board: BoardEntry, starred: boolean) => void;
  readonly archive: (board: BoardEntry, archived: boolean) => Promise<void>;
}

/** All boards of this person, and what can be done about them from outside. */
export function useBoards(): Boards {
  const star = useStar();
  const list = trpc.boards.list.useQuery(undefined, { ...OR_KEPT, ...FRESH });
  const overview = trpc.boards.overview.useQuery(undefined, FRESH);
  const isAway = overview.error !== null && problemOf(overview.error).status === null;
  const kept = useKept(isAway);

  return {
    entries: list.data,
    problem: list.error && problemOf(list.error).message,
    isFetching: list.isFetching,
    retry: () => void Promise.all([list.refetch(), overview.refetch()]),
    glances: new Map(overview.data?.map((glance) => [glance.id, glance])),
    kept,
    star: ({ id }, starred) => star(id, starred),
    async archive(board, archived) {
      const type = archived ? 'board.archive' : 'board.restore';
      await api.boards.commit.mutate({ boardId: board.id, changeId: newId(), operations: [{ type }] });
      await Promise.all([list.refetch(), overview.refetch()]);
    },
  };
}

function useKept(isAway: boolean): ReadonlySet<Id> | null {
  const [kept, setKept] = useState<ReadonlySet<Id> | null>(null);
  useEffect(() => {
    if (!isAway) return;
    let wanted = true;
    const ask = async () => {
      const ids = await loadKept()
        .then(({ keptBoards }) => keptBoards())
        .catch(() => []);
      if (wanted) setKept(new Set(ids));
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [isAway]);
  return isAway ? kept : null;
}
