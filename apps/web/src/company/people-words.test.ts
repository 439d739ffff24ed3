import { expect, it } from 'vitest';
import { inOrder, matching, sayDay, sayLeft } from './people-words';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const later = (ms: number) => new Date(NOW + ms).toISOString();

it('says how long something is good for in the unit that matters', () => {
  expect(sayLeft(later(7 * 24 * HOUR - 1), NOW)).toBe('7 days');
  expect(sayLeft(later(37 * HOUR), NOW)).toBe('2 days');
  expect(sayLeft(later(36 * HOUR), NOW)).toBe('36 hours');
  expect(sayLeft(later(2 * HOUR), NOW)).toBe('2 hours');
  expect(sayLeft(later(90 * MINUTE), NOW)).toBe('90 minutes');
  expect(sayLeft(later(10), NOW)).toBe('1 minute');
  expect(sayLeft(later(-HOUR), NOW)).toBe('1 minute');
});

it('names the year only where it is another one', () => {
  expect(sayDay(later(0), NOW)).toBe('today');
  expect(sayDay('2026-03-02T12:00:00Z', NOW)).not.toContain('2026');
  expect(sayDay('2025-11-24T12:00:00Z', NOW)).toContain('2025');
});

const people = [
  { userId: '1', name: 'sena', role: 'owner' },
  { userId: '2', name: 'Mira', role: 'editor' },
  { userId: '3', name: 'guest-10', role: 'viewer' },
  { userId: '4', name: 'guest-9', role: 'commenter' },
] as const;
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

it('puts oneself first and the others in the order of their names', () => {
  expect(names(inOrder(people, '1'))).toEqual(['sena', 'guest-9', 'guest-10', 'Mira']);
  expect(names(inOrder(people, 'nobody'))).toEqual(['guest-9', 'guest-10', 'Mira', 'sena']);
});

it('finds people by a part of their name or by their role', () => {
  expect(names(matching(people, ' MI '))).toEqual(['Mira']);
  expect(names(matching(people, 'viewer'))).toEqual(['guest-10']);
  expect(matching(people, '')).toBe(people);
  expect(matching(people, 'zzz')).toEqual([]);
});
