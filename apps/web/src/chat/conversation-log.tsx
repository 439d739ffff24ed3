import { useLayoutEffect, useRef } from 'react';
import styles from './chat-panel.module.css';
import type { Conversation } from './conversation';
import { AnswerView, QuestionView, type AnswerActions } from './message';
import type { TurnPhase } from './one-at-a-time';

interface ConversationLogProps {
  entries: Conversation;
  boardKey: string;
  phase: TurnPhase;
  onRetry: (questionId: string) => void;
  actions: AnswerActions;
}

const NEAR_THE_END = 120;

export function ConversationLog({ entries, boardKey, phase, onRetry, actions }: ConversationLogProps) {
  const log = useRef<HTMLDivElement>(null);
  const seen = useRef(0);

  // Stays at the end as the conversation grows, unless somebody has scrolled back to read.
  useLayoutEffect(() => {
    const element = log.current;
    if (!element || element.scrollHeight === seen.current) return;
    const wasAtEnd = element.scrollTop + element.clientHeight >= seen.current - NEAR_THE_END;
    if (wasAtEnd) element.scrollTop = element.scrollHeight;
    seen.current = element.scrollHeight;
  });

  return (
    // A region that scrolls is reached by keyboard to be scrolled.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={log} className={styles['log']} role="log" aria-label="Conversation" tabIndex={0}>
      {entries.map((entry) =>
        entry.kind === 'question' ? (
          <QuestionView key={entry.id} question={entry} boardKey={boardKey} busy={phase !== 'idle'} onRetry={onRetry} />
        ) : (
          <AnswerView
            key={entry.id}
            answer={entry}
            boardKey={boardKey}
            busy={phase !== 'idle'}
            isLast={entry === entries.at(-1)}
            actions={actions}
          />
        ),
      )}
      {phase !== 'idle' && <span className={styles['caret']} aria-hidden="true" />}
    </div>
  );
}
