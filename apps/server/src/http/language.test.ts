import { expect, it } from 'vitest';
import { tagsOf } from './language.js';

it('reads the languages that a person wants in the order in which they want them', () => {
  expect(tagsOf('de-DE, en;q=0.7, fr;q=0.9,*;q=0.1')).toEqual(['de-DE', 'fr', 'en', '*']);
});

it('leaves out what they do not want, and what cannot be read', () => {
  expect(tagsOf('de;q=0, en, fr;q=much')).toEqual(['en']);
  expect(tagsOf('')).toEqual(['']);
});
