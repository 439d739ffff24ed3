import { ChangeItems } from './change-items';
import type { Summary } from './conversation';
import styles from './receipt.module.css';

/** What the assistant would have done, had it been a smaller thing. */
export function ProposalList({ proposal, boardKey }: { proposal: Summary; boardKey: string }) {
  const { count } = proposal;
  return (
    <section className={styles['card']}>
      <h3 className={styles['plain']}>
        Not made: <span>{count === 1 ? '1 change' : `${count} changes`}</span>
      </h3>
      <ChangeItems summary={proposal} boardKey={boardKey} />
    </section>
  );
}
