import { useId, useState } from 'react';
import { useCanEdit } from '../board/use-can-edit';
import { Button } from '../ui/button';
import { ChangeItems } from './change-items';
import type { Summary } from './conversation';
import offerStyles from './offer.module.css';
import styles from './receipt.module.css';

type ProposalState = 'waits' | 'overtaken' | 'not made';

const HEADING: Record<ProposalState, string> = {
  waits: 'Waits for your yes:',
  overtaken: 'Proposed:',
  'not made': 'Not made:',
};

interface ProposalListProps {
  proposal: Summary;
  boardKey: string;
  /** Whether it waits for a yes; `overtaken`: something was said since, which may have been the yes. */
  state: ProposalState;
  busy: boolean;
  /** Resolves with the sentence that says why it was not done. */
  onAccept: () => Promise<string | null>;
  onDecline: () => void;
}

/** What would be done: once somebody says yes, or had it been a smaller thing. */
export function ProposalList({ proposal, boardKey, state, busy, onAccept, onDecline }: ProposalListProps) {
  const headingId = useId();
  const canEdit = useCanEdit();
  const [problem, setProblem] = useState<string | null>(null);
  const { count } = proposal;
  const accept = async () => {
    setProblem(null);
    setProblem(await onAccept());
  };
  return (
    <section className={styles['card']}>
      <h3 id={headingId} className={styles['plain']}>
        {HEADING[state]} <span>{count === 1 ? '1 change' : `${count} changes`}</span>
      </h3>
      <ChangeItems summary={proposal} boardKey={boardKey} />
      {problem !== null && (
        <p className={offerStyles['problem']} role="alert">
          Not done: {problem}
        </p>
      )}
      {state === 'waits' && canEdit && (
        <div className={offerStyles['answers']}>
          <Button variant="primary" aria-describedby={headingId} disabled={busy} onClick={() => void accept()}>
            Do it
          </Button>
          <Button aria-describedby={headingId} disabled={busy} onClick={onDecline}>
            Not now
          </Button>
        </div>
      )}
    </section>
  );
}
