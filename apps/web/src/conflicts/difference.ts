/** A text in three parts: what it begins and ends with as another one does, and between them what it alone says. */
export interface Parted {
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

/** Sets apart, word by word, what two texts do not have in common. */
export function partBoth(one: string, other: string): readonly [Parted, Parted] {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const most = Math.min(words.length, others.length);
  let start = 0;
  while (start < most && words[start] === others[start]) start += 1;
  let end = 0;
  while (end < most - start && words[words.length - 1 - end] === others[others.length - 1 - end]) end += 1;
  return [part(words, { start, end }), part(others, { start, end })];
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}

function part(words: readonly string[], { start, end }: { start: number; end: number }): Parted {
  const until = words.length - end;
  return {
    before: words.slice(0, start).join(''),
    own: words.slice(start, until).join(''),
    after: words.slice(until).join(''),
  };
}
