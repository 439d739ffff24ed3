import type { Card, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePresenceParts, useSlotsIn, type Slot } from '../presence/signs';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { useIsPhone } from '../ui/use-media';
import { useBoardUi, useDragIn } from './board-ui';
import { CardFace } from './card-face';
import { CardItem } from './card-item';
import styles from './card-list.module.css';
import type { Drag } from './drag/drag';
import { FrontContext, roomForFacts } from './front';
import { drawRows, keyOf, rowsWith, withHeld } from './drawn-rows';
import { placeArrivals } from './ghosts';
import { cardsBetween, indexAtOffset, rowAt, rowOf, rowOfPlace, rowsOf, type Hands, type Rows } from './rows';
import { useArrivals } from './use-arrivals';

/** Of a card with one line of title and no facts. Each is measured when it is drawn. */
const ESTIMATE = 60;
const PHONE_ESTIMATE = 64;
/** Rows beyond what is in view: some five frames of a quick scroll. The first paint does with one. */
const OVERSCAN = 5;
const FIRST_OVERSCAN = 1;
const PADDING_TOP = 4;
const PADDING_BOTTOM = 6;
const NONE: readonly Slot[] = [];
/** Of the words below a card that would arrive, on one line. */
const FOOT = 31;

export interface CardListProps {
  readonly columnId: Id;
  readonly title: string;
  readonly cards: readonly Card[];
  /** The column is not there yet: nothing is put into it. */
  readonly isGhost?: boolean;
}

/** A lane's cards: only those in view are drawn, each where its row is. */
export function CardList({ columnId, title, cards, isGhost = false }: CardListProps) {
  const { lanes } = useBoardUi();
  const drag = useDragIn(columnId);
  const phone = useIsPhone();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<Id | null>(null);
  const parts = usePresenceParts();
  const lane = useSlotsIn(columnId);
  const slots = lane?.slots ?? NONE;
  const front = use(FrontContext);
  const rows = useRows(columnId, cards, { drag, slots });
  const space = phone ? 10 : 8;
  // Kept drawn wherever the lane is scrolled to: it may have the focus.
  const activeIndex = rows.cards.findIndex((card) => card.id === activeId);
  const activeRow = activeIndex < 0 ? -1 : rowOf(rows, activeIndex);

  // oxlint-disable-next-line react/incompatible-library -- No compiler memoizes here, and nothing that it returns is passed on.
  const virtualizer = useVirtualizer({
    count: rows.count,
    gap: space,
    overscan: front ? OVERSCAN : FIRST_OVERSCAN,
    paddingStart: phone ? space : PADDING_TOP,
    paddingEnd: PADDING_BOTTOM,
    scrollPaddingStart: space,
    scrollPaddingEnd: space,
    useFlushSync: false,
    getScrollElement: () => scroller.current,
    estimateSize(row) {
      if (row === rows.gap) return drag?.height ?? 0;
      const { arrival, card = arrival?.card } = rowAt(rows, row);
      return (phone ? PHONE_ESTIMATE : ESTIMATE) + (card ? roomForFacts(card) : 0) + (arrival ? FOOT : 0);
    },
    getItemKey: useCallback((row: number) => keyOf(rowAt(rows, row)), [rows]),
    rangeExtractor: useCallback((range: Range) => rowsWith(range, activeRow), [activeRow]),
  });

  const current = useRef({ rows, space });
  useEffect(() => {
    current.current = { rows, space };
  }, [rows, space]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || isGhost) return;
    return lanes.register(columnId, {
      scroller: element,
      indexAt: (offset) =>
        indexAtOffset(current.current.rows, virtualizer.measurementsCache, { offset, space: current.current.space }),
      between: (top, bottom) => cardsBetween(current.current.rows, virtualizer.measurementsCache, { top, bottom }),
      reveal: (index) => virtualizer.scrollToIndex(rowOfPlace(current.current.rows, index)),
      keepScroll() {
        const offset = virtualizer.scrollOffset ?? 0;
        if (element.scrollTop !== offset) element.scrollTop = offset;
      },
      focusCard(cardId) {
        flushSync(() => setActiveId(cardId));
        const index = current.current.rows.cards.findIndex((card) => card.id === cardId);
        if (index >= 0) virtualizer.scrollToIndex(rowOf(current.current.rows, index));
        const link = element.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"] [data-card-link]`);
        link?.focus({ preventScroll: true });
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      },
    });
  }, [columnId, isGhost, lanes, virtualizer]);

  useEffect(() => {
    // It is as high in any lane: where it is dropped, nothing waits for it to be measured.
    if (drag) virtualizer.itemSizeCache.set(drag.cardId, Math.round(drag.height));
  }, [drag, virtualizer]);

  const tabStop = activeIndex >= 0 ? activeId : rows.cards[0]?.id;
  const drawn = drawRows(rows, slots, virtualizer.getVirtualItems());
  // Only now are these the measurements of what the lane lists now.
  const gapStart = virtualizer.measurementsCache[rows.gap]?.start ?? 0;
  const held = drag?.from === columnId ? cards.find((card) => card.id === drag.cardId) : undefined;
  const items = held ? withHeld(drawn.cards, held, cards) : drawn.cards;

  return (
    <>
      {parts && drawn.slots.length > 0 && <parts.Lifted drawn={drawn.slots} scroller={scroller} />}
      <div ref={scroller} className={styles['scroller']} onFocus={(event) => setActiveId(cardIdOf(event.target))}>
        <ul
          className={styles['list']}
          style={{ height: virtualizer.getTotalSize() }}
          aria-label={t`${title} cards`}
          data-gliding={lane?.gliding}
        >
          {items.map(({ card, arrival, row, index, start, held }) => (
            <li
              key={keyOf(arrival ? { arrival } : { card })}
              ref={held ? undefined : virtualizer.measureElement}
              data-index={row}
              className={classNames(styles['row'], styleOf(card.id, drag, held))}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={arrival ? undefined : cards.length}
              aria-posinset={held || arrival ? undefined : index + 1}
            >
              {arrival ? (
                front && <front.ArrivingCard arrival={arrival} />
              ) : (
                <CardItem card={card} tabStop={card.id === tabStop || held} />
              )}
            </li>
          ))}
          {parts &&
            drawn.slots.map(
              ({ slot, row, start }) =>
                !slot.home && (
                  <li
                    key={keyOf({ slot })}
                    ref={virtualizer.measureElement}
                    data-index={row}
                    className={styles['row']}
                    style={{ transform: `translateY(${start}px)` }}
                    aria-hidden="true"
                  >
                    <parts.SlotFace slot={slot} />
                  </li>
                ),
            )}
          {drag && rows.gap >= 0 && <Gap key={keyOf({})} drag={drag} start={gapStart} />}
        </ul>
      </div>
    </>
  );
}

/** What a lane lists, with what would arrive in it. */
function useRows(columnId: Id, cards: readonly Card[], { drag, slots }: Hands): Rows {
  const arrivals = useArrivals(columnId);
  const whole = useBoardPart((state) => (state.whole ?? state.board).cardsIn(columnId));
  return useMemo(
    () => rowsOf(cards, columnId, { drag, slots, arrivals: placeArrivals(arrivals, { whole, shown: cards }) }),
    [cards, columnId, drag, slots, arrivals, whole],
  );
}

/** How a card is drawn that is in the hand. */
function styleOf(cardId: Id, drag: Drag | null, held: boolean): string | undefined | false {
  return held ? styles['held'] : drag?.ids.includes(cardId) && styles['faded'];
}

/** Where the card in the hand would go; led by keys, the card itself is seen there. */
function Gap({ drag: { cardId, ids, by, height }, start }: { drag: Drag; start: number }) {
  const card = useBoardPart((state) => state.board.card(cardId));
  return (
    <li className={styles['row']} style={{ transform: `translateY(${start}px)`, height }} aria-hidden="true">
      {by === 'keyboard' && card ? (
        <div className={classNames(styles['carried'], ids.length > 1 && styles['many'])}>
          <CardFace card={card} />
          {ids.length > 1 && <b>{ids.length}</b>}
        </div>
      ) : (
        <div className={styles['gap']} />
      )}
    </li>
  );
}

function cardIdOf(element: Element): Id | null {
  return element.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] ?? null;
}
