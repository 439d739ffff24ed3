import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPattern, foldText, readSearch } from './search-words.js';

const found = (query: string, text: string) =>
  createPattern(readSearch(query))
    .rangesIn(text)
    .map(([from, to]) => text.slice(from, to));
const isIn = (query: string, ...texts: string[]) => createPattern(readSearch(query)).isIn(...texts);

describe('what somebody searches for', () => {
  it('is words, of which the last may go on, and phrases', () => {
    expect(readSearch(' Fare  "Seat map" tick')).toEqual([
      { tokens: ['Fare'], isPrefix: false },
      { tokens: ['Seat', 'map'], isPrefix: false },
      { tokens: ['tick'], isPrefix: true },
    ]);
    expect(readSearch('“seat map')).toEqual([{ tokens: ['seat', 'map'], isPrefix: false }]);
    expect(readSearch('TK-12')).toEqual([{ tokens: ['TK', '12'], isPrefix: true }]);
  });

  it.each(['', ' ', '"', '"'.repeat(10_000), '-*():^+', '\0', '\ud800', '🚀'])('can be nothing: %j', (query) => {
    expect(readSearch(query)).toEqual([]);
    expect(isIn(query, 'any')).toBe(false);
    expect(found(query, 'any')).toEqual([]);
  });

  it('never throws, and names only what stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary' }), (query, text) => {
        const words = readSearch(query);
        expect(words.length).toBeLessThanOrEqual(12);
        for (const { tokens } of words) expect(tokens.join('')).not.toMatch(/["*^():+\s\0-]/);
        let last = 0;
        for (const [from, to] of createPattern(words).rangesIn(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeLessThanOrEqual(text.length);
          last = to;
        }
      }),
    );
  });
});

describe('finding it in a text', () => {
  it('takes whole words, and of the last its beginning', () => {
    expect(found('fare ru', 'Fares, fare rules and a fare')).toEqual(['fare', 'ru', 'fare']);
    expect(isIn('rules fare', 'Fare', 'rules')).toBe(true);
    expect(isIn('rule fare', 'Fare', 'rules')).toBe(false);
    expect(isIn('are', 'Fare')).toBe(false);
    const folded = ['Fáre', 'RULES'].map(foldText);
    expect(createPattern(readSearch('rules fare')).isInFolded(...folded)).toBe(true);
  });

  it('leaves accents and capitals aside, and names the letters as they stand there', () => {
    expect(found('arger uber', 'İ: ÄRGER über e\u0301tude')).toEqual(['ÄRGER', 'über']);
    expect(found('étud', 'e\u0301tude')).toEqual(['e\u0301tud']);
    expect(found('한', '한국')).toEqual(['한']);
  });

  it('finds a phrase with whatever stands between its words', () => {
    expect(found('"seat map"', 'The seat-map, a map seat')).toEqual(['seat-map']);
    expect(found('tk-12', 'See TK-12')).toEqual(['TK-12']);
  });

  it('finds Chinese and Japanese anywhere', () => {
    expect(found('京都', '東京都に行く')).toEqual(['京都']);
    expect(found('都東', '東京都')).toEqual([]);
    expect(found('"野家" に', '𠮷野家に')).toEqual(['野家', 'に']);
  });
});
