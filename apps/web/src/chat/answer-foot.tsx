import { t } from '@talkan/words/words';
import { Copy, RotateCcw } from 'lucide-react';
import { IconButton } from '../ui/button';
import { copyText } from '../ui/copy-text';
import type { ChatTurn } from './contract';
import { footWords, wayWords } from './foot-words';
import type { Way } from './live-turn';
import styles from './message.module.css';

interface AnswerFootProps {
  turn: ChatTurn;
  message: string;
  ways: readonly Way[];
  /** Whether it changed something that stays. */
  leavesChanges: boolean;
  /** `null`: another answer cannot be asked for now. */
  onRetry: (() => void) | null;
}

/** Under an answer: what it took, and what can be done with it. */
export function AnswerFoot({ turn, message, ways, leavesChanges, onRetry }: AnswerFootProps) {
  const words = footWords(turn).join(' · ');
  const steps = wayWords(ways);
  return (
    <div className={styles['foot']}>
      {steps === null ? (
        <p>{words}</p>
      ) : (
        <details>
          <summary>{words}</summary>
          <p>{steps}</p>
        </details>
      )}
      <IconButton label={t`Copy as Markdown`} onClick={() => void copyText(message, t`Copied as Markdown.`)}>
        <Copy size={14} aria-hidden="true" />
      </IconButton>
      {onRetry && (
        <IconButton label={leavesChanges ? t`Try again, what was changed stays` : t`Try again`} onClick={onRetry}>
          <RotateCcw size={14} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
