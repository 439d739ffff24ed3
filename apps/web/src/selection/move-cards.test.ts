import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCards } from './move-cards';
import { stillStore } from './testing/still-store';

function start(lanes: Record<string, string>) {
  const store = stillStore(lanes);
  const idsIn = (columnId: string) =>
    store
      .getState()
      .board.cardsIn(columnId)
      .map(({ id }) => id)
      .join(' ');
  return { store, idsIn };
}

describe('moving cards together', () => {
  it('takes them to the top or the end of a column in their order, wherever they come from', () => {
    const { store, idsIn } = start({ todo: 'a b c', done: 'd e' });
    store.commit(moveCards(store.getState().board, ['a', 'c', 'e'], { columnId: 'done', end: 'top' }));
    expect([idsIn('todo'), idsIn('done')]).toEqual(['b', 'a c e d']);
    store.commit(moveCards(store.getState().board, ['a', 'e'], { columnId: 'done', end: 'bottom' }));
    expect(idsIn('done')).toBe('c d a e');
  });

  it('changes nothing where they stand so', () => {
    const { store } = start({ todo: 'a b c' });
    const { board } = store.getState();
    expect(moveCards(board, ['a', 'b'], { columnId: 'todo', end: 'top' })).toEqual([]);
    expect(moveCards(board, ['b', 'c'], { columnId: 'todo', end: 'bottom' })).toEqual([]);
    expect(moveCards(board, ['b', 'a'], { columnId: 'todo', end: 'top' })).not.toEqual([]);
  });

  it('loses and doubles no card, and leaves the others in their order', () => {
    const ids = 'a b c d e f'.split(' ');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: 1 }),
        fc.constantFrom('todo', 'done'),
        fc.constantFrom('top' as const, 'bottom' as const),
        (moving, columnId, end) => {
          const { store, idsIn } = start({ todo: 'a b c d', done: 'e f' });
          store.commit(moveCards(store.getState().board, moving, { columnId, end }));
          const staying = (lane: string) => lane.split(' ').filter((id) => !moving.includes(id));
          const [todo, done] = [staying('a b c d'), staying('e f')];
          const wanted = (lane: readonly string[]) => (end === 'top' ? [...moving, ...lane] : [...lane, ...moving]);
          expect(idsIn('todo')).toBe((columnId === 'todo' ? wanted(todo) : todo).join(' '));
          expect(idsIn('done')).toBe((columnId === 'done' ? wanted(done) : done).join(' '));
        },
      ),
    );
  });
});
