import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, TEST_PASSWORD, testApp, type Person, type TestApp } from '../testing.js';

const UNKNOWN = 'There is no such invitation. Check that the link is whole, or ask for a new one.';

let app: TestApp;
let ann: Person;
let bob: Person;
beforeEach(async () => {
  app = await testApp();
  [ann, bob] = [await app.user('ann'), await app.user('bob')];
});
afterEach(() => app.close());

const invite = () => ann.caller.invitations.create({ boardId: ann.boardId, role: 'editor' });
const look = (token: string) => app.anonymous.invitations.look({ token });
const accept = (person: Person, token: string) => person.caller.invitations.accept({ token });
const register = (token: string) =>
  app.anonymous.auth.register({ token, username: 'newcomer', password: 'long enough' });

describe('a token that was never one', () => {
  const guessed = (letter: string) => letter.repeat(43);
  const ANN = { username: 'ann', password: 'long enough' };

  it('gets the same answer everywhere', async () => {
    const expected = {
      code: 'NOT_FOUND',
      message: UNKNOWN,
      refusal: { code: 'not_found', message: UNKNOWN, ids: [] },
    };
    expect(await failureOf(look(guessed('a')))).toEqual(expected);
    expect(await failureOf(look(guessed('b')))).toEqual(expected);
    expect(await failureOf(accept(bob, guessed('c')))).toEqual(expected);
    expect(await failureOf(register(guessed('d')))).toEqual(expected);
    expect(await failureOf(app.anonymous.auth.register({ ...ANN, token: guessed('e') }))).toEqual(expected);
  });

  it('can be tried five times a minute from one address, by whichever door', async () => {
    const tries = [look, register, (token: string) => accept(bob, token)];
    const codes = [];
    for (const [index, letter] of Array.from('abcdefgh').entries()) {
      const attempt = tries[index % tries.length] ?? look;
      codes.push((await failureOf(attempt(guessed(letter)))).code);
    }
    expect(codes).toEqual([...Array<string>(5).fill('NOT_FOUND'), ...Array<string>(3).fill('TOO_MANY_REQUESTS')]);
    const refused = await failureOf(look(guessed('i')));
    expect(refused.message).toMatch(/^Too many invitations were not found\. Wait \d+ seconds, then try again\.$/);
    expect(refused.retryAfter).toBeGreaterThan(50);
    expect(
      (await failureOf(app.callerFor({ address: '10.0.0.7' }).invitations.look({ token: guessed('j') }))).code,
    ).toBe('NOT_FOUND');
    app.clock.advance(60_000);
    expect((await failureOf(look(guessed('k')))).code).toBe('NOT_FOUND');
  });

  it('keeps nobody out who has a real one, behind the same address', async () => {
    const { token } = await invite();
    for (const letter of 'abcdef') await failureOf(look(guessed(letter)));
    expect((await look(token)).inviter).toBe('ann');
    expect((await accept(bob, token)).role).toBe('editor');
  });

  it('cannot be tried more often in parallel', async () => {
    const failures = await Promise.all(
      Array.from({ length: 12 }, (_, index) => failureOf(look(guessed(`${index % 10}`)))),
    );
    expect(failures.filter(({ code }) => code === 'NOT_FOUND')).toHaveLength(5);
    expect(failures.filter(({ code }) => code === 'TOO_MANY_REQUESTS')).toHaveLength(7);
  });

  it('is no matter of sign-in: neither limit uses up the other', async () => {
    for (const letter of 'abcdef') await failureOf(look(guessed(letter)));
    const login = { username: 'ann', password: TEST_PASSWORD };
    expect((await app.anonymous.auth.login(login)).token).toHaveLength(43);
  });

  it('is told from one that is too short or too long by its form alone', async () => {
    for (const token of ['', 'short', 'x'.repeat(44), `${'x'.repeat(42)}\n`, `${'x'.repeat(42)}/`]) {
      const refused = await failureOf(look(token));
      expect(refused).toMatchObject({ code: 'BAD_REQUEST', fields: [{ path: 'token' }] });
      expect(refused.message).toContain('copy the whole link');
    }
  });
});
