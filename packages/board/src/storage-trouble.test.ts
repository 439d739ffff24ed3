import { german } from '@talkan/words/de';
import { ENGLISH, speak } from '@talkan/words/language';
import { afterEach, expect, it } from 'vitest';
import { sayStorageTrouble } from './storage-trouble.js';

afterEach(() => speak(() => ENGLISH));

it('a trouble of the storage is said in the language of who reads it, with the day of the backup', () => {
  const trouble = { fault: 'damaged', backupAt: Date.UTC(2026, 10, 23, 3) } as const;
  expect(sayStorageTrouble(trouble)).toContain('of 23 November 2026 at 03:00 UTC');
  speak(() => ({ code: 'de', locale: 'de-DE', catalogue: german }));
  expect(sayStorageTrouble(trouble)).toContain('vom 23. November 2026 um 03:00 UTC');
  expect(sayStorageTrouble({ fault: 'full', backupAt: null })).toContain('seine Festplatte voll ist');
});
