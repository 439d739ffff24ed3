import { expect, it } from 'vitest';
import { sourcePlace } from './source-place';

it('finds the letters of the screen in the source, past the marks between them', () => {
  const source = 'One\n\n- **bold** and [a link](http://a.b) end';
  const place = (before: string) => source.slice(0, sourcePlace(source, 5, before)).slice(-4);
  expect(place('bold')).toBe('bold');
  expect(place('bold and a link e')).toBe(') e'.padStart(4, 'b'));
});

it('stays within the source, whatever is on the screen', () => {
  expect(sourcePlace('abc', 0, 'zzzzz')).toBe(0);
  expect(sourcePlace('', 0, 'abc')).toBe(0);
});
