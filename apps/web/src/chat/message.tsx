import { RotateCcw, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '../ui/class-names';
import type { Answer, Question } from './conversation';
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

export const AnswerView = memo(function AnswerView({ answer, boardKey }: { answer: Answer; boardKey: string }) {
  return (
    <div className={styles['text']}>
      <span className="sr-only">Assistant: </span>
      <MessageText text={answer.change || answer.proposal ? answer.note : answer.text} boardKey={boardKey} />
      {answer.change && <ReceiptCard receipt={answer.change} at={answer.at} boardKey={boardKey} />}
      {answer.proposal && <ProposalList proposal={answer.proposal} boardKey={boardKey} />}
    </div>
  );
});
