import type { Id } from '@talkan/board/model';
import { useEffect, type ReactNode } from 'react';
import { Redirect, Router, useLocation } from 'wouter';
import { BoardSkeleton } from '../board/board-states';
import { boardPath } from '../board/paths';
import { problemOf } from '../problem';
import { trpc } from '../trpc';
import { Button } from '../ui/button';
import { resolveAddress } from './address';
import { keepLastBoard, lastBoard } from './last-board';
import { Notice } from './notice';
import styles from './workspace.module.css';

interface AtAddressProps {
  userId: Id;
  children: (boardId: Id) => ReactNode;
}

/** The board in the address. Inside of it addresses are relative to that of the board. */
export function AtAddress({ userId, children }: AtAddressProps) {
  const boards = trpc.boards.list.useQuery();
  const [location] = useLocation();
  const destination = boards.data && resolveAddress(location, boards.data, lastBoard(userId));
  const boardId = destination?.kind === 'board' ? destination.board.id : undefined;
  useEffect(() => {
    if (boardId !== undefined) keepLastBoard(userId, boardId);
  }, [userId, boardId]);

  if (!boards.data || !destination) {
    if (!boards.error) return <BoardSkeleton />;
    const retry = { label: 'Retry', busy: boards.isFetching, run: () => void boards.refetch() };
    return (
      <Place title="Your boards could not be loaded" action={retry}>
        {problemOf(boards.error).message}
      </Place>
    );
  }
  switch (destination.kind) {
    case 'board':
      return (
        <Router key={destination.board.id} base={boardPath(destination.board.id)}>
          {children(destination.board.id)}
        </Router>
      );
    case 'elsewhere':
      return <Redirect to={destination.path} replace />;
    case 'no-such-board':
      return <NoSuchBoard hasOthers={boards.data.length > 0} />;
    case 'nothing': {
      if (boards.data.length > 0 || location !== '/') return <NothingHere home="/" />;
      const again = { label: 'Look again', busy: boards.isFetching, run: () => void boards.refetch() };
      return (
        <Place title="No board yet" action={again}>
          You are not a member of any board. Ask an owner for an invitation.
        </Place>
      );
    }
  }
}

interface PlaceProps {
  title: string;
  action: { readonly label: string; readonly busy?: boolean; readonly run: () => void };
  children: string;
}

/** Stands where a board would. */
function Place({ title, action, children }: PlaceProps) {
  return (
    <main id="board" tabIndex={-1} className={styles['area']}>
      <Notice
        title={title}
        action={
          <Button variant="primary" disabled={action.busy} onClick={action.run}>
            {action.label}
          </Button>
        }
      >
        {children}
      </Notice>
    </main>
  );
}

function NoSuchBoard({ hasOthers }: { hasOthers: boolean }) {
  const [, go] = useLocation();
  return (
    <Place
      title="This board is not here"
      action={{ label: hasOthers ? 'Go to your board' : 'Look again', run: () => go('/') }}
    >
      There is no such board, or it is not shared with you. Ask one of its owners for an invitation.
    </Place>
  );
}

export function NothingHere({ home }: { home: string }) {
  const [, go] = useLocation();
  return (
    <Place title="There is nothing at this address" action={{ label: 'Go to the board', run: () => go(home) }}>
      The link may be old, or a letter of it got lost.
    </Place>
  );
}
