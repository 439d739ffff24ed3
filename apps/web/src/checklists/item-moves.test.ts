import { putAt } from '@talkan/board/decide-checklists';
import type { Checklist, Id } from '@talkan/board/model';
import { describe, expect, it } from 'vitest';
import { progressOf, stepChecklist, stepItem } from './item-moves';

const lists: readonly Checklist[] = [listOf('one', ['a', 'b*', 'c']), listOf('two', []), listOf('three', ['d'])];

/** A star: it is done. */
function listOf(id: Id, items: readonly string[]): Checklist {
  return {
    id,
    title: id,
    items: items.map((name) => {
      return { id: name.replace('*', ''), text: name, done: name.endsWith('*'), assigneeId: null };
    }),
  };
}

/** The checklists after a step, as ids. */
function after(itemId: Id, step: 1 | -1, hidesDone = false) {
  const spot = stepItem(lists, { itemId, step }, (item) => !hidesDone || !item.done);
  const item = lists.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  if (!spot || !item) return null;
  return lists.map(({ id, items }) => {
    const others = items.filter((other) => other !== item);
    const all = id === spot.checklistId ? putAt(items, item, spot) : others;
    return all.map((one) => one.id).join('');
  });
}

describe('a step of an item', () => {
  it('goes past its neighbour', () => {
    expect(after('a', 1)).toEqual(['bac', '', 'd']);
    expect(after('c', -1)).toEqual(['acb', '', 'd']);
  });

  it('goes past neighbours that are not shown, too', () => {
    expect(after('a', 1, true)).toEqual(['bca', '', 'd']);
    expect(after('c', -1, true)).toEqual(['cab', '', 'd']);
  });

  it('goes from one checklist into the next one', () => {
    expect(after('c', 1)).toEqual(['ab', 'c', 'd']);
    expect(after('d', -1)).toEqual(['abc', 'd', '']);
  });

  it('goes nowhere from the very ends', () => {
    expect(after('a', -1)).toBeNull();
    expect(after('d', 1)).toBeNull();
    expect(after('gone', 1)).toBeNull();
  });
});

it('moves a checklist past its neighbour', () => {
  expect(stepChecklist(lists, { checklistId: 'one', step: 1 })).toEqual({ after: 'two' });
  expect(stepChecklist(lists, { checklistId: 'three', step: -1 })).toEqual({ before: 'two' });
  expect(stepChecklist(lists, { checklistId: 'three', step: 1 })).toBeNull();
  expect(stepChecklist(lists, { checklistId: 'gone', step: 1 })).toBeNull();
});

it('counts what is done', () => {
  expect(lists.map(progressOf)).toEqual([
    { done: 1, all: 3 },
    { done: 0, all: 0 },
    { done: 0, all: 1 },
  ]);
});
