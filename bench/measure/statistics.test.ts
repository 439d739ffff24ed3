import { expect, it } from 'vitest';
import { ratioOf, type Result } from './heat.ts';
import { median, orderOf, quantile } from './statistics.ts';

it('takes the middle, or the mean of the two that are there', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
  expect(median([])).toBeNaN();
});

it('takes the least value that a share of all does not exceed', () => {
  expect(quantile([5, 1, 2, 4, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 2, 4, 3], 0.99)).toBe(5);
  expect(quantile([7], 0)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

it('asks the servers in the other order every other round', () => {
  expect([0, 1, 2].map((round) => orderOf(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'cba', 'abc']);
});

it('compares within a round, so that a slow round falls on both', () => {
  const loaded = { rate: 0, count: 0, late: 0, others: {}, errors: 0, p50: 0, p99: 0, max: 0 };
  const nothing = { ...loaded, heat: 'move', cpuMs: 0, rssMb: 0, lost: 0 };
  const rates = { talkan: [100, 50, 90], limit: [50, 25, 90] };
  const results = Object.entries(rates).flatMap(([entrant, all]) =>
    all.map((rate, round): Result => ({
      ...nothing,
      entrant,
      round,
      rate,
    })),
  );
  expect(ratioOf(results, { heat: 'move', of: 'talkan', to: 'limit' })).toBe(2);
  expect(ratioOf(results, { heat: 'move', of: 'talkan', to: 'full' })).toBeNull();
  expect(ratioOf(results, { heat: 'board', of: 'talkan', to: 'limit' })).toBeNull();
});
