import { inSense } from '@talkan/words/words';
import type { Hue } from '@talkan/board/model';

/** The hues to choose from, around the wheel, with what people call them. */
export const LABEL_HUES: readonly { readonly hue: Hue; readonly name: string }[] = [
  { hue: 10, name: inSense('colour')`Rose` },
  { hue: 28, name: inSense('colour')`Red` },
  { hue: 50, name: inSense('colour')`Orange` },
  { hue: 75, name: inSense('colour')`Ochre` },
  { hue: 110, name: inSense('colour')`Olive` },
  { hue: 140, name: inSense('colour')`Green` },
  { hue: 165, name: inSense('colour')`Jade` },
  { hue: 195, name: inSense('colour')`Teal` },
  { hue: 225, name: inSense('colour')`Sky` },
  { hue: 255, name: inSense('colour')`Blue` },
  { hue: 300, name: inSense('colour')`Purple` },
  { hue: 340, name: inSense('colour')`Pink` },
];

/** The one that fewest have; of several the first. */
export function freeHue(used: readonly Hue[]): Hue {
  const counts = LABEL_HUES.map(({ hue }) => used.filter((other) => other === hue).length);
  return LABEL_HUES[counts.indexOf(Math.min(...counts))]?.hue ?? 0;
}
