import { describe, expect, it } from 'vitest';
import { timeAfter } from './clock.js';

const at = (time: string) => () => Date.parse(time);

describe('the time after another', () => {
  it('is the present', () => {
    expect(timeAfter(undefined, at('2026-03-01T10:00:00.000Z'))).toBe('2026-03-01T10:00:00.000Z');
    expect(timeAfter('2026-03-01T09:59:59.999Z', at('2026-03-01T10:00:00.000Z'))).toBe('2026-03-01T10:00:00.000Z');
  });

  it('is a moment later where that would be the same, or earlier by a little', () => {
    expect(timeAfter('2026-03-01T10:00:00.000Z', at('2026-03-01T10:00:00.000Z'))).toBe('2026-03-01T10:00:00.001Z');
    expect(timeAfter('2026-03-01T10:00:00.499Z', at('2026-03-01T10:00:00.000Z'))).toBe('2026-03-01T10:00:00.500Z');
  });

  it('is the present again for a clock that was put back', () => {
    expect(timeAfter('2026-03-02T10:00:00.000Z', at('2026-03-01T10:00:00.000Z'))).toBe('2026-03-01T10:00:00.000Z');
  });
});
