import { isFiltering, writeFilter, type CardFilter } from '@talkan/board/filter';
import type { Board } from '@talkan/board/model';
import { formatNumber, listOf, plural, t } from '@talkan/words/words';
import { FilterX, ListFilter, X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type ToggleEvent } from 'react';
import { useLocation } from 'wouter';
import { BOARD_ROOT } from '../board/paths';
import { useKeys } from '../keys/use-keys';
import { useKeysOf } from '../keys/use-keys-of';
import { useBoardPart } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { showKeys } from '../ui/keys';
import { useOffer } from '../ui/offers';
import { Grab } from '../ui/grab';
import { useIsPhone } from '../ui/use-media';
import { placeBeside } from '../ui/place-beside';
import { createPortal } from 'react-dom';
import styles from './filter.module.css';
import { FilterPanel, type FilterPanelProps } from './filter-panel';
import { FILTER_BUTTON } from './names';
import { filterIn } from './filtered-store';
import { useMembers } from './use-members';
import { askedBy } from './words';

export { filterStore } from './filtered-store';

const CLEAR = t`Clear filters`;
const LOOKED_FOR = t`cards find label due overdue person priority`;

interface FilterBarProps {
  readonly search: string;
  /** Where the button stands on a phone, which has no room for a bar; `null`: in the bar. */
  readonly buttonPlace: HTMLElement | null;
  readonly onSearch: (search: string) => void;
}

/** What the cards on the board are looked for by, how many are found, and the way back to all. */
export function FilterBar({ search, buttonPlace, onSearch }: FilterBarProps) {
  const [address, navigate] = useLocation();
  const filter = useMemo(() => filterIn(search), [search]);
  const shown = useBoardPart((state) => state.board);
  const board = useBoardPart((state) => state.whole ?? state.board);
  const people = useMembers();
  const nameOf = (id: string) => people.find(({ userId }) => userId === id)?.name ?? t`somebody`;
  const active = isFiltering(filter);
  // The cards come a moment after the letter.
  const isCounted = active && shown !== board;
  const found = isCounted ? countOf(shown) : board.cardCount;
  const change = (next: CardFilter) => onSearch(searchOf(next));
  const asked = askedBy(filter, { board, nameOf });
  const counted = plural(
    board.cardCount,
    { one: '{found} of # card', other: '{found} of # cards' },
    { found: formatNumber(found) },
  );
  const wasCounted = useRef(false);
  useEffect(() => {
    if (isCounted) announce(counted);
    else if (wasCounted.current) announce(t`All cards are shown.`);
    wasCounted.current = isCounted;
  }, [isCounted, counted]);
  const open = () => {
    // What lies over the board lies over the panel.
    if (address !== '/') navigate(BOARD_ROOT);
    requestAnimationFrame(() => document.getElementById(FILTER_BUTTON)?.click());
  };
  useOffer({
    scope: 'board',
    items: [
      { label: t`Filter`, icon: ListFilter, shortcut: 'filter', also: LOOKED_FOR, onSelect: open },
      ...(active ? [{ label: CLEAR, icon: FilterX, also: t`show all cards`, onSelect: () => change({}) }] : []),
    ],
  });
  const phone = useIsPhone();
  const button = <FilterButton filter={filter} people={people} found={found} onChange={change} />;
  return (
    <>
      {phone && buttonPlace && createPortal(button, buttonPlace)}
      <section className={styles['bar']} aria-label={t`Filter`} hidden={phone && !active}>
        {!phone && button}
        {asked.map(({ id, words, without }) => (
          <span key={id} className={styles['chip']}>
            <span>{words}</span>
            <button type="button" aria-label={t`Do not filter by ${words}`} onClick={() => change(without)}>
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        {active && (
          <>
            <span className={styles['count']}>{isCounted && counted}</span>
            <Button variant="ghost" className={styles['clear']} onClick={() => change({})}>
              {t`Clear`}
            </Button>
          </>
        )}
      </section>
      {active && found === 0 && board.cardCount > 0 && (
        <output className={styles['nothing']}>
          <b>{t`No cards match`}</b>
          <span>
            {plural(
              board.cardCount,
              { one: 'The only card is hidden by: {filters}.', other: '# cards are hidden by: {filters}.' },
              { filters: listOf(asked.map(({ words }) => words)) },
            )}
          </span>
          <Button onClick={() => change({})}>{CLEAR}</Button>
        </output>
      )}
    </>
  );
}

function countOf(board: Board): number {
  return board.columns().reduce((sum, { id }) => sum + board.cardsIn(id).length, 0);
}

function searchOf(filter: CardFilter): string {
  const query = new URLSearchParams(writeFilter(filter).map(([name, value]) => [name, value]));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

interface FilterButtonProps extends FilterPanelProps {
  /** How many cards are shown. */
  readonly found: number;
}

/** The panel in a popover of the browser's: closed by a click outside and by Esc, which gives the focus back. */
function FilterButton({ found, ...panel }: FilterButtonProps) {
  const id = useId();
  const popover = useRef<HTMLDialogElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (!open || !popover.current || !button.current) return;
    if (!phone) placeBeside(popover.current, button.current);
    // On a phone a text field would bring up its keyboard, which covers the rest.
    popover.current.querySelector<HTMLElement>(phone ? '[type=checkbox]' : 'input')?.focus({ preventScroll: true });
  }, [open, phone]);
  const keys = useKeysOf('filter');
  useKeys({
    filter: () => {
      // Something lies over the board.
      if (!button.current || button.current.closest('[inert]')) return false;
      button.current.focus();
      button.current.click();
      return true;
    },
  });
  return (
    <>
      <button
        ref={button}
        id={FILTER_BUTTON}
        type="button"
        className={styles['open']}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts={keys}
        title={keys === undefined ? t`Filter` : t`Filter (${showKeys(keys)})`}
      >
        <ListFilter size={16} aria-hidden="true" />
        <span className={styles['name']}>{t`Filter`}</span>
      </button>
      <dialog
        ref={popover}
        id={id}
        popover="auto"
        aria-label={t`Filter cards`}
        className={styles['popover']}
        onToggle={(event: ToggleEvent<HTMLDialogElement>) => setOpen(event.newState === 'open')}
      >
        {open && <Grab sheet={popover} onClose={() => popover.current?.hidePopover()} />}
        {open && <FilterPanel {...panel} />}
        {open && phone && (
          <div className={styles['foot']}>
            <Button variant="primary" className={styles['done']} onClick={() => popover.current?.hidePopover()}>
              {found === 0 ? t`Show the board` : plural(found, { one: 'Show # card', other: 'Show # cards' })}
            </Button>
          </div>
        )}
      </dialog>
    </>
  );
}
