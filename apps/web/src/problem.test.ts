import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { ForeignAnswer } from './foreign-answer';
import { problemOf } from './problem';

/** As the client makes it of an answer of the server's. */
function answered(message: string, data: Record<string, unknown>) {
  return TRPCClientError.from({ error: { code: -32_000, message, data } });
}

describe('problemOf', () => {
  it('gives status, sentence and the seconds to wait', () => {
    expect(problemOf(answered('Too many.', { httpStatus: 429, retryAfter: 30 }))).toEqual({
      status: 429,
      message: 'Too many.',
      retryAfter: 30,
      refusal: null,
    });
  });

  it('hands a refusal on', () => {
    const refusal = { code: 'conflict', message: 'Changed since.', ids: ['card-1'] };
    expect(problemOf(answered('Changed since.', { httpStatus: 409, refusal })).refusal).toEqual(refusal);
    expect(problemOf(answered('No.', { httpStatus: 409, refusal: { code: 'odd' } })).refusal).toBeNull();
  });

  it('adds the id by which an internal error is found, once', () => {
    expect(problemOf(answered('Broken.', { httpStatus: 500, requestId: 'r-1' })).message).toBe('Broken. (r-1)');
    expect(problemOf(answered('Broken (r-1).', { httpStatus: 500, requestId: 'r-1' })).message).toBe('Broken (r-1).');
  });

  it('says what to do where something in between answered instead', () => {
    const foreign = (status: number) => problemOf(TRPCClientError.from(new ForeignAnswer(status)));
    expect(foreign(502)).toMatchObject({ status: null });
    expect(foreign(502).message).toContain('(502)');
    expect(foreign(429).message).toContain('in a moment');
    expect(foreign(200).message).toContain('Reload the page.');
    // It would be as large the next time.
    expect(foreign(413)).toMatchObject({ status: 413 });
    expect(foreign(413).message).toContain('Send less at once');
  });

  it('says that nobody answered where nobody did, whatever was thrown', () => {
    for (const error of [new TypeError('Failed to fetch'), TRPCClientError.from(new Error('x')), null, 'x', {}]) {
      expect(problemOf(error)).toMatchObject({ status: null, refusal: null });
      expect(problemOf(error).message).toContain('cannot be reached');
    }
  });
});
