import { expect, it } from 'vitest';
import { decideChange } from './decide.js';
import type { Board } from './model.js';
import type { Operation } from './operations.js';
import { isRefusal } from './refusal.js';
import { itemsOf, reviewOperations } from './review.js';
import { boardOf, context, lanesOf, tightened } from './testing/boards.js';
import { fingerprint } from './text.js';

const board = boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: [] });
const OPERATIONS: readonly Operation[] = [
  { type: 'card.create', cardId: 'new', columnId: 'todo', title: 'New' },
  { type: 'card.move', cardId: 'new', columnId: 'doing' },
  { type: 'card.edit', cardId: 'a', title: 'Alpha' },
  { type: 'card.archive', cardId: 'd' },
];
const review = (on: Board, operations = OPERATIONS) => reviewOperations(on, operations, context);

function after(on: Board, ...operations: Operation[]): Board {
  const decided = decideChange(on, operations, context);
  if (isRefusal(decided)) throw new Error(decided.message);
  return decided.board;
}

it('comes to the same as the change that it is a look at', () => {
  const { steps, board: seenAfter, patches } = review(board);
  expect(steps.map(({ problem, idle }) => problem ?? idle)).toEqual([false, false, false, false]);
  expect(lanesOf(seenAfter)).toEqual(lanesOf(after(board, ...OPERATIONS)));
  expect(patches.map(({ entity, id }) => [entity, id])).toContainEqual(['card', 'd']);
  expect(itemsOf(review(board)).map(({ entity, id, text }) => [entity, id, text])).toEqual([
    ['card', 'new', 'Added “New” to “TODO”.'],
    ['card', 'new', 'Moved RM-5 “New” from “TODO” to “DOING”.'],
    ['card', 'a', 'Renamed RM-1 “A” to “Alpha”.'],
    ['card', 'd', 'Archived RM-4 “D”.'],
  ]);
});

it('leaves out what cannot be done, with what needs it, and says why of each', () => {
  const { steps } = review(board, OPERATIONS.slice(1));
  expect(steps.map(({ problem }) => problem)).toEqual([expect.stringContaining('“new”'), null, null]);
});

it('says of a text that is another one by now what can be done about that', () => {
  const rename: Operation = { type: 'card.edit', cardId: 'a', title: { to: 'Alpha', was: fingerprint('A') } };
  expect(review(board, [rename]).steps).toMatchObject([{ problem: null }]);
  const theirs = after(board, { type: 'card.edit', cardId: 'a', title: 'Theirs' });
  const problem = 'This text has been changed since. To change it as it is now, ask once more.';
  expect(review(theirs, [rename]).steps).toMatchObject([{ problem }]);
});

it('says of what is so already that there is nothing to do', () => {
  expect(review(board, [{ type: 'card.edit', cardId: 'a', title: 'A' }]).steps).toMatchObject([{ idle: true }]);
});

it('is named the same however others rank and number what stands beside it', () => {
  const { seen } = review(board);
  expect(review(board).seen).toBe(seen);
  const beside = after(
    board,
    { type: 'card.create', cardId: 'other', columnId: 'todo', title: 'Other', before: 'a' },
    { type: 'card.edit', cardId: 'b', title: 'Beside' },
  );
  expect(review(beside).seen).toBe(seen);
  expect(review(tightened(board), OPERATIONS.slice(2)).seen).toBe(review(board, OPERATIONS.slice(2)).seen);
});

it.each<[string, Operation]>([
  ['the text that it would replace is another one', { type: 'card.edit', cardId: 'a', title: 'Something else' }],
  ['what it would archive has another text', { type: 'card.edit', cardId: 'd', details: 'More' }],
  ['what it would archive stands elsewhere', { type: 'card.move', cardId: 'd', columnId: 'done' }],
  ['something of it is so already', { type: 'card.archive', cardId: 'd' }],
  ['something of it cannot be done any more', { type: 'card.archive', cardId: 'a' }],
])('is named otherwise where %s', (_case, change) => {
  expect(review(after(board, change)).seen).not.toBe(review(board).seen);
});

it('is named otherwise where other operations are chosen', () => {
  const seen = OPERATIONS.map((_, index) => review(board, OPERATIONS.toSpliced(index, 1)).seen);
  expect(new Set([review(board).seen, ...seen]).size).toBe(OPERATIONS.length + 1);
});
