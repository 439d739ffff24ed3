import { describe, expect, test } from 'vitest';
import { createBoard } from '../board.js';
import type { CommandContext } from './command.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';

const base = contextOf({
  Requests: ['Wedding cake', 'Rye bread'],
  Planned: ['Clean the oven', 'Order flour', 'Fix the mixer'],
  Baking: ['Plum tarts', 'Cheese scones'],
  Done: ['Old oven'],
});
const LIST = { id: 'list', title: 'List', items: [{ id: 'i', text: 'stone plums', done: false, assigneeId: null }] };
const MORE: Readonly<Record<string, object>> = {
  c3: { assigneeIds: ['patel'], labelIds: ['design'], dueAt: '2026-12-04' },
  c4: { assigneeIds: ['ben'], labelIds: ['design'] },
  c5: { assigneeIds: ['patel'] },
  c6: { checklists: [LIST] },
};
const { board } = base;
const context: CommandContext = {
  ...base,
  people: [...base.people, { id: 'patel', name: 'Mrs Patel' }],
  archive: {
    cards: [{ id: 'gone', number: 9, title: 'Paint the shop', columnId: 'planned', archivedAt: base.now }],
    columns: [],
  },
  board: createBoard({
    id: 'b',
    key: 'BK',
    title: 'Bakery',
    seq: 1,
    lastNumber: 9,
    columns: board.columns(),
    labels: board.labels(),
    cards: board.columns().flatMap(({ id }) => board.cardsIn(id).map((card) => ({ ...card, ...MORE[card.id] }))),
  }),
};

describe('the cards of a column by its singular', () => {
  test.each([
    ['archive the wedding request', 'Archive BK-1 “Wedding cake”.'],
    ['new request: birthday cake', 'Add “birthday cake” to “Requests”.'],
    ['add a request called birthday cake', 'Add “birthday cake” to “Requests”.'],
    ['add a request called birthday cake to planned', 'Add “birthday cake” to “Planned”.'],
    ['archive the oven request', '! No card that is called so is in “Requests”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));
});

describe('people', () => {
  test.each([
    ['assign rye bread to patel', 'Assign Mrs Patel to BK-2 “Rye bread”.'],
    ['ben should take care of the plum tarts', 'Assign Ben Stone to BK-6 “Plum tarts”.'],
    ['give the mixer to ben instead', 'Assign Ben Stone to BK-5 “Fix the mixer” and unassign Mrs Patel.'],
    ['whose job is the mixer?', 'BK-5 “Fix the mixer” is assigned to Mrs Patel.'],
    ['who has got the most tasks?', 'Mrs Patel, with 2 cards.'],
    ["what's left for ben to finish?", 'Ben Stone has 1 unfinished card: BK-4 “Order flour”.'],
    ["list patel's design", 'That is BK-3 “Clean the oven”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));
});

describe('a number that may be a place or a day', () => {
  test.each([
    ['move the mixer to the 2nd', '? move the mixer to position 2 | set the due date of the mixer to the 2nd'],
    ['move the mixer to the 2nd place', 'Move BK-5 “Fix the mixer” within “Planned”.'],
    ['move the tarts to planned as 2nd', 'Move BK-6 “Plum tarts” from “Baking” to “Planned”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));
});

describe('a word of its own', () => {
  test('is no slip for that of a title', () => {
    expect(told('move the clan to done', context)).toMatch(/^!/u);
    expect(told('move the clena to done', context)).toMatch(/BK-3/u);
  });
});

describe('what is not meant', () => {
  const HIS: Readonly<Record<string, object>> = { c1: { title: 'Cake for Ben' }, c2: { assigneeIds: ['ben'] } };
  const named = {
    ...base,
    board: createBoard({
      id: 'b',
      key: 'BK',
      title: 'Bakery',
      seq: 1,
      lastNumber: 9,
      columns: board.columns(),
      cards: board.columns().flatMap(({ id }) => board.cardsIn(id).map((card) => ({ ...card, ...HIS[card.id] }))),
    }),
  };

  test('is what somebody has, and no card with the name in its title', () => {
    expect(told("move all cards in requests except ben's to done", named)).toBe(
      'Move BK-1 “Cake for Ben” from “Requests” to “Done”.',
    );
    expect(told('move all cards in requests except ben to done', named)).toMatch(/^\? .*BK-1.* \| .*all cards of/u);
  });
});

describe('what is to be done with a card', () => {
  test.each([
    ['pass rye bread on to baking', 'Move BK-2 “Rye bread” from “Requests” to “Baking”.'],
    ['reopen the old oven in planned', 'Move BK-8 “Old oven” from “Done” to “Planned”.'],
    ['make the mixer the first card in its column', 'Move BK-5 “Fix the mixer” within “Planned”.'],
    [
      'move the due date of the oven card in planned forward to 2 december',
      'Set the due date of BK-3 “Clean the oven” to 2 Dec 2026.',
    ],
    ['push clean the oven out til 9 december', 'Set the due date of BK-3 “Clean the oven” to 9 Dec 2026.'],
    ['clear all due dates in planned', 'Remove the due date of BK-3 “Clean the oven”.'],
    ['clear all due dates in baking', '! There is nothing to do for that.'],
    ['push the deadlines in planned by 3 days', 'Set the due date of BK-3 “Clean the oven” to 7 Dec 2026.'],
    ['stone plums is done on the tarts', 'Tick “stone plums” on BK-6 “Plum tarts”.'],
    ['add a line to the description of rye bread: no caraway', 'Change the details of BK-2 “Rye bread”.'],
    ['bring back the card about paint the shop', 'Restore BK-9 “Paint the shop”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));
});
