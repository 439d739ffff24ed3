import { describe, expect, it } from 'vitest';
import { diffText, shortenSame } from './word-diff';

const sides = (before: string, after: string) => {
  const parts = diffText(before, after);
  const side = (gone: 'gone' | 'new') =>
    parts
      .filter(({ kind }) => kind === 'same' || kind === gone)
      .map(({ text }) => text)
      .join('');
  return [side('gone'), side('new')];
};

describe('a text and what became of it', () => {
  it('are told apart by words', () => {
    expect(diffText('Ask the vendor', 'Ask our vendor soon')).toEqual([
      { kind: 'same', text: 'Ask ' },
      { kind: 'gone', text: 'the' },
      { kind: 'new', text: 'our' },
      { kind: 'same', text: ' vendor' },
      { kind: 'new', text: ' soon' },
    ]);
  });

  it('give back both, whatever they are', () => {
    for (const [before, after] of [
      ['', 'New'],
      ['Old', ''],
      ['One\ntwo\n\nthree', 'One\n2\n\nthree\n'],
      ['🙂 smile', '🙃 smile'],
      ['Grüße an Zoë', 'Grüße von Zoë'],
    ] as const) {
      expect(sides(before, after)).toEqual([before, after]);
    }
  });

  it('are compared line by line where they are huge, and as a whole where that takes too long', () => {
    const lines = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word} ${index} of many`).join('\n');
    const before = lines('Line');
    const after = before.replace('Line 1500 of many', 'Another line');
    expect(diffText(before, after).filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: 'Line 1500 of many\n' },
      { kind: 'new', text: 'Another line\n' },
    ]);
    const [first, second] = [lines('Line'), lines('Other')];
    expect(sides(first, second)).toEqual([first, second]);
  });
});

it('what stayed is cut short where it is far from any change', () => {
  const long = 'word '.repeat(200);
  const parts = shortenSame([
    { kind: 'same', text: long },
    { kind: 'gone', text: 'old' },
    { kind: 'same', text: 'near' },
    { kind: 'new', text: 'new' },
    { kind: 'same', text: long },
  ]);
  expect(parts[0]?.text).toMatch(/^ ?… .{90}$/s);
  expect(parts[2]?.text).toBe('near');
  expect(parts[4]?.text).toMatch(/^.{90} …$/s);
});
