import type { Id } from '@talkan/board/model';
import { formatNumber, plural, t } from '@talkan/words/words';
import { ArrowDown, ArrowUp, Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useBoardUi, type BoardUi } from '../board/board-ui';
import { openLane } from '../board/open-lane';
import { spotOf } from '../board/spot';
import { useBoardPeople } from '../fields/people';
import { useKeys } from '../keys/use-keys';
import { useBoardPart } from '../sync/use-board-store';
import { IconButton } from '../ui/button';
import styles from './find.module.css';
import { createFinder, firstFrom } from './finder';
import { markFound } from './mark-found';

const MOST_LETTERS = 200;

/** What was looked for last, on this page: it stands there again, to be gone on with or written over. */
let last = '';

interface FindBarProps {
  /** Where it stands. */
  readonly place: Element;
  readonly onClose: () => void;
}

/** Finds cards on the board by what stands on them, those too that are not drawn: the browser's own find would see only a part of them. */
export function FindBar({ place, onClose }: FindBarProps) {
  const ui = useBoardUi();
  const field = useRef<HTMLInputElement>(null);
  const back = useBack(field);
  const board = useBoardPart((state) => state.board);
  const whole = useBoardPart((state) => state.whole ?? state.board);
  const { nameOf } = useBoardPeople();
  const finder = useMemo(() => createFinder(nameOf), [nameOf]);
  const [text, setText] = useState(last);
  const [at, setAt] = useState<Id | null>(back.cardId);
  const wanted = text.trim();
  const found = useMemo(() => finder.find(board, wanted), [finder, board, wanted]);
  const hidden = board === whole ? 0 : finder.find(whole, wanted).length - found.length;
  const here = firstFrom(board, found, at);
  const index = here ? found.indexOf(here) : -1;
  const hereId = here?.id;

  useEffect(() => finder.prepare(whole), [finder, whole]);
  useEffect(() => {
    last = text;
  }, [text]);
  useEffect(() => {
    const element = place.parentElement;
    return element ? markFound({ board: element, wanted, hereId }) : undefined;
  }, [place, wanted, hereId]);
  useEffect(() => {
    const stop = new AbortController();
    if (hereId !== undefined) void lead(ui, hereId, stop.signal);
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- It is led to once, wherever it goes then.
  }, [hereId, wanted]);

  const step = (by: 1 | -1) => {
    const next = found[(index + by + found.length) % found.length];
    if (next) setAt(next.id);
  };
  const close = () => {
    onClose();
    // On the board, at what was found.
    requestAnimationFrame(() => (here ? ui.lanes.get(here.columnId)?.focusCard(here.id) : back.go()));
  };
  useKeys({
    // Pressed in the field, it is the browser's.
    find() {
      if (document.activeElement === field.current) return false;
      field.current?.focus();
      field.current?.select();
      return true;
    },
    findNext: () => step(1),
    findPrevious: () => step(-1),
  });
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc closes it wherever in it one is.
    <search className={styles['bar']} aria-label={t`Find on this board`} onKeyDown={press}>
      <Search size={15} aria-hidden="true" />
      <input
        ref={field}
        aria-label={t`Find on this board`}
        placeholder={t`Find on this board`}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="next"
        dir="auto"
        maxLength={MOST_LETTERS}
        value={text}
        onChange={(event) => {
          setAt(here?.id ?? at);
          setText(event.target.value);
        }}
      />
      <output className={styles['said']}>
        {wanted !== '' && <Said at={index} count={found.length} hidden={hidden} wanted={wanted} />}
        {here && (
          <>
            {finder.isOnlyInside(here, wanted) && <span>{t`in the details`}</span>}
            <span className="sr-only">{`${board.key}-${here.number}, ${here.title}`}</span>
          </>
        )}
      </output>
      <IconButton label={t`Previous`} shortcut="findPrevious" disabled={!here} onClick={() => step(-1)}>
        <ArrowUp size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={t`Next`} shortcut="findNext" disabled={!here} onClick={() => step(1)}>
        <ArrowDown size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={t`Close`} onClick={close}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </search>,
    place,
  );
}

interface SaidProps {
  readonly at: number;
  readonly count: number;
  /** Found, but hidden by a filter. */
  readonly hidden: number;
  readonly wanted: string;
}

function Said({ at, count, hidden, wanted }: SaidProps) {
  if (count > 0) {
    return (
      <>
        <span className={styles['count']}>{t`${formatNumber(at + 1)} of ${formatNumber(count)}`}</span>
        {hidden > 0 && (
          <span>{plural(hidden, { one: '# more is hidden by filters', other: '# more are hidden by filters' })}</span>
        )}
      </>
    );
  }
  if (hidden > 0) {
    return (
      <span>{plural(hidden, { one: 'Only # card that filters hide', other: 'Only # cards that filters hide' })}</span>
    );
  }
  return <span>{t`No card has “${wanted}”.`}</span>;
}

/** Takes the focus, and knows what had it. */
function useBack(field: { readonly current: HTMLInputElement | null }) {
  const [back] = useState(() => {
    const before = document.activeElement;
    return {
      cardId: before?.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] ?? null,
      go: () =>
        (before instanceof HTMLElement && before.isConnected ? before : document.getElementById('board'))?.focus(),
    };
  });
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [field]);
  return back;
}

/** Scrolls to a card, in a column that is opened for it. The focus stays where one types. */
async function lead(ui: BoardUi, cardId: Id, signal: AbortSignal): Promise<void> {
  const card = ui.shown.getState().board.card(cardId);
  const lane = card && (await openLane(ui, card.columnId));
  // Somebody has gone on meanwhile: a column takes its time to open.
  if (!lane || signal.aborted) return;
  lane.scroller.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  lane.reveal(spotOf(ui.shown.getState().board, cardId)?.index ?? 0);
}
