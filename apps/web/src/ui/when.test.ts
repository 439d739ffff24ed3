import { expect, it } from 'vitest';
import { sayWhen } from './when';

const now = new Date(2026, 2, 1, 9, 30);
const say = (...date: [number, number, number, number, number]) => sayWhen(new Date(...date).toISOString(), now);

it('says days as near as they are', () => {
  expect(say(2026, 2, 1, 0, 5)).toBe('today 00:05');
  expect(say(2026, 1, 28, 14, 2)).toBe('yesterday 14:02');
  expect(say(2026, 1, 27, 14, 2)).toBe('27 Feb 14:02');
  expect(say(2025, 1, 28, 14, 2)).toBe('28 Feb 2025 14:02');
});

it('says nothing of what is no time', () => {
  expect(sayWhen('soon', now)).toBe('');
});
