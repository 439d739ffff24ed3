import type { Id } from '@talkan/board/model';
import type { CSSProperties } from 'react';

/** Around the wheel, but for the yellows: marigold is the assistant's. */
const HUES = [220, 160, 300, 28, 190, 340, 260, 130];

/**
 * A hue for each column, by its id: it goes where the column goes and survives a reload. Where two would be alike, the one whose id sorts
 * later takes the next free one.
 */
export function huesFor(ids: readonly Id[]): ReadonlyMap<Id, number> {
  const hues = new Map<Id, number>();
  const taken = new Map<number, number>();
  for (const id of ids.toSorted()) {
    const start = hash(id);
    const least = Math.min(...HUES.map((hue) => taken.get(hue) ?? 0));
    const hue = HUES.map((_, step) => HUES[(start + step) % HUES.length] ?? 0).find(
      (hue) => (taken.get(hue) ?? 0) === least,
    );
    hues.set(id, hue ?? 0);
    taken.set(hue ?? 0, least + 1);
  }
  return hues;
}

/** For an element whose style sheet draws a column's swatch. */
export function hueStyle(hue: number): CSSProperties {
  // React's type knows no custom properties.
  return { '--h': hue } as CSSProperties;
}

function hash(id: Id): number {
  let value = 7;
  for (let index = 0; index < id.length; index++) value = (value * 31 + id.charCodeAt(index)) % 9973;
  return value;
}
