import { expect, it } from 'vitest';
import { boardAnswer } from './answer-names';
import { MOST_BOARDS, orderBoards } from './keep-boards';

const many = Array.from({ length: MOST_BOARDS }, (_, index) => `b${index}`);
const namesOf = (ids: readonly string[]) => ['auth.me', ...ids.map(boardAnswer), 'members.people b0'];

it('keeps the boards that were open last, and lets go of the one that was not for longest', () => {
  const [kept, gone] = orderBoards('new', { before: many, names: namesOf([...many, 'new']) });
  expect(kept).toEqual(['new', ...many.slice(0, -1)]);
  expect(gone).toEqual([many.at(-1)]);
});

it('moves a board to the front that is kept already, and none goes for it', () => {
  const [kept, gone] = orderBoards('b3', { before: many, names: namesOf(many) });
  expect(kept).toEqual(['b3', ...many.filter((id) => id !== 'b3')]);
  expect(gone).toEqual([]);
});

it('takes those that an older version kept for the oldest, and forgets of those that are gone already', () => {
  const [kept, gone] = orderBoards('new', { before: ['b1', 'gone'], names: namesOf(['new', ...many, 'old']) });
  expect(kept.slice(0, 2)).toEqual(['new', 'b1']);
  expect(kept).toHaveLength(MOST_BOARDS);
  expect([...kept, ...gone].toSorted()).toEqual(['new', 'old', ...many].toSorted());
});
