import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partBoth } from './difference';

it('sets apart what only one of two texts says', () => {
  expect(partBoth('Ship the old page on Friday', 'Ship the new page on Friday')).toEqual([
    { before: 'Ship the ', own: 'old', after: ' page on Friday' },
    { before: 'Ship the ', own: 'new', after: ' page on Friday' },
  ]);
  expect(partBoth('', 'Words')).toEqual([
    { before: '', own: '', after: '' },
    { before: '', own: 'Words', after: '' },
  ]);
});

it('loses and adds nothing, whatever the texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '😀')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const parted = partBoth(one, other);
      expect(parted.map(({ before, own, after }) => before + own + after)).toEqual([one, other]);
      expect(parted[0].before).toBe(parted[1].before);
      expect(parted[0].after).toBe(parted[1].after);
    }),
  );
});
