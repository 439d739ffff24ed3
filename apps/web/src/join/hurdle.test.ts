import { refuse, type Refusal } from '@talkan/board/refusal';
import { expect, it } from 'vitest';
import { hurdleOf } from './hurdle';

const refused = (refusal: Refusal) => hurdleOf({ status: 409, message: refusal.message, retryAfter: null, refusal });
const failed = (status: number | null) => hurdleOf({ status, message: 'Away.', retryAfter: null, refusal: null });

it('tells an invitation that is used up from a board that one is on, and from a name that is taken', () => {
  expect(refused({ ...refuse('conflict', 'Used.'), current: { invitation: 'used' } })).toEqual({ kind: 'closed' });
  expect(refused(refuse('conflict', 'You are on it.', ['board-1']))).toEqual({ kind: 'member', boardId: 'board-1' });
  expect(refused(refuse('conflict', 'Taken.'))).toEqual({ kind: 'username' });
});

it('finds no way around an invitation that is not there, nor on to a board that is full', () => {
  expect(refused(refuse('not_found', 'There is none.'))).toEqual({ kind: 'closed' });
  expect(refused(refuse('limit', 'It is full.'))).toEqual({ kind: 'closed' });
});

it('leads to the password that everybody knows, and to signing in', () => {
  expect(refused(refuse('invalid', 'Known.'))).toEqual({ kind: 'password' });
  expect(failed(401)).toEqual({ kind: 'signed-out' });
});

it('has everything else tried again', () => {
  for (const status of [null, 429, 500, 503]) expect(failed(status)).toEqual({ kind: 'passing' });
});
