import type { BoardSnapshot, PlainCard } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { describe, expect, it } from 'vitest';
import { createBoardStore } from '../../sync/board-store';
import { NO_OUTBOX } from '../../sync/outbox';
import type { Transport } from '../../sync/transport';
import { createDragModel } from './drag';

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

/** The store is not started: nothing leaves it. */
const noWay: Transport = {
  load: () => Promise.reject(new Error('not called')),
  changes: () => Promise.reject(new Error('not called')),
  commit: () => Promise.reject(new Error('not called')),
  undo: () => Promise.reject(new Error('not called')),
};

function start(role: Role = 'editor') {
  const store = createBoardStore({
    snapshot: { ...snapshot, role },
    transport: noWay,
    outbox: NO_OUTBOX,
    actorId: 'me',
  });
  const said: string[] = [];
  const drag = createDragModel({ store, announce: (message) => said.push(message) });
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
      'Picked up RM-2. To do, position 2 of 3. Arrow keys move it, Space drops it, Escape puts it back.',
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
    const { drag, store, said } = start();
    drag.pickUp({ id: 'c', height: 40 }, 'pointer');
    store.commit([{ type: 'card.archive', cardId: 'c' }]);
    expect(drag.get()).toBeNull();
    expect(drag.drop()).toBeNull();
    expect(said.at(-1)).toBe('The card that you were moving is no longer on the board.');
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
