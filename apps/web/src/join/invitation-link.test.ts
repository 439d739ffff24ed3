import { expect, it } from 'vitest';
import { invitationLink, tokenIn } from './invitation-link';

const token = 'aZ09_-'.padEnd(43, 'x');

it('finds the token of a link again', () => {
  const link = new URL(invitationLink('https://talkan.example', token));
  expect(link.pathname).toBe('/join');
  expect(link.search).toBe('');
  expect(tokenIn(link.hash)).toBe(token);
});

it('leaves out what a message has put after the link', () => {
  for (const tail of ['.', ')', '>', '”', '%20']) expect(tokenIn(`#${token}${tail}`)).toBe(token);
});

it('takes no part of a token for one', () => {
  for (const hash of ['', '#', `#${token.slice(1)}`, `#${token}x`, `# ${token}`]) expect(tokenIn(hash)).toBeNull();
});
