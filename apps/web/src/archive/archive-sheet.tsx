import { t } from '@talkan/words/words';
import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useSearch } from 'wouter';
import { useCardRoute } from '../card/use-card-route';
import { problemOf } from '../problem';
import { useCanEdit } from '../board/use-can-edit';
import { useBoardPart } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import type { ArchivedEntry, ArchiveState } from './archive-list';
import { ArchiveRow } from './archive-row';
import styles from './archive.module.css';
import { useBringBack } from './bring-back';
import { PurgeDialog } from './purge-dialog';
import { useArchive } from './use-archive';

/** What was archived: to be found, brought back, and by owners deleted for ever. */
export function ArchiveSheet() {
  const headingId = useId();
  const { close } = useCardRoute();
  const wanted = new URLSearchParams(useSearch()).get('q') ?? '';
  const [purging, setPurging] = useState<ArchivedEntry | null>(null);
  return (
    <>
      <Dialog open onClose={close} labelledBy={headingId} variant="sheet" className={styles['sheet']}>
        <Archive key={wanted} wanted={wanted} headingId={headingId} onClose={close} onPurge={setPurging} />
      </Dialog>
      <PurgeDialog entry={purging} onClose={() => setPurging(null)} />
    </>
  );
}

interface ArchiveProps {
  /** What the address asks for. */
  wanted: string;
  headingId: string;
  onClose: () => void;
  onPurge: (entry: ArchivedEntry) => void;
}

function Archive({ wanted, headingId, onClose, onPurge }: ArchiveProps) {
  const [query, setQuery] = useState(wanted);
  const [list, state] = useArchive(query);
  const canEdit = useCanEdit();
  const isOwner = useBoardPart(({ role }) => role === 'owner');
  const bringBack = useBringBack();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  useKeptFocus(page);

  return (
    <div ref={page} className={styles['page']} tabIndex={-1}>
      <header className={styles['header']}>
        <h2 id={headingId}>{t`Archive`}</h2>
        <IconButton label={t`Close the archive`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles['search']}>
        <Search size={16} aria-hidden="true" />
        <input
          type="search"
          aria-label={t`Search the archive`}
          placeholder={t`Part of a title, or a card’s number`}
          maxLength={500}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <div className={styles['body']}>
        <Said state={state} onRetry={() => list.refresh()} />
        {state.entries.length > 0 && (
          <ul aria-label={t`Archived cards and columns`}>
            {state.entries.map((entry) => (
              <ArchiveRow
                key={`${entry.entity} ${entry.id}`}
                entry={entry}
                onRestore={canEdit ? bringBack : null}
                onPurge={isOwner ? onPurge : null}
              />
            ))}
          </ul>
        )}
        {state.next !== null && <More busy={state.loading === 'more'} onMore={() => list.more()} />}
      </div>
    </div>
  );
}

/** What there is to say beside the list, or instead of one. */
function Said({ state, onRetry }: { state: ArchiveState; onRetry: () => void }) {
  const { entries, loading, problem, query } = state;
  const isOffline = useBoardPart(({ connection }) => connection === 'offline');
  if (problem !== null) {
    return (
      <div className={styles['none']} role="alert">
        <h3>{isOffline ? t`You are offline` : t`The archive could not be loaded`}</h3>
        <p>{isOffline ? t`The archive is on the server. It comes when you’re back.` : problemOf(problem).message}</p>
        <Button onClick={onRetry}>{t`Retry`}</Button>
      </div>
    );
  }
  return (
    <output className={styles['said']}>
      {loading === 'first' && <span className={styles['waits']}>{t`Looking into the archive…`}</span>}
      {loading === null && entries.length === 0 && (
        <span className={styles['none']}>
          <b>{query === '' ? t`Nothing is archived` : t`Nothing found`}</b>
          <span>
            {query === ''
              ? t`Cards and columns that are archived wait here until somebody wants them back.`
              : t`No archived card or column has “${query}” in its title or as its number.`}
          </span>
        </span>
      )}
    </output>
  );
}

/** The next page: as soon as one has scrolled to its end, or by the button. */
function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = button.current;
    if (!element || busy) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) onMore();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [busy, onMore]);
  return (
    <Button ref={button} variant="ghost" className={styles['more']} aria-disabled={busy} onClick={onMore}>
      {busy ? t`Loading more` : t`Show more`}
    </Button>
  );
}

/** A row that goes takes the focus with it: the page has it then, and keys go on working. */
function useKeptFocus(page: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
  });
}
