import { t } from '@talkan/words/words';
import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Button } from '../ui/button';
import { EntryRow, type EntryRowProps } from './entry-row';
import styles from './history-panel.module.css';
import { undoneIn, type Story, type StoryState } from './story';
import { useFolds } from './use-folds';
import { rowsWith } from '../board/drawn-rows';
import { withDays } from './words';

const ESTIMATE = 78;
const OVERSCAN = 8;

interface StoryListProps extends Pick<EntryRowProps, 'people' | 'onUndo' | 'cardId'> {
  readonly state: StoryState;
  readonly story: Story;
  /** The change whose board is shown beside it. */
  readonly moment: number | null;
}

/** The entries, the last first: only those in view are drawn, each where its row is. */
export function StoryList({ state, story, moment, ...rest }: StoryListProps) {
  const { entries, next, loading, problem } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const folds = useFolds();
  const [activeSeq, setActiveSeq] = useState<number | null>(null);
  const rows = useMemo(() => withDays(entries), [entries]);
  const undone = useMemo(() => undoneIn(entries), [entries]);
  const shownIndex = moment === null ? -1 : entries.findIndex(({ from, seq }) => from <= moment && moment <= seq);
  const activeIndex = entries.findIndex(({ seq }) => seq === activeSeq);

  // oxlint-disable-next-line react/incompatible-library -- No compiler memoizes here, and nothing that it returns is passed on.
  const virtualizer = useVirtualizer({
    count: rows.length,
    overscan: OVERSCAN,
    paddingEnd: 8,
    useFlushSync: false,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE,
    getItemKey: useCallback((row: number) => rows[row]?.entry.seq ?? row, [rows]),
    // Kept drawn wherever the list is scrolled to: it may have the focus.
    rangeExtractor: useCallback((range: Range) => rowsWith(range, activeIndex), [activeIndex]),
  });
  useKeptPlace(scroller, rows, (row) => virtualizer.measurementsCache[row]?.start ?? 0);

  useEffect(() => {
    if (shownIndex >= 0) virtualizer.scrollToIndex(shownIndex, { align: 'auto' });
  }, [shownIndex, virtualizer]);

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      onFocus={(event) => setActiveSeq(Number(event.target.closest<HTMLElement>('[data-seq]')?.dataset['seq'] ?? -1))}
    >
      <ul className={styles['list']} style={{ height: virtualizer.getTotalSize() }} aria-label={t`Changes`}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { entry, day } = row;
          return (
            <li
              key={entry.seq}
              ref={virtualizer.measureElement}
              data-index={index}
              data-seq={entry.seq}
              className={styles['row']}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={next === null ? rows.length : -1}
              aria-posinset={index + 1}
            >
              {day !== null && <h3 className={styles['day']}>{day}</h3>}
              <EntryRow
                {...rest}
                entry={entry}
                folds={folds}
                undone={undone.has(entry.seq)}
                shown={index === shownIndex}
              />
            </li>
          );
        })}
      </ul>
      {next !== null && <Older loading={loading} problem={problem} onOlder={() => void story.older()} />}
    </div>
  );
}

interface OlderProps {
  readonly loading: boolean;
  readonly problem: string | null;
  readonly onOlder: () => void;
}

/** The way further back: by coming near it, or by its button. */
function Older({ loading, problem, onOlder }: OlderProps) {
  const foot = useRef<HTMLDivElement>(null);
  const ask = useRef(onOlder);
  useLayoutEffect(() => {
    ask.current = onOlder;
  });
  // Looked at anew after each page, which may have been a short one; after a failure somebody has to ask.
  useEffect(() => {
    const element = foot.current;
    if (!element || loading || problem !== null) return;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && ask.current(), { rootMargin: '600px' });
    near.observe(element);
    return () => near.disconnect();
  }, [loading, problem]);
  return (
    <div ref={foot} className={styles['older']}>
      {problem !== null && <p role="alert">{problem}</p>}
      <Button disabled={loading} onClick={onOlder}>
        {problem !== null ? t`Retry` : loading ? t`Loading older changes` : t`Show older`}
      </Button>
    </div>
  );
}

type Rows = ReturnType<typeof withDays>;

/** What somebody reads stays where it is when something new comes above it; who is at the top sees that. */
function useKeptPlace(scroller: RefObject<HTMLElement | null>, rows: Rows, startOf: (row: number) => number): void {
  const before = useRef<{ readonly rows: Rows; readonly seq: number; readonly offset: number } | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    const place = before.current;
    if (!element || !place || place.rows === rows) return;
    const row = rows.findIndex(({ entry }) => entry.seq === place.seq);
    if (row > 0) element.scrollTo({ top: startOf(row) + place.offset });
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const keep = () => {
      const top = element.scrollTop;
      const row = rows.findIndex((_, index) => startOf(index + 1) > top);
      const seq = rows[row]?.entry.seq;
      before.current = top < 4 || seq === undefined ? null : { rows, seq, offset: top - startOf(row) };
    };
    keep();
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  });
}
