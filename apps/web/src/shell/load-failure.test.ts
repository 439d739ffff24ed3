import { describe, expect, it } from 'vitest';
import { isLoadFailure } from './load-failure';

describe('isLoadFailure', () => {
  it('knows the words of Chromium, Firefox, Safari and of the build', () => {
    for (const message of [
      'Failed to fetch dynamically imported module: http://x/assets/chat.js',
      'error loading dynamically imported module: http://x/assets/chat.js',
      'Importing a module script failed.',
      'Unable to preload CSS for /assets/chat.css',
    ]) {
      expect(isLoadFailure(new TypeError(message))).toBe(true);
    }
  });

  it('takes no other error for one', () => {
    expect(isLoadFailure(new TypeError('x is undefined'))).toBe(false);
    expect(isLoadFailure('Importing a module script failed.')).toBe(false);
    expect(isLoadFailure(null)).toBe(false);
  });
});
