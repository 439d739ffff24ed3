import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { memo } from 'react';
import type { TurnActions } from './actions';
import { AnswerView } from './answer-view';
import type { ChatTurn } from './contract';
import { MessageText } from './message-text';
import styles from './message.module.css';
import { QuestionView } from './question-view';
import type { Aside } from './talk-state';

interface TurnViewProps {
  turn: ChatTurn;
  aside: Aside | undefined;
  boardKey: string;
  actorId: Id;
  busy: boolean;
  isLast: boolean;
  /** Whether what it proposes is shown on the board, too. */
  isSeen: boolean;
  leavesChanges: boolean;
  actions: TurnActions;
}

/** A question, and what came of it. */
export const TurnView = memo(function TurnView({ leavesChanges, ...rest }: TurnViewProps) {
  const { turn, aside, boardKey, actorId, busy, isLast, isSeen, actions } = rest;
  const { answer, state } = turn;
  return (
    <>
      <QuestionView
        turn={turn}
        boardKey={boardKey}
        busy={busy}
        isLast={isLast}
        leavesChanges={leavesChanges}
        actions={actions}
      />
      {answer && (
        <AnswerView
          turn={turn}
          answer={answer}
          aside={aside}
          boardKey={boardKey}
          actorId={actorId}
          busy={busy}
          isLast={isLast}
          isSeen={isSeen}
          actions={actions}
        />
      )}
      {!answer && aside && aside.remains !== '' && (
        <div className={`${styles['text']} ${styles['remains']}`}>
          <span className="sr-only">{t`What had been said by then:`} </span>
          <MessageText text={aside.remains} boardKey={boardKey} />
        </div>
      )}
      {state === 'running' && <p className={styles['elsewhere']}>{t`This is still being answered.`}</p>}
    </>
  );
});
