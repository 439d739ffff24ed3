import { expect, it } from 'vitest';
import { lanesWith, placeArrivals, type Arrival, type ColumnArrival } from './ghosts';
import { boardOf } from './testing/board-of';

const board = boardOf({ todo: 'a b c d', done: '' });
const whole = board.cardsIn('todo');
const [card] = whole;
const [column] = board.columns();
if (!card || !column) throw new Error('The board has nothing on it.');
const behind = (id: string | null): Arrival => ({ card, isNew: true, behind: id, words: [] });
const placesOf = (shown: string, ...arrivals: readonly Arrival[]) =>
  placeArrivals(arrivals, { whole, shown: whole.filter(({ id }) => shown.includes(id)) }).map(({ at }) => at);

it('what would arrive stands behind the card that it would follow', () => {
  expect(placesOf('abcd', behind(null), behind('a'), behind('a'), behind('d'))).toEqual([0, 1, 1, 4]);
});

it('behind a card that a filter hides it follows what is shown before that', () => {
  expect(placesOf('bd', behind('a'), behind('c'), behind('d'))).toEqual([0, 1, 2]);
  expect(placesOf('', behind('c'))).toEqual([0]);
});

it('behind a card that has gone since it stands at the end', () => {
  expect(placesOf('abcd', behind('gone'))).toEqual([4]);
});

it('columns that would be new stand where they would', () => {
  const named = (id: string, behind: string | null): ColumnArrival => ({
    column: { ...column, id },
    behind,
    words: [],
  });
  const lanes = lanesWith(board.columns(), [named('first', null), named('one', 'done'), named('two', 'done')]);
  expect(lanes.map(({ column: { id }, arrival }) => `${id}${arrival ? '+' : ''}`)).toEqual([
    'first+',
    'todo',
    'done',
    'one+',
    'two+',
  ]);
});
