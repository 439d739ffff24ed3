import type { Role } from '@talkan/board/roles';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../testing/board-of';
import { storeOf } from '../testing/store-of';
import { createColumnDrag } from './column-drag';

function start(role: Role = 'editor') {
  const store = storeOf(snapshotOf({ a: '', b: 'x', c: '', d: '' }), role);
  const said: string[] = [];
  const drag = createColumnDrag({ store, announce: (message) => said.push(message) });
  drag.watch();
  const order = () =>
    store
      .getState()
      .board.columns()
      .map(({ id }) => id)
      .join('');
  return { store, drag, said, order };
}

describe('a column in the hand', () => {
  it('goes where it is dropped, as one change', () => {
    const { drag, order, said, store } = start();
    drag.pickUp('a', 'pointer');
    drag.hover(2);
    expect(order()).toBe('abcd');
    drag.drop();
    expect([order(), store.getState().pending, drag.get()]).toEqual(['bcad', 1, null]);
    expect(said).toEqual(['Picked up the column a, position 1 of 4.', 'Dropped the column a, position 3 of 4.']);
  });

  it('is led by keys to both ends and no further, and put back', () => {
    const { drag, order, said, store } = start();
    drag.pickUp('c', 'keyboard');
    for (const key of ['Home', 'ArrowLeft', 'ArrowUp', 'End', 'ArrowRight', 'ArrowLeft'] as const) drag.step(key);
    drag.putBack();
    expect([order(), store.getState().pending]).toEqual(['abcd', 0]);
    expect(said).toEqual([
      'Picked up the column c, position 3 of 4. Arrow keys move, Space drops, Escape puts back.',
      'c, position 1 of 4.',
      'c, position 4 of 4.',
      'c, position 3 of 4.',
      'Put back the column c.',
    ]);
  });

  it('stays where it is when it comes back to its place', () => {
    const { drag, said, store } = start();
    drag.pickUp('b', 'pointer');
    drag.hover(3);
    drag.hover(null);
    drag.drop();
    expect([store.getState().pending, said.at(-1)]).toEqual([0, 'The column b stays.']);
  });

  it('is followed when others move columns, and let go when it leaves the board', () => {
    const { drag, order, said, store } = start();
    drag.pickUp('a', 'pointer');
    drag.hover(2);
    store.commit([{ type: 'column.move', columnId: 'd', before: 'a' }]);
    expect(drag.get()?.index).toBe(3);
    drag.drop();
    expect(order()).toBe('dbca');
    drag.pickUp('d', 'keyboard');
    store.commit([{ type: 'column.archive', columnId: 'd' }]);
    expect([drag.get(), said.at(-1)]).toEqual([null, 'The column that you were moving is no longer on the board.']);
  });

  it('is not for those who may only look', () => {
    for (const role of ['viewer', 'commenter'] as const) expect(start(role).drag.pickUp('a', 'pointer')).toBe(false);
  });
});
