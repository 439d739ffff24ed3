/** Whether two words are one slip or two apart: a letter too many, too few, another one, or two in the wrong order. */
export function isNear(one: string, other: string): boolean {
  // “Booking” is no slip of “blocking”: the ending that they have in common makes no other word more likely.
  if (one.endsWith('ing') && other.endsWith('ing')) return isNear(one.slice(0, -3), other.slice(0, -3));
  const most = slipsIn(one);
  if (most === 0 || Math.abs(one.length - other.length) > most || one[0] !== other[0]) return false;
  if (one.length === 3 && one.at(-1) !== other.at(-1)) return false;
  return distance(one, other, most) <= most;
}

/** Whether two short words may be one, beside others that are: three letters are enough, digits never are. */
export function isSlip(one: string, other: string): boolean {
  return /^\p{L}{3,}$/u.test(one) && one[0] === other[0] && distance(one, other, 1) <= 1;
}

/** Short words are too many and too much alike. */
function slipsIn({ length }: string): number {
  return length >= 7 ? 2 : length >= 3 ? 1 : 0;
}

/** Damerau and Levenshtein's distance, given up beyond `most`. */
function distance(one: string, other: string, most: number): number {
  let older: number[] = [];
  let old = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const [left = 0, above = 0, across = 0] = [row[j - 1], old[j], old[j - 1]];
      const least = Math.min(left + 1, above + 1, across + (same ? 0 : 1));
      row.push(swapped ? Math.min(least, (older[j - 2] ?? 0) + 1) : least);
    }
    if (Math.min(...row) > most) return most + 1;
    older = old;
    old = row;
  }
  return old.at(-1) ?? 0;
}

/** One form of a word for its singular and plural. */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ss|x|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  const one = isPlural(word) ? word.slice(0, -1) : word;
  // “Buses” are of a bus, and “houses” of a house.
  return one.length > 4 && one.endsWith('use') ? one.slice(0, -1) : one;
}

export function isPlural(word: string): boolean {
  return word.length > 3 && /[^su]s$/u.test(word);
}
