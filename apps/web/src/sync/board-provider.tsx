import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useState, type ReactNode } from 'react';
import { useStanding } from '../shell/page-stands';
import { BoardError, BoardSkeleton } from '../board/board-states';
import { loadHand } from '../board/drag/load-hand';
import { problemOf, statusOf } from '../problem';
import { createSigns, SignsContext } from '../presence/signs';
import { api, trpc } from '../trpc';
import { afterFrame } from '../ui/after-frame';
import { BoardContext } from './board-context';
import { createBoardStore } from './board-store';
import { keepWhole } from './keep-whole';
import { OR_KEPT, openedFromKept } from './kept-answers';
import { keepFresh } from './keep-fresh';
import { goLive } from './go-live';
import { openBoard } from './open-board';
import type { Left, Outbox } from './outbox';
import { createTransport, type LoadedBoard } from './transport';
import { useOutbox } from './use-outbox';

/** What was opened here before opens without the server, too. */
const NOT_KEPT = t`Talkan cannot be reached, and this board was not opened in this browser before. Try again when you’re back, or open another board.`;

/** Loads a board and keeps it live for everything inside. */
export function BoardProvider({ boardId, children }: { boardId: Id; children: ReactNode }) {
  const me = trpc.auth.me.useQuery(undefined, OR_KEPT);
  // Only where the store starts from. It is dropped with the page: another visit starts from what is true then.
  const first = trpc.boards.get.useQuery({ boardId }, { gcTime: 0, structuralSharing: false, ...OR_KEPT });
  const queue = useOutbox(me.data?.user.id, boardId);
  if (first.data && queue) {
    return (
      <LiveBoard key={queue.userId} snapshot={first.data} era={me.data?.era} {...queue}>
        {children}
      </LiveBoard>
    );
  }
  if (first.error) {
    const retry = () => void first.refetch();
    const message = statusOf(first.error) === null ? NOT_KEPT : problemOf(first.error).message;
    return <BoardError message={message} busy={first.isFetching} onRetry={retry} />;
  }
  return <BoardSkeleton />;
}

interface LiveBoardProps {
  readonly snapshot: LoadedBoard;
  readonly userId: Id;
  readonly era: number | undefined;
  readonly outbox: Outbox;
  readonly left: Left;
  readonly children: ReactNode;
}

function LiveBoard({ snapshot, userId, era, outbox, left, children }: LiveBoardProps) {
  const [store] = useState(() => {
    // Where it cannot be had it is asked for again.
    loadHand().catch(() => {});
    const transport = createTransport(api, snapshot.id);
    const reached = openedFromKept.get() ? 'retrying' : 'online';
    return createBoardStore({ snapshot, outbox, left, reached, actorId: userId, era, transport, soon: afterFrame });
  });
  const utils = trpc.useUtils();
  useStanding();
  // What was kept stands first; the server's answer comes after it.
  useEffect(() => store.renew(snapshot), [store, snapshot]);
  const [signs] = useState(() => createSigns(userId));
  useEffect(() => {
    store.start();
    openBoard.set(store);
    const releases = [
      keepFresh(store, signs.up.get),
      goLive(store, signs),
      keepWhole(store, { userId, refetch: () => void utils.invalidate() }),
    ];
    return () => {
      for (const release of releases) release();
      openBoard.set(null);
      store.stop();
    };
  }, [store, signs, userId, utils]);
  return (
    <BoardContext value={store}>
      <SignsContext value={signs}>{children}</SignsContext>
    </BoardContext>
  );
}
