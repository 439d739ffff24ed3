import type { Id } from '@talkan/board/model';
import { useEffect, useState, type ReactNode } from 'react';
import { BoardError, BoardSkeleton } from '../board/board-states';
import { problemOf } from '../problem';
import { api, trpc } from '../trpc';
import { browserStorage } from '../ui/storage';
import { BoardContext } from './board-context';
import type { BoardStore } from './board-state';
import { createBoardStore } from './board-store';
import { keepFresh } from './keep-fresh';
import { createOutbox } from './outbox';
import { createTransport } from './transport';

/** Loads a board and keeps it live for everything inside. */
export function BoardProvider({ boardId, children }: { boardId: Id; children: ReactNode }) {
  const me = trpc.auth.me.useQuery(undefined, { staleTime: Infinity });
  // Only where the store starts from. It is dropped with the page: another visit starts from what is true then.
  const first = trpc.boards.get.useQuery({ boardId }, { staleTime: Infinity, gcTime: 0, structuralSharing: false });
  const [store, setStore] = useState<BoardStore | null>(null);
  const userId = me.data?.user.id;
  const snapshot = first.data;

  useEffect(() => {
    if (!snapshot || userId === undefined) return;
    const outbox = createOutbox(browserStorage(), { userId, boardId });
    const created = createBoardStore({ snapshot, outbox, actorId: userId, transport: createTransport(api, boardId) });
    const release = keepFresh(created);
    setStore(created);
    return () => {
      release();
      created.stop();
      setStore(null);
    };
  }, [snapshot, userId, boardId]);

  if (store) return <BoardContext value={store}>{children}</BoardContext>;
  if (first.error) {
    const retry = () => void first.refetch();
    return <BoardError message={problemOf(first.error).message} busy={first.isFetching} onRetry={retry} />;
  }
  return <BoardSkeleton />;
}
