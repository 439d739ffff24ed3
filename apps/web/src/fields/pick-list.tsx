import type { Id } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { Pencil, Plus } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { rich } from '../language/rich';
import { IconButton } from '../ui/button';
import { mirrored } from '../ui/mirrored';
import { Tick } from '../ui/tick';
import styles from './pick-list.module.css';
import { TextBox } from './text-box';

export interface PickItem {
  readonly id: Id;
  readonly name: string;
  readonly isChosen: boolean;
  /** Of several cards that are chosen for, some have it. */
  readonly isMixed?: boolean;
  /** Stands before the name. */
  readonly sign: ReactNode;
  /** Stands behind it. */
  readonly note?: string | undefined;
}

/** What is said of the list. */
interface PickWords {
  /** What is in it: `Labels`. */
  readonly name: string;
  readonly find: string;
  readonly findOrCreate: string;
  readonly noneSo: string;
}

export interface PickListProps {
  readonly words: PickWords;
  readonly items: readonly PickItem[];
  /** Where there is nothing to choose from. */
  readonly nothing: string;
  /** `isHeard`: it was its own box that was pressed, which says so itself. */
  readonly onToggle: (item: PickItem, isHeard: boolean) => void;
  readonly onEdit?: ((id: Id) => void) | undefined;
  /** Makes one with the name that was typed, where there is none. */
  readonly onCreate?: (name: string) => void;
}

/** So many are drawn; who looks for another one types a part of its name. */
const MOST = 100;

/** A list of boxes to tick, found by a part of their names. Arrows go through it, and to the pencil of a row. */
export function PickList({ words, items, nothing, onToggle, onEdit, onCreate }: PickListProps) {
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = typed.trim().toLowerCase();
  const found = wanted === '' ? items : items.filter(({ name }) => name.toLowerCase().includes(wanted));
  const drawn = found.slice(0, MOST);
  const isNew = wanted !== '' && !items.some(({ name }) => name.toLowerCase() === wanted);
  const creates = onCreate && isNew;

  const enter = () => {
    const [first] = found;
    if (wanted === '') return;
    if (first && !(creates && found.length > 1)) onToggle(first, false);
    else if (creates) onCreate(typed.trim());
  };
  return (
    <div ref={list} onKeyDown={(event) => moveIn(list.current, event)} role="presentation">
      <TextBox
        data-first
        data-stop
        type="text"
        value={typed}
        maxLength={120}
        aria-label={words.find}
        placeholder={onCreate ? words.findOrCreate : words.find}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          enter();
        }}
      />
      <ul className={styles['list']} aria-label={words.name}>
        {drawn.map((item) => (
          <PickRow key={item.id} item={item} onToggle={onToggle} onEdit={onEdit} />
        ))}
      </ul>
      <output className={styles['hint']}>
        {sayFound({ items: items.length, found: found.length, nothing, words, creates: creates === true })}
      </output>
      {creates && (
        <button type="button" data-stop className={styles['create']} onClick={() => onCreate(typed.trim())}>
          <Plus size={15} aria-hidden="true" />
          <span>{rich`Create “${<bdi>{typed.trim()}</bdi>}”`}</span>
        </button>
      )}
    </div>
  );
}

function sayFound(list: { items: number; found: number; nothing: string; words: PickWords; creates: boolean }): string {
  const { items, found, nothing, words, creates } = list;
  if (items === 0) return creates ? '' : nothing;
  if (found === 0) return creates ? '' : words.noneSo;
  return found > MOST
    ? plural(found - MOST, {
        one: '# more. Type a part of the name to find it.',
        other: '# more. Type a part of the name to find them.',
      })
    : '';
}

function PickRow({ item, onToggle, onEdit }: { item: PickItem } & Pick<PickListProps, 'onToggle' | 'onEdit'>) {
  return (
    <li className={styles['row']}>
      <label>
        <Tick data-stop checked={item.isChosen} isMixed={item.isMixed} onChange={() => onToggle(item, true)} />
        {item.sign}
        <bdi className={styles['name']}>{item.name}</bdi>
        {item.note !== undefined && <span className={styles['note']}>{item.note}</span>}
      </label>
      {onEdit && (
        <IconButton label={t`Edit ${item.name}`} className={styles['edit']} onClick={() => onEdit(item.id)}>
          <Pencil size={14} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}

/** Up and down through the boxes, and from a box to what else its row has. */
function moveIn(list: HTMLElement | null, event: KeyboardEvent): void {
  const { target } = event;
  if (!list || !(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops = [...list.querySelectorAll<HTMLElement>('[data-stop]')];
  const key = mirrored(list, event.key);
  const row = target.closest('li');
  const at = stops.findIndex((stop) => stop === target || (row !== null && row.contains(stop)));
  const isText = target.matches('[type="text"]');
  const next = {
    ArrowDown: stops[at + 1],
    ArrowUp: stops[at - 1],
    Home: isText ? undefined : stops[0],
    End: isText ? undefined : stops.at(-1),
    ArrowRight: row?.querySelector('button'),
    ArrowLeft: target.matches('button') ? row?.querySelector('input') : undefined,
  }[key];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
