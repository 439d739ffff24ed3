import { expect, it } from 'vitest';
import { boardOf } from '../board/testing/board-of';
import { nearestCard } from './keep-focus';

const board = boardOf({ todo: 'a b c', empty: '', done: 'd', last: 'e f' });
const near = (cardId: string, columnId: string, index: number) =>
  nearestCard(board, { cardId, columnId, index })?.cardId;

it('leads to the card itself wherever it is now', () => {
  expect(near('d', 'todo', 2)).toBe('d');
});

it('leads to the card that took the place of one that is gone, or to the last', () => {
  expect(near('gone', 'todo', 1)).toBe('b');
  expect(near('gone', 'todo', 3)).toBe('c');
});

it('leads to the nearest column that has any where none is left, and nowhere on an empty board', () => {
  expect(near('gone', 'empty', 0)).toBe('a');
  expect(near('gone', 'gone too', 0)).toBe('a');
  expect(near('gone', 'done', 4)).toBe('d');
  expect(nearestCard(boardOf({ empty: '' }), { cardId: 'gone', columnId: 'empty', index: 0 })).toBeNull();
});
