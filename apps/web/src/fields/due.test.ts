import { describe, expect, it } from 'vitest';
import { dueState, sayDate } from './due';

const at = (day: number, hour = 12, minute = 0) => new Date(2026, 10, day, hour, minute);

describe('a due date', () => {
  it('of a whole day is late when the day is over, and soon two days before', () => {
    expect(dueState('2026-11-24', at(24, 23, 59))).toBe('soon');
    expect(dueState('2026-11-24', at(25, 0, 0))).toBe('late');
    expect(dueState('2026-11-24', at(23, 0, 0))).toBe('soon');
    expect(dueState('2026-11-24', at(22, 23, 59))).toBe('later');
  });

  it('with a time is late at that moment', () => {
    const due = at(24, 14).toISOString();
    expect(dueState(due, at(24, 13, 59))).toBe('soon');
    expect(dueState(due, at(24, 14))).toBe('late');
    expect(dueState(due, at(22, 13))).toBe('later');
  });

  it('is told with what is not clear of itself', () => {
    expect(sayDate('2026-11-20', at(24))).toBe('20 Nov');
    expect(sayDate('2025-11-20', at(24))).toBe('20 Nov 2025');
    expect(sayDate('2026-11-24', at(24))).toBe('today');
    expect(sayDate(at(24, 14).toISOString(), at(24))).toBe('today 14:00');
    expect(sayDate(at(28, 9, 5).toISOString(), at(24))).toBe('28 Nov 09:05');
    expect(sayDate('nonsense', at(24))).toBe('');
  });
});
