import { describe, expect, it } from 'vitest';
import { createBoard, snapshotOf } from './board.js';
import type { Label } from './model.js';

const label = (id: string): Label => ({ id, name: id, hue: 0, archivedAt: null, mergedInto: null });

describe('a board as plain data', () => {
  it('is the same in whatever order its labels, columns and cards were put together', () => {
    const columns = ['todo', 'done'].map((id, at) => ({ id, title: id, rank: `a${at}` }));
    const cards = ['a', 'b'].map((id, at) => {
      const made = { createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'ada' };
      return { id, number: at + 1, columnId: 'todo', rank: `a${at}`, title: id, ...made };
    });
    const labels = ['bug', 'idea', 'later'].map(label);
    const snapshot = { id: 'board', key: 'TK', title: 'Board', seq: 7, lastNumber: 2, columns, cards, labels };
    const reversed = {
      ...snapshot,
      columns: columns.toReversed(),
      cards: cards.toReversed(),
      labels: labels.toReversed(),
    };
    expect(snapshotOf(createBoard(reversed))).toEqual(snapshot);
  });
});
