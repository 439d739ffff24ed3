import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoard, snapshotOf } from './board.js';
import { filteredBoard, isFiltering, matcherOf, readFilter, writeFilter, type CardFilter } from './filter.js';
import type { PlainCard } from './model.js';
import { boardOf } from './testing/boards.js';

const clock = { now: '2026-11-24T22:30:00.000Z', dayOf: (moment: string) => berlin.format(new Date(moment)) };
/** An hour ahead: it is still the 24th in the evening. */
const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

const given: Record<string, Partial<PlainCard>> = {
  a: { dueAt: '2026-11-24', labelIds: ['bug'], priority: 'high' },
  b: { dueAt: '2026-11-23', assigneeIds: ['ann'], changedAt: '2026-11-24T10:00:00.000Z' },
  c: { dueAt: '2026-11-24T22:00:00.000Z', labelIds: ['gone'] },
  d: { dueAt: '2026-12-05', details: 'A Needle in hay', assigneeIds: ['ann', 'bob'] },
  e: {},
};
const base = snapshotOf(boardOf({ todo: ['a', 'b', 'c', 'd', 'e'], done: ['f'] }));
const label = { id: 'bug', name: 'Bug', hue: 1, archivedAt: null, mergedInto: null };
const board = createBoard({
  ...base,
  columns: base.columns.map((column) => ({ ...column, done: column.id === 'done' })),
  cards: base.cards.map((card) => ({ ...card, ...(card.id === 'f' ? { dueAt: '2020-01-01' } : given[card.id]) })),
  labels: [label, { ...label, id: 'gone', name: 'Gone', archivedAt: clock.now }],
});

function found(filter: CardFilter): string {
  const shown = filteredBoard(board, matcherOf(board, filter, clock));
  return shown
    .columns()
    .flatMap(({ id }) => shown.cardsIn(id).map((card) => card.id))
    .join('');
}

describe('a filter', () => {
  it.each<[CardFilter, string]>([
    [{}, 'abcdef'],
    [{ labels: ['bug'] }, 'a'],
    [{ labels: ['bug', 'none'] }, 'abcdef'],
    [{ people: ['bob'] }, 'd'],
    [{ people: ['none'] }, 'acef'],
    [{ due: ['overdue'] }, 'bc'],
    [{ due: ['today'] }, 'a'],
    [{ due: ['fortnight'] }, 'ad'],
    [{ due: ['none'] }, 'e'],
    [{ due: ['overdue', 'none'] }, 'bce'],
    [{ priorities: ['high'] }, 'a'],
    [{ priorities: ['none'], people: ['ann'] }, 'bd'],
    [{ text: 'needle HAY' }, 'd'],
    [{ text: 'bug' }, 'a'],
    [{ text: 'rm-2' }, 'b'],
    [{ changed: 1 }, 'b'],
    [{ untouched: 1 }, 'acdef'],
  ])('finds by %j: %s', (filter, ids) => {
    expect(found(filter)).toBe(ids);
  });

  it('reads what it writes, and nothing else that stands in an address', () => {
    const filter: fc.Arbitrary<CardFilter> = fc.record({
      text: fc.constantFrom('', 'a b', 'ü&=,'),
      labels: fc.subarray(['a', 'none']),
      people: fc.subarray(['x', 'y']),
      due: fc.subarray(['overdue', 'none', 'week'] as const),
      priorities: fc.subarray(['low', 'none'] as const),
      changed: fc.constantFrom(undefined, 7),
      untouched: fc.constantFrom(undefined, 30),
    });
    fc.assert(
      fc.property(filter, (one) => {
        const address = new URLSearchParams(writeFilter(one).map(([name, value]) => [name, value]));
        const read = readFilter((name) => new URLSearchParams(address.toString()).get(name));
        expect(read).toEqual(one);
        expect(isFiltering(read)).toBe(address.size > 0);
      }),
    );
    const odd = new URLSearchParams('due=never,overdue&changed=-1&untouched=x&priority=,,');
    expect(writeFilter(readFilter((name) => odd.get(name)))).toEqual([['due', 'overdue']]);
  });
});

it('leaves the board itself what it is', () => {
  const none = filteredBoard(board, () => false);
  expect(none.cardCount).toBe(6);
  expect(none.card('a')).toBe(board.card('a'));
  expect(none.labels()).toBe(board.labels());
});
