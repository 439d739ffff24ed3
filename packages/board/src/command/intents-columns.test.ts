import { describe, expect, it, test } from 'vitest';
import { contextOf } from './testing/context.js';
import { boardAfter, told } from './testing/said.js';

const context = contextOf({ Backlog: ['Login page'], 'In Progress': [], Review: ['Checkout', 'Terms'], Done: [] });
const columnsAfter = (text: string) =>
  boardAfter(text, context)
    .columns()
    .map(({ title }) => title);
const columnAfter = (text: string, title: string) =>
  boardAfter(text, context)
    .columns()
    .find((one) => one.title === title);

describe('columns', () => {
  test.each<[string, string]>([
    ['add column QA', 'Backlog, In Progress, Review, Done, QA'],
    ['add a new list called Blocked', 'Backlog, In Progress, Review, Done, Blocked'],
    ['add column QA after Review', 'Backlog, In Progress, Review, QA, Done'],
    ['create a column QA before Review', 'Backlog, In Progress, QA, Review, Done'],
    ['add a column called QA between In Progress and Review', 'Backlog, In Progress, QA, Review, Done'],
    ['add a column Ideas at the start', 'Ideas, Backlog, In Progress, Review, Done'],
    ['add columns Alpha, Beta and Gamma', 'Backlog, In Progress, Review, Done, Alpha, Beta, Gamma'],
    ['create columns for Monday, Tuesday', 'Backlog, In Progress, Review, Done, Monday, Tuesday'],
    ['add columns Alpha and Beta after Backlog', 'Backlog, Alpha, Beta, In Progress, Review, Done'],
    ['add a column "After Review"', 'Backlog, In Progress, Review, Done, After Review'],
    ['rename Review to Checking', 'Backlog, In Progress, Checking, Done'],
    ['rename the column In Progress to Doing', 'Backlog, Doing, Review, Done'],
    ['move the Review column before In Progress', 'Backlog, Review, In Progress, Done'],
    ['move column Backlog after Review', 'In Progress, Review, Backlog, Done'],
    ['move Review to the left', 'Backlog, Review, In Progress, Done'],
    ['move Backlog right', 'In Progress, Backlog, Review, Done'],
    ['move Done first', 'Done, Backlog, In Progress, Review'],
    ['move the column Backlog to the end', 'In Progress, Review, Done, Backlog'],
    ['swap Backlog and Done', 'Done, In Progress, Review, Backlog'],
    ['swap the columns In Progress and Review', 'Backlog, Review, In Progress, Done'],
    ['archive all cards in Review and the column Review', 'Backlog, In Progress, Done'],
    ['archive the column In Progress', 'Backlog, Review, Done'],
    ['delete the Done column', 'Backlog, In Progress, Review'],
    ['archive the column Review with its cards', 'Backlog, In Progress, Done'],
    ['archive the column Review and all its cards', 'Backlog, In Progress, Done'],
  ])('%s', (text, titles) => expect(columnsAfter(text).join(', ')).toBe(titles));

  test.each<[string, object]>([
    ['set the limit of Review to 3', { limit: 3 }],
    ['limit Review to three', { limit: 3 }],
    ['Review: max 3 cards', { limit: 3 }],
    ['set a WIP limit of 3 on Review', { limit: 3 }],
    ['color Review red', { hue: 28 }],
    ['set the colour of Review to blue', { hue: 255 }],
    ['mark the column Review as done', { done: true }],
    ['cards in Review count as done', { done: true }],
  ])('%s', (text, fields) => expect(columnAfter(text, 'Review')).toMatchObject(fields));

  it('no longer counts as done where that is said', () => {
    expect(columnAfter('mark the column Done as not done', 'Done')).toMatchObject({ done: false });
  });

  test.each([
    [
      'archive the column Review',
      '? archive the column "Review" with all its cards | move all cards in "Review" to "Backlog" and archive the column "Review"',
    ],
    ['archive Review', '? archive all cards in "Review" | archive the column "Review"'],
    ['add column Blocked after Nowhere', '? add column "Blocked after Nowhere"'],
    ['rename the column Reviw to Checking', '? rename the column "Review" to Checking'],
    ['add column Review', '! There is a column “Review” already.'],
    ['no limit on Review', '! It has no limit.'],
    ['set the limit of Review to zero', '! A limit is a whole number from 1 on. To have none say “no limit on …”.'],
    ['move Backlog left', '! It has no column on that side.'],
  ])('%s: is asked or told', (text, answer) => expect(told(text, context)).toBe(answer));

  it('are archived after their cards went elsewhere, as a choice says', () => {
    const board = boardAfter('move all cards in "Review" to "Backlog" and archive the column "Review"', context);
    expect(board.columns().map(({ title }) => title)).toEqual(['Backlog', 'In Progress', 'Done']);
    expect(board.cardsIn('backlog').map(({ title }) => title)).toEqual(['Login page', 'Checkout', 'Terms']);
  });

  test.each([
    'add column',
    'archive the column Nowhere',
    'move the column Review after Review',
    'limit Review',
    'delete the columns',
  ])('%s: is refused', (text) => expect(told(text, context)).toMatch(/^[!?]/u));
});

describe('the board', () => {
  test.each([
    ['rename the board to Roadmap', 'Rename the board to “Roadmap”.'],
    ['call this board "Roadmap and more"', 'Rename the board to “Roadmap and more”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));
});
