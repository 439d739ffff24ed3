import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBoard, snapshotOf } from './board.js';
import { archiveAll, moveAll, SORT_KEYS, sortColumn } from './compose-column.js';
import { decideChange } from './decide.js';
import type { Board, PlainCard } from './model.js';
import type { Operation } from './operations.js';
import { isRefusal } from './refusal.js';
import { boardOf, context } from './testing/boards.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const base = snapshotOf(boardOf({ todo: IDS, done: ['x'] }));

function after(board: Board, operations: readonly Operation[]): Board {
  const decided = decideChange(board, operations, context);
  if (isRefusal(decided)) throw new Error(decided.message);
  return decided.board;
}

const fields = fc.record({
  title: fc.constantFrom('Item 10', 'item 9', 'Ärger', 'zebra'),
  dueAt: fc.constantFrom(null, '2026-01-01', '2026-01-01T10:00:00.000Z', '2025-12-31'),
  priority: fc.constantFrom(null, 'urgent' as const, 'low' as const, 'high' as const),
});

it('sorts a column once, stably, by moves alone, and leaves the others', () => {
  fc.assert(
    fc.property(
      fc.array(fields, { minLength: IDS.length, maxLength: IDS.length }),
      fc.constantFrom(...SORT_KEYS),
      (rows, by) => {
        const cards = base.cards.map((card, index): PlainCard => ({ ...card, ...rows[index] }));
        const board = createBoard({ ...base, cards });
        const operations = sortColumn(board, 'todo', by);
        expect(operations.every(({ type }) => type === 'card.move')).toBe(true);
        const sorted = after(board, operations);
        expect(sortColumn(sorted, 'todo', by)).toEqual([]);
        expect(
          sorted
            .cardsIn('todo')
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(IDS);
        const due = sorted.cardsIn('todo').map(({ dueAt }) => dueAt ?? '~');
        if (by === 'due') expect(due).toEqual(due.toSorted());
      },
    ),
  );
});

it('sorts titles as people do, and what has no date or priority to the end', () => {
  const given: Record<string, Partial<PlainCard>> = {
    a: { title: 'Item 10' },
    b: { title: 'item 9', dueAt: '2026-01-02', priority: 'low' },
    c: { title: 'ärger', dueAt: '2026-01-01' },
    d: { title: 'Zebra', priority: 'urgent' },
  };
  const cards = base.cards.flatMap((card) => (given[card.id] ? [{ ...card, ...given[card.id] }] : []));
  const board = createBoard({ ...base, cards });
  const order = (by: (typeof SORT_KEYS)[number]) =>
    after(board, sortColumn(board, 'todo', by))
      .cardsIn('todo')
      .map(({ id }) => id)
      .join('');
  expect(order('title')).toBe('cbad');
  expect(order('due')).toBe('cbad');
  expect(order('priority')).toBe('dbac');
  expect(order('created')).toBe('abcd');
});

it('moves or archives all cards of a column in the order in which they stand', () => {
  const board = createBoard(base);
  const moved = after(board, moveAll(board.cardsIn('todo'), 'done'));
  expect(moved.cardsIn('done').map(({ id }) => id)).toEqual(['x', ...IDS]);
  expect(after(board, archiveAll(board.cardsIn('todo'))).cardsIn('todo')).toEqual([]);
});
