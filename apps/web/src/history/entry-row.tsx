import { inSense, plural, t } from '@talkan/words/words';
import { ChevronDown, CalendarClock, Ellipsis, Undo2 } from 'lucide-react';
import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useCanEdit } from '../board/use-can-edit';
import { Avatar } from '../presence/avatar';
import { useBoardPart } from '../sync/use-board-store';
import { IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Menu, type MenuItem } from '../ui/menu';
import { useLoaded } from '../ui/use-loaded';
import { DoorWords } from './doors';
import styles from './entry.module.css';
import { historyPath } from './history-path';
import { Sentence } from './sentence';
import type { HistoryEntry } from './story';
import type { Folds } from './use-folds';
import type { People } from './use-people';
import { hasTexts, sayClock, sayFull, splitSentence } from './words';

export interface EntryRowProps {
  readonly entry: HistoryEntry;
  readonly people: People;
  readonly folds: Folds;
  readonly undone: boolean;
  readonly onUndo: (entry: HistoryEntry) => Promise<void>;
  /** Set where only this card's part is told. */
  readonly cardId: string | null;
  /** The board beside it is that of this entry. */
  readonly shown?: boolean;
}

/** One entry of the history: who, when, what, and by which door. */
export function EntryRow(props: EntryRowProps) {
  const { entry, people, undone, shown } = props;
  const { actor, at } = entry;
  const boardKey = useBoardPart((state) => state.board.key);
  const name = people.isSelf(actor.id) ? t`You` : actor.name;
  const [sentence, more] = splitSentence(entry);
  return (
    <article className={classNames(styles['entry'], undone && styles['undone'])} aria-current={shown || undefined}>
      <span className={styles['face']} aria-hidden="true">
        <Avatar name={actor.name} hue={people.hueOf(actor.id)} />
      </span>
      <div className={styles['what']}>
        <header className={styles['head']}>
          <b>
            <bdi>{name}</bdi>
          </b>
          <time dateTime={at} title={sayFull(at)}>
            {sayClock(at)}
          </time>
          <DoorWords origin={entry.origin} />
        </header>
        <p className={styles['sentence']}>
          <Sentence text={sentence} boardKey={boardKey} />
        </p>
        <RunWords entry={entry} />
        {undone && (
          <p className={styles['note']}>
            <Undo2 size={13} aria-hidden="true" />
            {t`Undone`}
          </p>
        )}
        <Unfolded {...props} boardKey={boardKey} more={more} />
      </div>
      <EntryMenu {...props} name={name} />
    </article>
  );
}

/** A person's run of edits, told as one. */
function RunWords({ entry: { changes, began, at } }: { entry: HistoryEntry }) {
  if (changes === 1) return null;
  const [start, end] = [sayClock(began), sayClock(at)];
  return (
    <p className={styles['note']}>
      {plural(
        changes,
        { one: '# edit, {time}', other: '# edits, {time}' },
        { time: start === end ? end : `${start}–${end}` },
      )}
    </p>
  );
}

const loadChanges = () => import('./changes-shown');

/** The rest of an entry, for who wants it. */
export function Unfolded({
  entry,
  folds,
  cardId,
  boardKey,
  more,
}: EntryRowProps & { boardKey: string; more: string | null }) {
  const { seq, items, count } = entry;
  const [itemsKey, changesKey] = [`items ${seq}`, `changes ${seq}`];
  const [showsItems, showsChanges] = [folds.isOpen(itemsKey), folds.isOpen(changesKey)];
  const texts = hasTexts(entry);
  return (
    <>
      {(more !== null || texts) && (
        <div className={styles['folds']}>
          {more !== null && (
            <Fold open={showsItems} onToggle={() => folds.toggle(itemsKey)}>
              {more}
            </Fold>
          )}
          {texts && (
            <Fold open={showsChanges} onToggle={() => folds.toggle(changesKey)}>
              {showsChanges ? t`Hide what changed` : t`Show what changed`}
            </Fold>
          )}
        </div>
      )}
      {showsItems && (
        <ul className={styles['items']}>
          {items.map((item, index) => (
            <li key={index}>
              <Sentence text={item.text} boardKey={boardKey} />
            </li>
          ))}
          {count > items.length && <li className={styles['rest']}>{t`And ${count - items.length} more.`}</li>}
        </ul>
      )}
      {showsChanges && <Changes entry={entry} cardId={cardId} />}
    </>
  );
}

function Changes(props: { entry: HistoryEntry; cardId: string | null }) {
  const parts = useLoaded(loadChanges);
  return parts && <parts.ChangesShown {...props} />;
}

interface FoldProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: string;
}

function Fold({ open, onToggle, children }: FoldProps) {
  return (
    <button type="button" className={styles['fold']} aria-expanded={open} onClick={onToggle}>
      {children}
      <ChevronDown size={13} aria-hidden="true" />
    </button>
  );
}

export function EntryMenu({ entry, name, undone, onUndo }: EntryRowProps & { name: string }) {
  const canEdit = useCanEdit();
  const search = useSearch();
  const [, navigate] = useLocation();
  const then = useCallback(
    () => navigate(`${historyPath(entry.seq)}${search === '' ? '' : `?${search}`}`),
    [navigate, entry.seq, search],
  );
  const undoing: readonly MenuItem[] =
    canEdit && !undone ? [{ label: t`Undo this`, icon: Undo2, onSelect: () => void onUndo(entry) }] : [];
  return (
    <Menu
      label={inSense('number')`Change ${entry.seq}`}
      items={[...undoing, { label: t`Show the board then`, icon: CalendarClock, onSelect: then }]}
      trigger={(props) => (
        <IconButton {...props} label={t`Actions for ${name}, ${sayClock(entry.at)}`} className={styles['menu']}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      )}
    />
  );
}
