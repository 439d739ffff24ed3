import { expect, it } from 'vitest';
import { filtersIn, isFiltered, NO_FILTERS, searchOf } from './filters';

it('an address says which part of the story is told', () => {
  const filters = { person: 'ann-1', card: 'card-4', door: 'rest' } as const;
  expect(searchOf(filters)).toBe('?person=ann-1&card=card-4&door=rest');
  expect(filtersIn(searchOf(filters))).toEqual(filters);
  expect(filtersIn('card=card-4')).toEqual({ ...NO_FILTERS, card: 'card-4' });
  expect(searchOf(NO_FILTERS)).toBe('');
  expect(isFiltered(NO_FILTERS)).toBe(false);
  expect(isFiltered({ ...NO_FILTERS, door: 'mcp' })).toBe(true);
});

it('what makes no sense in an address is left out', () => {
  expect(filtersIn('?person=../x&card=&door=pigeon&more=1')).toEqual(NO_FILTERS);
  expect(filtersIn(`?person=${'a'.repeat(65)}`)).toEqual(NO_FILTERS);
});
