import { describe, expect, test } from 'vitest';
import { casesOf, refuses, type Category } from './expect.ts';
import type { Mark } from './grade.ts';
import type { Trial } from './play.ts';
import { failuresOf, passEveryTime, resultTable, wilson } from './report.ts';

interface Kind {
  readonly category?: Category;
  readonly covered?: boolean;
}

function tried(say: string, mark: Mark, { category = 'single', covered = true }: Kind = {}): Trial {
  const [one] = casesOf(category, 'home', [covered ? [say, refuses] : [say, refuses, { covered: false }]]);
  if (!one) throw new Error('There is one case');
  return { case: one, mark, why: mark === 'right' ? null : 'because', times: [1, 3] };
}

describe('Wilson’s interval', () => {
  test('is the one that tables give', () => {
    expect(wilson(81, 263).map((bound) => bound.toFixed(4))).toEqual(['0.2553', '0.3662']);
  });

  test('does not take none of few for never', () => {
    const [low, high] = wilson(0, 20);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.161, 3);
    expect(wilson(20, 20)[0]).toBeCloseTo(0.839, 3);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

describe('the report', () => {
  const trials = [
    tried('a', 'right'),
    tried('a', 'right'),
    tried('b', 'right'),
    tried('b', 'harmful'),
    tried('c', 'refused', { category: 'dates' }),
    tried('c', 'refused', { category: 'dates' }),
  ];

  test('counts as passed what was right every time', () => {
    expect(passEveryTime(trials)).toBeCloseTo(1 / 3);
  });

  test('has a row for each category that was tried, and one for all', () => {
    const lines = resultTable(trials, 2).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain('| single | 2 | 75.0 %');
    expect(lines[3]).toContain('| dates | 1 | 0.0 %');
    expect(lines[4]).toContain('| **all** | 3 | 50.0 %');
    expect(lines[0]).toContain('right 2 of 2 times');
    expect(resultTable(trials, 1)).not.toContain('times');
  });

  test('names harm anywhere, and what is covered and not right', () => {
    const failures = failuresOf([
      tried('fine', 'right'),
      tried('not yet', 'refused', { covered: false }),
      tried('missed', 'refused'),
      tried('harm', 'harmful', { covered: false }),
    ]);
    expect(failures.map((line) => line.split('\n')[0])).toEqual([
      'refused · single/home/missed',
      'harmful · single/home/harm',
    ]);
  });
});
