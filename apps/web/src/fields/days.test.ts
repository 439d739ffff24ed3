import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, firstWeekday, nextWeekday, today, weekdayOf, weeksOf, weekStart } from './days';
import { readDate } from './read-date';

describe('days of the calendar', () => {
  it('go on over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-24', 14)).toBe('2028-01-24');
    expect(nextWeekday('2026-11-24', 1)).toBe('2026-11-30');
    expect(nextWeekday('2026-11-30', 1)).toBe('2026-12-07');
  });

  it('are those of the clock here, not of UTC', () => {
    const late = new Date(2026, 10, 24, 23, 59);
    expect(today(late)).toBe('2026-11-24');
    expect(today(new Date(2026, 10, 25, 0, 0))).toBe('2026-11-25');
  });

  it('stand in six weeks, each beginning as it does where one is', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), (date, first) => {
        const iso = date.toISOString().slice(0, 10);
        const weeks = weeksOf(iso, first);
        expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
        expect(weekdayOf(weeks[0]?.[0] ?? '')).toBe(first);
        expect(weeks.flat()).toContain(iso);
        expect(weeks[0]).toContain(`${iso.slice(0, 8)}01`);
        expect(weekStart(iso, first) <= iso).toBe(true);
      }),
    );
    expect(firstWeekday('en-US')).toBe(0);
    expect(firstWeekday('de-DE')).toBe(1);
    expect(firstWeekday('not a language')).toBe(1);
  });
});

describe('a date that is typed', () => {
  // A Tuesday.
  const now = '2026-11-24';
  it.each([
    ['today', '2026-11-24', null],
    ['Tomorrow', '2026-11-25', null],
    ['tom', '2026-11-25', null],
    ['24 Nov', '2026-11-24', null],
    ['3rd of december', '2026-12-03', null],
    ['Nov 20', '2026-11-20', null],
    ['1 Feb', '2027-02-01', null],
    ['1 Feb 2026', '2026-02-01', null],
    ['2026-11-24', '2026-11-24', null],
    ['24.12.', '2026-12-24', null],
    ['24/12/27', '2027-12-24', null],
    ['monday', '2026-11-30', null],
    ['next tue', '2026-12-01', null],
    ['in a week', '2026-12-01', null],
    ['in 3 days', '2026-11-27', null],
    ['next month', '2026-12-24', null],
    ['tomorrow 14:00', '2026-11-25', '14:00'],
    ['24 Nov, at 2pm', '2026-11-24', '14:00'],
    ['9:30', '2026-11-24', '09:30'],
    ['friday noon', '2026-11-27', '12:00'],
    ['today 12 am', '2026-11-24', '00:00'],
    ['morgen 14:00', '2026-11-25', '14:00'],
    ['Übermorgen', '2026-11-26', null],
    ['24. Dez.', '2026-12-24', null],
    ['3. März 2027 um 9 Uhr', '2027-03-03', '09:00'],
    ['am Montag, 17.30 Uhr', '2026-11-30', '17:30'],
    ['nächsten Dienstag', '2026-12-01', null],
    ['in einer Woche', '2026-12-01', null],
    ['in 3 Tagen', '2026-11-27', null],
    ['nächsten Monat', '2026-12-24', null],
  ])('is understood: %s', (text, day, time) => {
    expect(readDate(text, now)).toEqual({ day, time });
  });

  it.each([
    '',
    'soon',
    '31 Feb',
    '2026-02-30',
    '99.99.',
    'tomorrow 25:00',
    '13pm',
    'in 0.5 days',
    '24 Nov 26 27',
    'ma',
  ])('is not guessed at: %s', (text) => {
    expect(readDate(text, now)).toBeNull();
  });

  it('is nothing or a day of the calendar, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readDate(text, now);
        if (read) expect(read.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});
