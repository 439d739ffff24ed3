import { describe, expect, it } from 'vitest';
import { contextOf } from './testing/context.js';
import { fieldContext, outcomeOf } from './testing/fields.js';
import { told } from './testing/said.js';

const context = fieldContext();
const DUE = 'Set the due date of TK-1 “Login page” to';
const START = 'Set the start date of TK-3 “Dark mode” to';

describe('due dates', () => {
  it.each([
    'TK-1 is due on 1 December',
    'login page due 1/12',
    'TK-1: due 1 Dec',
    'TK-1 by 1 Dec',
    'set the due date of TK-1 to 1 December',
    "set TK-1's due date to 1 December",
    'make the login page due on Dec 1st',
    'mark TK-1 as due 1 December',
    'give TK-1 a deadline of 1 December',
    'put a deadline of 1 December on TK-1',
    'add a due date of 1 December to the login page',
    "TK-1's deadline is 1 December",
    'deadline for TK-1: 1 December',
    'the login page needs to be done by 1 December',
    'finish TK-1 by 1 December',
    'make TK-1 due 1 December instead',
    'reschedule TK-1 to 1 December',
    'move TK-1 to 1 December',
    'move the deadline of TK-1 to 1 December',
    'postpone TK-1 to 1 December',
    'push TK-1 until 1 December',
    'could you please set the due date of TK-1 to 1 December?',
  ])('are set: %s', (text) => {
    expect(outcomeOf(text, context)).toBe(`${DUE} 1 Dec 2026.`);
  });

  it.each([
    'remove the due date from TK-1',
    'clear the deadline of the login page',
    'no due date for TK-1',
    'TK-1 no due date',
    'TK-1 has no due date',
    "remove TK-1's due date",
    'set the due date of TK-1 to none',
    'unschedule TK-1',
  ])('are taken away: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Remove the due date of TK-1 “Login page”.');
  });

  it.each([
    ['push TK-1 by two days', '29 Nov 2026'],
    ['push TK-1 back a week', '4 Dec 2026'],
    ['postpone the login page by a fortnight', '11 Dec 2026'],
    ['delay TK-1 2 days', '29 Nov 2026'],
    ['push the deadline of TK-1 back by two days', '29 Nov 2026'],
    ['extend the due date of TK-1 by a month', '27 Dec 2026'],
    ['give TK-1 two more days', '29 Nov 2026'],
    ['give TK-1 another week', '4 Dec 2026'],
    ['bring TK-1 forward a day', '26 Nov 2026'],
    ['bring forward TK-1 by a day', '26 Nov 2026'],
    ['move TK-1 up by a day', '26 Nov 2026'],
    ['make TK-1 due a day earlier', '26 Nov 2026'],
    ['bring TK-1 forward to tomorrow', '26 Nov 2026'],
  ])('are moved from where they are: %s', (text, day) => {
    expect(outcomeOf(text, context)).toBe(`${DUE} ${day}.`);
  });

  it('keep their time of the day when they are moved by days', () => {
    expect(outcomeOf('push TK-2 by a day', context)).toBe(
      'Set the due date of TK-2 “Login API” to 1 Dec 2026, 08:00 UTC.',
    );
    expect(outcomeOf('push TK-2 by 2 hours', context)).toBe(
      'Set the due date of TK-2 “Login API” to 30 Nov 2026, 10:00 UTC.',
    );
  });

  it('of several cards are set and moved together, or not at all', () => {
    expect(outcomeOf('TK-1 and TK-3 are due on Monday', context)).toBe(
      `${DUE} 30 Nov 2026. Set the due date of TK-3 “Dark mode” to 30 Nov 2026.`,
    );
    expect(outcomeOf('push TK-1 and TK-3 by a day', context)).toBe(
      'Refuses: TK-3 “Dark mode” has no due date to move. Set one first.',
    );
  });

  it.each([
    ['push TK-3 by a week', 'TK-3 “Dark mode” has no due date to move. Set one first.'],
    ['push TK-1 by 2 hours', 'TK-1 “Login page” is due on a day, without a time. Say how many days to move it.'],
    ['remove the due date of TK-3', 'TK-3 “Dark mode” has no due date.'],
    ['add a due date to TK-3', 'Say for which day: “TK-1 is due on Friday”.'],
  ])('are refused with a reason: %s', (text, reason) => {
    expect(outcomeOf(text, context)).toBe(`Refuses: ${reason}`);
  });

  it('that would be later by a word for earlier are refused, and the other way round', () => {
    expect(outcomeOf('postpone TK-1 to tomorrow', context)).toContain('Refuses: TK-1 “Login page” is due later');
    expect(outcomeOf('bring TK-1 forward to Monday', context)).toContain('Refuses: TK-1 “Login page” is due earlier');
  });

  it.each(['TK-1 is due', 'TK-1 due someday', 'TK-1 due on 30 February', 'due Friday', 'is TK-1 due tomorrow?'])(
    'are not guessed: %s',
    (text) => {
      expect(outcomeOf(text, context)).toMatch(/^(Refuses|Answers)/);
    },
  );

  it('are asked for where words have several meanings, and the choice is understood', () => {
    expect(outcomeOf('TK-1 due this weekend', context)).toBe(
      'Asks: Saturday, 28 November 2026 / Sunday, 29 November 2026',
    );
    expect(outcomeOf('TK-1 due 2026-11-28', context)).toBe(`${DUE} 28 Nov 2026.`);
    expect(outcomeOf('TK-1 due 2026-11-28 09:00', context)).toBe(`${DUE} 28 Nov 2026, 08:00 UTC.`);
  });
});

it('moves a card to a column, and not to a day of the same name', () => {
  const today = fieldContext();
  expect(outcomeOf('add column Today and move TK-1 to Today', today)).toContain('from “Backlog” to “Today”');
});

describe('start dates', () => {
  it.each([
    'start TK-3 on Monday',
    'dark mode starts on Monday',
    'set the start date of TK-3 to Monday',
    'TK-3 should start on Monday',
  ])('are set: %s', (text) => {
    expect(outcomeOf(text, context)).toBe(`${START} 30 Nov 2026.`);
  });

  it('are set with due dates that follow them', () => {
    expect(outcomeOf('schedule TK-3 from Monday to Friday', context)).toBe(
      `${START} 30 Nov 2026 and the due date to 4 Dec 2026.`,
    );
  });
});

describe('all due dates', () => {
  it('are none of a card that is called “Set up”', () => {
    expect(told('set all due dates to Friday', contextOf({ Backlog: ['Set up CI'] }))).toMatch(/^!/u);
  });
});
