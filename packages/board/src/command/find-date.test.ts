import { describe, expect, it } from 'vitest';
import { findDate } from './find-date.js';
import { sceneOf } from './slots.js';
import { fieldContext } from './testing/fields.js';
import type { CommandContext } from './command.js';
import { readWords } from './words.js';

/** The date that words mean, the words of the choices that are offered, or `none`. */
function dateIn(text: string, more: Partial<CommandContext> = {}): string {
  const said = readWords(text);
  const reading = findDate(sceneOf(said, { context: fieldContext(more), isVerb: () => false }), {
    from: 0,
    to: said.words.length,
  });
  if (!reading) return 'none';
  return reading.kind === 'clear' ? reading.value : reading.doubt.choices.map(({ words }) => words).join(' or ');
}

describe('a day, said on Wednesday, 25 November 2026', () => {
  it.each([
    ['today', '2026-11-25'],
    ['tonight', '2026-11-25'],
    ['EOD', '2026-11-25'],
    ['the end of the day', '2026-11-25'],
    ['tomorrow', '2026-11-26'],
    ['tomorow', '2026-11-26'],
    ['the day after tomorrow', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['firday', '2026-11-27'],
    ['on Fri', '2026-11-27'],
    ['this Friday', '2026-11-27'],
    ['the coming Monday', 'none'],
    ['coming Monday', '2026-11-30'],
    ['Monday', '2026-11-30'],
    ['next Monday', '2026-11-30'],
    ['next Friday', '2026-12-04'],
    ['Friday next week', '2026-12-04'],
    ['Friday week', '2026-12-04'],
    ['a week from Friday', '2026-12-04'],
    ['two days after Friday', '2026-11-29'],
    ['in two weeks', '2026-12-09'],
    ['in 2 weeks’ time', '2026-12-09'],
    ['in a fortnight', '2026-12-09'],
    ['three days from now', '2026-11-28'],
    ['in a month', '2026-12-25'],
    ['end of the month', '2026-11-30'],
    ['EOM', '2026-11-30'],
    ['the end of next month', '2026-12-31'],
    ['end of February', '2027-02-28'],
    ['end of the year', '2026-12-31'],
    ['the 5th', '2026-12-05'],
    ['the 28th', '2026-11-28'],
    ['24 Dec', '2026-12-24'],
    ['Dec 24th', '2026-12-24'],
    ['Dec. 24', '2026-12-24'],
    ['the 24th of December', '2026-12-24'],
    ['24 December 2027', '2027-12-24'],
    ['December 24, 2027', '2027-12-24'],
    ['Thursday, 24 December', '2026-12-24'],
    ['2026-12-24', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['24/12/26', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['1 January', '2027-01-01'],
    ['29 February', '2028-02-29'],
  ])('%s is %s', (text, day) => {
    expect(dateIn(text)).toBe(day);
  });

  it.each([
    ['Wednesday', '2026-11-25 or 2026-12-02'],
    ['this Monday', '2026-11-30 or 2026-11-23'],
    ['next Sunday', '2026-11-29 or 2026-12-06'],
    ['next week', '2026-11-30 or 2026-12-04'],
    ['end of the week', '2026-11-27 or 2026-11-29'],
    ['this weekend', '2026-11-28 or 2026-11-29'],
    ['next month', '2026-12-01 or 2026-12-31'],
    ['20 November', '2026-11-20 or 2027-11-20'],
    ['tomorrow morning', '2026-11-26 or 2026-11-26 09:00'],
    ['tomorrow at 5', '2026-11-26 05:00 or 2026-11-26 17:00'],
  ])('%s may be %s, and asks', (text, days) => {
    expect(dateIn(text)).toBe(days);
  });

  it.each([
    'someday',
    'soon',
    'later',
    '5',
    '12',
    '30 February',
    '31/31',
    'Friday, 24 December',
    'May',
    'December',
    'when it rains',
    '24 Dec to 26 Dec',
    'Dec 24 - 26',
    'Monday or Tuesday',
    'Friday the bug',
    '"tomorrow"',
    'tomorrow at 25:00',
    'tomorrow at 13pm',
    'the 31st of February',
  ])('%s is no date', (text) => {
    expect(dateIn(text)).toBe('none');
  });

  it('is the same wherever the server stands', () => {
    const zones = [process.env['TZ'], 'Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'];
    const days = zones.map((zone) => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
      return ['24 Dec', 'tomorrow', 'Friday', 'in two weeks', 'tomorrow at 9am'].map((text) => dateIn(text));
    });
    if (zones[0] === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zones[0];
    for (const others of days) expect(others).toEqual(days[0]);
  });
});

describe('a time', () => {
  it.each([
    ['tomorrow at 3pm', '2026-11-26T14:00:00.000Z'],
    ['3 pm tomorrow', '2026-11-26T14:00:00.000Z'],
    ['Friday 17:30', '2026-11-27T16:30:00.000Z'],
    ['Friday at 5.30 pm', '2026-11-27T16:30:00.000Z'],
    ['24 Dec at 09:00', '2026-12-24T08:00:00.000Z'],
    ['noon tomorrow', '2026-11-26T11:00:00.000Z'],
    ['1 July at noon', '2027-07-01T10:00:00.000Z'],
    ['at 5pm', '2026-11-25T16:00:00.000Z'],
    ['in 2 hours', '2026-11-25T12:00:00.000Z'],
    ['in half an hour', '2026-11-25T10:30:00.000Z'],
    ['12am tomorrow', '2026-11-25T23:00:00.000Z'],
  ])('%s is %s in Berlin', (text, moment) => {
    expect(dateIn(text)).toBe(moment);
  });

  it('that is over today is not guessed', () => {
    expect(dateIn('at 9am')).toBe('none');
  });
});

describe('whose day it is', () => {
  it('is the day of whoever speaks', () => {
    const now = '2026-11-25T16:00:00.000Z';
    expect(dateIn('tomorrow', { now, timeZone: 'Asia/Tokyo' })).toBe('2026-11-27');
    expect(dateIn('tomorrow', { now, timeZone: 'America/New_York' })).toBe('2026-11-26');
  });

  it('is written as they write it', () => {
    expect(dateIn('3/4', { dateOrder: 'dmy' })).toBe('2027-04-03');
    expect(dateIn('3/4', { dateOrder: 'mdy' })).toBe('2027-03-04');
    expect(dateIn('12/31', { dateOrder: 'dmy' })).toBe('2026-12-31');
  });
});
