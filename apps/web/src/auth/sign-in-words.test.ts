import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem';
import { signInWords } from './sign-in-words';

const problem = (more: Partial<Problem>): Problem => ({
  status: null,
  message: 'Talkan cannot be reached.',
  retryAfter: null,
  refusal: null,
  ...more,
});

describe('signInWords', () => {
  it('does not say which of the two was wrong', () => {
    expect(signInWords(problem({ status: 401 }))).toBe('Wrong username or password.');
  });

  it('says how long to wait', () => {
    expect(signInWords(problem({ status: 429, retryAfter: 42 }))).toBe(
      'Too many attempts. Wait 42 seconds, then try again.',
    );
    expect(signInWords(problem({ status: 429, retryAfter: 1 }))).toContain('Wait 1 second,');
  });

  it('leaves every other sentence as the server or the browser gave it', () => {
    expect(signInWords(problem({}))).toBe('Talkan cannot be reached.');
    expect(signInWords(problem({ status: 429, message: 'Slow down.' }))).toBe('Slow down.');
  });
});
