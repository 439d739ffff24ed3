import { expect, it } from 'vitest';
import { boardOf } from '../board/testing/board-of';
import { cardBeside } from './neighbours';

const board = boardOf({ todo: 'a b', empty: '', done: 'c' });

it('goes through a column and on to the next one that has any', () => {
  expect(cardBeside(board, 'a', 1)?.id).toBe('b');
  expect(cardBeside(board, 'b', 1)?.id).toBe('c');
  expect(cardBeside(board, 'c', -1)?.id).toBe('b');
  expect(cardBeside(board, 'b', -1)?.id).toBe('a');
});

it('ends at the ends of the board', () => {
  expect(cardBeside(board, 'a', -1)).toBeUndefined();
  expect(cardBeside(board, 'c', 1)).toBeUndefined();
  expect(cardBeside(board, 'gone', 1)).toBeUndefined();
});
