import { createBoard } from '@talkan/board/board';
import type { Operation } from '@talkan/board/operations';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { fingerprint } from '@talkan/board/text';
import { expect, it } from 'vitest';
import type { BoardState } from '../sync/board-state';
import type { Failure } from '../sync/outbox';
import { clashesOf, isMoreThanANote, wayOn, wishesOf } from './conflict';

const card = {
  id: 'a',
  number: 1,
  columnId: 'todo',
  rank: 'a',
  title: 'Theirs',
  details: 'Seen',
  archivedAt: null,
  createdAt: '2026-11-23T00:00:00.000Z',
  createdBy: 'me',
};
const board = createBoard({
  id: 'board',
  key: 'RM',
  title: 'Board',
  seq: 1,
  lastNumber: 1,
  columns: [{ id: 'todo', rank: 'a', title: 'To do', archivedAt: null }],
  cards: [card],
});
const stateWith = (...failures: Failure[]): BoardState => ({
  board,
  beside: { shown: new Map(), confirmed: new Map(), leaps: 0 },
  role: 'editor',
  pending: 0,
  pendingCards: new Set(),
  unkept: false,
  connection: 'online',
  problem: null,
  failures,
  traces: new Map(),
  undone: new Set(),
  gone: null,
});
const failed = (operations: readonly Operation[], refusal: Refusal = refuse('conflict', 'In the way.')): Failure => ({
  changeId: 'one',
  operations,
  refusal,
  now: '2026-11-23T00:00:00.000Z',
  order: 1,
});
const wayFor = (failure: Failure) => wayOn(stateWith(failure), failure);

const edit = (title: string, was: string): Operation => ({
  type: 'card.edit',
  cardId: 'a',
  title: { to: title, was: fingerprint(was) },
});

it('keeps mine over the text that stands there now, not over the one it was refused for', () => {
  const refusal = { ...refuse('conflict', 'Changed.', ['a']), current: { title: 'Earlier' } };
  const move: Operation = { type: 'card.move', cardId: 'a', columnId: 'todo' };
  expect(wayFor(failed([edit('Mine', 'Seen'), move], refusal))).toEqual({
    kind: 'keep',
    clashes: [{ cardId: 'a', field: 'title', mine: 'Mine', theirs: 'Theirs' }],
    operations: [edit('Mine', 'Theirs'), move],
  });
});

it('sees no clash where the text is as its author saw it, or as they wrote it', () => {
  expect(clashesOf(board, failed([edit('Mine', 'Theirs')]))).toEqual([]);
  expect(clashesOf(board, failed([edit('Theirs', 'Seen')]))).toEqual([]);
  expect(wayFor(failed([edit('Mine', 'Theirs')])).kind).toBe('again');
});

it('takes the text of a card that has left the board from the refusal', () => {
  const operation: Operation = { type: 'card.edit', cardId: 'gone', details: { to: 'Mine', was: fingerprint('Seen') } };
  const refusal = { ...refuse('conflict', 'Changed.', ['gone']), current: { details: 'Theirs' } };
  expect(clashesOf(board, failed([operation], refusal))).toMatchObject([{ mine: 'Mine', theirs: 'Theirs' }]);
});

it('brings an archived card back with the change that it is in the way of', () => {
  const operation: Operation = { type: 'card.edit', cardId: 'gone', title: 'Mine' };
  expect(wayFor(failed([operation], refuse('conflict', 'RM-2 is archived.', ['gone'])))).toEqual({
    kind: 'restore',
    operations: [{ type: 'card.restore', cardId: 'gone' }, operation],
  });
  expect(wayFor(failed([operation], refuse('not_found', 'There is no card.', ['gone']))).kind).toBe('none');
});

it.each<Operation>([
  { type: 'card.schedule', cardId: 'gone', dueAt: '2026-11-24' },
  { type: 'item.edit', cardId: 'gone', itemId: 'i', done: true },
  { type: 'comment.create', cardId: 'gone', commentId: 'm', text: 'Mine' },
])('brings an archived card back also with $type', (operation) => {
  const failure = failed([operation], refuse('conflict', 'RM-2 is archived.', ['gone']));
  expect(wayFor(failure).kind).toBe('restore');
  expect(wayOn({ ...stateWith(failure), role: 'commenter' }, failure).kind).toBe('none');
});

it('offers another try where it could end otherwise, and nothing to who may not change the board', () => {
  const rename = failed([{ type: 'column.rename', columnId: 'todo', title: 'Now' }]);
  expect(wayFor(rename).kind).toBe('again');
  expect(wayFor(failed([{ type: 'card.create', cardId: 'b', columnId: 'gone', title: 'B' }])).kind).toBe('none');
  expect(wayFor(failed([])).kind).toBe('none');
  expect(wayOn({ ...stateWith(rename), role: 'viewer' }, rename).kind).toBe('none');
});

it('says what was wanted in the words of the history', () => {
  expect(wishesOf(board, failed([edit('Mine', 'Seen')]))).toEqual(['Rename RM-1 “Theirs” to “Mine”.']);
  expect(wishesOf(board, failed([]))).toEqual(['Undo an earlier change.']);
});

it('leaves to the card what its note can say', () => {
  const move = failed([{ type: 'card.move', cardId: 'a', columnId: 'gone' }]);
  expect(isMoreThanANote(stateWith())).toBe(false);
  expect(isMoreThanANote(stateWith(move))).toBe(false);
  expect(isMoreThanANote(stateWith(move, { ...move, changeId: 'two' }))).toBe(true);
  expect(isMoreThanANote(stateWith(failed([edit('Mine', 'Seen')])))).toBe(true);
  expect(isMoreThanANote(stateWith(failed([{ type: 'column.rename', columnId: 'todo', title: 'Now' }])))).toBe(true);
});
