import { applyPatches } from '@talkan/board/board';
import { decide } from '@talkan/board/decide';
import type { Board } from '@talkan/board/model';
import { isRefusal } from '@talkan/board/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followSpot, moveTo, placesIn, saySpot, spotOf, stepTo, type Spot } from './spot';
import { boardOf } from './testing/board-of';

const NOW = '2026-11-23T00:00:00.000Z';

const idsIn = (board: Board, columnId: string) =>
  board
    .cardsIn(columnId)
    .map((card) => card.id)
    .join(' ');

function moved(board: Board, cardId: string, spot: Spot): Board {
  const operation = moveTo(board, cardId, spot);
  if (!operation) return board;
  const patches = decide(board, operation, { actorId: 'me', role: 'editor', now: NOW, loaded: new Map() });
  if (isRefusal(patches)) throw new Error(patches.message);
  return applyPatches(board, patches);
}

describe('moveTo', () => {
  const board = boardOf({ todo: 'a b c', done: 'd e' });

  it('names both neighbours of the new place', () => {
    expect(moveTo(board, 'a', { columnId: 'done', index: 1 })).toEqual({
      type: 'card.move',
      cardId: 'a',
      columnId: 'done',
      before: 'e',
      after: 'd',
    });
  });

  it('names the one neighbour there is at either end, and none in an empty column', () => {
    expect(moveTo(board, 'a', { columnId: 'done', index: 0 })).toMatchObject({ before: 'd' });
    expect(moveTo(board, 'a', { columnId: 'done', index: 2 })).toMatchObject({ after: 'e' });
    const empty = boardOf({ todo: 'a', done: '' });
    expect(moveTo(empty, 'a', { columnId: 'done', index: 0 })).toEqual({
      type: 'card.move',
      cardId: 'a',
      columnId: 'done',
    });
  });

  it('is nothing where the card stands already', () => {
    for (const cardId of ['a', 'b', 'c']) {
      const spot = spotOf(board, cardId);
      expect(spot && moveTo(board, cardId, spot)).toBeNull();
    }
  });

  it('is nothing for a card or a column that is gone', () => {
    expect(moveTo(board, 'z', { columnId: 'done', index: 0 })).toBeNull();
    expect(moveTo(board, 'a', { columnId: 'gone', index: 0 })).toBeNull();
  });

  it('puts any card exactly where the spot says', () => {
    const lanes = { todo: 'a b c', doing: 'd', done: '' };
    const cards = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(cards, fc.constantFrom('todo', 'doing', 'done'), fc.nat(5), (cardId, columnId, index) => {
        const start = boardOf(lanes);
        const after = moved(start, cardId, { columnId, index });
        const last = placesIn(start, columnId, cardId) - 1;
        expect(spotOf(after, cardId)).toEqual({ columnId, index: Math.min(index, last) });
      }),
    );
  });
});

describe('stepTo', () => {
  const board = boardOf({ todo: 'a b c', doing: '', done: 'd e' });
  const from = (cardId: string, spot: Spot) => ({ cardId, ids: [cardId], spot });

  it('goes up and down and stops at the ends', () => {
    const at = { columnId: 'todo', index: 1 };
    expect(stepTo(board, from('b', at), 'ArrowUp').index).toBe(0);
    expect(stepTo(board, from('b', { ...at, index: 0 }), 'ArrowUp').index).toBe(0);
    expect(stepTo(board, from('b', at), 'ArrowDown').index).toBe(2);
    expect(stepTo(board, from('b', { ...at, index: 2 }), 'ArrowDown').index).toBe(2);
  });

  it('goes to the ends of a column at once', () => {
    expect(stepTo(board, from('a', { columnId: 'done', index: 1 }), 'Home').index).toBe(0);
    expect(stepTo(board, from('a', { columnId: 'done', index: 0 }), 'End').index).toBe(2);
    expect(stepTo(board, from('d', { columnId: 'done', index: 0 }), 'End').index).toBe(1);
  });

  it('goes sideways at the same height as far as the column reaches, and stops at the last one', () => {
    const at = { columnId: 'todo', index: 2 };
    const doing = stepTo(board, from('c', at), 'ArrowRight');
    expect(doing).toEqual({ columnId: 'doing', index: 0 });
    expect(stepTo(board, from('c', { columnId: 'done', index: 2 }), 'ArrowRight')).toEqual({
      columnId: 'done',
      index: 2,
    });
    expect(stepTo(board, from('c', at), 'ArrowLeft')).toEqual(at);
  });
});

describe('followSpot', () => {
  const before = boardOf({ todo: 'a b c', done: 'd e' });
  const drag = { cardId: 'a', spot: { columnId: 'done', index: 2 } };

  it('stays behind the same card when others come before it', () => {
    const after = moved(before, 'c', { columnId: 'done', index: 0 });
    expect(idsIn(after, 'done')).toBe('c d e');
    expect(followSpot(before, after, drag)).toEqual({ columnId: 'done', index: 3 });
  });

  it('stays within the column when the card before it leaves', () => {
    const after = moved(before, 'e', { columnId: 'todo', index: 0 });
    expect(followSpot(before, after, drag)).toEqual({ columnId: 'done', index: 1 });
  });

  it('stays before the same card when the one above it leaves', () => {
    const start = boardOf({ todo: 'a', done: 'd e f g' });
    const after = moved(start, 'e', { columnId: 'todo', index: 0 });
    expect(followSpot(start, after, { cardId: 'a', spot: { columnId: 'done', index: 2 } })).toEqual({
      columnId: 'done',
      index: 1,
    });
  });

  it('goes back to where the card is when the column disappears', () => {
    const after = boardOf({ todo: 'a b c' });
    expect(followSpot(before, after, drag)).toEqual({ columnId: 'todo', index: 0 });
  });
});

describe('saySpot', () => {
  it('counts the places that the card may have', () => {
    const board = boardOf({ todo: 'a b c', done: 'd e' });
    expect(saySpot(board, 'a', { columnId: 'todo', index: 0 })).toBe('todo, position 1 of 3');
    expect(saySpot(board, 'a', { columnId: 'done', index: 2 })).toBe('done, position 3 of 3');
  });
});
