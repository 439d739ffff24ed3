import type { Card } from '@talkan/board/model';
import { describe, expect, it } from 'vitest';
import type { Drag } from './drag/drag';
import { cardAt, indexAtOffset, rowOf, rowsOf } from './rows';

const cards = ['a', 'b', 'c'].map((id): Card => ({
  id,
  number: 1,
  columnId: 'todo',
  rank: id,
  title: id,
  details: '',
  archivedAt: null,
  createdAt: '2026-11-23T00:00:00.000Z',
  createdBy: 'me',
}));
const dragTo = (cardId: string, from: string, spot: Drag['spot']): Drag => ({
  cardId,
  by: 'pointer',
  from,
  spot,
  height: 50,
});
const shown = (rows: ReturnType<typeof rowsOf>) =>
  Array.from({ length: rows.count }, (_, row) => cardAt(rows, row)?.id ?? '_').join('');

describe('rowsOf', () => {
  it('lists the cards as they are while none is in the hand', () => {
    expect(shown(rowsOf(cards, 'todo', null))).toBe('abc');
  });

  it('opens a gap where a card from elsewhere would go', () => {
    for (const [index, list] of ['_abc', 'a_bc', 'ab_c', 'abc_'].entries()) {
      expect(shown(rowsOf(cards, 'todo', dragTo('x', 'done', { columnId: 'todo', index })))).toBe(list);
    }
  });

  it('leaves out a card in the hand and puts the gap in its place', () => {
    expect(shown(rowsOf(cards, 'todo', dragTo('b', 'todo', { columnId: 'todo', index: 1 })))).toBe('a_c');
    expect(shown(rowsOf(cards, 'todo', dragTo('b', 'todo', { columnId: 'todo', index: 2 })))).toBe('ac_');
    expect(shown(rowsOf(cards, 'todo', dragTo('b', 'todo', { columnId: 'done', index: 0 })))).toBe('ac');
  });

  it('finds each card in its row', () => {
    const rows = rowsOf(cards, 'todo', dragTo('x', 'done', { columnId: 'todo', index: 1 }));
    expect(rows.cards.map((card, index) => cardAt(rows, rowOf(rows, index)) === card)).toEqual([true, true, true]);
  });
});

describe('indexAtOffset', () => {
  const space = 10;
  const drawn = (sizes: readonly number[]) => {
    let start = 0;
    return sizes.map((size) => {
      const extent = { start, size };
      start += size + space;
      return extent;
    });
  };

  it('goes before the first card whose middle lies lower', () => {
    const rows = rowsOf(cards, 'todo', null);
    const extents = drawn([40, 100, 40]);
    const at = (offset: number) => indexAtOffset(rows, extents, { offset, space });
    expect([-50, 19, 21, 99, 101, 179, 181, 9999].map(at)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('answers the same wherever the gap is open', () => {
    const sizes = [40, 100, 40];
    const answers = [0, 1, 2, 3].map((index) => {
      const rows = rowsOf(cards, 'todo', dragTo('x', 'done', { columnId: 'todo', index }));
      const extents = drawn(sizes.toSpliced(index, 0, 50));
      return [-5, 15, 25, 95, 105, 175, 185].map((offset) => indexAtOffset(rows, extents, { offset, space }));
    });
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  it('is the only place in an empty lane', () => {
    expect(indexAtOffset(rowsOf([], 'todo', null), [], { offset: 300, space })).toBe(0);
  });
});
