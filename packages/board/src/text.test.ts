import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint, isStorable, utf8Size } from './text.js';

const text = fc.string({ unit: 'grapheme' });

it('measures texts as UTF-8 does', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(utf8Size(one)).toBe(Buffer.byteLength(one));
    }),
  );
});

it('fingerprints a text by the first 16 digits of SHA-256, as any client can', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(fingerprint(one)).toBe(createHash('sha256').update(one).digest('hex').slice(0, 16));
    }),
  );
});

it('knows what a database would not give back', () => {
  expect(isStorable('plain 🎉')).toBe(true);
  expect(isStorable('nul \0')).toBe(false);
  expect(isStorable('half \uDC00')).toBe(false);
});
