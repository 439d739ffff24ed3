import { expect, it } from 'vitest';
import { huesFor } from './hues';

const ids = ['col-backlog', 'col-discovery', 'col-progress', 'col-review', 'col-done'];

it('gives each of a board’s columns a hue of its own, whatever their order', () => {
  const hues = huesFor(ids);
  expect(new Set(hues.values()).size).toBe(ids.length);
  expect(huesFor(ids.toReversed()).get('col-review')).toBe(hues.get('col-review'));
});

it('uses no hue a third time before all were used twice', () => {
  const many = huesFor(Array.from({ length: 16 }, (_, index) => `c${index}`));
  const counts = new Map<number, number>();
  for (const hue of many.values()) counts.set(hue, (counts.get(hue) ?? 0) + 1);
  expect(Math.max(...counts.values())).toBe(2);
});

it('leaves marigold to the assistant', () => {
  for (const hue of huesFor(Array.from({ length: 40 }, (_, index) => `c${index}`)).values()) {
    expect(hue < 50 || hue > 100).toBe(true);
  }
});
