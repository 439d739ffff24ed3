import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../measure/statistics.ts';
import { createHistogram } from './histogram.ts';

describe('the histogram', () => {
  it('tells quantiles that are at most 1.6 % too high', () => {
    const times = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(times, fc.constantFrom(0.01, 0.5, 0.99, 1), (recorded, share) => {
        const histogram = createHistogram();
        for (const time of recorded) histogram.record(time);
        const exact = quantile(recorded, share) / 1_000;
        expect(histogram.quantile(share)).toBeGreaterThanOrEqual(exact);
        expect(histogram.quantile(share)).toBeLessThanOrEqual(exact * 1.016);
        expect(histogram.max()).toBe(Math.max(...recorded) / 1_000);
        expect(histogram.count()).toBe(recorded.length);
      }),
    );
  });

  it('has no quantile before anything was recorded', () => {
    expect(createHistogram().quantile(0.5)).toBeNaN();
  });
});
