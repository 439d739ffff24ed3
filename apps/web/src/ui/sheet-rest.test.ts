import { describe, expect, it } from 'vitest';
import { restOf } from './sheet-rest';

const RESTS = { half: 540, full: 830 };

describe('a sheet that is let go', () => {
  it.each([
    [600, 'half'],
    [700, 'full'],
    [260, 'closed'],
    [900, 'full'],
  ])('goes to the nearest rest from %d px where the finger had come to a stop', (height, rest) => {
    expect(restOf({ height, speed: 0.1 }, RESTS)).toBe(rest);
  });

  it.each([
    [560, 0.9, 'full'],
    [520, -0.9, 'closed'],
    [800, -0.9, 'half'],
    [300, 0.9, 'half'],
    [300, -0.9, 'closed'],
    [840, 2, 'full'],
  ])('goes on to the next rest from %d px where it was thrown at %d', (height, speed, rest) => {
    expect(restOf({ height, speed }, RESTS)).toBe(rest);
  });

  it('closes or stays where it has one height', () => {
    const one = { half: 300, full: 300 };
    expect(restOf({ height: 280, speed: 0 }, one)).toBe('half');
    expect(restOf({ height: 290, speed: -0.6 }, one)).toBe('closed');
    expect(restOf({ height: 100, speed: 0 }, one)).toBe('closed');
  });
});
