import type { Card, Id } from '@talkan/board/model';
import { useEffect, useMemo, useState, type MouseEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useLocation, useRouter } from 'wouter';
import { BoardUiContext, useBoardUi, type BoardUi } from '../board/board-ui';
import { createDragModel } from '../board/drag/drag';
import { createLaneRegistry, type LaneRegistry } from '../board/drag/lanes';
import { huesFor } from '../board/hues';
import { walkCards } from '../board/keyboard-nav';
import { Lanes } from '../board/lanes';
import { useKeys } from '../keys/use-keys';
import { createSigns, SignsContext, useSigns } from '../presence/signs';
import { createSelection } from '../selection/selection';
import { BoardContext } from '../sync/board-context';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import type { PastStore } from './past-store';
import { pastCardPath, withFilters } from './paths';
import styles from './time-travel.module.css';

interface PastBoardProps {
  store: PastStore;
  /** A card lies open over the lanes. */
  covered: boolean;
  /** That card. */
  children: ReactNode;
}

/** The lanes of a past board: the same as today's, in nobody's hand. */
export function PastBoard({ store, covered, children }: PastBoardProps) {
  const { userId } = useSigns();
  // Who is here is at today's board.
  const [nobody] = useState(() => createSigns(userId));
  return (
    <BoardContext value={store}>
      <SignsContext value={nobody}>
        <PastLanes covered={covered}>{children}</PastLanes>
      </SignsContext>
    </BoardContext>
  );
}

/** The past is shown whole. */
const NOTHING: ReadonlySet<string> = new Set();

function PastLanes({ covered, children }: Omit<PastBoardProps, 'store'>) {
  const store = useBoardStore();
  const columns = useBoardPart((state) => state.board.columns());
  const parts = useMemo(() => ({ drag: createDragModel({ store, announce }), lanes: createLaneRegistry() }), [store]);
  const [selection] = useState(createSelection);
  const hues = useMemo(() => huesFor(columns.map((column) => column.id)), [columns]);
  const { open, giveAddress } = usePastLinks();
  const ui = useMemo(
    (): BoardUi => ({
      ...parts,
      selection,
      hues: (columnId) => hues.get(columnId) ?? 0,
      whole: store,
      shown: store,
      collapsed: NOTHING,
      collapse: () => {},
      cardActions: () => [],
      askWhere: () => {},
      openCard: () => {},
      addColumn: () => {},
    }),
    [parts, selection, hues, store],
  );
  useReveal(parts.lanes);

  return (
    <BoardUiContext value={ui}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- The links in it are what is pressed. */}
      <div
        className={styles['lanes']}
        onClickCapture={open}
        onPointerDownCapture={giveAddress}
        onFocusCapture={giveAddress}
      >
        <Lanes covered={covered} addingColumn={false} onAddColumn={() => {}} Keys={PastKeys} />
      </div>
      {children}
    </BoardUiContext>
  );
}

/** Arrows walk; there is nothing else to do. */
function PastKeys() {
  const { lanes, shown } = useBoardUi();
  useKeys({ walk: (event) => event !== null && walkCards(event, { lanes, board: shown.getState().board }) });
  return null;
}

/**
 * Leads from the cards to what they were. A link whose address changes would be drawn again, and all of theirs change with every step: one
 * gets its address when somebody is about to use it.
 */
function usePastLinks() {
  const store = useBoardStore();
  const [, navigate] = useLocation();
  const { base, hrefs } = useRouter();

  const pathOf = (target: EventTarget): { link: HTMLAnchorElement; path: string } | null => {
    const link = target instanceof Element ? target.closest('a[data-card-link]') : null;
    const id = link?.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'];
    const { board } = store.getState();
    const card = id === undefined ? undefined : board.card(id);
    if (!card || !(link instanceof HTMLAnchorElement)) return null;
    return { link, path: pastCardPath(board.seq, `${board.key}-${card.number}`) };
  };
  return {
    giveAddress: ({ target }: SyntheticEvent) => {
      const found = pathOf(target);
      found?.link.setAttribute('href', hrefs(base + found.path));
    },
    open: (event: MouseEvent) => {
      const found = pathOf(event.target);
      if (!found || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      navigate(withFilters(found.path));
    },
  };
}

/** Brings what a change touched into view, and leaves the focus where it is. */
function useReveal(lanes: LaneRegistry): void {
  const store = useBoardStore();
  const marks = useBoardPart((state) => state.marks);
  useEffect(() => {
    const { board } = store.getState();
    const touched = firstOf(marks, (id) => board.card(id));
    const lane = touched && lanes.get(touched.columnId);
    if (!touched || !lane) return;
    lane.reveal(board.cardsIn(touched.columnId).indexOf(touched));
    lane.scroller.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [store, marks, lanes]);
}

function firstOf(ids: ReadonlySet<Id> | undefined, find: (id: Id) => Card | undefined): Card | undefined {
  for (const id of ids ?? []) {
    const card = find(id);
    if (card) return card;
  }
  return undefined;
}
