import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Redirect, Router, useLocation } from 'wouter';
import { BoardSkeleton } from '../board/board-states';
import { boardPath } from '../board/paths';
import type { Session } from '../auth/use-session';
import { problemOf } from '../problem';
import { OR_KEPT } from '../sync/kept-answers';
import { trpc } from '../trpc';
import { resolveAddress } from './address';
import { pageAt, type OwnPage } from './page-at';
import { keepLastBoard, lastBoard } from './last-board';
import { NothingHere } from './nothing-here';
import { Place } from './place';

const HomePage = lazy(async () => ({ default: (await import('../home/home-page')).HomePage }));
const NoticesPage = lazy(async () => ({ default: (await import('../notices/notices-page')).NoticesPage }));
const AssistantSettingsPage = lazy(async () => ({
  default: (await import('../assistant-settings/settings-page')).AssistantSettingsPage,
}));
const NoSuchBoard = lazy(async () => ({ default: (await import('./no-board')).NoSuchBoard }));

interface AtAddressProps {
  session: Session;
  children: (boardId: Id) => ReactNode;
}

/** The board in the address. Inside of it addresses are relative to that of the board. */
export function AtAddress({ session, children }: AtAddressProps) {
  const userId = session.user.id;
  const boards = trpc.boards.list.useQuery(undefined, OR_KEPT);
  const [location] = useLocation();
  const destination = boards.data && resolveAddress(location, boards.data, lastBoard(userId));
  const board = destination?.kind === 'board' ? destination.board : undefined;
  const boardId = board?.id;
  useEffect(() => {
    if (boardId !== undefined) keepLastBoard(userId, boardId);
  }, [userId, boardId]);
  const [shown, setShown] = useState(board);
  if (board && board !== shown) setShown(board);

  const page = pageAt(location);
  if (page !== null) return <Suspense>{pageOf(page, session)}</Suspense>;
  if (!boards.data || !destination) {
    if (!boards.error) return <BoardSkeleton />;
    const retry = { label: t`Retry`, busy: boards.isFetching, run: () => void boards.refetch() };
    return (
      <Place title={t`Your boards could not be loaded`} action={retry}>
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
      return <Redirect to={destination.path} replace state={{ wish: globalThis.location.search }} />;
    case 'no-such-board':
      return (
        <Suspense fallback={<BoardSkeleton />}>
          <NoSuchBoard
            hasOthers={boards.data.length > 0}
            was={shown?.id === destination.boardId ? shown.title : undefined}
          />
        </Suspense>
      );
    case 'nothing':
      return <NothingHere home="/" />;
  }
}

function pageOf(page: OwnPage, session: Session): ReactNode {
  switch (page) {
    case 'home':
      return <HomePage />;
    case 'notices':
      return <NoticesPage />;
    case 'assistant-settings':
      return <AssistantSettingsPage session={session} />;
  }
}
