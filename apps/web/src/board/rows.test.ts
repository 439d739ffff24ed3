import type { Card } from '@talkan/board/model';
import { wholeCard } from '@talkan/board/rows';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slot } from '../presence/signs';
import type { Drag } from './drag/drag';
import type { Placed } from './ghosts';
import { cardsBetween, indexAtOffset, rowAt, rowOf, rowOfPlace, rowsOf, type Hands, type Rows } from './rows';

const model = wholeCard({
  id: 'model',
  number: 1,
  columnId: 'todo',
  rank: 'a0',
  title: 'Model',
  createdAt: '2026-11-23T00:00:00.000Z',
  createdBy: 'me',
});
const cards = ['a', 'b', 'c'].map((id): Card => ({ ...model, id, rank: id, title: id }));
const dragTo = (cardId: string, from: string, spot: Drag['spot']): Drag => ({
  cardId,
  ids: [cardId],
  by: 'pointer',
  from,
  spot,
  height: 50,
});
const free: Hands = { drag: null, slots: [] };
const slotAt = (at: number, more: Partial<Slot> = {}): Slot => ({
  clientId: `tab-${at}`,
  userId: 'mira',
  name: 'Mira',
  cardId: 'x',
  columnId: 'todo',
  at,
  home: false,
  isStack: false,
  ...more,
});
const shown = (rows: Rows) =>
  Array.from({ length: rows.count }, (_, row) => {
    const { card, slot } = rowAt(rows, row);
    return card?.id ?? (slot ? '+' : '_');
  }).join('');

describe('rowsOf', () => {
  it('lists the cards as they are while none is in the hand', () => {
    expect(shown(rowsOf(cards, 'todo', free))).toBe('abc');
  });

  it('opens a gap where a card from elsewhere would go', () => {
    for (const [index, list] of ['_abc', 'a_bc', 'ab_c', 'abc_'].entries()) {
      expect(shown(rowsOf(cards, 'todo', { drag: dragTo('x', 'done', { columnId: 'todo', index }), slots: [] }))).toBe(
        list,
      );
    }
  });

  it('leaves out a card in the hand and puts the gap in its place', () => {
    expect(shown(rowsOf(cards, 'todo', { drag: dragTo('b', 'todo', { columnId: 'todo', index: 1 }), slots: [] }))).toBe(
      'a_c',
    );
    expect(shown(rowsOf(cards, 'todo', { drag: dragTo('b', 'todo', { columnId: 'todo', index: 2 }), slots: [] }))).toBe(
      'ac_',
    );
    expect(shown(rowsOf(cards, 'todo', { drag: dragTo('b', 'todo', { columnId: 'done', index: 0 }), slots: [] }))).toBe(
      'ac',
    );
  });

  it('finds each card in its row', () => {
    const rows = rowsOf(cards, 'todo', { drag: dragTo('x', 'done', { columnId: 'todo', index: 1 }), slots: [] });
    expect(rows.cards.map((card, index) => rowAt(rows, rowOf(rows, index)).card === card)).toEqual([true, true, true]);
  });
});

describe('the slots of others', () => {
  it('stand before the cards that they say, above one’s own gap', () => {
    const slots = [slotAt(0), slotAt(1), slotAt(3)];
    expect(shown(rowsOf(cards, 'todo', { drag: null, slots }))).toBe('+a+bc+');
    const drag = dragTo('x', 'done', { columnId: 'todo', index: 1 });
    expect(shown(rowsOf(cards, 'todo', { drag, slots }))).toBe('+a+_bc+');
  });

  it('stay where they are when a card before them is taken up', () => {
    const drag = dragTo('a', 'todo', { columnId: 'todo', index: 2 });
    expect(shown(rowsOf(cards, 'todo', { drag, slots: [slotAt(0), slotAt(2)] }))).toBe('+b+c_');
    expect(shown(rowsOf(cards, 'todo', { drag, slots: [slotAt(1)] }))).toBe('+bc_');
  });

  it('take no room where the card lies there itself, and stand at the end where a list is shorter than they know', () => {
    expect(shown(rowsOf(cards, 'todo', { drag: null, slots: [slotAt(1, { home: true }), slotAt(9)] }))).toBe('abc+');
  });
});

describe('what would arrive', () => {
  const arriving = (at: number): Placed => ({ at, arrival: { card: model, isNew: true, behind: null, words: [] } });

  it('stands between cards, below what others hold there, and takes no part in what is taken up', () => {
    const arrivals = [arriving(1), arriving(1), arriving(3)];
    const signs = (rows: Rows) =>
      Array.from({ length: rows.count }, (_, row) => {
        const { card, slot, arrival } = rowAt(rows, row);
        return card?.id ?? (slot ? '+' : arrival ? '*' : '_');
      }).join('');
    expect(signs(rowsOf(cards, 'todo', { drag: null, slots: [slotAt(1)], arrivals }))).toBe('a+**bc*');
    const drag = dragTo('a', 'todo', { columnId: 'todo', index: 1 });
    expect(signs(rowsOf(cards, 'todo', { drag, slots: [], arrivals }))).toBe('**b_c*');
  });
});

const space = 10;

function drawn(sizes: readonly number[]) {
  let start = 0;
  return sizes.map((size) => {
    const extent = { start, size };
    start += size + space;
    return extent;
  });
}

describe('cardsBetween', () => {
  const between = (rows: Rows, sizes: readonly number[], [top, bottom]: readonly [number, number]) =>
    cardsBetween(rows, drawn(sizes), { top, bottom })
      .map(({ id }) => id)
      .join(' ');

  it('has the cards that reach between two heights, whatever stands between them', () => {
    const rows = rowsOf(cards, 'todo', free);
    const heights: [number, number][] = [
      [-50, 0],
      [-50, 1],
      [39, 41],
      [40, 50],
      [45, 51],
      [0, 9999],
      [200, 300],
    ];
    expect(heights.map((at) => between(rows, [40, 100, 40], at))).toEqual(['', 'a', 'a', '', 'b', 'a b c', '']);
    const parted = rowsOf(cards, 'todo', { drag: null, slots: [slotAt(1)] });
    expect(between(parted, [40, 100, 40, 40], [45, 165])).toBe('b');
    expect(between(rowsOf([], 'todo', free), [], [0, 300])).toBe('');
  });
});

describe('indexAtOffset', () => {
  it('goes before the first card whose middle lies lower', () => {
    const rows = rowsOf(cards, 'todo', free);
    const extents = drawn([40, 100, 40]);
    const at = (offset: number) => indexAtOffset(rows, extents, { offset, space });
    expect([-50, 19, 21, 99, 101, 179, 181, 9999].map(at)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('answers the same wherever the gap is open', () => {
    const sizes = [40, 100, 40];
    const answers = [0, 1, 2, 3].map((index) => {
      const rows = rowsOf(cards, 'todo', { drag: dragTo('x', 'done', { columnId: 'todo', index }), slots: [] });
      const extents = drawn(sizes.toSpliced(index, 0, 50));
      return [-5, 15, 25, 95, 105, 175, 185].map((offset) => indexAtOffset(rows, extents, { offset, space }));
    });
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  it('counts cards alone, whatever others hold between them and wherever the gap is', () => {
    const lane = fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 12 });
    const held = fc.array(fc.record({ at: fc.nat(12), size: fc.integer({ min: 20, max: 200 }) }), { maxLength: 4 });
    const gap = fc.record({ index: fc.nat(12), height: fc.integer({ min: 20, max: 200 }) });
    const some = fc.record({ sizes: lane, held, gap, offset: fc.integer({ min: -100, max: 3000 }) });
    fc.assert(
      fc.property(some, ({ sizes, held, gap, offset }) => {
        const listed = sizes.map((_, index) => ({ ...model, id: `card-${index}` }));
        const sorted = held
          .map(({ at, size }, index) => ({ size, slot: slotAt(at, { clientId: `tab-${index}` }) }))
          .toSorted((one, other) => one.slot.at - other.slot.at);
        const slots = sorted.map(({ slot }) => slot);
        const sizesOf = (rows: Rows) =>
          Array.from({ length: rows.count }, (_, row) => {
            const { card, slot, index } = rowAt(rows, row);
            if (card) return sizes[index] ?? 0;
            return sorted.find(({ slot: { clientId } }) => clientId === slot?.clientId)?.size ?? gap.height;
          });
        const closed = rowsOf(listed, 'todo', { drag: null, slots });
        const at = drawn(sizesOf(closed));
        const above = listed.filter((_, index) => {
          const extent = at[rowOf(closed, index)];
          return extent && extent.start + extent.size / 2 < offset;
        }).length;
        expect(indexAtOffset(closed, at, { offset, space })).toBe(above);
        const drag = dragTo('x', 'done', { columnId: 'todo', index: gap.index });
        const open = rowsOf(listed, 'todo', { drag, slots });
        expect(open.count).toBe(sizes.length + held.length + 1);
        expect(open.gap).toBe(rowOfPlace(open, Math.min(gap.index, sizes.length)));
        expect(indexAtOffset(open, drawn(sizesOf(open)), { offset, space })).toBe(above);
        expect(listed.map((card, index) => rowAt(open, rowOf(open, index)).card === card)).not.toContain(false);
      }),
    );
  });

  it('is the only place in an empty lane', () => {
    expect(indexAtOffset(rowsOf([], 'todo', free), [], { offset: 300, space })).toBe(0);
  });
});
