/** Those of the names on this page: a board shows the same few on hundreds of cards, and lanes draw them while a card is dragged. */
const known = new Map<string, string>();

/** Two letters for a name: of its first and last word, or the first two of its only one. */
export function initialsOf(name: string): string {
  const letters = known.get(name) ?? initials(name);
  known.set(name, letters);
  return letters;
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => word !== '');
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters =
    last === undefined
      ? lettersOf(first).slice(0, 2)
      : [...lettersOf(first).slice(0, 1), ...lettersOf(last).slice(0, 1)];
  return letters.join('').toLocaleUpperCase();
}

// Made once: it takes longer than all that it is asked.
const segmenter = new Intl.Segmenter();

/** As a reader counts them, not as the computer does. */
function lettersOf(word: string): string[] {
  return Array.from(segmenter.segment(word), ({ segment }) => segment);
}
