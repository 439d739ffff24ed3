import { expect, it } from 'vitest';
import { spoken } from '../ui/announce';
import { changeCards } from './change-cards';
import { stillStore } from './testing/still-store';

it('says what was done to one card, for who does not see it there', () => {
  const store = stillStore({ todo: 'a' });
  const { board } = store.getState();
  const cards = board.cardsIn('todo');
  const operations = [{ type: 'card.schedule', cardId: 'a', dueAt: '2026-12-04' } as const];
  changeCards(store, cards, { operations, message: 'Due date 4 Dec set on 1 card' });
  expect(store.getState().board.card('a')?.dueAt).toBe('2026-12-04');
  expect(spoken.get().message).toBe('Due date 4 Dec set on 1 card.');
  // A box that is ticked says so itself.
  const taken = [{ type: 'card.schedule', cardId: 'a', dueAt: null } as const];
  changeCards(store, cards, { operations: taken, message: 'Due date taken off', isHeard: true });
  expect(store.getState().board.card('a')?.dueAt).toBeNull();
  expect(spoken.get().message).toBe('Due date 4 Dec set on 1 card.');
});
