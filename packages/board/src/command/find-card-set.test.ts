import { describe, expect, it, test } from 'vitest';
import { createBoard } from '../board.js';
import type { CommandContext } from './command.js';
import { readCardSet } from './find-card-set.js';
import { grammarOf } from './grammar.js';
import { sceneOf } from './slots.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';
import { readWords } from './words.js';

const base = contextOf({
  Backlog: ['Login page', 'Login API', 'Fix login bug', 'Old plan'],
  'In Progress': ['Checkout', 'Write the docs'],
  Review: ['Payment filters', 'Terms and conditions'],
  Done: ['Ship it'],
});
const MORE: Readonly<Record<string, object>> = {
  c1: { labelIds: ['bug'], dueAt: '2026-11-20', assigneeIds: ['ana'] },
  c2: { priority: 'urgent', createdBy: 'ben' },
  c3: { labelIds: ['bug', 'design'], assigneeIds: ['ben'], dueAt: '2026-11-25' },
  c4: { details: 'About the login of old', changedAt: '2026-11-24T09:00:00.000Z', priority: 'high' },
  c5: { dueAt: '2026-11-27', estimate: 3, links: [{ kind: 'blocked_by', cardId: 'c2' }] },
  c6: { assigneeIds: ['ben'], createdAt: '2026-11-25T09:00:00.000Z' },
  c7: { labelIds: ['design'], dueAt: '2026-11-10' },
  c8: { dueAt: '2026-12-02' },
  c9: { dueAt: '2026-11-01' },
};
const { board } = base;
const context: CommandContext = {
  ...base,
  board: createBoard({
    id: 'b',
    key: 'TK',
    title: 'Board',
    seq: 1,
    lastNumber: 9,
    columns: board.columns(),
    labels: board.labels(),
    cards: board.columns().flatMap(({ id }) => board.cardsIn(id).map((card) => ({ ...card, ...MORE[card.id] }))),
  }),
};

function setOf(text: string) {
  const said = readWords(text);
  return readCardSet(sceneOf(said, { context, isVerb: grammarOf(context).isVerb }), { from: 0, to: said.words.length });
}

function numbersIn(text: string): readonly number[] | null {
  const set = setOf(text);
  return set?.kind === 'clear' ? set.value.ids.map((id) => context.board.card(id)?.number ?? 0) : null;
}

describe('cards that have something in common', () => {
  test.each<[string, readonly number[]]>([
    ['all cards in Review', [7, 8]],
    ['everything in Review', [7, 8]],
    ['all of Review', [7, 8]],
    ['all Review cards', [7, 8]],
    ['every card in review', [7, 8]],
    ['cards in Review', [7, 8]],
    ['the tasks on Review', [7, 8]],
    ['everything from Review and In Progress', [5, 6, 7, 8]],
    ['everything not in Backlog', [5, 6, 7, 8, 9]],
    ["Review's cards", [7, 8]],
    ['all bugs', [1, 3]],
    ['the bugs in Backlog', [1, 3]],
    ['all design cards', [3, 7]],
    ['cards labelled bug', [1, 3]],
    ['cards tagged with bug and design', [3]],
    ['all cards with the label design', [3, 7]],
    ['cards without labels', [2, 4, 5, 6, 8, 9]],
    ['unlabeled cards in Backlog', [2, 4]],
    ['all bugs that are not labelled design', [1]],
    ['my cards', [1]],
    ['all of my cards', [1]],
    ["ben's cards", [3, 6]],
    ['cards assigned to Ben Stone', [3, 6]],
    ['the cards of ben in In Progress', [6]],
    ['cards assigned to me', [1]],
    ['unassigned cards in Review', [7, 8]],
    ['everything without an assignee in Backlog', [2, 4]],
    ['cards in Backlog with no owner', [2, 4]],
    ['cards nobody is working on in Backlog', [2, 4]],
    ['all overdue cards', [1, 7]],
    ['everything overdue', [1, 7]],
    ['cards that are overdue', [1, 7]],
    ['the overdue ones', [1, 7]],
    ['overdue bugs', [1]],
    ["ana's overdue bugs", [1]],
    ['cards due today', [3]],
    ['everything due this week', [3, 5]],
    ['cards due next week', [8]],
    ['cards without a due date', [2, 4, 6]],
    ['cards with a due date in Backlog', [1, 3]],
    ['urgent cards', [2]],
    ['all high priority cards', [4]],
    ['cards with high priority', [4]],
    ['every urgent task in Backlog', [2]],
    ['all done cards', [9]],
    ['unfinished cards in Backlog', [1, 2, 3, 4]],
    ['blocked cards', [5]],
    ['all cards about login', [1, 2, 3]],
    ['all cards about login in Backlog', [1, 2, 3]],
    ['all cards mentioning "login"', [1, 2, 3, 4]],
    ['all login cards', [1, 2, 3]],
    ['cards created by ben', [2]],
    ['cards created today', [6]],
    ['cards without an estimate in In Progress', [6]],
    ['cards in Backlog untouched for 2 weeks', [1, 2, 3]],
    ['all cards in Backlog except the login page', [2, 3, 4]],
    ['everything in Backlog but TK-1 and TK-2', [3, 4]],
    ['all bugs apart from TK-1', [3]],
    ['all bugs, but not TK-1', [3]],
    ['everything except Backlog', [5, 6, 7, 8, 9]],
    ['all cards of ben except the login', [6]],
    ['all bugs except those in Done', []],
    ['both cards in Review', [7, 8]],
    ['the two cards in Review', [7, 8]],
    ['the first card in Backlog', [1]],
    ['the second card in Backlog', [2]],
    ['the 3rd card of Backlog', [3]],
    ['the last card in Backlog', [4]],
    ['the second last card in Backlog', [3]],
    ['the top two cards of Backlog', [1, 2]],
    ['the last 2 in Backlog', [3, 4]],
    ['the bottom card of Review', [8]],
    ['the first bug in Backlog', [1]],
    ['the newest card', [6]],
    ['the oldest card in Review', [7]],
    ["Review's last card", [8]],
    ['the first and last card in Backlog', [1, 4]],
    ['the first card and the last card in Backlog', [1, 4]],
    ['the first two and the last card in Backlog', [1, 2, 4]],
    ['the second, third and last cards in Backlog', [2, 3, 4]],
    ['cards due today or on Friday', [3, 5]],
    ['everything due today or next week', [3, 8]],
    ['cards that are urgent or blocked', [2, 5]],
    ['urgent or overdue cards', [1, 2, 7]],
    ['bugs that are overdue or due today', [1, 3]],
    ['cards in Review or Done', [7, 8, 9]],
    ['cards in Review or overdue', []],
    ['all her cards', []],
    ['any bug', []],
    ['any bugs', [1, 3]],
    ['done cards older than a week', [9]],
  ])('%s', (text, numbers) => {
    if (numbers.length > 0) expect(numbersIn(text)).toEqual(numbers);
    else expect(numbersIn(text)).toBeNull();
  });

  test.each([
    'some cards',
    'any card',
    'a card in Review',
    'an overdue card',
    'a few bugs',
    'two cards in Backlog',
    'cards',
    'the cards',
    'all cards in Nowhere',
    'all cards that are nice',
    'all old cards',
    'all other cards',
    'overdue',
    'Review',
    'the cards I like',
  ])('%s is not clear, and no set', (text) => expect(numbersIn(text)).toBeNull());

  it('is told of some of them and of all but some as what they are', () => {
    expect(told('list the first and last card in Backlog', context)).toBe(
      'Those are TK-1 “Login page” and TK-4 “Old plan”.',
    );
    expect(told('list all bugs except TK-1', context)).toBe('There is one: TK-3 “Fix login bug”.');
    expect(told('how many cards in Backlog except TK-1', context)).toBe(
      'There are 3 cards in “Backlog” except TK-1 “Login page”.',
    );
    expect(told('move the first and last card in Done to Review', context)).toBe(
      '! There is 1 card in “Done”, and no more.',
    );
  });

  it('is asked for in one column where positions are, all of them', () => {
    expect(told('move the first and last card to Done', context)).toMatch(
      /^\? move the first and last card in "Backlog" to Done \| /u,
    );
  });

  it('is told by a filter of the board where there is one', () => {
    const filterOf = (text: string) => {
      const set = setOf(text);
      return set?.kind === 'clear' ? set.value.filter : undefined;
    };
    expect(filterOf('overdue bugs of ben')).toEqual({ due: ['overdue'], labels: ['bug'], people: ['ben'] });
    expect(filterOf('cards untouched for 2 weeks')).toEqual({ untouched: 14 });
    expect(filterOf('cards in Review')).toBeNull();
    expect(filterOf('bugs labelled design')).toBeNull();
  });
});

describe('a request for some cards', () => {
  test.each([
    ['archive all bugs in Review', '! There are no cards labelled “Bug” in “Review”.'],
    ['move the overdue cards in Done to Review', '! There are no overdue cards in “Done”.'],
    ['archive the three cards in Review', '! There are 2 cards in “Review”, not 3. Say which.'],
    ['archive the fifth card in Review', '! There are 2 cards in “Review”, and no more.'],
    ['archive stale cards', '! How long is stale? Say for example “untouched for 14 days”.'],
  ])('%s: says why there are none', (text, why) => expect(told(text, context)).toBe(why));

  test.each([
    ['archive the card in Review', '? archive TK-7 | archive TK-8'],
    [
      'archive the top card',
      '? archive the top card in "Backlog" | archive the top card in "In Progress" | archive the top card in "Review" | archive the top card in "Done"',
    ],
    ['archive the card about login', '? archive TK-1 | archive TK-2 | archive TK-3'],
  ])('%s: asks which', (text, question) => expect(told(text, context)).toBe(question));

  it('takes one card that is as it says', () => {
    expect(told('archive the overdue card in Review', context)).toBe('Archive TK-7 “Payment filters”.');
    expect(told('archive the urgent one', context)).toBe('Archive TK-2 “Login API”.');
  });

  test.each([
    ['archive cards 3, 5 and 7', [3, 5, 7]],
    ['archive TK-3, TK-4', [3, 4]],
    ['archive #3 and #4', [3, 4]],
    ['archive TK-3 to TK-5', [3, 4, 5]],
    ['archive cards 3 to 5', [3, 4, 5]],
    ['archive cards 3-5', [3, 4, 5]],
    ['archive TK-3..5', [3, 4, 5]],
    ['archive TK-3, 4 and 6', [3, 4, 6]],
    ['archive Terms and conditions and Checkout', [8, 5]],
    ['archive TK-1 and all cards in Review', [1, 7, 8]],
    ['archive the first card in Backlog and the last card in Review', [1, 8]],
  ])('%s', (text, numbers) => {
    const archived = [...told(text, context).matchAll(/Archive TK-(\d+)/gu)].map(([, number]) => Number(number));
    expect(archived).toEqual(numbers);
  });

  test.each([
    'archive TK-3 to TK-40',
    'archive TK-5 to TK-3',
    'archive TK-1 and the printer',
    'archive cards 3 and 90',
  ])('%s: nothing is done where not all are there', (text) => expect(told(text, context)).toMatch(/^[!?]/u));

  test.each([
    'move all urgent and overdue cards to Review',
    'move a bug to Review',
    'clone all bugs',
    'move any card to Review',
    'all done',
    'everything is done',
    'add nothing',
  ])('%s: is refused, for it may mean this or that', (text) => expect(told(text, context)).toMatch(/^[!?]/u));

  it('says that there is no card with a number', () => {
    expect(told('move TK-99 to Done', context)).toBe('! There is no card TK-99 on this board.');
    expect(told('move #99 to Done', context)).toBe('! There is no card TK-99 on this board.');
  });

  it('never takes the whole board for granted', () => {
    expect(told('archive everything', context)).toMatch(/^! That would be every card/u);
  });
});
