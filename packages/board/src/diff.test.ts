import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPatches } from './board.js';
import { decideChange } from './decide.js';
import { contentOf, diff } from './diff.js';
import { longestIncreasing } from './longest-increasing.js';
import { isRefusal } from './refusal.js';
import { boardOf, context, lanesOf } from './testing/boards.js';

it('moves one card where one card was moved, however far', () => {
  const from = contentOf(boardOf({ todo: ['a', 'b', 'c', 'd', 'e'], done: ['x', 'y'] }));
  const top = contentOf(boardOf({ todo: ['e', 'a', 'b', 'c', 'd'], done: ['x', 'y'] }));
  expect(diff(from, top)).toEqual([{ type: 'card.move', cardId: 'e', columnId: 'todo', before: 'a' }]);
  const across = contentOf(boardOf({ todo: ['a', 'b', 'd', 'e'], done: ['x', 'c', 'y'] }));
  expect(diff(from, across)).toEqual([{ type: 'card.move', cardId: 'c', columnId: 'done', before: 'y', after: 'x' }]);
});

it('moves as few cards as can be: all but the longest run that is in order', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  fc.assert(
    fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (order) => {
      const moves = diff(contentOf(boardOf({ todo: ids })), contentOf(boardOf({ todo: order })));
      expect(moves).toHaveLength(ids.length - longestIncreasing(order.map((id) => ids.indexOf(id))).length);
    }),
  );
});

it('finds a run that is increasing and as long as any', () => {
  const longest = (values: readonly number[]): number =>
    Math.max(0, ...values.map((value, index) => 1 + longest(values.slice(index + 1).filter((later) => later > value))));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }), (values) => {
      const run = longestIncreasing(values).map((position) => values[position] ?? 0);
      expect(run.every((value, index) => index === 0 || value > (run[index - 1] ?? 0))).toBe(true);
      expect(run).toHaveLength(longest(values));
    }),
  );
});

it('merges with what others did meanwhile, and conflicts only where a text was changed by both', () => {
  const base = boardOf({ todo: ['a', 'b', 'c'], done: ['x'] });
  const mine = diff(contentOf(base), contentOf(boardOf({ todo: ['a', 'c'], done: ['x', 'b'] })));
  const theirs = decideChange(base, [{ type: 'card.move', cardId: 'x', columnId: 'todo', before: 'a' }], context);
  if (isRefusal(theirs)) throw new Error(theirs.message);
  const merged = decideChange(theirs.board, mine, context);
  if (isRefusal(merged)) throw new Error(merged.message);
  expect(lanesOf(merged.board)).toEqual({ todo: ['x', 'a', 'c'], done: ['b'] });

  const retitled = applyPatches(base, [{ entity: 'card', id: 'a', before: { title: 'A' }, after: { title: 'Hers' } }]);
  const edited = contentOf(base).columns.map((column) => ({
    ...column,
    cards: column.cards.map((card) => (card.id === 'a' ? { ...card, title: 'Mine' } : card)),
  }));
  const edit = diff(contentOf(base), { columns: edited });
  expect(decideChange(retitled, edit, context)).toMatchObject({
    code: 'conflict',
    current: { title: 'Hers' },
    proposed: { title: 'Mine' },
  });
});

it('replaces a board that is full by another that is', () => {
  const full = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`old${index}`, [`o${index}`]]));
  const other = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`new${index}`, [`n${index}`]]));
  const from = boardOf(full);
  const decided = decideChange(from, diff(contentOf(from), contentOf(boardOf(other))), context);
  if (isRefusal(decided)) throw new Error(decided.message);
  expect(contentOf(decided.board)).toEqual(contentOf(boardOf(other)));
});

it('replaces columns of a full board by others in which their cards live on', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `${index}`);
  const from = boardOf(Object.fromEntries(ids.map((id) => [`old${id}`, [`k${id}`]])));
  const to = boardOf(Object.fromEntries(ids.map((id) => [`new${id}`, [`k${id}`]])));
  const decided = decideChange(from, diff(contentOf(from), contentOf(to)), context);
  if (isRefusal(decided)) throw new Error(decided.message);
  expect(lanesOf(decided.board)).toEqual(lanesOf(to));
});
