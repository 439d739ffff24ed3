import type { Hue } from '@talkan/board/model';

/** The hues to choose from, around the wheel, with what people call them. */
export const LABEL_HUES: readonly { readonly hue: Hue; readonly name: string }[] = [
  { hue: 10, name: 'Rose' },
  { hue: 28, name: 'Red' },
  { hue: 50, name: 'Orange' },
  { hue: 75, name: 'Ochre' },
  { hue: 110, name: 'Olive' },
  { hue: 140, name: 'Green' },
  { hue: 165, name: 'Jade' },
  { hue: 195, name: 'Teal' },
  { hue: 225, name: 'Sky' },
  { hue: 255, name: 'Blue' },
  { hue: 300, name: 'Purple' },
  { hue: 340, name: 'Pink' },
];

/** The one that fewest have; of several the first. */
export function freeHue(used: readonly Hue[]): Hue {
  const counts = LABEL_HUES.map(({ hue }) => used.filter((other) => other === hue).length);
  return LABEL_HUES[counts.indexOf(Math.min(...counts))]?.hue ?? 0;
}
