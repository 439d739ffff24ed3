import { t } from '@talkan/words/words';
import { Columns3, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import { sayWhen } from '../ui/when';
import type { ArchivedEntry } from './archive-list';
import styles from './archive.module.css';

interface ArchiveRowProps {
  entry: ArchivedEntry;
  /** `null`: this person may not. */
  onRestore: ((entry: ArchivedEntry) => Promise<void>) | null;
  onPurge: ((entry: ArchivedEntry) => void) | null;
}

export function ArchiveRow({ entry, onRestore, onPurge }: ArchiveRowProps) {
  const boardKey = useBoardPart((state) => state.board.key);
  const { number, title, column, archivedAt } = entry;
  const isHomeless = useBoardPart(({ board }) => column !== null && !board.column(column.id));
  const [busy, setBusy] = useState(false);
  const name = number === null ? t`the column ${title}` : `${boardKey}-${number}`;

  const restore = async () => {
    if (busy) return;
    setBusy(true);
    await onRestore?.(entry);
    setBusy(false);
  };
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <p className={styles['title']}>
          {number === null ? (
            <>
              <Columns3 size={14} aria-hidden="true" />
              <span className="sr-only">{t`Column`}</span>
            </>
          ) : (
            <span className={styles['number']}>{name}</span>
          )}
          <bdi>{title}</bdi>
        </p>
        <p className={styles['facts']}>
          {column && (
            <>
              {isHomeless ? t`From the archived column` : t`From`} “<bdi>{column.title}</bdi>” ·{' '}
            </>
          )}
          <time dateTime={archivedAt}>{sayWhen(archivedAt)}</time>
        </p>
      </div>
      {(onRestore || onPurge) && (
        <div className={styles['ways']}>
          {onRestore && (
            <Button
              aria-disabled={busy}
              aria-label={sayRestore({ name, entry, isHomeless })}
              onClick={() => void restore()}
            >
              <RotateCcw size={15} aria-hidden="true" />
              {isHomeless ? t`Restore with its column` : t`Restore`}
            </Button>
          )}
          {onPurge && (
            <IconButton label={t`Delete ${name} for ever`} onClick={() => onPurge(entry)}>
              <Trash2 size={16} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
    </li>
  );
}

/** Begins with what the button shows: who speaks to the page says that. */
function sayRestore({ name, entry, isHomeless }: { name: string; entry: ArchivedEntry; isHomeless: boolean }): string {
  if (entry.number === null) return t`Restore ${name} and the cards archived with it`;
  return isHomeless ? t`Restore with its column: ${name}` : t`Restore ${name}`;
}
