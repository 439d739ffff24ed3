import type { BoardSnapshot, PlainCard } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { describe, expect, it } from 'vitest';
import { storeOf } from '../testing/store-of';
import { createDragModel, type DragModelOptions } from './drag';

const NOW = '2026-11-23T00:00:00.000Z';

function cardOf(id: string, columnId: string, number: number): PlainCard {
  return {
    id,
    columnId,
    number,
    rank: `a${number}`,
    title: id,
    createdAt: NOW,
    createdBy: 'me',
  };
}

const snapshot: BoardSnapshot = {
  id: 'board',
  key: 'RM',
  title: 'Board',
  seq: 1,
  lastNumber: 4,
  columns: [
    { id: 'todo', rank: 'a1', title: 'To do', archivedAt: null },
    { id: 'done', rank: 'a2', title: 'Done', archivedAt: null },
  ],
  cards: [cardOf('a', 'todo', 1), cardOf('b', 'todo', 2), cardOf('c', 'todo', 3), cardOf('d', 'done', 4)],
};

function start(role: Role = 'editor', options: Partial<DragModelOptions> = {}, board: Partial<BoardSnapshot> = {}) {
  const store = storeOf({ ...snapshot, ...board }, role);
  const said: string[] = [];
  const drag = createDragModel({ store, announce: (message) => said.push(message), ...options });
  drag.watch();
  const idsIn = (columnId: string) =>
    store
      .getState()
      .board.cardsIn(columnId)
      .map((card) => card.id)
      .join(' ');
  return { store, drag, said, idsIn };
}

describe('a card in the hand', () => {
  it('goes where it is dropped', () => {
    const { drag, idsIn, said, store } = start();
    drag.pickUp({ id: 'a', height: 40 }, 'pointer');
    drag.hover({ columnId: 'done', index: 1 });
    expect(idsIn('todo')).toBe('a b c');
    drag.drop();
    expect([idsIn('todo'), idsIn('done')]).toEqual(['b c', 'd a']);
    expect(drag.get()).toBeNull();
    expect(store.getState().pending).toBe(1);
    expect(said.at(-1)).toBe('Dropped RM-1. Done, position 2 of 2.');
  });

  it('changes nothing when it is dropped where it was', () => {
    const { drag, store } = start();
    drag.pickUp({ id: 'b', height: 40 }, 'pointer');
    drag.hover({ columnId: 'done', index: 0 });
    drag.hover({ columnId: 'todo', index: 1 });
    drag.drop();
    expect(store.getState().pending).toBe(0);
  });

  it('changes nothing when it is put back', () => {
    const { drag, store, idsIn, said } = start();
    drag.pickUp({ id: 'b', height: 40 }, 'keyboard');
    drag.step('ArrowRight');
    drag.putBack();
    expect([store.getState().pending, idsIn('todo')]).toEqual([0, 'a b c']);
    expect(said).toEqual([
      'Picked up RM-2. To do, position 2 of 3. Arrow keys move, Space drops, Escape puts back.',
      'Done, position 2 of 2.',
      'Put back RM-2.',
    ]);
  });

  it('is followed when others change the board under it', () => {
    const { drag, store, idsIn } = start();
    drag.pickUp({ id: 'c', height: 40 }, 'keyboard');
    drag.step('ArrowRight');
    store.commit([{ type: 'card.move', cardId: 'a', columnId: 'done', before: 'd' }]);
    expect(drag.get()).toMatchObject({ spot: { columnId: 'done', index: 2 } });
    drag.drop();
    expect(idsIn('done')).toBe('a d c');
  });

  it('is let go when it leaves the board', () => {
    const shown: string[] = [];
    const { drag, store } = start('editor', { warn: (message) => shown.push(message) });
    drag.pickUp({ id: 'c', height: 40 }, 'pointer');
    store.commit([{ type: 'card.archive', cardId: 'c' }]);
    expect(drag.get()).toBeNull();
    expect(drag.drop()).toBeNull();
    expect(shown).toEqual(['The card that you were moving is no longer on the board.']);
  });

  it('is said to be elsewhere when the column that keys had led it to leaves the board', () => {
    const { drag, store, said } = start();
    drag.pickUp({ id: 'a', height: 40 }, 'keyboard');
    drag.step('ArrowRight');
    store.commit([
      { type: 'card.archive', cardId: 'd' },
      { type: 'column.archive', columnId: 'done' },
    ]);
    expect(said.slice(-2)).toEqual(['Done, position 1 of 2.', 'To do, position 1 of 3.']);
  });

  it('is said to be more than a column should hold', () => {
    const columns = snapshot.columns.map((column) => ({ ...column, limit: 1 }));
    const { drag, said } = start('editor', {}, { columns });
    drag.pickUp({ id: 'a', height: 40 }, 'keyboard');
    drag.step('ArrowRight');
    drag.drop();
    expect(said.slice(-2)).toEqual([
      'Done, position 1 of 2, over the limit of 1.',
      'Dropped RM-1. Done, position 1 of 2, over the limit of 1.',
    ]);
  });

  it('keeps its place when its own column changes to another', () => {
    const { drag, store, idsIn } = start();
    drag.pickUp({ id: 'a', height: 40 }, 'pointer');
    drag.hover({ columnId: 'todo', index: 2 });
    store.commit([{ type: 'card.move', cardId: 'a', columnId: 'done' }]);
    expect(drag.get()?.from).toBe('done');
    drag.drop();
    expect([idsIn('todo'), idsIn('done')]).toEqual(['b c a', 'd']);
  });
});

describe('several cards in one hand', () => {
  const choosing = (...ids: string[]) => start('editor', { chosen: () => ids });

  it('go together with whichever of them is taken, in their order, as one change', () => {
    const { drag, idsIn, said, store } = choosing('a', 'c');
    drag.pickUp({ id: 'c', height: 40 }, 'pointer');
    expect(drag.get()).toMatchObject({ cardId: 'c', ids: ['a', 'c'], from: 'todo' });
    drag.hover({ columnId: 'done', index: 0 });
    drag.drop();
    expect([idsIn('todo'), idsIn('done')]).toEqual(['b', 'a c d']);
    expect(store.getState().pending).toBe(1);
    expect(said).toEqual(['Picked up 2 cards. To do, position 2 of 3.', 'Dropped 2 cards. Done, position 1 of 3.']);
  });

  it('stay behind when one is taken that is not among them', () => {
    const { drag } = choosing('a', 'c');
    drag.pickUp({ id: 'b', height: 40 }, 'pointer');
    expect(drag.get()?.ids).toEqual(['b']);
  });

  it('change nothing where they come to stand as they did', () => {
    const { drag, store, said } = choosing('a', 'b');
    drag.pickUp({ id: 'a', height: 40 }, 'pointer');
    drag.hover({ columnId: 'todo', index: 1 });
    drag.drop();
    expect([store.getState().pending, said.at(-1)]).toEqual([0, '2 cards stay.']);
  });

  it('change nothing where the one that was taken comes back to its place', () => {
    const { drag, store, idsIn } = choosing('a', 'd');
    drag.pickUp({ id: 'd', height: 40 }, 'pointer');
    drag.hover({ columnId: 'todo', index: 0 });
    drag.hover(null);
    drag.drop();
    expect([store.getState().pending, idsIn('todo'), idsIn('done')]).toEqual([0, 'a b c', 'd']);
  });

  it('leave the hand when they leave the board, and the rest stays in it', () => {
    const { drag, store, said, idsIn } = choosing('a', 'b', 'c');
    drag.pickUp({ id: 'b', height: 40 }, 'pointer');
    drag.hover({ columnId: 'done', index: 1 });
    store.commit([{ type: 'card.archive', cardId: 'a' }]);
    expect(said.at(-1)).toBe('You are still moving 2 cards: the rest has left the board.');
    store.commit([{ type: 'card.archive', cardId: 'b' }]);
    expect(drag.get()).toMatchObject({ cardId: 'c', ids: ['c'], spot: { columnId: 'done', index: 1 } });
    drag.drop();
    expect([idsIn('todo'), idsIn('done')]).toEqual(['', 'd c']);
  });

  it('keep their place when the one that was taken leaves the board', () => {
    const { drag, store, idsIn } = choosing('a', 'c');
    drag.pickUp({ id: 'a', height: 40 }, 'pointer');
    drag.hover({ columnId: 'todo', index: 1 });
    store.commit([{ type: 'card.archive', cardId: 'a' }]);
    // Behind the second card, as before.
    expect(drag.get()).toMatchObject({ cardId: 'c', spot: { columnId: 'todo', index: 1 } });
    drag.hover({ columnId: 'todo', index: 0 });
    drag.drop();
    expect(idsIn('todo')).toBe('c b');
  });

  it('are refused together, with the reason, where a column takes no more', () => {
    const columns = snapshot.columns.map((column) => (column.id === 'done' ? { ...column, limit: 2 } : column));
    const { drag, idsIn, said } = start('editor', { chosen: () => ['a', 'c'] }, { columns, limits: 'refuse' });
    drag.pickUp({ id: 'a', height: 40 }, 'pointer');
    drag.hover({ columnId: 'done', index: 1 });
    drag.drop();
    expect([idsIn('todo'), idsIn('done')]).toEqual(['a b c', 'd']);
    expect(said.at(-1)).toBe('Not moved: Done is full (1 of 2). Move a card out of it first.');
  });

  it('are stepped over by keys, which change something each time', () => {
    const { drag, said } = choosing('a', 'b');
    drag.pickUp({ id: 'a', height: 40 }, 'keyboard');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp'] as const) drag.step(key);
    expect(said.slice(1)).toEqual(['To do, position 2 of 3.', 'To do, position 1 of 3.']);
  });
});

describe('a collapsed column', () => {
  it('takes what is dropped there at its end, whatever keys are pressed', () => {
    const { drag, idsIn, said } = start('editor', { isShut: (columnId) => columnId === 'done' });
    drag.pickUp({ id: 'a', height: 40 }, 'keyboard');
    for (const key of ['ArrowRight', 'Home', 'ArrowUp'] as const) drag.step(key);
    drag.drop();
    expect(idsIn('done')).toBe('d a');
    expect(said.slice(1)).toEqual(['Done, position 2 of 2.', 'Dropped RM-1. Done, position 2 of 2.']);
  });
});

describe('what a lane draws of a drag', () => {
  it('changes for no more than the two lanes that the card goes between', () => {
    const columns = ['todo', 'doing', 'review', 'done'].map((id, index) => ({
      id,
      rank: `a${index}`,
      title: id,
      archivedAt: null,
    }));
    const { drag } = start('editor', { chosen: () => ['a', 'd'] }, { columns });
    const seen = () => columns.map(({ id }) => drag.inLane(id));
    drag.pickUp({ id: 'a', height: 40 }, 'pointer');
    const spots = columns.flatMap(({ id }) => [0, 1, 0].map((index) => ({ columnId: id, index })));
    for (const spot of spots) {
      const before = seen();
      drag.hover(spot);
      const drawn = seen().filter((one, index) => one !== before[index]);
      expect(drawn.length).toBeLessThanOrEqual(2);
    }
    // The lane that something was taken from shows that it is away, and nothing else.
    expect(drag.inLane('todo')?.spot.columnId).toBe('');
    expect(drag.inLane('review')).toBeNull();
    drag.putBack();
    expect(seen()).toEqual([null, null, null, null]);
  });
});

describe('taking a card up', () => {
  it('is not for those who may only look', () => {
    for (const role of ['viewer', 'commenter'] as const) {
      const { drag } = start(role);
      expect(drag.pickUp({ id: 'a', height: 40 }, 'pointer')).toBe(false);
      expect(drag.get()).toBeNull();
    }
  });

  it('waits until the hand is free', () => {
    const { drag } = start();
    expect(drag.pickUp({ id: 'a', height: 40 }, 'keyboard')).toBe(true);
    expect(drag.pickUp({ id: 'b', height: 40 }, 'pointer')).toBe(false);
    expect(drag.get()?.cardId).toBe('a');
  });

  it('tells nobody twice of the same place', () => {
    const { drag } = start();
    let told = 0;
    drag.subscribe(() => told++);
    drag.pickUp({ id: 'a', height: 40 }, 'pointer');
    drag.hover({ columnId: 'todo', index: 1 });
    drag.hover({ columnId: 'todo', index: 1 });
    expect(told).toBe(2);
  });
});
