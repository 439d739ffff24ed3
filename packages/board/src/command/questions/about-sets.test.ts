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
