import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOARD_KEY, proposeKey } from './board-key.js';

describe('the key that is proposed for a title', () => {
  it.each([
    ['Timetable 3.0', 'TIM'],
    ['Fare rules', 'FR'],
    ['Winter release, bug triage', 'WRBT'],
    ['One two three four five six', 'OTTF'],
    ['Plan', 'PLA'],
    ['Qa', 'QA'],
    ['Été à Genève', 'EAG'],
    ['Łódź', 'LOD'],
    ['Straße', 'STR'],
    ['Don’t panic', 'DP'],
  ])('is of its letters: %s → %s', (title, key) => {
    expect(proposeKey(title)).toBe(key);
  });

  it.each(['', '   ', '2027', 'Q3', '計画', 'Планы', '🚀🚀'])('falls back where there are too few: “%s”', (title) => {
    expect(proposeKey(title)).toBe('BOARD');
  });

  it('is another one where that is taken', () => {
    expect(proposeKey('Fare rules', ['FR'])).toBe('FAR');
    expect(proposeKey('Fare rules', ['FR', 'FAR', 'FA', 'FARE'])).toBe('FRA');
    expect(proposeKey('計画', ['BOARD'])).toBe('BOARA');
  });

  it('is free and a key, whatever the title and whatever is taken', () => {
    const title = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem({ maxCount: 4 }));
    fc.assert(
      fc.property(title, fc.integer({ min: 0, max: 40 }), (text, count) => {
        const keys = firstKeys(text, count);
        return keys.length === count && keys.every((key) => BOARD_KEY.test(key));
      }),
      { numRuns: 50 },
    );
  });

  it('is free for as many boards of one title as a person may have', () => {
    expect(firstKeys('Ferries', 500)).toHaveLength(500);
  });
});

/** The keys of boards of this title that are made one after the other; each only once. */
function firstKeys(title: string, count: number): string[] {
  const taken = new Set<string>();
  for (let index = 0; index < count; index += 1) taken.add(proposeKey(title, taken));
  return [...taken];
}
