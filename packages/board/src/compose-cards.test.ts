import { expect, it } from 'vitest';
import { addCards } from './compose-cards.js';
import { decideChange } from './decide.js';
import { isRefusal } from './refusal.js';
import { boardOf, context } from './testing/boards.js';

it.each([
  ['top', ['One', 'Two', 'Three', 'a', 'b']],
  ['bottom', ['a', 'b', 'One', 'Two', 'Three']],
] as const)('adds cards at the %s of a column in their order, as one change', (place, expected) => {
  const board = boardOf({ todo: ['a', 'b'] });
  let count = 0;
  const titles = ['One', 'Two', 'Three'];
  const operations = addCards(board, { columnId: 'todo', place, titles }, { newId: () => `new-${(count += 1)}` });
  const decided = decideChange(board, operations, context);
  if (isRefusal(decided)) throw new Error(decided.message);
  const named = decided.board.cardsIn('todo').map(({ id, title }) => (id.startsWith('new-') ? title : id));
  expect(named).toEqual(expected);
});
