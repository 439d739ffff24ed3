import type { Id } from '@talkan/board/model';
import { useEffect, useEffectEvent, type RefObject } from 'react';
import { scrollBy, scrollSpeed } from '../board/drag/autoscroll';
import styles from './checklists.module.css';
import type { ItemSpot } from './item-moves';

/** What is dragged, and where it would go. */
interface Held {
  readonly row: HTMLElement;
  readonly itemId: Id;
  readonly pointerId: number;
  y: number;
  drop: Drop | null;
}

interface Drop {
  readonly spot: ItemSpot;
  /** Where the line is drawn: at the top or the foot of this element. */
  readonly at: HTMLElement;
  readonly edge: 'top' | 'bottom';
}

/** Items are dragged by their handles, within these lists and from one to another. Drawn without React: there may be hundreds. */
export function useItemDrag(lists: RefObject<HTMLElement | null>, onDrop: (itemId: Id, spot: ItemSpot) => void): void {
  const put = useEffectEvent(onDrop);
  useEffect(() => {
    const root = lists.current;
    if (!root) return;
    const stop = new AbortController();
    let held: Held | null = null;
    let frame = 0;

    const aim = () => {
      if (!held) return;
      const drop = dropAt(root, held);
      if (drop?.at === held.drop?.at && drop?.edge === held.drop?.edge) return;
      unmark(held.drop);
      held.drop = drop;
      if (drop) drop.at.dataset['drop'] = drop.edge;
    };
    const tick = (before: number) => (now: number) => {
      if (!held) return;
      const scroller = scrollerOf(root);
      if (scroller) {
        const { top, bottom } = scroller.getBoundingClientRect();
        const speed = scrollSpeed(held.y, top, bottom);
        if (speed !== 0 && scrollBy(scroller, 'scrollTop', (speed * (now - before)) / 1000)) aim();
      }
      frame = requestAnimationFrame(tick(now));
    };
    const end = (drops: boolean) => {
      if (!held) return;
      const { row, itemId, drop } = held;
      held = null;
      cancelAnimationFrame(frame);
      unmark(drop);
      row.classList.remove(styles['dragged'] ?? '');
      if (drops && drop) put(itemId, drop.spot);
    };

    const options = { signal: stop.signal };
    root.addEventListener(
      'pointerdown',
      (event) => {
        const grip = event.target instanceof Element ? event.target.closest('[data-item-grip]') : null;
        const row = grip?.closest<HTMLElement>('[data-item-id]');
        const itemId = row?.dataset['itemId'];
        if (!grip || !row || itemId === undefined || event.button !== 0 || held) return;
        event.preventDefault();
        grip.setPointerCapture(event.pointerId);
        held = { row, itemId, pointerId: event.pointerId, y: event.clientY, drop: null };
        row.classList.add(styles['dragged'] ?? '');
        frame = requestAnimationFrame(tick(performance.now()));
      },
      options,
    );
    root.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerId !== held?.pointerId) return;
        held.y = event.clientY;
        aim();
      },
      options,
    );
    root.addEventListener('pointerup', (event) => event.pointerId === held?.pointerId && end(true), options);
    root.addEventListener('pointercancel', (event) => event.pointerId === held?.pointerId && end(false), options);
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !held) return;
        event.preventDefault();
        event.stopPropagation();
        end(false);
      },
      { ...options, capture: true },
    );
    return () => {
      end(false);
      stop.abort();
    };
  }, [lists]);
}

function unmark(drop: Drop | null): void {
  if (drop) delete drop.at.dataset['drop'];
}

function scrollerOf(root: HTMLElement): HTMLElement | null {
  return root.closest<HTMLElement>('[data-card-body]');
}

/** The list that the pointer is in or next to, and the row of it that is nearest. */
function dropAt(root: HTMLElement, { itemId, y }: Held): Drop | null {
  const sections = [...root.querySelectorAll<HTMLElement>('[data-checklist-id]')];
  const section = sections.findLast((one) => one.getBoundingClientRect().top <= y) ?? sections[0];
  const checklistId = section?.dataset['checklistId'];
  if (!section || checklistId === undefined) return null;
  const rows = [...section.querySelectorAll<HTMLElement>('[data-item-id]')];
  const below = rows.find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y < (top + bottom) / 2;
  });
  const above = below ? rows[rows.indexOf(below) - 1] : rows.at(-1);
  if (below?.dataset['itemId'] === itemId || above?.dataset['itemId'] === itemId) return null;
  if (below) return { spot: { checklistId, before: below.dataset['itemId'] ?? null }, at: below, edge: 'top' };
  if (above) return { spot: { checklistId, after: above.dataset['itemId'] ?? null }, at: above, edge: 'bottom' };
  return { spot: { checklistId }, at: section.querySelector('ul') ?? section, edge: 'bottom' };
}
