import { expect, it } from 'vitest';
import { addPasted, chipWords, isLong } from './pasted';

it('a text of six lines, or of 600 characters, is long', () => {
  expect(isLong('one\ntwo\nthree\nfour\nfive\n')).toBe(false);
  expect(isLong('one\ntwo\nthree\nfour\nfive\nsix')).toBe(true);
  expect(isLong('x'.repeat(599))).toBe(false);
  expect(isLong('x'.repeat(600))).toBe(true);
});

it('its chip tells the lines, or the characters of a single one', () => {
  expect(chipWords('a\nb\nc\n')).toBe('Pasted text, 3 lines');
  expect(chipWords('x'.repeat(1200))).toBe('Pasted text, 1,200 characters');
});

it('what is pasted next stands below', () => {
  expect(addPasted('', 'a')).toBe('a');
  expect(addPasted('a\n', 'b')).toBe('a\n\nb');
});
