import { t } from '@talkan/words/words';
import { lazy, Suspense, useEffect, useState, type MouseEvent } from 'react';
import { useLocation } from 'wouter';
import { BannerPlace } from '../auth/banner-place';
import type { Session } from '../auth/use-session';
import { BoardPage } from '../board/board-page';
import { BoardSkeleton } from '../board/board-states';
import { BOARD_ROOT, cardNameIn, isSheetOver, PEOPLE_PATH, SETTINGS_PATH } from '../board/paths';
import { ChatDock } from '../chat/chat-dock';
import { useChatOpen } from '../chat/use-chat-open';
import { isHistory, momentIn } from '../history/history-path';
import { BoardProvider } from '../sync/board-provider';
import { useIsPhone } from '../ui/use-media';
import { AtAddress } from './at-address';
import { BoardBar } from './board-bar';
import { BesideFailure, ChatPlace } from './chat-place';
import { ErrorBoundary } from './error-boundary';
import { NothingHere } from './nothing-here';
import { SheetFailure } from './sheet-failure';
import { TopBar } from './top-bar';
import styles from './workspace.module.css';

const loadChat = () => import('../chat/chat-panel');
const ChatPanel = lazy(async () => ({ default: (await loadChat()).ChatPanel }));
const PeopleSheet = lazy(async () => ({ default: (await import('../company/people-sheet')).PeopleSheet }));
const HistoryPanel = lazy(async () => ({ default: (await import('../history/history-panel')).HistoryPanel }));
const ArchiveSheet = lazy(async () => ({ default: (await import('../archive/archive-sheet')).ArchiveSheet }));
const SettingsSheet = lazy(async () => ({ default: (await import('../home/settings-sheet')).SettingsSheet }));
const TimeTravel = lazy(async () => ({ default: (await import('../time-travel/time-travel')).TimeTravel }));
/** By then the board stands, and a later tap need not wait for a download, nor for a network that has gone. */
const CHAT_AHEAD_MS = 1500;

/** Everything somebody sees who is signed in: the bar at the top, the board, the assistant beside it. */
export function Workspace({ session }: { session: Session }) {
  const [titlePlace, setTitlePlace] = useState<HTMLElement | null>(null);
  const [signPlace, setSignPlace] = useState<HTMLElement | null>(null);
  const [stripPlace, setStripPlace] = useState<HTMLElement | null>(null);

  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#board" onClick={skipToBoard}>
        {t`Skip to the board`}
      </a>
      <TopBar session={session} titleRef={setTitlePlace} signRef={setSignPlace} />
      <div ref={setStripPlace} className={styles['strip']} />
      {session.demoPassword && <BannerPlace session={session} />}
      <div className={styles['work']}>
        <AtAddress session={session}>
          {(boardId) => (
            <BoardProvider boardId={boardId}>
              <BoardBar titlePlace={titlePlace} signPlace={signPlace} stripPlace={stripPlace} />
              <BoardArea boardId={boardId} />
              <Chat session={session} boardId={boardId} />
              <History />
            </BoardProvider>
          )}
        </AtAddress>
      </div>
    </div>
  );
}

/** Without the `#board` in the address: the browser would give the board the focus again whenever somebody goes back to it. */
function skipToBoard(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('board')?.focus();
}

function isOnBoard(address: string): boolean {
  return address === '/' || isSheetOver(address) || cardNameIn(address) !== null || isHistory(address);
}

function BoardArea({ boardId }: { boardId: string }) {
  const [address] = useLocation();
  const moment = momentIn(address);
  if (!isOnBoard(address)) return <NothingHere home={BOARD_ROOT} />;
  return (
    <main id="board" tabIndex={-1} className={styles['area']}>
      <ErrorBoundary key={moment === null ? 'today' : 'past'}>
        {moment === null ? (
          <BoardPage boardId={boardId} />
        ) : (
          <Suspense fallback={<BoardSkeleton />}>
            <TimeTravel seq={moment} />
          </Suspense>
        )}
      </ErrorBoundary>
      {isSheetOver(address) && (
        <ErrorBoundary key={address} fallback={SheetFailure}>
          <Suspense>
            <SheetAt address={address} />
          </Suspense>
        </ErrorBoundary>
      )}
    </main>
  );
}

/** What lies over the board at this address. */
function SheetAt({ address }: { address: string }) {
  if (address === PEOPLE_PATH) return <PeopleSheet />;
  return address === SETTINGS_PATH ? <SettingsSheet /> : <ArchiveSheet />;
}

function Chat({ session, boardId }: { session: Session; boardId: string }) {
  const isPhone = useIsPhone();
  const [open, setOpen] = useChatOpen();
  const [address] = useLocation();
  const wanted = useEver(open);
  useEffect(() => {
    if (wanted) return;
    // Whether it can be had matters when somebody asks for it.
    const timer = setTimeout(() => void loadChat().catch(() => {}), CHAT_AHEAD_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return (
    <>
      {/* The foot of a phone's screen is where one walks through the past. */}
      {isPhone && !open && momentIn(address) === null && <ChatDock boardId={boardId} onOpen={() => setOpen(true)} />}
      {wanted && (
        <ErrorBoundary fallback={BesideFailure}>
          <Suspense fallback={open && <ChatPlace />}>
            <ChatPanel key={`${session.user.id} ${boardId}`} session={session} boardId={boardId} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

/** The board's story, in the place of the assistant's panel. */
function History() {
  const isPhone = useIsPhone();
  const [address] = useLocation();
  // A phone has room for the story or for the board of that time.
  if (!isHistory(address) || (isPhone && momentIn(address) !== null)) return null;
  return (
    <ErrorBoundary fallback={BesideFailure}>
      <Suspense>
        <HistoryPanel />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Whether it has been true at any time: what was opened once stays mounted, and nothing is loaded before. */
function useEver(value: boolean): boolean {
  const [ever, setEver] = useState(value);
  if (value && !ever) setEver(true);
  return value || ever;
}
