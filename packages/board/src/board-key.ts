/** What stands before a card's number: two to five capital letters. */
export const BOARD_KEY = /^[A-Z]{2,5}$/;

const LONGEST = 5;
/** Longer ones are hard to say. */
const INITIALS = 4;
/** For a title without two letters that a key could have. */
const FALLBACK = 'BOARD';
const ALPHABET = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Letters that no accent was put on to make them. */
const SPELT = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/**
 * A key for a board of this title: `Timetable 3.0` → `TIM`, `Fare rules` → `FR`.
 * @param taken keys that it is not to be, as far as there are others
 */
export function proposeKey(title: string, taken: Iterable<string> = []): string {
  const used = new Set(taken);
  const fromTitle = candidatesFor(wordsOf(title));
  const candidates = fromTitle.length > 0 ? fromTitle : [FALLBACK];
  return candidates.find((key) => !used.has(key)) ?? extended(candidates[0] ?? FALLBACK, used);
}

function candidatesFor(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  const initials = words.map((word) => word.charAt(0)).join('');
  const fromFirst = [3, 2, 4, LONGEST].map((length) => first.slice(0, length));
  return [initials.slice(0, INITIALS), ...fromFirst].filter((key) => BOARD_KEY.test(key));
}

/** As capitals from A to Z; what has none of them is no word. */
function wordsOf(title: string): readonly string[] {
  const spelt = Array.from(title.toLowerCase(), (letter) => SPELT.get(letter) ?? letter).join('');
  const bare = spelt.normalize('NFKD').replaceAll(/\p{M}|['’]/gu, '');
  return bare.toUpperCase().match(/[A-Z]+/g) ?? [];
}

/** With one letter more, or with two: more keys than anybody has boards. */
function extended(key: string, used: ReadonlySet<string>): string {
  const endings = [...ALPHABET, ...ALPHABET.flatMap((one) => ALPHABET.map((other) => one + other))];
  const keys = endings.map((ending) => key.slice(0, LONGEST - ending.length) + ending);
  return keys.find((candidate) => !used.has(candidate)) ?? key;
}
