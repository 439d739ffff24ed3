import type { Id } from '@talkan/board/model';

interface Measured {
  readonly columnId: Id;
  readonly left: number;
  readonly right: number;
}

/** Where columns, or their tabs, were side by side on the page when this was made. */
export interface ColumnMap {
  readonly strip: DOMRect;
  /** How many of the others come before this place; `null`: it is too far from them to be meant. */
  indexAt(point: { readonly x: number; readonly y: number }): number | null;
  /** The middle of the gap that the column would go into, on the page; `null`: it is there, or scrolled out of sight. */
  markAt(index: number): number | null;
}

/** Somebody may go past the edges this far, in px. */
const NEAR_ENOUGH = 80;

/** Measures once: until the columns change only the scrolling of what they are in is followed. */
export function measureColumns(strip: HTMLElement, columnId: Id): ColumnMap {
  const scrolled = strip.scrollLeft;
  const rect = strip.getBoundingClientRect();
  const all = columnsIn(strip).map((element): Measured => {
    const { left, right } = element.getBoundingClientRect();
    return { columnId: element.dataset['column'] ?? '', left, right };
  });
  // From left to right: where it is read the other way, the last one comes first.
  const isMirrored = getComputedStyle(strip).direction === 'rtl';
  const home = all.findIndex((one) => one.columnId === columnId);
  const others = all.filter((one) => one.columnId !== columnId);
  const shift = () => scrolled - strip.scrollLeft;

  return {
    strip: rect,
    indexAt({ x, y }) {
      const away = Math.max(rect.left - x, x - rect.right, rect.top - y, y - rect.bottom);
      if (away > NEAR_ENOUGH) return null;
      const within = x - shift();
      return others.filter(({ left, right }) =>
        isMirrored ? within < middle(left, right) : within > middle(left, right),
      ).length;
    },
    markAt(index) {
      if (index === home) return null;
      // At the edge of the column that it would go past.
      const isForwards = index > home;
      const passed = others[isForwards ? index - 1 : index];
      if (!passed) return null;
      const at = (isForwards === isMirrored ? passed.left : passed.right) + shift();
      return at < rect.left - 2 || at > rect.right + 2 ? null : at;
    },
  };
}

/** The columns that the board has, as they are drawn in there, in order. */
export function columnsIn(strip: HTMLElement): readonly HTMLElement[] {
  return [...strip.querySelectorAll<HTMLElement>('[data-column]')];
}

function middle(left: number, right: number): number {
  return (left + right) / 2;
}
