import type { Id } from '@talkan/board/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterStore } from '../filter/filtered-store';
import { createSelection } from './selection';
import { stillStore } from './testing/still-store';

const OPEN: ReadonlySet<Id> = new Set();

function start(lanes: Record<string, string>) {
  const store = stillStore(lanes);
  const selection = createSelection();
  selection.watch(store, OPEN);
  let told = 0;
  selection.subscribe(() => (told += 1));
  const chosen = () => selection.inOrder(store.getState().board).join(' ');
  return { store, selection, chosen, told: () => told };
}

describe('choosing cards', () => {
  it('chooses a card, lets go of it, and lists what is chosen in the order of the board', () => {
    const { selection, chosen, told } = start({ todo: 'a b c', done: 'd e' });
    selection.toggle('e');
    selection.toggle('c');
    selection.toggle('a');
    expect(chosen()).toBe('a c e');
    selection.toggle('c');
    expect(chosen()).toBe('a e');
    selection.choose(['a', 'e']);
    expect(told()).toBe(4);
    selection.clear();
    expect(chosen()).toBe('');
  });

  it('chooses a range in a column, which the next one from the same card replaces', () => {
    const { selection, chosen } = start({ todo: 'a b c d e' });
    selection.toggle('c');
    selection.extendTo('e');
    expect(chosen()).toBe('c d e');
    selection.extendTo('b');
    expect(chosen()).toBe('b c');
    selection.extendTo('c');
    expect(chosen()).toBe('c');
  });

  it('keeps what was chosen before the range began', () => {
    const { selection, chosen } = start({ todo: 'a b c d e' });
    selection.toggle('a');
    selection.toggle('d');
    selection.extendTo('e');
    expect(chosen()).toBe('a d e');
    selection.extendTo('c');
    expect(chosen()).toBe('a c d');
  });

  it('chooses all that stands between in the order of the board where a range goes over columns', () => {
    const { selection, chosen } = start({ todo: 'a b', doing: 'c', done: 'd e' });
    selection.toggle('d');
    selection.extendTo('b');
    expect(chosen()).toBe('b c d');
  });

  it('begins a range at the card that is given where none has begun, else with the card itself', () => {
    const { selection, chosen } = start({ todo: 'a b c d' });
    selection.extendTo('c', 'b');
    expect(chosen()).toBe('b c');
    selection.extendTo('d', 'c');
    expect(chosen()).toBe('b c d');
    selection.clear();
    selection.extendTo('c');
    selection.extendTo('d');
    expect(chosen()).toBe('c d');
  });

  it('stays with a card that somebody moves, and lets go of one that leaves the board', () => {
    const { store, selection, chosen } = start({ todo: 'a b', done: 'c' });
    selection.choose(['a', 'b', 'c']);
    store.commit([{ type: 'card.move', cardId: 'a', columnId: 'done' }]);
    expect(chosen()).toBe('b c a');
    store.commit([{ type: 'card.archive', cardId: 'c' }]);
    expect([...selection.get()]).toEqual(['a', 'b']);
    selection.toggle('c');
    expect(chosen()).toBe('b a');
  });

  it('lets go of what a filter hides, and ranges pass it by', () => {
    const { store, selection, chosen } = start({ todo: 'a1 b1 a2', done: 'a3' });
    selection.choose(['a1', 'b1']);
    selection.watch(filterStore(store, '?q=a'), OPEN);
    expect(chosen()).toBe('a1');
    selection.extendTo('a3', 'a1');
    expect(chosen()).toBe('a1 a2 a3');
    store.commit([{ type: 'card.edit', cardId: 'a2', title: 'Something else' }]);
    expect(chosen()).toBe('a1 a3');
  });

  it('lets go of what is in a column that is collapsed, and ranges pass it by', () => {
    const { store, selection, chosen } = start({ todo: 'a', doing: 'b', done: 'c' });
    selection.choose(['a', 'b', 'c']);
    selection.watch(store, new Set(['doing']));
    expect(chosen()).toBe('a c');
    selection.toggle('b');
    selection.clear();
    selection.extendTo('c', 'a');
    expect(chosen()).toBe('a c');
    store.commit([{ type: 'card.move', cardId: 'a', columnId: 'doing' }]);
    expect(chosen()).toBe('c');
  });

  it('picks cards by pressing them from one on until all are let go', () => {
    const { selection, chosen, told } = start({ todo: 'a b' });
    selection.toggle('a');
    selection.pick('a');
    expect([selection.isPicking(), chosen()]).toEqual([true, 'a']);
    selection.toggle('a');
    expect([selection.isPicking(), chosen()]).toEqual([true, '']);
    const before = told();
    selection.clear();
    expect([selection.isPicking(), told()]).toEqual([false, before + 1]);
  });

  it('has only cards that are seen whatever is done, and the last range whatever ranges came before it', () => {
    const ids = 'a b c d e f g h'.split(' ');
    const id = fc.constantFrom(...ids);
    const step = fc.oneof(
      fc.record({ do: fc.constantFrom('toggle' as const, 'extend' as const, 'archive' as const), id }),
      fc.record({ id, to: fc.constantFrom('todo', 'doing', 'done') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), id, id, (steps, one, other) => {
        const { store, selection } = start({ todo: 'a b c d', doing: '', done: 'e f g h' });
        for (const next of steps) {
          if ('to' in next) store.commit([{ type: 'card.move', cardId: next.id, columnId: next.to }]);
          else if (next.do === 'toggle') selection.toggle(next.id);
          else if (next.do === 'extend') selection.extendTo(next.id);
          else store.commit([{ type: 'card.archive', cardId: next.id }]);
        }
        const { board } = store.getState();
        const living = new Set(board.columns().flatMap((column) => board.cardsIn(column.id).map((card) => card.id)));
        expect([...selection.get()].filter((chosen) => !living.has(chosen))).toEqual([]);
        expect(selection.inOrder(board).toSorted()).toEqual([...selection.get()].toSorted());
        if (!living.has(one) || !living.has(other)) return;
        selection.toggle(one);
        selection.extendTo(other);
        const direct = selection.inOrder(board);
        for (const detour of ids) selection.extendTo(detour);
        selection.extendTo(other);
        expect(selection.inOrder(board)).toEqual(direct);
      }),
    );
  });
});
