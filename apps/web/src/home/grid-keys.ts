interface Box {
  readonly left: number;
  readonly top: number;
}

/** Boxes in rows whose tops differ by less stand in one row. */
const SAME_ROW = 8;

/** The box that an arrow leads to from the one at `current`; `null`: it leads nowhere, or is no arrow. */
export function boxBeside(boxes: readonly Box[], current: number, key: string): number | null {
  const from = boxes[current];
  if (!from) return null;
  if (key === 'ArrowRight') return current + 1 < boxes.length ? current + 1 : null;
  if (key === 'ArrowLeft') return current > 0 ? current - 1 : null;
  if (key === 'Home') return 0;
  if (key === 'End') return boxes.length - 1;
  if (key === 'ArrowDown') return nearest(boxes, from, (box) => box.top > from.top + SAME_ROW);
  if (key === 'ArrowUp') return nearest(boxes, from, (box) => box.top < from.top - SAME_ROW);
  return null;
}

/** In the next row on that side, the one most nearly above or below. */
function nearest(boxes: readonly Box[], from: Box, isOnSide: (box: Box) => boolean): number | null {
  let best: { readonly index: number; readonly far: number } | null = null;
  for (const [index, box] of boxes.entries()) {
    if (!isOnSide(box)) continue;
    // Rows count before columns.
    const far = Math.abs(box.top - from.top) * 100 + Math.abs(box.left - from.left);
    if (best === null || far < best.far) best = { index, far };
  }
  return best && best.index;
}
