import { createBoard } from '@talkan/board/board';
import { expect, it } from 'vitest';
import { snapshotOf } from '../board/testing/board-of';
import { createFinder, firstFrom } from './finder';

const { cards, ...rest } = snapshotOf({ todo: 'a b c', done: 'd e' });
const facts: Record<string, object> = {
  a: { title: 'Café menu', labelIds: ['bug'] },
  b: { title: 'Payment filters', details: 'Ask Zoë about the export.' },
  c: { title: 'Export', assigneeIds: ['zoe'] },
};
const board = createBoard({
  ...rest,
  cards: cards.map((card) => ({ ...card, ...facts[card.id] })),
  labels: [{ id: 'bug', name: 'Bug', hue: 20, archivedAt: null, mergedInto: null }],
});
const finder = createFinder((id) => (id === 'zoe' ? 'Zoë Wood' : undefined));
const find = (wanted: string) => finder.find(board, wanted).map(({ id }) => id);

it('finds cards by number, title, details, label and person, as one piece of text, in the order of the board', () => {
  expect(find('RM-4')).toEqual(['d']);
  expect(find('rm-')).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(find('ment fil')).toEqual(['b']);
  expect(find('fil ment')).toEqual([]);
  expect(find('bug')).toEqual(['a']);
  expect(find('zoë')).toEqual(['b', 'c']);
  expect(find('export')).toEqual(['b', 'c']);
  expect(find('')).toEqual([]);
});

it('asks neither for small letters nor for accents', () => {
  expect(find('CAFE')).toEqual(['a']);
  expect(find('zoe wood')).toEqual(['c']);
  expect(find('PÁYMENT')).toEqual(['b']);
});

it('tells what stands only in the details, which the board does not show', () => {
  const [inside, front] = finder.find(board, 'export');
  expect(inside && finder.isOnlyInside(inside, 'export')).toBe(true);
  expect(front && finder.isOnlyInside(front, 'export')).toBe(false);
});

it('begins at the card where one is, and goes around', () => {
  const found = finder.find(board, 'export');
  expect(firstFrom(board, found, null)?.id).toBe('b');
  expect(firstFrom(board, found, 'b')?.id).toBe('b');
  expect(firstFrom(board, found, 'c')?.id).toBe('c');
  expect(firstFrom(board, found, 'd')?.id).toBe('b');
  expect(firstFrom(board, [], 'd')).toBeUndefined();
});
