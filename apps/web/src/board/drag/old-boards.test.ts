import { describe, expect, it } from 'vitest';
import { collectGarbage } from '../testing/collect-garbage';
import { settableStore } from '../testing/settable-store';
import { createColumnDrag } from './column-drag';
import { createDragModel } from './drag';

const announce = () => {};

/** Whether a board that was carried on is still held by what has carried once the screen shows another. */
async function isHeld(carry: (store: ReturnType<typeof settableStore>['store']) => unknown): Promise<boolean> {
  const { show, store } = settableStore({ todo: 'a b', done: 'c' });
  const look = () => new WeakRef(store.getState().board);
  const before = look();
  const kept = carry(store);
  show({ todo: 'b', done: 'c a' });
  await collectGarbage();
  // Named once more: what nobody needs any more may be gone with all that it holds.
  return before.deref() !== undefined && kept !== undefined;
}

describe('a hand that is empty', () => {
  it('holds no board of long ago where it has carried a card', async () => {
    const held = await isHeld((store) => {
      const model = createDragModel({ store, announce });
      const release = model.watch();
      model.pickUp({ id: 'a', height: 40 }, 'keyboard');
      model.step('ArrowRight');
      model.putBack();
      model.pickUp({ id: 'b', height: 40 }, 'pointer');
      model.drop();
      release();
      return model;
    });
    expect(held).toBe(false);
  });

  it('holds none where it has carried a column', async () => {
    const held = await isHeld((store) => {
      const model = createColumnDrag({ store, announce });
      const release = model.watch();
      model.pickUp('todo', 'keyboard');
      model.step('ArrowRight');
      model.putBack();
      model.pickUp('done', 'pointer');
      model.drop();
      release();
      return model;
    });
    expect(held).toBe(false);
  });
});
