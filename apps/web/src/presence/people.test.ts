import { expect, it } from 'vitest';
import { initialsOf } from './initials';
import { othersOf } from './people';
import type { PersonHere } from './signs';

function page(userId: string, clientId: string, cardId: string | null = null): PersonHere {
  return { userId, clientId, name: `Name of ${userId}`, cardId, draggingId: null, place: null };
}

it('lists each of the others once, with every card that is open on one of their pages, and not oneself', () => {
  const here = [page('b', '1', 'card-1'), page('me', '2', 'card-1'), page('a', '3'), page('b', '4', 'card-2')];
  expect(othersOf(here, 'me')).toEqual([
    { userId: 'a', name: 'Name of a', cardIds: [] },
    { userId: 'b', name: 'Name of b', cardIds: ['card-1', 'card-2'] },
  ]);
});

it('writes a name in two letters, whole ones in any script', () => {
  expect(initialsOf('Mira Kovač')).toBe('MK');
  expect(initialsOf('mira')).toBe('MI');
  expect(initialsOf('ana.maria-lópez')).toBe('AL');
  expect(initialsOf('X')).toBe('X');
  expect(initialsOf('e\u0301va')).toBe('E\u0301V');
  expect(initialsOf('')).toBe('');
});
