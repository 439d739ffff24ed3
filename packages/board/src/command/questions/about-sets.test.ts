import { describe, expect, test } from 'vitest';
import { contextOf } from '../testing/context.js';
import { fieldContext } from '../testing/fields.js';
import { told } from '../testing/said.js';

const context = fieldContext();

describe('cards that are named and nothing is said of them', () => {
  test.each([
    ['bugs', 'There are 2 cards labelled “Bug”: TK-1 “Login page” and TK-4 “Search results”.'],
    ['bugs of Ben', 'There is one: TK-4 “Search results”.'],
    ["Ana's cards", 'You have 2 cards: TK-1 “Login page” and TK-4 “Search results”.'],
    ['urgent stuff?', 'There is one: TK-2 “Login API”.'],
    [
      'unassigned cards in Backlog',
      'There are 2 unassigned cards in “Backlog”: TK-2 “Login API” and TK-3 “Dark mode”.',
    ],
    ['overdue', 'There are no overdue cards.'],
    ['blocked', 'There is one: TK-4 “Search results”.'],
    ['in Review', 'There are no cards in “Review”.'],
    ['the newest card in Backlog', 'That is TK-3 “Dark mode”.'],
  ])('%s: are listed', (text, answer) => expect(told(text, context)).toBe(answer));

  test.each(['all done', 'everything is finished', 'done', 'cards', 'everything', 'Backlog', 'the bug'])(
    '%s: are not',
    (text) => expect(told(text, context)).toMatch(/^!/u),
  );

  test('are those that were spoken of, where something is said of these', () => {
    const spoken = fieldContext({ talk: { cardIds: ['c3'], asked: null } });
    expect(told('due tomorrow', spoken)).toBe('Set the due date of TK-3 “Dark mode” to 26 Nov 2026.');
  });
});

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

describe('who has such cards', () => {
  test('is said of each of them', () => {
    expect(told('who has bugs?', context)).toBe(
      'You have TK-1 “Login page” and TK-4 “Search results”. Ben Stone has TK-4 “Search results”.',
    );
  });

  test('is nobody where there are none', () => {
    expect(told('who has overdue cards?', context)).toBe('Nobody: there are no overdue cards.');
  });
});

describe('how many there are', () => {
  test.each([
    ['how many cards are there?', 'There is 1 card on the board.'],
    ['how many cards are in Backlog?', 'There is 1 card in “Backlog”.'],
    ['how many cards are in Done?', 'There are no cards in “Done”.'],
    ['how many cards do I have?', 'You have no cards.'],
  ])('%s', (text, answer) => expect(told(text, contextOf({ Backlog: ['Cards'], Done: [] }))).toBe(answer));
});
