import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from './board.js';
import { decide } from './decide.js';
import { LIMITS } from './limits.js';
import type { Board } from './model.js';
import type { Operation, Place } from './operations.js';
import { settle } from './place.js';
import { freshRanks } from './rank.js';
import { isRefusal } from './refusal.js';
import { boardOf, context, lanesOf, largeBoard } from './testing/boards.js';
import { LogServer } from './testing/server.js';
import { contentOf } from './diff.js';

function after(board: Board, operation: Operation): Board {
  const decided = decide(board, operation, context);
  if (isRefusal(decided)) throw new Error(decided.message);
  return applyPatches(board, decided);
}

const abc = () => boardOf({ todo: ['a', 'b', 'c'], done: ['x'] });
const move = (cardId: string, columnId: string, place: Place = {}): Operation => ({
  type: 'card.move',
  cardId,
  columnId,
  ...place,
});

describe('a place', () => {
  it('is directly before, directly after, or at the end', () => {
    expect(lanesOf(after(abc(), move('x', 'todo', { before: 'a' })))).toEqual({ todo: ['x', 'a', 'b', 'c'], done: [] });
    expect(lanesOf(after(abc(), move('x', 'todo', { after: 'a' })))).toEqual({ todo: ['a', 'x', 'b', 'c'], done: [] });
    expect(lanesOf(after(abc(), move('x', 'todo')))).toEqual({ todo: ['a', 'b', 'c', 'x'], done: [] });
    expect(lanesOf(after(abc(), move('a', 'todo')))).toEqual({ todo: ['b', 'c', 'a'], done: ['x'] });
    expect(lanesOf(after(abc(), move('c', 'todo', { before: 'b' })))).toEqual({ todo: ['a', 'c', 'b'], done: ['x'] });
    expect(lanesOf(after(abc(), move('a', 'todo', { after: 'b' })))).toEqual({ todo: ['b', 'a', 'c'], done: ['x'] });
  });

  it('falls back to the other neighbour where one is gone, then to the end', () => {
    expect(lanesOf(after(abc(), move('x', 'todo', { before: 'gone', after: 'a' }))).todo).toEqual(['a', 'x', 'b', 'c']);
    expect(lanesOf(after(abc(), move('x', 'todo', { before: 'b', after: 'gone' }))).todo).toEqual(['a', 'x', 'b', 'c']);
    expect(lanesOf(after(abc(), move('x', 'todo', { before: 'gone', after: 'gone' }))).todo).toEqual([
      'a',
      'b',
      'c',
      'x',
    ]);
    expect(lanesOf(after(abc(), move('x', 'todo', { before: null, after: 'a' }))).todo).toEqual(['a', 'x', 'b', 'c']);
  });

  it('that a card has already changes nothing', () => {
    for (const place of [{ before: 'c' }, { after: 'a' }, { before: 'c', after: 'a' }]) {
      expect(decide(abc(), move('b', 'todo', place), context)).toEqual([]);
    }
    expect(decide(abc(), move('c', 'todo'), context)).toEqual([]);
  });

  it('takes one patch, whatever the number of cards', () => {
    expect(decide(largeBoard(2, 2000), move('k0', 'c1', { before: 'k999' }), context)).toHaveLength(1);
  });
});

describe('5,000 inserts into one gap', () => {
  it('stay in order with ranks of at most 64 characters', () => {
    let board = abc();
    for (let index = 0; index < 5000; index++) {
      board = after(board, { type: 'card.create', cardId: `k${index}`, columnId: 'todo', title: 'k', before: 'b' });
    }
    const expected = ['a', ...Array.from({ length: 5000 }, (_, index) => `k${index}`), 'b', 'c'];
    expect(lanesOf(board).todo).toEqual(expected);
    const ranks = board.cardsIn('todo').map((card) => card.rank);
    expect(ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? ''))).toBe(true);
    expect(Math.max(...ranks.map((rank) => rank.length))).toBeLessThanOrEqual(LIMITS.rank);
  });

  it('rank only a neighbourhood anew, and not the whole of a long column', () => {
    let board = largeBoard(1, 5000);
    const sizes: number[] = [];
    for (let index = 0; index < 1000; index++) {
      const create: Operation = { type: 'card.create', cardId: `n${index}`, columnId: 'c0', title: 'n', before: 'k9' };
      const decided = decide(board, create, context);
      if (isRefusal(decided)) throw new Error(decided.message);
      sizes.push(decided.length);
      board = applyPatches(board, decided);
    }
    expect(sizes.filter((size) => size > 2).length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(6000);
  });

  it('can be undone one by one across every re-ranking', () => {
    const server = new LogServer(abc());
    const seen = [contentOf(server.board)];
    for (let index = 0; index < 700; index++) {
      server.commit(`c${index}`, [
        { type: 'card.create', cardId: `k${index}`, columnId: 'todo', title: 'k', before: 'b' },
      ]);
      seen.push(contentOf(server.board));
    }
    for (let seq = 700; seq > 0; seq--) {
      server.undo(`u${seq}`, seq);
      expect(contentOf(server.board)).toEqual(seen[seq - 1]);
    }
  });

  it('can be made by moving one and the same two cards', () => {
    let board = abc();
    for (let index = 0; index < 1500; index++) {
      board = after(board, move(index % 2 === 0 ? 'x' : 'c', 'todo', { after: 'a' }));
      const [first, second] = board.cardsIn('todo');
      expect([first?.id, second?.id]).toEqual(['a', index % 2 === 0 ? 'x' : 'c']);
    }
  });
});

it('settles those who come back in their old order, beside whoever took a rank meanwhile', () => {
  const someOf = fc.subarray(freshRanks(40));
  fc.assert(
    fc.property(someOf, someOf, (members, returning) => {
      const there = members.toSorted().map((rank) => ({ id: `m${rank}`, rank }));
      const back = returning.toSorted().map((rank) => ({ id: `r${rank}`, rank }));
      const settled = settle(there, back);
      expect(settled.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ id }) => id)).toEqual(
        back.map(({ id }) => id),
      );
      const all = [...there, ...settled].map(({ rank }) => rank);
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});
