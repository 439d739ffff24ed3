import { expect, it } from 'vitest';
import { checkAccount } from './new-account';

const check = (username: string, password = 'a better secret') => checkAccount({ username, password });

it('finds nothing wrong with what the server takes', () => {
  for (const username of ['a', 'Mira', '7', 'mira.k-2_x', 'x'.repeat(40)]) {
    expect(check(username)).toEqual({ username: null, password: null });
  }
  for (const password of ['12345678', 'ü'.repeat(200)]) expect(check('mira', password).password).toBeNull();
});

it('says of each field what is wrong with it', () => {
  expect(check('').username).toBe('Pick a username.');
  expect(check('-mira').username).toContain('Start with a letter');
  for (const username of ['mi ra', 'míra', 'mira@example.org']) expect(check(username).username).toContain('Only');
  expect(check('x'.repeat(41)).username).toContain('40 characters');
  expect(check('mira', '').password).toBe('Pick a password.');
  expect(check('mira', '1234567').password).toContain('at least 8');
  expect(check('mira', 'x'.repeat(201)).password).toContain('200 characters');
});
