import { asksOrRefuses, casesOf, change, either, refuses, type Case } from '../expect.ts';
import { create, due, set } from '../steps.ts';

const software = casesOf('dates', 'software', [
  ['TK-1 is due on Friday', change(due('TK-1', '2026-06-05'))],
  ['set the due date of TK-1 to next Friday', change(due('TK-1', '2026-06-12'))],
  ['make dark mode due tomorrow', change(due('TK-3', '2026-06-04'))],
  ['the login bug is due today', change(due('TK-7', '2026-06-03'))],
  ['TK-2 due in two weeks', change(due('TK-2', '2026-06-17'))],
  ['TK-2 due in 3 days', change(due('TK-2', '2026-06-06'))],
  ['set due date for rate limiting to 12 June', change(due('TK-10', '2026-06-12'))],
  ['set due date for rate limiting to June 12th', change(due('TK-10', '2026-06-12'))],
  ['due date of TK-10: 2026-07-01', change(due('TK-10', '2026-07-01'))],
  ['TK-10 due 4/7', change(due('TK-10', '2026-07-04'))],
  ['TK-10 due 31/12/2026', change(due('TK-10', '2026-12-31'))],
  ['TK-10 is due on the 1st of January', change(due('TK-10', '2027-01-01'))],
  ['make TK-6 due the day after tomorrow', change(due('TK-6', '2026-06-05'))],
  ['make TK-6 due on Monday', change(due('TK-6', '2026-06-08'))],
  ['TK-6 should be due by the end of the month', either(change(due('TK-6', '2026-06-30')), refuses)],
  ['set TK-6 due at the end of June', either(change(due('TK-6', '2026-06-30')), refuses)],
  ['TK-6 due a week from Friday', change(due('TK-6', '2026-06-12'))],
  ['make TK-4 due tomorrow at 5pm', change(due('TK-4', '2026-06-04T16:00:00.000Z'))],
  ['TK-4 due Friday 17:30', change(due('TK-4', '2026-06-05T16:30:00.000Z'))],
  ['remove the due date from TK-7', change(due('TK-7', null))],
  ['the login bug has no due date', either(change(due('TK-7', null)), refuses)],
  ['push TK-8 by a week', change(due('TK-8', '2026-06-12'))],
  ['postpone the crash by 2 days', change(due('TK-9', '2026-06-14'))],
  ['move the due date of TK-8 to 10 July', change(due('TK-8', '2026-07-10'))],
  ['start TK-9 on Monday', change(set('TK-9', { start: '2026-06-08' }))],
  ['set the start date of TK-8 to tomorrow', change(set('TK-8', { start: '2026-06-04' }))],
  ['add "Send invoices" to To Do due tomorrow', change(create('To Do', 'Send invoices', { due: '2026-06-04' }))],
  ['add "Prepare for Friday" to To Do', change(create('To Do', 'Prepare for Friday'))],
  ['add Plan the Monday meeting to To Do', change(create('To Do', 'Plan the Monday meeting'))],
  ['TK-1 due on 30 February', asksOrRefuses()],
  ['TK-1 due someday', asksOrRefuses()],
  ['push TK-1 by a week', asksOrRefuses()],
  ['start TK-8 on 20 June', asksOrRefuses()],
  ['TK-1 due 31/31', asksOrRefuses()],
  ['TK-10 due 7/4', change(due('TK-10', '2026-07-04')), { situation: { dateOrder: 'mdy' } }],
  [
    'TK-1 due tomorrow',
    change(due('TK-1', '2026-06-05')),
    // There it is one in the morning of Thursday.
    { situation: { now: '2026-06-03T16:00:00.000Z', timeZone: 'Asia/Tokyo' } },
  ],
  ['TK-1 due in a fortnight', change(due('TK-1', '2026-06-17'))],
  [
    'make TK-1 due on 29 February',
    change(due('TK-1', '2028-02-29')),
    { situation: { now: '2027-06-03T09:30:00.000Z' } },
  ],
  ['push all overdue cards by 1 week', change(due('TK-7', '2026-06-09'), due('TK-12', '2026-06-08'))],
]);

const home = casesOf('dates', 'home', [
  ['call mum is due today', change(due('ME-8', '2026-06-07'))],
  ['fix the bike by tomorrow', either(change(due('ME-10', '2026-06-08')), refuses)],
  ['set the due date of Fix the bike to Friday', change(due('ME-10', '2026-06-12'))],
  ['set pay rent due July 1', change(due('ME-14', '2026-07-01'))],
  ['make call mum due tomorrow at 6pm', change(due('ME-8', '2026-06-09T01:00:00.000Z'))],
  ['postpone the dentist to 6/15', change(due('ME-7', '2026-06-15'))],
  ['clear the due date of the passport', change(due('ME-11', null))],
]);

const marketing = casesOf('dates', 'marketing', [
  ['spring campaign due 7/4', change(due('MK-1', '2026-07-04'))],
  ['set the due date for MK-4 to 12/6/2026', change(due('MK-4', '2026-12-06'))],
  ['push the newsletter back a week', change(due('MK-2', '2026-06-22'))],
  ['MK-9 is due Sept 1st', change(due('MK-9', '2026-09-01'))],
  ['Interview with Zoë due when it rains', asksOrRefuses()],
]);

export const dates: readonly Case[] = [...software, ...home, ...marketing];
