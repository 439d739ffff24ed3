import type { Hue } from '../model.js';

/** What people call the hues that there are to choose from, and others that come near. */
const HUES: ReadonlyMap<string, Hue> = new Map(
  Object.entries({
    rose: 10,
    red: 28,
    orange: 50,
    amber: 75,
    ocher: 75,
    ochre: 75,
    yellow: 75,
    olive: 110,
    green: 140,
    jade: 165,
    teal: 195,
    turquoise: 195,
    cyan: 195,
    sky: 225,
    blue: 255,
    violet: 300,
    purple: 300,
    pink: 340,
    magenta: 340,
  }),
);

export function hueNamed(color: string): Hue | undefined {
  return HUES.get(color.toLowerCase());
}

/** The hue that fewest have of those to choose from; of several the first. */
export function freeHue(used: readonly Hue[]): Hue {
  const hues = [...new Set(HUES.values())];
  const count = (hue: Hue) => used.filter((other) => other === hue).length;
  return hues.toSorted((one, other) => count(one) - count(other))[0] ?? 0;
}
