import { t } from '@talkan/words/words';
import { X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useBoardState } from '../sync/use-board-store';
import { useBoardPeople } from '../fields/people';
import type { Failure } from '../sync/outbox';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { wayOn, wishesOf, type WayOn } from './conflict';
import styles from './conflicts.module.css';
import { momentOf } from './moment';
import { TwoTexts } from './two-texts';

interface ConflictDialogProps {
  readonly failure: Failure;
  /** As in “1 of 3”. */
  readonly progress: string;
  readonly onChoose: (way: WayOn) => void;
  readonly onClose: () => void;
}

const MOST_WISHES = 6;
const ACCEPT: Record<WayOn['kind'], string> = {
  keep: t`Keep mine`,
  restore: t`Restore it and make my change`,
  again: t`Try again`,
  none: '',
};

/** One refused change: what its author wanted, what is in the way, and what can be done. */
export function ConflictDialog(props: ConflictDialogProps) {
  const titleId = useId();
  return (
    <Dialog open onClose={props.onClose} labelledBy={titleId} className={styles['dialog']}>
      {/* The next one is told from its beginning. */}
      <Conflict key={props.failure.changeId} titleId={titleId} {...props} />
    </Dialog>
  );
}

function Conflict({ failure, progress, onChoose, onClose, titleId }: ConflictDialogProps & { titleId: string }) {
  const state = useBoardState();
  const { nameOf } = useBoardPeople();
  const heading = useRef<HTMLHeadingElement>(null);
  const way = useMemo(() => wayOn(state, failure), [state, failure]);
  useEffect(() => heading.current?.focus(), []);

  return (
    <>
      <header className={styles['head']}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {t`Not made`} <span>{progress}</span>
        </h2>
        <IconButton label={t`Decide later`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles['body']}>
        <h3>{t`You wanted this, ${momentOf(failure.now)}`}</h3>
        <Wishes wishes={wishesOf(state.board, failure, nameOf)} />
        {way.kind === 'keep' ? (
          way.clashes.map((clash) => <TwoTexts key={`${clash.cardId} ${clash.field}`} clash={clash} />)
        ) : (
          <p className={styles['reason']}>{failure.refusal.message}</p>
        )}
      </div>
      <footer className={styles['choices']}>
        <Button variant={way.kind === 'none' ? 'primary' : 'plain'} onClick={() => onChoose({ kind: 'none' })}>
          {way.kind === 'keep' ? t`Take theirs` : t`Let it go`}
        </Button>
        {way.kind !== 'none' && (
          <Button variant="primary" onClick={() => onChoose(way)}>
            {ACCEPT[way.kind]}
          </Button>
        )}
      </footer>
    </>
  );
}

function Wishes({ wishes }: { wishes: readonly string[] }) {
  const more = wishes.length - MOST_WISHES;
  return (
    <ul className={styles['wishes']}>
      {wishes.slice(0, MOST_WISHES).map((wish, index) => (
        // What one change wanted never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{wish}</li>
      ))}
      {more > 0 && <li>{t`And ${more} more, all in one change.`}</li>}
    </ul>
  );
}
