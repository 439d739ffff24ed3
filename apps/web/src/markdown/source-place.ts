/**
 * About where in the source a place on the screen is: as far behind the beginning of its block as the letters before it reach, each found
 * after the other. Marks that the screen does not show are skipped.
 */
export function sourcePlace(source: string, at: number, before: string): number {
  let place = at;
  for (const letter of before) {
    if (/\s/.test(letter)) continue;
    const found = source.slice(place, place + FARTHEST).indexOf(letter);
    // What is shown and not written, as the words on a button: the next letter goes on from here.
    if (found !== -1) place += found + letter.length;
  }
  return place;
}

/** An address in brackets is longer than most of what is hidden. */
const FARTHEST = 2100;
