import type { Id } from '@talkan/board/model';
import { isStepKey } from '../spot';
import { columnHeld } from './column-held';
import { columnsIn, measureColumns } from './column-map';
import type { ColumnsOptions } from './column-pointer';
import { mirrored } from '../../ui/mirrored';

/** Moves columns by keys: Space on a column's name takes it up, as on a card. Returns the way to stop. */
export function startColumnKeys({ page, model, mark }: Omit<ColumnsOptions, 'store'>): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  /** What the column in the hand is drawn by, and what it stands in with the others. */
  let held: { readonly node: HTMLElement; readonly strip: HTMLElement } | null = null;

  /** Space is down that did something here: a button would be pressed when it is let go. */
  let spaceIsDown = false;

  const isHeld = () => model.get()?.by === 'keyboard';

  function pickUp(event: KeyboardEvent): void {
    if (event.key !== ' ' || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches('[data-column-handle]')) return;
    const node = event.target.closest<HTMLElement>('[data-column]');
    const strip = node?.closest<HTMLElement>('[data-columns]');
    const columnId = node?.dataset['column'];
    if (!node || !strip || columnId === undefined) return;
    if (event.repeat) return event.preventDefault();
    if (!model.pickUp(columnId, 'keyboard')) return;
    event.preventDefault();
    spaceIsDown = true;
    held = { node, strip };
    node.dataset['held'] = 'keyboard';
    columnHeld.set(true);
  }

  function lead(event: KeyboardEvent): void {
    if (!isHeld() || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, repeat } = event;
    if (isStepKey(key)) {
      model.step(mirrored(page, key));
      show();
    } else if (key === ' ' || key === 'Enter') {
      spaceIsDown = key === ' ';
      if (!repeat) model.drop();
    } else if (key === 'Escape') model.putBack();
    else if (key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  }

  function keepUp(event: KeyboardEvent): void {
    if (event.key !== ' ' || !spaceIsDown) return;
    spaceIsDown = false;
    event.preventDefault();
  }

  function show(): void {
    const drag = model.get();
    if (!drag || !held) return;
    const { strip } = held;
    const others = columnsIn(strip).filter(({ dataset }) => dataset['column'] !== drag.columnId);
    const beside = others[drag.index] ?? others.at(-1);
    beside?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    mark.show(measureColumns(strip, drag.columnId), drag.index);
  }

  function follow(): void {
    if (model.get() || !held) return;
    const { node } = held;
    held = null;
    mark.hide();
    delete node.dataset['held'];
    columnHeld.set(false);
    const columnId = node.dataset['column'] ?? '';
    requestAnimationFrame(() => focusColumn(page, columnId));
  }

  addEventListener('keydown', lead, { signal, capture: true });
  addEventListener('keyup', keepUp, { signal, capture: true });
  page.addEventListener('keydown', pickUp, { signal });
  addEventListener('pointerdown', () => isHeld() && model.putBack(), { signal, capture: true });
  addEventListener('focusin', ({ target }) => isHeld() && !isIn(held?.node, target) && model.putBack(), { signal });
  const releases = [model.subscribe(follow)];
  return () => {
    if (isHeld()) model.putBack();
    for (const release of releases) release();
    stop.abort();
  };
}

function isIn(node: HTMLElement | undefined, target: EventTarget | null): boolean {
  return target instanceof Node && node?.contains(target) === true;
}

function focusColumn(page: HTMLElement, columnId: Id): void {
  const handle = page.querySelector<HTMLElement>(`[data-column="${CSS.escape(columnId)}"] [data-column-handle]`);
  handle?.focus({ preventScroll: true });
  handle?.closest('[data-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
