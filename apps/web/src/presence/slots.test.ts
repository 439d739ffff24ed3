import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardOf, snapshotOf } from '../board/testing/board-of';
import type { BoardStore } from '../sync/board-state';
import { createBoardStore } from '../sync/board-store';
import { NO_OUTBOX } from '../sync/outbox';
import type { Transport } from '../sync/transport';
import { createSigns, type DragPlace, type PersonHere, type Signs } from './signs';
import { followSlots, letGo, slotsOn } from './slots';

const LANES = { todo: 'a b c', done: 'd e' };
const board = boardOf(LANES);
const at = (columnId: string, [after, before]: readonly [string | null, string | null]): DragPlace => ({
  columnId,
  before,
  after,
});
const mira = (draggingId: string | null, place: DragPlace | null, more: Partial<PersonHere> = {}): PersonHere => ({
  clientId: 'tab-1',
  userId: 'mira',
  name: 'Mira',
  cardId: null,
  draggingId,
  place,
  ...more,
});
const seen = (...people: readonly PersonHere[]) =>
  [...slotsOn(board, people, 'me').values()].flat().map(({ columnId, at, home }) => [columnId, at, home]);

/** The store is not started: nothing leaves it. */
const noWay: Transport = {
  load: () => Promise.reject(new Error('not called')),
  changes: () => Promise.reject(new Error('not called')),
  commit: () => Promise.reject(new Error('not called')),
  undo: () => Promise.reject(new Error('not called')),
};

describe('a slot', () => {
  it('stands between the neighbours that the card would have', () => {
    expect(seen(mira('a', at('done', [null, 'd'])))).toEqual([['done', 0, false]]);
    expect(seen(mira('a', at('done', ['d', 'e'])))).toEqual([['done', 1, false]]);
    expect(seen(mira('a', at('done', ['e', null])))).toEqual([['done', 2, false]]);
    expect(seen(mira('a', at('todo', ['c', null])))).toEqual([['todo', 3, false]]);
  });

  it('falls back to the other neighbour where one is gone, then to the end', () => {
    expect(seen(mira('a', at('done', ['d', 'gone'])))).toEqual([['done', 1, false]]);
    expect(seen(mira('a', at('done', ['gone', 'd'])))).toEqual([['done', 0, false]]);
    expect(seen(mira('a', at('done', ['b', 'c'])))).toEqual([['done', 2, false]]);
  });

  it('is at home where the card lies itself', () => {
    expect(seen(mira('b', at('todo', ['a', 'c'])))).toEqual([['todo', 1, true]]);
    expect(seen(mira('a', at('todo', [null, 'b'])))).toEqual([['todo', 0, true]]);
    expect(seen(mira('c', at('todo', ['b', null])))).toEqual([['todo', 2, true]]);
  });

  it('is not there for a card or a column that is not, for nothing in hand, and for one’s own other pages', () => {
    expect(seen(mira('gone', at('done', ['d', 'e'])))).toEqual([]);
    expect(seen(mira('a', at('gone', ['d', 'e'])))).toEqual([]);
    expect(seen(mira('a', null), mira(null, at('done', ['d', 'e'])))).toEqual([]);
    expect(seen(mira('a', at('done', ['d', 'e']), { userId: 'me' }))).toEqual([]);
  });

  it('says that there are more cards in the hand', () => {
    const place = at('done', ['d', 'e']);
    const [alone, stack] = [mira('a', place), mira('a', { ...place, others: ['b'] })].map(
      (one) => slotsOn(board, [one], 'me').get('done')?.[0]?.isStack,
    );
    expect([alone, stack]).toEqual([false, true]);
  });

  it('stands beside those of others, from top to bottom', () => {
    const people = [mira('a', at('done', ['e', null])), mira('b', at('done', [null, 'd']), { clientId: 'tab-2' })];
    expect(seen(...people)).toEqual([
      ['done', 0, false],
      ['done', 2, false],
    ]);
  });
});

it('lets go of what somebody has dropped as soon as the move arrives, and of nothing else', () => {
  const people = [mira('a', at('done', ['d', 'e'])), mira('b', null, { userId: 'juno' })];
  const patch = (after: { rank: string } | { title: string }) =>
    ({ entity: 'card', id: 'a', before: {}, after }) as const;
  const dropped = letGo(people, { actorId: 'mira', patches: [patch({ rank: 'a9' })] });
  expect(dropped).toEqual([mira(null, null), people[1]]);
  expect(letGo(people, { actorId: 'mira', patches: [patch({ title: 'New' })] })).toBe(people);
  expect(letGo(people, { actorId: 'juno', patches: [patch({ rank: 'a9' })] })).toBe(people);
});

describe('the lanes', () => {
  let signs: Signs;
  let stop: () => void;
  let store: BoardStore;
  beforeEach(() => {
    vi.useFakeTimers();
    signs = createSigns('me');
    store = createBoardStore({
      snapshot: { ...snapshotOf(LANES), role: 'editor' },
      transport: noWay,
      outbox: NO_OUTBOX,
      actorId: 'me',
    });
    stop = followSlots(store, signs);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('keep what they were given while nothing changes in them', () => {
    signs.people.set([mira('a', at('done', ['d', 'e']))]);
    const lane = signs.slots.get().get('done');
    expect(lane).toMatchObject({ gliding: true, slots: [{ at: 1 }] });
    signs.people.set([mira('a', at('done', ['d', 'e'])), mira('b', at('todo', ['c', null]), { clientId: 'tab-2' })]);
    expect(signs.slots.get().get('done')).toBe(lane);
    vi.advanceTimersByTime(200);
    const resting = signs.slots.get().get('done');
    expect(resting).toMatchObject({ gliding: false });
    signs.people.set([mira('a', at('done', ['d', 'e']))]);
    expect(signs.slots.get().get('done')).toBe(resting);
  });

  it('follow the board', () => {
    signs.people.set([mira('a', at('done', ['d', 'e']))]);
    store.commit([{ type: 'card.move', cardId: 'b', columnId: 'done', before: 'd' }]);
    expect(signs.slots.get().get('done')).toMatchObject({ slots: [{ at: 2 }] });
    store.commit([{ type: 'card.archive', cardId: 'a' }]);
    expect(signs.slots.get().get('done')).toMatchObject({ slots: [] });
  });

  it('close in their time, and are then as they were', () => {
    signs.people.set([mira('a', at('done', ['d', 'e']))]);
    signs.people.set([]);
    expect(signs.slots.get().get('done')).toEqual({ gliding: true, slots: [] });
    vi.advanceTimersByTime(200);
    expect(signs.slots.get().size).toBe(0);
  });
});
