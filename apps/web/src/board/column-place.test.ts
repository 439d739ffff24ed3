import { applyPatches } from '@talkan/board/board';
import { decide } from '@talkan/board/decide';
import type { Board } from '@talkan/board/model';
import { isRefusal } from '@talkan/board/refusal';
import { describe, expect, it } from 'vitest';
import { followColumn, indexOfColumn, moveColumnTo, type ColumnPlace } from './column-place';
import { boardOf } from './testing/board-of';

const NOW = '2026-11-23T00:00:00.000Z';
const board = boardOf({ a: '', b: '', c: '', d: '' });
const idsOf = (board: Board) =>
  board
    .columns()
    .map(({ id }) => id)
    .join(' ');

function moved(board: Board, place: ColumnPlace): Board {
  const operation = moveColumnTo(board, place);
  if (!operation) return board;
  const patches = decide(board, operation, { actorId: 'me', role: 'editor', now: NOW, loaded: new Map() });
  if (isRefusal(patches)) throw new Error(patches.message);
  return applyPatches(board, patches);
}

describe('moveColumnTo', () => {
  it('puts any column exactly where the place says, and is nothing where it stands already', () => {
    for (const { id } of board.columns()) {
      for (const index of [0, 1, 2, 3]) {
        const operation = moveColumnTo(board, { columnId: id, index });
        expect(operation === null).toBe(indexOfColumn(board, id) === index);
        expect(indexOfColumn(moved(board, { columnId: id, index }), id)).toBe(index);
      }
    }
    expect(moveColumnTo(board, { columnId: 'gone', index: 1 })).toBeNull();
  });
});

describe('followColumn', () => {
  it('stays behind the same column, or the nearest that is left of it', () => {
    const place = { columnId: 'a', index: 2 };
    const after = moved(board, { columnId: 'd', index: 0 });
    expect(idsOf(after)).toBe('d a b c');
    expect(followColumn(board, after, place)).toEqual({ columnId: 'a', index: 3 });
    expect(followColumn(board, boardOf({ a: '', b: '', d: '' }), place)).toEqual({ columnId: 'a', index: 1 });
    expect(followColumn(board, boardOf({ a: '', d: '' }), place)).toEqual({ columnId: 'a', index: 0 });
  });
});
