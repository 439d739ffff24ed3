import styles from './palette.module.css';

interface SaidProps {
  query: string;
  count: number;
  /** Whether the server is being asked. */
  waits: boolean;
  /** Why the server has not answered. */
  problem: string | null;
  /** Why what was typed cannot be understood as a command. */
  hurdle: string | null;
  isOffline: boolean;
}

/** What there is to say beside the results, or instead of any. Always there, since it speaks only of what changes in it. */
export function Said({ query, count, waits, problem, hurdle, isOffline }: SaidProps) {
  const note = noteOf({ isOffline, problem, query });
  return (
    <div className={styles['foot']}>
      {note !== null && <p className={styles['note']}>{note}</p>}
      <output className={hurdle === null && count > 0 ? 'sr-only' : styles['none']}>
        {hurdle ?? sayCount({ query, count, waits })}
      </output>
      <p className={styles['keys']} aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> choose
        </span>
        <span>
          <kbd>Enter</kbd> open
        </span>
        <span>
          <kbd>Ctrl Enter</kbd> in a new tab
        </span>
        <span>
          <kbd>Esc</kbd> close
        </span>
      </p>
    </div>
  );
}

function noteOf({ isOffline, problem, query }: Pick<SaidProps, 'isOffline' | 'problem' | 'query'>): string | null {
  if (isOffline) return 'You are offline: only this board and what can be done here are searched.';
  return problem === null || query === '' ? null : `Only this board is searched. ${problem}`;
}

function sayCount({ query, count, waits }: Pick<SaidProps, 'query' | 'count' | 'waits'>): string {
  if (count > 0) return query === '' ? '' : `${count} ${count === 1 ? 'result' : 'results'}.`;
  if (waits) return 'Searching…';
  return `Nothing found for “${query}”. Try fewer words, or the beginning of one; words in quotation marks have to follow each other.`;
}
