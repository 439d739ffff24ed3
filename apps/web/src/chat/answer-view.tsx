import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import type { TurnActions } from './actions';
import { AnswerFoot } from './answer-foot';
import type { Answer, ChatTurn } from './contract';
import { MessageText } from './message-text';
import styles from './message.module.css';
import { OfferButtons } from './offer-buttons';
import { ProposalCard } from './proposal-card';
import { ReceiptCard } from './receipt-card';
import type { Aside } from './talk-state';

interface AnswerProps {
  turn: ChatTurn;
  answer: Answer;
  aside: Aside | undefined;
  boardKey: string;
  actorId: Id;
  busy: boolean;
  /** What was said since has overtaken the choices of an older one. */
  isLast: boolean;
  isSeen: boolean;
  actions: TurnActions;
}

const NO_WAYS: Aside['ways'] = [];

export function AnswerView({ turn, answer, aside, boardKey, actorId, busy, isLast, isSeen, actions }: AnswerProps) {
  const { message, note, change, proposal, command } = answer;
  // What became of a proposal stands in its place; said yes to in words, it stands below those.
  const receipt = change && change.count > 0 ? change : null;
  const isOffered = proposal !== null && receipt === null;
  const isOpen = command !== null && isLast;
  const isOver = isOffered && proposal.state !== 'waits';
  const text = receipt || isOffered || isOpen ? note : message;
  const isChanged = receipt !== null && !receipt.undone;
  return (
    <div className={styles['answer']}>
      <div className={styles['text']}>
        <span className="sr-only">{t`Assistant:`} </span>
        <MessageText text={isOver ? '' : text} boardKey={boardKey} />
        {receipt && <ReceiptCard receipt={receipt} at={Date.parse(turn.at)} boardKey={boardKey} />}
        {isOffered && (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            boardKey={boardKey}
            actorId={actorId}
            busy={busy}
            isShown={isSeen && isLast}
            actions={actions}
          />
        )}
        {isOpen && <OfferButtons offer={command} busy={busy} onSay={actions.say} onFill={actions.fill} />}
      </div>
      <AnswerFoot
        turn={turn}
        message={message}
        ways={aside?.ways ?? NO_WAYS}
        leavesChanges={isChanged}
        onRetry={isLast && !busy ? () => actions.retry(turn, true) : null}
      />
    </div>
  );
}
