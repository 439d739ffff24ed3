import { readCalendarDay } from '@talkan/board/command/calendar-words';
import { contextOf } from '@talkan/board/command/testing/context';
import { describe, expect, it } from 'vitest';
import { language } from './language';
import { readTyped } from './read-typed';

const THERE = { part: readCalendarDay, isAway: false };
const COMING = { part: null, isAway: false };
const AWAY = { part: null, isAway: true };
const context = contextOf({ Backlog: ['Login page', 'Login page 24 Dec'], Done: [] });

const read = (text: string, calendar: Parameters<typeof readTyped>[1]['calendar']) =>
  readTyped(text, { language, calendar, context });

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
