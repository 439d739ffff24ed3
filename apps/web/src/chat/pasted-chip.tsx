import { t } from '@talkan/words/words';
import { FileText, X } from 'lucide-react';
import styles from './ask-box.module.css';
import { chipWords } from './pasted';

interface PastedChipProps {
  text: string;
  onRemove: () => void;
  /** Puts it into the field among what is typed; left out: it stays a chip. */
  onAsText?: () => void;
}

/** A long text that was pasted, beside the field instead of in it. */
export function PastedChip({ text, onRemove, onAsText }: PastedChipProps) {
  return (
    <div className={styles['chip']}>
      <FileText size={14} aria-hidden="true" />
      <span>{chipWords(text)}</span>
      {onAsText && (
        <button type="button" onClick={onAsText}>
          {t`As text`}
        </button>
      )}
      <button type="button" aria-label={t`Remove the pasted text`} title={t`Remove`} onClick={onRemove}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
