import { describe, expect, test } from 'vitest';
import { fieldContext } from '../testing/fields.js';
import { told } from '../testing/said.js';

const context = fieldContext();

describe('whether there are such cards', () => {
  test.each([
    ['do we have anything overdue?', 'No, there are no overdue cards.'],
    ['are there any bugs?', 'Yes, there are 2 cards labelled “Bug”: TK-1 “Login page” and TK-4 “Search results”.'],
    ['do we have any urgent cards', 'Yes: TK-2 “Login API”.'],
    ['is anything blocked', 'Yes: TK-4 “Search results”.'],
    ['is there a bug in Backlog?', 'Yes: TK-1 “Login page”.'],
    ['do I have anything overdue?', 'No, you have no overdue cards.'],
    ['does Ben have any bugs', 'Yes: TK-4 “Search results”.'],
    ['is there a card for Ben?', 'Yes: TK-4 “Search results”.'],
  ])('%s', (text, answer) => expect(told(text, context)).toBe(answer));

  test.each(['do we have to archive dark mode?', 'do we need a bug?', 'do we archive anything overdue?'])(
    '%s: asks whether to do something, and is no such question',
    (text) => expect(told(text, context)).toMatch(/^!/u),
  );
});

describe('whether all of them are so', () => {
  test.each([
    ['are all bugs done?', 'No, none of the 2 is: TK-1 “Login page” and TK-4 “Search results”.'],
    ['are the bugs in Backlog', 'No, 1 of the 2 is not: TK-4 “Search results”.'],
    ['are the cards in Done all done?', 'Yes: TK-6 “Set up CI”.'],
    ['are all cards in Backlog unfinished?', 'Yes, all 3 are.'],
    ['are all cards in Review done', 'There are no cards in “Review”.'],
    ["are Ben's cards overdue?", 'No: TK-4 “Search results”.'],
  ])('%s', (text, answer) => expect(told(text, context)).toBe(answer));
});

describe('whether there is a card about something', () => {
  test.each([
    ['is there a card about the dark mode?', 'Yes: TK-3 “Dark mode”.'],
    ['do we have a card for logins', 'Yes, 2 cards: TK-1 “Login page” and TK-2 “Login API”.'],
    ['do we already have a ticket called rate limiting?', 'Yes: TK-5 “Rate limiting”.'],
    ['is there anything about search', 'Yes: TK-4 “Search results”.'],
    ['is there a card TK-3?', 'Yes: TK-3 “Dark mode”.'],
    ['do we have a card TK-99?', 'No. There is no card TK-99 on this board.'],
    ['do we have anything for Friday?', 'Yes: TK-1 “Login page”.'],
    ['is there a card for the launch party?', 'No, no card is about “the launch party”.'],
  ])('%s', (text, answer) => expect(told(text, context)).toBe(answer));
});
