import { createBoard } from '@talkan/board/board';
import { refuse } from '@talkan/board/refusal';
import { expect, it } from 'vitest';
import type { BoardState } from '../sync/board-state';
import type { Failure } from '../sync/outbox';
import { isWorthRetrying, sayFailed } from './after-failure';
import { failureOf, shownOn } from './failures';

const board = createBoard({
  id: 'board',
  key: 'RM',
  title: 'Board',
  seq: 1,
  lastNumber: 1,
  columns: [{ id: 'todo', rank: 'a', title: 'To do', archivedAt: null }],
  cards: [
    {
      id: 'a',
      number: 1,
      columnId: 'todo',
      rank: 'a',
      title: 'A',
      details: '',
      archivedAt: null,
      createdAt: '2026-11-23T00:00:00.000Z',
      createdBy: 'me',
    },
  ],
});
const failed = (changeId: string, operations: Failure['operations']): Failure => ({
  changeId,
  operations,
  now: '2026-11-23T00:00:00.000Z',
  order: 1,
  refusal: refuse('conflict', 'Something is in the way.'),
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

it('shows a failure on the card that it is about, the newest one', () => {
  const one = failed('one', [{ type: 'card.move', cardId: 'a', columnId: 'gone' }]);
  const two = failed('two', [{ type: 'card.archive', cardId: 'a' }]);
  expect(failureOf(stateWith(one, two), 'a')).toBe(two);
});

it('shows it nowhere on the board where no card is left to show it on', () => {
  const created = failed('one', [{ type: 'card.create', cardId: 'b', columnId: 'todo', title: 'B' }]);
  const column = failed('two', [{ type: 'column.rename', columnId: 'todo', title: 'Now' }]);
  const state = stateWith(created, column);
  expect([shownOn(state, created), shownOn(state, column), failureOf(state, 'a')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('says what did not happen', () => {
  expect(sayFailed([{ type: 'card.move', cardId: 'a', columnId: 'todo' }])).toBe('Not moved');
  expect(sayFailed([])).toBe('Not undone');
});

it('offers another try only where it could end otherwise', () => {
  const move = (columnId: string) => failed('one', [{ type: 'card.move', cardId: 'a', columnId }]);
  const edit = failed('two', [{ type: 'card.edit', cardId: 'a', title: { to: 'B', was: '0123456789abcdef' } }]);
  const gone = failed('three', [{ type: 'card.archive', cardId: 'z' }]);
  const created = failed('four', [{ type: 'card.create', cardId: 'b', columnId: 'todo', title: 'B' }]);
  const tries = [move('todo'), move('gone'), edit, gone, created, failed('five', [])];
  expect(tries.map((failure) => isWorthRetrying(stateWith(failure), failure))).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
  ]);
});
