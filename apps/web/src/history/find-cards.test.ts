import { wholeCard } from '@talkan/board/rows';
import { expect, it } from 'vitest';
import { findCards } from './find-cards';

const cards = [12, 1, 2, 21].map((number) =>
  wholeCard({
    id: `c${number}`,
    columnId: 'todo',
    rank: `a${number}`,
    number,
    title: number === 21 ? 'Twelve by 12' : `Card of ${number}`,
    createdAt: '2026-11-24T10:00:00.000Z',
    createdBy: 'ann',
    archivedAt: null,
  }),
);
const numbers = (typed: string) => findCards(cards, 'RM', typed).map(({ number }) => number);

it('a card is found by its number first, then by its title', () => {
  expect(numbers('12')).toEqual([12, 21]);
  expect(numbers('rm-1')).toEqual([1, 12]);
  expect(numbers('RM 2')).toEqual([2, 21]);
  expect(numbers('twelve')).toEqual([21]);
  expect(numbers('XY-1')).toEqual([]);
  expect(numbers(' ')).toEqual([12, 1, 2, 21]);
});
