import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAt, rowsOf } from '../rows';
import { snapshotOf } from '../testing/board-of';
import { storeOf } from '../testing/store-of';
import { createDragModel } from './drag';

const LANES = { todo: 'a b c d', doing: 'e f', review: '', done: 'g h i' };
const CARDS = Object.values(LANES).flatMap((ids) => ids.split(' ').filter(Boolean));
const COLUMNS = Object.keys(LANES);
const SHUT = 'done';

const card = fc.constantFrom(...CARDS);
const column = fc.constantFrom(...COLUMNS);
const spot = fc.record({ columnId: column, index: fc.nat(6) });
const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pick up' as const), cardId: card }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('hover' as const), spot: fc.option(spot) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('step' as const), key }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('put back' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('others move' as const), cardId: card, columnId: column, before: card }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('others archive' as const), cardId: card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('others archive what is held' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('others archive a column' as const), columnId: column }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('others add' as const), columnId: column, before: card }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('others rename' as const), cardId: card }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

function begin(chosen: readonly Id[]) {
  const store = storeOf(snapshotOf(LANES));
  const drag = createDragModel({
    store,
    announce: () => {},
    chosen: (board) =>
      board.columns().flatMap(({ id }) => board.cardsIn(id).flatMap(({ id }) => (chosen.includes(id) ? [id] : []))),
    isShut: (columnId) => columnId === SHUT,
  });
  drag.watch();
  return { store, drag, others: (...operations: Operation[]) => void store.commit(operations) };
}

type Scene = ReturnType<typeof begin>;

const layoutOf = ({ store }: Scene): Record<Id, readonly Id[]> => {
  const { board } = store.getState();
  return Object.fromEntries(board.columns().map(({ id }) => [id, board.cardsIn(id).map((one) => one.id)]));
};

/** What the lanes draw, with `_` for the gap. */
function drawn({ store, drag }: Scene): Record<Id, readonly Id[]> {
  const { board } = store.getState();
  return Object.fromEntries(
    board.columns().map(({ id }) => {
      const rows = rowsOf(board.cardsIn(id), id, { drag: drag.inLane(id), slots: [] });
      return [id, Array.from({ length: rows.count }, (_, row) => rowAt(rows, row).card?.id ?? '_')];
    }),
  );
}

/** The cards that are drawn above the gap. */
function aboveGap(scene: Scene): { readonly columnId: Id; readonly ids: readonly Id[] } {
  const columnId = scene.drag.get()?.spot.columnId ?? '';
  const ids = drawn(scene)[columnId] ?? [];
  return { columnId, ids: ids.slice(0, Math.max(0, ids.indexOf('_'))) };
}

/** What is drawn, with all that is in the hand in the place of the gap. */
function promised(scene: Scene): Record<Id, readonly Id[]> {
  const ids = scene.drag.get()?.ids ?? [];
  return Object.fromEntries(
    Object.entries(drawn(scene)).map(([columnId, shown]) => [
      columnId,
      shown.flatMap((id) => (id === '_' ? ids : ids.includes(id) ? [] : [id])),
    ]),
  );
}

function perform({ drag, others, store }: Scene, step: Act, turn: number): void {
  const { board } = store.getState();
  switch (step.do) {
    case 'pick up':
      return void drag.pickUp({ id: step.cardId, height: 40 }, turn % 2 === 0 ? 'pointer' : 'keyboard');
    case 'hover':
      // A pointer is over a lane that is on the page.
      return step.spot === null || board.column(step.spot.columnId) ? drag.hover(step.spot) : undefined;
    case 'step':
      return drag.step(step.key);
    case 'drop':
      return void drag.drop();
    case 'put back':
      return drag.putBack();
    case 'others move':
      return others({ ...step, type: 'card.move' });
    case 'others archive':
      return others({ ...step, type: 'card.archive' });
    case 'others archive what is held':
      return others({ type: 'card.archive', cardId: drag.get()?.cardId ?? '' });
    case 'others archive a column': {
      const cards = board.cardsIn(step.columnId).map(({ id }): Operation => ({ type: 'card.archive', cardId: id }));
      return others(...cards, { ...step, type: 'column.archive' });
    }
    case 'others add':
      return others({ ...step, type: 'card.create', cardId: `new-${turn}`, title: 'New' });
    case 'others rename':
      return others({ ...step, type: 'card.edit', title: `Named ${turn}` });
  }
}

describe('any drag, whatever others do meanwhile', () => {
  it('shows every card once, puts down exactly what it showed, and as one change', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(card, { maxLength: 5 }),
        fc.array(act, { minLength: 4, maxLength: 30 }),
        (chosen, acts) => {
          const scene = begin(chosen);
          for (const [turn, step] of acts.entries()) {
            const before = { ...layoutOf(scene) };
            const { pending } = scene.store.getState();
            const above = aboveGap(scene);
            const expected = stays(scene) ? before : promised(scene);
            perform(scene, step, turn);
            if (step.do === 'drop') {
              expect(layoutOf(scene)).toEqual(expected);
              expect(scene.store.getState().pending - pending).toBe(same(before, expected) ? 0 : 1);
            }
            if (step.do.startsWith('others') && above.columnId === scene.drag.get()?.spot.columnId) {
              const after = aboveGap(scene);
              if (above.columnId !== SHUT) {
                // Behind the nearest that is still there.
                expect(after.ids.at(-1)).toBe(
                  above.ids.findLast(
                    (id) => layoutOf(scene)[after.columnId]?.includes(id) && id !== scene.drag.get()?.cardId,
                  ),
                );
              }
            }
            const all = Object.values(layoutOf(scene)).flat().toSorted();
            const held = scene.drag.get();
            const seen = Object.values(drawn(scene))
              .flat()
              .filter((id) => id !== '_');
            // The card on top is the one that is in no lane, and has one gap.
            expect([...seen, ...(held ? [held.cardId] : [])].toSorted()).toEqual(all);
            expect(
              Object.values(drawn(scene))
                .flat()
                .filter((id) => id === '_').length,
            ).toBe(held ? 1 : 0);
            expect(held?.ids.every((id) => all.includes(id)) ?? true).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** What was taken hold of is over its own place. */
function stays({ store, drag }: Scene): boolean {
  const held = drag.get();
  const { board } = store.getState();
  const own = held && board.card(held.cardId);
  if (!own) return false;
  return held.spot.columnId === own.columnId && held.spot.index === board.cardsIn(own.columnId).indexOf(own);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
