import type { Operation } from '@talkan/board/operations';
import { describe, expect, it } from 'vitest';
import { hurdleOf } from './commit-together';
import { stillStore } from './testing/still-store';

const ids = ['a', 'b', 'c'];
const due = (cardId: string, dueAt: string): Operation => ({ type: 'card.schedule', cardId, dueAt });
const startOf = (cardId: string, startAt: string): Operation => ({ type: 'card.schedule', cardId, startAt });

describe('what is in the way of a change of several cards', () => {
  it('is nothing where all of them can be changed', () => {
    const store = stillStore({ todo: 'a b c' });
    expect(
      hurdleOf(
        store.getState(),
        ids.map((id) => due(id, '2026-12-01')),
      ),
    ).toBeNull();
  });

  it('is said with the cards that refuse', () => {
    const store = stillStore({ todo: 'a b c d' });
    store.commit(['b', 'c', 'd'].map((id) => startOf(id, '2026-12-24')));
    const change = ids.map((id) => due(id, '2026-12-01'));
    expect(hurdleOf(store.getState(), change.slice(0, 2))).toBe(
      'RM-2 “b” would start after it is due. Choose an earlier start.',
    );
    expect(hurdleOf(store.getState(), change)).toBe(
      'RM-2 “b” would start after it is due. Choose an earlier start. The same goes for RM-3.',
    );
    expect(hurdleOf(store.getState(), [...change, due('d', '2026-12-01')])).toContain(
      'The same goes for RM-3 and RM-4.',
    );
  });

  it('is said as it is where each alone could be changed, and all together not', () => {
    const store = stillStore({ todo: 'a b c', done: 'd' });
    store.commit([
      { type: 'board.edit', limits: 'refuse' },
      { type: 'column.edit', columnId: 'done', limit: 2 },
    ]);
    const move = (cardId: string): Operation => ({ type: 'card.move', cardId, columnId: 'done' });
    expect(hurdleOf(store.getState(), [move('a')])).toBeNull();
    expect(hurdleOf(store.getState(), ['a', 'b'].map(move))).toBe(
      'done is full (1 of 2). Move a card out of it first.',
    );
  });

  it('is known before it is sent where one change cannot hold so many', () => {
    const store = stillStore({ todo: 'a' });
    const operations = Array.from({ length: 60_000 }, (_, index) => due(`card-${index}`, '2026-12-01'));
    const hurdle = hurdleOf(store.getState(), operations);
    const most = Number(/Choose at most ([\d,]+)\.$/.exec(hurdle ?? '')?.[1]?.replaceAll(',', ''));
    expect(hurdle).toContain('more cards than one change can hold');
    expect(JSON.stringify(operations.slice(0, most)).length).toBeLessThan(1024 * 1024);
    expect(most).toBeGreaterThan(10_000);
  });
});
