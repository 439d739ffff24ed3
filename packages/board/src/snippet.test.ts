import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPattern, readSearch } from './search-words.js';
import { snippetOf } from './snippet.js';

const snippet = (text: string, query: string) => snippetOf(text, createPattern(readSearch(query)));

it('is the piece of a text around the first match, in one line', () => {
  expect(snippet('A short\n\none', 'one')).toEqual({ text: 'A short one', matches: [[8, 11]] });
  expect(snippet('Nothing of it', 'one')).toBeNull();
  const long = snippet(`${'before '.repeat(100)}needle ${'after '.repeat(100)}`, 'needle');
  expect(long?.text).toMatch(/^…(?:before )+needle (?:after )+after…$/);
  expect(long?.text.length).toBeLessThan(170);
});

it('is short and well-formed whatever the text, and names what stands in it', () => {
  const any = fc.string({ unit: 'grapheme', maxLength: 600 });
  fc.assert(
    fc.property(any, any, (before, after) => {
      const found = snippet(`${before} needle ${after}`, 'needle');
      expect(found?.text.length).toBeLessThanOrEqual(162);
      expect(found?.text.isWellFormed()).toBe(true);
      expect(found?.matches.map(([from, to]) => found.text.slice(from, to).toLowerCase())).toContain('needle');
    }),
  );
});
