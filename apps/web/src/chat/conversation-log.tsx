import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { TriangleAlert } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import type { TurnActions } from './actions';
import styles from './chat-panel.module.css';
import { LiveView } from './live-view';
import { isBusy, shownTurns, type TalkState } from './talk-state';
import { TurnView } from './turn-view';

interface ConversationLogProps {
  state: TalkState;
  boardKey: string;
  actorId: Id;
  /** Whether the panel is open. */
  isSeen: boolean;
  actions: TurnActions;
}

export function ConversationLog({ state, boardKey, actorId, isSeen, actions }: ConversationLogProps) {
  const { live, asides } = state;
  const log = useStayAtEnd(live?.turnId);
  const turns = useMemo(() => shownTurns(state), [state]);
  const busy = isBusy(state);
  return (
    // What is to be said of it is said apart, and not word by word.
    <div
      ref={log}
      className={styles['log']}
      role="log"
      aria-label={t`Conversation`}
      aria-live="off"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls is reached by keyboard to be scrolled.
      tabIndex={0}
    >
      {turns.map((turn, index) => (
        <TurnView
          key={turn.id}
          turn={turn}
          aside={asides.get(turn.id)}
          boardKey={boardKey}
          actorId={actorId}
          busy={busy}
          isLast={!live && index === turns.length - 1}
          isSeen={isSeen}
          leavesChanges={turns.slice(index).some(({ answer }) => answer?.change?.undone === false)}
          actions={actions}
        />
      ))}
      {live && <LiveView live={live} boardKey={boardKey} />}
    </div>
  );
}

const NEAR_THE_END = 120;

/** Stays at the end as the conversation grows, unless somebody has scrolled back to read; goes there with each new question. */
function useStayAtEnd(asked: Id | undefined): RefObject<HTMLDivElement | null> {
  const log = useRef<HTMLDivElement>(null);
  const seen = useRef(0);
  const before = useRef(asked);
  useLayoutEffect(() => {
    const element = log.current;
    if (!element || element.scrollHeight === seen.current) return;
    const wasAtEnd = element.scrollTop + element.clientHeight >= seen.current - NEAR_THE_END;
    const isAsked = asked !== undefined && asked !== before.current;
    if (wasAtEnd || isAsked) element.scrollTop = element.scrollHeight;
    seen.current = element.scrollHeight;
    before.current = asked;
  });
  return log;
}

const LINES = [64, 92, 78, 40];

/** The shape of a conversation, shown once loading has taken 200 ms. */
export function LogSkeleton() {
  return (
    <output className={styles['skeleton']}>
      <span className="sr-only">{t`Loading the conversation`}</span>
      {LINES.map((width) => (
        <i key={width} style={{ width: `${width}%` }} aria-hidden="true" />
      ))}
    </output>
  );
}

/** Why there is no conversation to show, and the way to try again. */
export function LogProblem({ message, onRetry }: { message: string; onRetry: () => void }) {
  const offline = useBoardPart((state) => state.connection === 'offline');
  return (
    <div className={styles['state']} role="alert">
      <TriangleAlert size={20} aria-hidden="true" />
      <p className={styles['lead']}>{t`The conversation could not be loaded`}</p>
      <p>{offline ? t`You are offline. What was said before is there again when you’re back.` : message}</p>
      <Button onClick={onRetry}>{t`Retry`}</Button>
    </div>
  );
}
