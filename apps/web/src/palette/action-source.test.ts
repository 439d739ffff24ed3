import { createPattern, readSearch } from '@talkan/board/search-words';
import { expect, it } from 'vitest';
import { actionSource } from './action-source';

it('finds what is called so before what is found by another word', () => {
  const onSelect = () => {};
  const items = [
    { label: 'Filter', also: 'due priority', onSelect },
    { label: 'Priority', onSelect },
  ];
  const source = actionSource({ offers: [{ scope: 'board', items }], state: null, go: onSelect, openAssistant: null });
  const found = source.find({ query: 'priority', pattern: createPattern(readSearch('priority')) });
  expect(found.map(({ title }) => title)).toEqual(['Priority', 'Filter']);
});
