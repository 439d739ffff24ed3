import type { Comment } from '@talkan/board/model';
import { fingerprint } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { TriangleAlert } from 'lucide-react';
import { isWorthRetrying, sayFailed } from '../board/after-failure';
import { TextPair } from '../conflicts/two-texts';
import type { Failure } from '../sync/outbox';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { Button } from '../ui/button';
import styles from './comments.module.css';

/** Why a comment was not saved, changed or deleted, and what to do with it. */
export function CommentFailure({ failure, comment }: { failure: Failure; comment: Comment }) {
  const store = useBoardStore();
  const canRetry = useBoardPart((state) => isWorthRetrying(state, failure));
  const [operation] = failure.operations;
  const dismiss = () => store.dismiss(failure.changeId);
  if (operation?.type === 'comment.edit' && failure.refusal.code === 'conflict') {
    const mine = typeof operation.text === 'string' ? operation.text : operation.text.to;
    const text = { to: mine, was: fingerprint(comment.text) };
    const keep = () => store.replace(failure.changeId, [{ ...operation, text }]);
    return <CommentConflict mine={mine} theirs={comment.text} onKeep={keep} onTake={dismiss} />;
  }
  return (
    <div className={styles['failure']} role="alert">
      <TriangleAlert size={14} aria-hidden="true" />
      <span>
        {sayFailed(failure.operations)}: {failure.refusal.message}
      </span>
      <div className={styles['choices']}>
        {canRetry && (
          <button type="button" onClick={() => store.replace(failure.changeId, failure.operations)}>
            {t`Retry`}
          </button>
        )}
        <button type="button" onClick={dismiss}>
          {operation?.type === 'comment.create' ? t`Discard` : t`Dismiss`}
        </button>
      </div>
    </div>
  );
}

interface CommentConflictProps {
  readonly mine: string;
  readonly theirs: string;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** Both texts of a comment, and the choice between them. */
export function CommentConflict({ mine, theirs, onKeep, onTake }: CommentConflictProps) {
  return (
    <div className={styles['conflict']} role="alert">
      <p>{t`This comment was changed in another window. Which text should stand there?`}</p>
      <TextPair mine={mine} theirs={theirs} />
      <div className={styles['choice']}>
        <Button variant="primary" onClick={onKeep}>
          {t`Keep mine`}
        </Button>
        <Button onClick={onTake}>{t`Take the other`}</Button>
      </div>
    </div>
  );
}
