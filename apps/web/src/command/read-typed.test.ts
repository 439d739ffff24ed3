import { readCalendarDay } from '@talkan/board/command/calendar-words';
import { MORE_INTENTS } from '@talkan/board/command/intents-more';
import { contextOf } from '@talkan/board/command/testing/context';
import { describe, expect, it } from 'vitest';
import { language } from './language';
import { readTyped } from './read-typed';

const THERE = { part: readCalendarDay, isAway: false };
const COMING = { part: null, isAway: false };
const AWAY = { part: null, isAway: true };
const context = contextOf({ Backlog: ['Login page', 'Login page 24 Dec'], Done: [] });

const MORE = { part: MORE_INTENTS, isAway: false };

const read = (
  text: string,
  calendar: Parameters<typeof readTyped>[1]['calendar'],
  more: Parameters<typeof readTyped>[1]['more'] = MORE,
) => readTyped(text, { language, more, calendar, context });

describe('what is typed before the reader of dates has come', () => {
  it.each([
    'make TK-1 due 24 Dec',
    'set the due date of TK-1 to 24/12/2026',
    'move TK-1 to Done and make TK-2 due Dec 24th',
    'what is due by 2026-12-24?',
    'make TK-1 due 5 days after 24 Dec',
  ])('is nothing yet, where it may say one: %s', (text) => {
    expect(read(text, COMING)).toBeNull();
    expect(read(text, AWAY)).toMatchObject({ understood: { kind: 'refused' }, completions: [], isCertain: false });
    expect(read(text, AWAY)?.hurdle).toContain('“tomorrow”');
    expect(read(text, THERE)).toMatchObject({ hurdle: null });
    expect(read(text, THERE)?.understood.kind).not.toBe('refused');
  });

  it.each([
    'move TK-1 to Done',
    'make TK-1 due tomorrow',
    'make TK-1 due in 3 days',
    'make TK-1 due next friday at 5pm',
    'what is overdue?',
    'move Login page 24 Dec to Done',
  ])('is understood all the same, where it says none: %s', (text) => {
    expect(read(text, COMING)).toEqual(read(text, THERE));
    expect(read(text, AWAY)).toEqual(read(text, THERE));
    expect(read(text, THERE)?.understood.kind).not.toBe('refused');
  });
});

describe('what is typed before all of the language has come', () => {
  it.each([
    'what is overdue?',
    'who has the login page',
    'show cards of Ben',
    'TK-1 done',
    'is TK-1 done',
    'move TK-1 somewhere',
    'add Find out what is overdue',
    'add "Milk" to the checklist of TK-1',
    'limit Done to 3',
    'move the column Done to the front',
    'add "Paid" as a column',
    'comment "Nice" on TK-1',
    'TK-1 blocks TK-2',
    'estimate TK-1 at 3',
  ])('is nothing yet, where it may be more than a plain command: %s', (text) => {
    expect(read(text, THERE, COMING)).toBeNull();
    expect(read(text, THERE, AWAY)?.hurdle).toContain('Only the plainest commands');
  });

  it.each(['move TK-1 to Done', 'make TK-1 due tomorrow and assign it to Ben', 'add "Call the bank" to Backlog'])(
    'is understood all the same, where it is a plain command: %s',
    (text) => expect(read(text, THERE, COMING)?.understood).toMatchObject({ kind: 'change', sure: 1 }),
  );
});
