import { lazy, Suspense, useEffect, useState, type MouseEvent } from 'react';
import { useLocation } from 'wouter';
import { DemoBanner } from '../auth/demo-banner';
import type { Session } from '../auth/use-session';
import { BoardPage } from '../board/board-page';
import { BoardSkeleton } from '../board/board-states';
import { ChatDock } from '../chat/chat-dock';
import { useChatOpen } from '../chat/use-chat-open';
import { problemOf } from '../problem';
import { BoardProvider } from '../sync/board-provider';
import { trpc } from '../trpc';
import { Button } from '../ui/button';
import { useIsPhone } from '../ui/use-media';
import { BoardBar } from './board-bar';
import { ChatFailure, ChatPlace } from './chat-place';
import { ErrorBoundary } from './error-boundary';
import { Notice } from './notice';
import { TopBar } from './top-bar';
import styles from './workspace.module.css';

const loadChat = () => import('../chat/chat-panel');
const ChatPanel = lazy(async () => ({ default: (await loadChat()).ChatPanel }));
/** By then the board stands, and a later tap need not wait for a download, nor for a network that has gone. */
const CHAT_AHEAD_MS = 1500;

/** Everything somebody sees who is signed in: the bar at the top, the board, the assistant beside it. */
export function Workspace({ session }: { session: Session }) {
  const boards = trpc.boards.list.useQuery();
  const [titlePlace, setTitlePlace] = useState<HTMLElement | null>(null);
  const [signPlace, setSignPlace] = useState<HTMLElement | null>(null);
  const [stripPlace, setStripPlace] = useState<HTMLElement | null>(null);
  const board = boards.data?.[0];

  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#board" onClick={skipToBoard}>
        Skip to the board
      </a>
      <TopBar session={session} titleRef={setTitlePlace} signRef={setSignPlace} />
      <div ref={setStripPlace} className={styles['strip']} />
      {session.demoPassword && <DemoBanner session={session} />}
      <div className={styles['work']}>
        {board ? (
          <BoardProvider key={board.id} boardId={board.id}>
            <BoardBar titlePlace={titlePlace} signPlace={signPlace} stripPlace={stripPlace} />
            <BoardArea boardId={board.id} />
            <Chat session={session} boardId={board.id} />
          </BoardProvider>
        ) : (
          <NoBoard
            problem={boards.error ? problemOf(boards.error).message : null}
            known={boards.data !== undefined}
            busy={boards.isFetching}
            onRetry={() => void boards.refetch()}
          />
        )}
      </div>
    </div>
  );
}

/** Without the `#board` in the address: the browser would give the board the focus again whenever somebody goes back to it. */
function skipToBoard(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('board')?.focus();
}

function BoardArea({ boardId }: { boardId: string }) {
  const [location, go] = useLocation();
  const known = location === '/' || location.startsWith('/card/');
  return (
    <main id="board" tabIndex={-1} className={styles['area']}>
      <ErrorBoundary>
        {known ? (
          <BoardPage boardId={boardId} />
        ) : (
          <Notice
            title="There is nothing at this address"
            action={
              <Button variant="primary" onClick={() => go('/')}>
                Go to the board
              </Button>
            }
          >
            The link may be old, or a letter of it got lost.
          </Notice>
        )}
      </ErrorBoundary>
    </main>
  );
}

function Chat({ session, boardId }: { session: Session; boardId: string }) {
  const isPhone = useIsPhone();
  const [open, setOpen] = useChatOpen();
  const wanted = useEver(open);
  useEffect(() => {
    if (wanted) return;
    // Whether it can be had matters when somebody asks for it.
    const timer = setTimeout(() => void loadChat().catch(() => {}), CHAT_AHEAD_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return (
    <>
      {isPhone && !open && <ChatDock boardId={boardId} onOpen={() => setOpen(true)} />}
      {wanted && (
        <ErrorBoundary fallback={ChatFailure}>
          <Suspense fallback={open && <ChatPlace />}>
            <ChatPanel key={`${session.user.id} ${boardId}`} session={session} boardId={boardId} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

/** Whether it has been true at any time: what was opened once stays mounted, and nothing is loaded before. */
function useEver(value: boolean): boolean {
  const [ever, setEver] = useState(value);
  if (value && !ever) setEver(true);
  return value || ever;
}

interface NoBoardProps {
  problem: string | null;
  known: boolean;
  busy: boolean;
  onRetry: () => void;
}

function NoBoard({ problem, known, busy, onRetry }: NoBoardProps) {
  if (problem === null && !known) return <BoardSkeleton />;
  return (
    <main id="board" tabIndex={-1} className={styles['area']}>
      <Notice
        title={problem === null ? 'No board yet' : 'Your boards could not be loaded'}
        action={
          <Button variant="primary" disabled={busy} onClick={onRetry}>
            {problem === null ? 'Look again' : 'Retry'}
          </Button>
        }
      >
        {problem ?? 'You are not a member of any board. Ask an owner to add you.'}
      </Notice>
    </main>
  );
}
