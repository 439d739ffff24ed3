import { describe, expect, it, test } from 'vitest';
import { contextOf } from './testing/context.js';
import { boardAfter, told } from './testing/said.js';
import { understand } from './understand.js';

const AT = '2026-11-20T09:00:00.000Z';
const archive = {
  cards: [
    { id: 'a1', number: 21, title: 'Old plan', columnId: 'backlog', archivedAt: AT },
    { id: 'a2', number: 22, title: 'Dark mode', columnId: 'review', archivedAt: AT },
    { id: 'a3', number: 23, title: 'Dark mode', columnId: 'gone', archivedAt: AT },
  ],
  columns: [{ id: 'ideas', title: 'Ideas', archivedAt: AT }],
};
const context = contextOf(
  { Backlog: ['Login page', 'Login API'], Review: ['Checkout', 'Delete old emails'], Done: ['Ship it'], Empty: [] },
  { archive },
);

describe('archiving', () => {
  test.each([
    ['archive Checkout', 'Archive TK-3 “Checkout”.'],
    ['delete the checkout card', 'Archive TK-3 “Checkout”.'],
    ['get rid of TK-3', 'Archive TK-3 “Checkout”.'],
    ['move Checkout to the archive', 'Archive TK-3 “Checkout”.'],
    ['archive TK-1 and TK-3', 'Archive TK-1 “Login page”. Archive TK-3 “Checkout”.'],
    ['chuck out the checkout', 'Archive TK-3 “Checkout”.'],
    ['archive all done cards', 'Archive TK-5 “Ship it”.'],
    ['empty Done', 'Archive TK-5 “Ship it”.'],
    ['delete "Delete old emails"', 'Archive TK-4 “Delete old emails”.'],
  ])('%s', (text, sentences) => expect(told(text, context)).toBe(sentences));

  test.each([
    ['archive chekcout', '? archive TK-3'],
    ['archive login', '? archive TK-1 | archive TK-2'],
    ['archive Done', '? archive all cards in "Done" | archive the column "Done"'],
    [
      'remove Checkout from Review',
      '? archive Checkout | move Checkout to "Backlog" | move Checkout to "Done" | move Checkout to "Empty"',
    ],
  ])('%s: is asked for', (text, question) => expect(told(text, context)).toBe(question));

  test.each([
    'archive',
    'archive everything',
    'archive.org is down',
    'archive Checkout and the printer',
    'delete old emails',
    'the archive is full',
    'never archive Checkout',
    'delete this board',
    'remove Checkout from Done',
  ])('%s: is refused', (text) => expect(told(text, context)).toMatch(/^!/u));
});

describe('bringing back', () => {
  test.each([
    ['restore TK-21', 'Restore TK-21 “Old plan”.'],
    ['restore Old plan', 'Restore TK-21 “Old plan”.'],
    ['restore the old plan card', 'Restore TK-21 “Old plan”.'],
    ['unarchive the card "Old plan"', 'Restore TK-21 “Old plan”.'],
    ['bring back the old plan', 'Restore TK-21 “Old plan”.'],
    ['bring Old plan back', 'Restore TK-21 “Old plan”.'],
    ['restore the last archived card', 'Restore TK-21 “Old plan”.'],
    ['restore the old plan card', 'Restore TK-21 “Old plan”.'],
    ['restore the column Ideas', 'Restore the column “Ideas”.'],
    ['restore the Ideas column', 'Restore the column “Ideas”.'],
    ['restore Ideas', 'Restore the column “Ideas”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  it('puts a card where it is said', () => {
    const board = boardAfter('restore Old plan to Review', context);
    expect(board.card('a1')?.columnId).toBe('review');
  });

  test.each([
    ['restore Dark mode', '? restore TK-22 | restore TK-23'],
    ['restore old plam', '? restore TK-21'],
    ['restore old', '? restore TK-21'],
    ['restore the column Idea', '? restore the column "Ideas"'],
  ])('%s: is asked for', (text, question) => expect(told(text, context)).toBe(question));

  test.each(['restore Checkout', 'restore the printer', 'restore everything', 'restore'])('%s: is refused', (text) =>
    expect(told(text, context)).toMatch(/^!/u),
  );
});

it('the archive and the past are asked for only by what needs them: a server has to read them', () => {
  let asked = 0;
  const watched = {
    ...context,
    get archive() {
      asked += 1;
      return archive;
    },
    get log() {
      asked += 1;
      return [];
    },
  };
  for (const text of [
    'move TK-1 to Done',
    'add "Milk" to Backlog',
    'archive Checkout',
    'assign TK-1 to Ben',
    'what is in Review?',
  ])
    expect(understand(text, watched).kind, text).not.toBe('refused');
  expect(asked).toBe(0);
  expect(understand('restore Old plan', watched).kind).toBe('change');
  expect(asked).toBeGreaterThan(0);
});
