import { RotateCcw, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '../ui/class-names';
import type { Answer, Question } from './conversation';
import { OfferButtons } from './offer-buttons';
import { MessageText } from './message-text';
import styles from './message.module.css';
import { ProposalList } from './proposal-list';
import { ReceiptCard } from './receipt-card';

export interface QuestionViewProps {
  question: Question;
  boardKey: string;
  busy: boolean;
  onRetry: (questionId: string) => void;
}

export const QuestionView = memo(function QuestionView({ question, boardKey, busy, onRetry }: QuestionViewProps) {
  const { text, state, problem } = question;
  return (
    <div className={styles['question']}>
      <div className={classNames(styles['text'], styles['asked'])}>
        <span className="sr-only">You: </span>
        <MessageText text={text} boardKey={boardKey} />
      </div>
      {problem !== null && (
        <p className={classNames(styles['problem'], state === 'stopped' && styles['calm'])}>
          {state === 'failed' && <TriangleAlert size={14} aria-hidden="true" />}
          <span>{problem}</span>
          <button type="button" disabled={busy} onClick={() => onRetry(question.id)}>
            <RotateCcw size={13} aria-hidden="true" />
            Retry
          </button>
        </p>
      )}
    </div>
  );
});

/** What can be done about an answer. */
export interface AnswerActions {
  readonly say: (text: string) => void;
  readonly fill: (text: string) => void;
  readonly accept: (answerId: string) => Promise<string | null>;
  readonly decline: (answerId: string) => void;
}

export interface AnswerViewProps {
  answer: Answer;
  boardKey: string;
  busy: boolean;
  /** What was said since has overtaken the choices of an older one. */
  isLast: boolean;
  actions: AnswerActions;
}

export const AnswerView = memo(function AnswerView({ answer, boardKey, busy, isLast, actions }: AnswerViewProps) {
  const { id, text, note, change, proposal, offer } = answer;
  const isOpen = offer !== null && isLast;
  return (
    <div className={styles['text']}>
      <span className="sr-only">Assistant: </span>
      <MessageText text={change || proposal || isOpen ? note : text} boardKey={boardKey} />
      {change && <ReceiptCard receipt={change} at={answer.at} boardKey={boardKey} />}
      {proposal && (
        <ProposalList
          proposal={proposal}
          boardKey={boardKey}
          state={typeof offer?.yes !== 'string' ? 'not made' : isLast ? 'waits' : 'overtaken'}
          busy={busy}
          onAccept={() => actions.accept(id)}
          onDecline={() => actions.decline(id)}
        />
      )}
      {isOpen && <OfferButtons offer={offer} busy={busy} onSay={actions.say} onFill={actions.fill} />}
    </div>
  );
});
