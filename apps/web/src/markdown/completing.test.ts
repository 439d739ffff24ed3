import { expect, it } from 'vitest';
import { findPeople, wantedAt } from './completing';

const at = (text: string) => wantedAt(text, text.length, 'TK');

it('asks for people behind an @ that begins a word', () => {
  expect(at('Hi @')).toEqual({ kind: 'person', query: '', from: 3 });
  expect(at('(@an')).toEqual({ kind: 'person', query: 'an', from: 1 });
  expect(at('mail@an')).toBeNull();
  expect(at('@an ')).toBeNull();
});

it('asks for cards behind the board’s key and a #', () => {
  expect(at('see TK-')).toEqual({ kind: 'card', query: 'TK-', from: 4 });
  expect(at('see tk-1')).toEqual({ kind: 'card', query: 'tk-1', from: 4 });
  expect(at('#far')).toEqual({ kind: 'card', query: 'far', from: 0 });
  for (const text of ['XTK-', 'OK-1', '#', '# far', 'a#far', 'TK']) expect(at(text)).toBeNull();
});

it('looks at nothing behind the caret, and not far before it', () => {
  expect(wantedAt('@ann', 2, 'TK')).toEqual({ kind: 'person', query: 'a', from: 0 });
  expect(at(`@${'a'.repeat(100)}`)).toBeNull();
});

it('finds first those whose names begin so', () => {
  const people = ['joan', 'ann', 'Anton', 'ben'].map((name) => ({ name }));
  expect(findPeople(people, 'an').map(({ name }) => name)).toEqual(['ann', 'Anton', 'joan']);
  expect(findPeople(people, '')).toHaveLength(4);
});
