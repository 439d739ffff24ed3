import type { Id } from '@talkan/board/model';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../ui/button';
import styles from './card-activity.module.css';
import { EntryRow } from './entry-row';
import { NO_FILTERS, searchOf } from './filters';
import { historyPath } from './history-path';
import { undoneIn } from './story';
import { useEntryUndo } from './use-entry-undo';
import { useFolds } from './use-folds';
import { usePeople } from './use-people';
import { useStory } from './use-story';
import { sayDay } from './words';

const PAGE = 10;

/** What happened to one card, the last first, on the card itself. */
export function CardActivity({ cardId }: { cardId: Id }) {
  const [, navigate] = useLocation();
  const [state, story] = useStory({ ...NO_FILTERS, card: cardId }, PAGE);
  const { entries, next, begun, loading, problem } = state;
  const people = usePeople(entries);
  const folds = useFolds();
  const undo = useEntryUndo();
  const undone = useMemo(() => undoneIn(entries), [entries]);
  const isMore = next !== null || (problem !== null && !begun);

  return (
    <section className={styles['activity']} aria-label="Activity" aria-busy={loading || undefined}>
      <h3 className={styles['heading']}>Activity</h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <EntryRow
              entry={entry}
              people={people}
              folds={folds}
              undone={undone.has(entry.seq)}
              onUndo={undo}
              cardId={cardId}
              day={sayDay(entry.at)}
            />
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      <p className={styles['foot']}>
        {isMore && (
          <Button disabled={loading} onClick={() => void story.older()}>
            {problem === null ? 'Show more' : 'Retry'}
          </Button>
        )}
        {begun && (
          <Button
            variant="ghost"
            onClick={() => navigate(`${historyPath()}${searchOf({ ...NO_FILTERS, card: cardId })}`)}
          >
            Everything about this card
          </Button>
        )}
      </p>
    </section>
  );
}
