import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localOf, momentOf } from './zone';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Kiritimati'];

it.each([
  ['Europe/Berlin', '2026-07-01', '14:00', '2026-07-01T12:00:00.000Z'],
  ['Europe/Berlin', '2026-12-01', '14:00', '2026-12-01T13:00:00.000Z'],
  ['America/New_York', '2026-11-24', '23:30', '2026-11-25T04:30:00.000Z'],
  ['Asia/Kolkata', '2026-11-24', '00:00', '2026-11-23T18:30:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-24', '08:00', '2026-11-23T18:00:00.000Z'],
  ['UTC', '2024-02-29', '12:00', '2024-02-29T12:00:00.000Z'],
])('knows when it is %s’s %s %s', (zone, day, time, moment) => {
  expect(momentOf({ day, time }, zone)).toBe(moment);
  expect(localOf(moment, zone)).toEqual({ day, time });
});

it('means the first of two times where clocks are put back', () => {
  expect(momentOf({ day: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  expect(momentOf({ day: '2026-11-01', time: '01:30' }, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  expect(localOf('2026-10-25T01:30:00.000Z', 'Europe/Berlin')).toEqual({ day: '2026-10-25', time: '02:30' });
});

it('goes on past a time that is left out where clocks are put forward', () => {
  const moment = momentOf({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin');
  expect(moment).toBe('2026-03-29T01:30:00.000Z');
  expect(localOf(moment, 'Europe/Berlin').time).toBe('03:30');
});

it('comes back to the same clock from every moment that is the first to show it', () => {
  const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2037, 11) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
      const moment = new Date(minute * 60_000).toISOString();
      const local = localOf(moment, zone);
      const again = momentOf(local, zone);
      expect(localOf(again, zone)).toEqual(local);
      expect(again <= moment).toBe(true);
    }),
  );
});
