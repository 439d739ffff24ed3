import type { Operation } from '@talkan/board/operations';
import { expect, it } from 'vitest';
import { fieldsOf, lackOf, withField } from './operation-fields';

const namesOf = (operation: Operation) => fieldsOf(operation).map(({ name }) => name);

it('texts, columns and dates of an operation can be edited', () => {
  expect(namesOf({ type: 'card.create', cardId: 'c', columnId: 'a', title: 'T', details: 'D' })).toEqual([
    'title',
    'details',
    'columnId',
  ]);
  expect(namesOf({ type: 'card.move', cardId: 'c', columnId: 'a' })).toEqual(['columnId']);
  expect(namesOf({ type: 'card.schedule', cardId: 'c', dueAt: '2026-12-24' })).toEqual(['dueAt']);
  expect(namesOf({ type: 'card.archive', cardId: 'c' })).toEqual([]);
});

it('an edit of a text stays one of the text that was seen', () => {
  const edit: Operation = { type: 'card.edit', cardId: 'c', title: { to: 'New', was: '0123456789abcdef' } };
  expect(withField(edit, 'title', 'Newer')).toEqual({
    type: 'card.edit',
    cardId: 'c',
    title: { to: 'Newer', was: '0123456789abcdef' },
  });
});

it('a place among the cards of one column is none in another', () => {
  const move: Operation = { type: 'card.move', cardId: 'c', columnId: 'a', before: 'd', after: null };
  expect(withField(move, 'columnId', 'b')).toEqual({ type: 'card.move', cardId: 'c', columnId: 'b' });
  expect(withField(move, 'columnId', 'a')).toEqual(move);
});

it('a title must not be left empty, details may', () => {
  const create: Operation = { type: 'card.create', cardId: 'c', columnId: 'a', title: 'T', details: 'D' };
  expect(lackOf(create)).toBeNull();
  expect(lackOf(withField(create, 'title', '  '))).toBe('Title must not be empty.');
  expect(lackOf(withField(create, 'details', ''))).toBeNull();
  expect(lackOf(withField({ type: 'card.schedule', cardId: 'c', dueAt: '2026-12-24' }, 'dueAt', null))).toBeNull();
});
