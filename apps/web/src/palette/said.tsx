import { plural, t } from '@talkan/words/words';
import styles from './palette.module.css';

export interface SaidProps {
  query: string;
  count: number;
  /** Whether the server is being asked. */
  waits: boolean;
  /** Why the server has not answered. */
  problem: string | null;
  isOffline: boolean;
  /** What is typed comes to. */
  told: string;
  /** Why it comes to nothing, where it is no search. */
  refusal: string | null;
}

/** What there is to say beside the results, or instead of any. Always there, since it speaks only of what changes in it. */
export function Said({ query, count, waits, told, refusal }: Omit<SaidProps, 'problem' | 'isOffline'>) {
  const isNone = count === 0 && query !== '';
  return (
    <output className={styles['said']}>
      {refusal !== null && <span className={styles['note']}>{refusal} </span>}
      {isNone ? (
        <span className={styles['note']}>{sayNone(query, waits)}</span>
      ) : (
        <span className="sr-only">{told === '' ? sayCount(query, count) : told}</span>
      )}
    </output>
  );
}

function sayCount(query: string, count: number): string {
  return query === '' ? '' : plural(count, { one: '# result.', other: '# results.' });
}

function sayNone(query: string, waits: boolean): string {
  if (waits) return t`Searching…`;
  return t`Nothing found for “${query}”. Try fewer words, or the beginning of one; words in quotation marks have to follow each other.`;
}

/** Below the results: what was not searched, and what the keys do. */
export function Foot({ query, problem, isOffline }: Pick<SaidProps, 'query' | 'problem' | 'isOffline'>) {
  const note = noteOf({ isOffline, problem, query });
  return (
    <div className={styles['foot']}>
      <output>{note !== null && <span className={styles['note']}>{note}</span>}</output>
      <p className={styles['keys']} aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t`choose`}
        </span>
        <span>
          <kbd>{t`Enter`}</kbd> {t`open or do`}
        </span>
        <span>
          <kbd>{t`Ctrl Enter`}</kbd> {t`in a new tab`}
        </span>
        <span>
          <kbd>{t`Esc`}</kbd> {t`close`}
        </span>
      </p>
    </div>
  );
}

function noteOf({ isOffline, problem, query }: Pick<SaidProps, 'isOffline' | 'problem' | 'query'>): string | null {
  if (isOffline) return t`You are offline: only this board and what can be done here are searched.`;
  return problem === null || query === '' ? null : t`Only this board is searched. ${problem}`;
}
