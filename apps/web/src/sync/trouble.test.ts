import { refuse } from '@talkan/board/refusal';
import { expect, it } from 'vitest';
import { troubleOf } from './trouble';

const answered = (data: object, message = 'A sentence.') => Object.assign(new Error(message), { data });

it('takes silence, and a page of somebody in between, for a server that is away', () => {
  expect(troubleOf(new TypeError('fetch failed'))).toEqual({ kind: 'away', retryAfter: 0 });
  expect(troubleOf(new SyntaxError('Unexpected token <'))).toEqual({ kind: 'away', retryAfter: 0 });
});

it('waits as long as a busy server asks', () => {
  expect(troubleOf(answered({ httpStatus: 429, retryAfter: 30 }))).toEqual({ kind: 'away', retryAfter: 30 });
  expect(troubleOf(answered({ httpStatus: 503 }))).toEqual({ kind: 'away', retryAfter: 0 });
});

it('does not take a server that can save nothing for one that refuses, and keeps its reason', () => {
  expect(troubleOf(answered({ httpStatus: 507, retryAfter: 2 }, 'Its disk is full.'))).toEqual({
    kind: 'stuck',
    retryAfter: 2,
    problem: 'Its disk is full.',
  });
});

it('passes a refusal on as it is', () => {
  const refusal = refuse('conflict', 'Something is in the way.', ['card-1']);
  expect(troubleOf(answered({ httpStatus: 409, refusal }))).toEqual({ kind: 'refused', refusal });
});

it('makes a refusal of an answer that no other try will change', () => {
  expect(troubleOf(answered({ httpStatus: 400 }, 'Too long.'))).toMatchObject({
    kind: 'refused',
    refusal: { message: 'Too long.' },
  });
  expect(troubleOf(answered({ httpStatus: 413 }))).toMatchObject({ kind: 'refused' });
});

it('tells a server’s failure and the end of a session from both', () => {
  expect(troubleOf(answered({ httpStatus: 500, requestId: 'r1' }))).toMatchObject({ kind: 'failed' });
  expect(troubleOf(answered({ httpStatus: 401 }))).toEqual({ kind: 'signed-out' });
});
