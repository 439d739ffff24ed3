import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../context.js';
import { failureOf, TEST_PASSWORD, testApp, type TestApp } from '../testing.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { signIn } from './users.js';

const DAY = 24 * 60 * 60 * 1000;
const WRONG = { code: 'UNAUTHORIZED', message: 'The user name or the password is not right.' };

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.close());

const login = (username: string, password: string, address = '127.0.0.1') =>
  app.callerFor({ address }).auth.login({ username, password });
const me = (token: string) => app.callerFor({ bearer: token }).auth.me();

async function tokenOf(username: string): Promise<string> {
  const { token } = await login(username, TEST_PASSWORD);
  return token ?? '';
}

describe('signing in', () => {
  it('gives a token of 256 bits that stands in the database only as a hash', async () => {
    await app.user('ann');
    const token = await tokenOf('ann');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const sessions = await app.services.db.read.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(sessions)).not.toContain(token);
    expect(sessions.every((session) => /^[0-9a-f]{64}$/.test(session.token_hash))).toBe(true);
    expect((await me(token)).user.username).toBe('ann');
  });

  it('answers alike for an unknown user and a wrong password', async () => {
    await app.user('ann');
    expect(await failureOf(login('ann', 'not this one'))).toEqual(WRONG);
    expect(await failureOf(login('nobody', TEST_PASSWORD))).toEqual(WRONG);
  });

  it('sets a cookie for a browser and keeps the token from its scripts', async () => {
    await app.user('ann');
    const cookies: [string | null, number][] = [];
    const caller = app.callerFor({ browser: true, setSessionCookie: (token, age) => cookies.push([token, age]) });
    expect(await caller.auth.login({ username: 'ann', password: TEST_PASSWORD })).toEqual({ token: null });
    const [cookie] = cookies;
    expect(cookie?.[1]).toBe(30 * 24 * 60 * 60);
    const signedIn = app.callerFor({ cookie: cookie?.[0] ?? null });
    expect((await signedIn.auth.me()).user.username).toBe('ann');
  });

  it('goes by the Authorization header alone where there is one', async () => {
    const ann = await app.user();
    const caller = app.callerFor({ bearer: 'no such token', cookie: ann.token });
    expect((await failureOf(caller.auth.me())).code).toBe('UNAUTHORIZED');
  });

  it('hashes passwords with argon2id as OWASP recommends, and does the work for nobody, too', async () => {
    expect(await hashPassword('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await verifyPassword(null, 'warm up');
    const timeOf = async (hash: string | null) => {
      const start = performance.now();
      await verifyPassword(hash, 'x');
      return performance.now() - start;
    };
    const known = await timeOf(await hashPassword('y'));
    expect(await timeOf(null)).toBeGreaterThan(known / 4);
  });
});

describe('wrong passwords', () => {
  it('are refused after five within a minute, for this user from this address only', async () => {
    await app.user('ann');
    await app.user('bob');
    for (let round = 0; round < 5; round++) expect(await failureOf(login('ann', 'wrong'))).toEqual(WRONG);
    const refused = await failureOf(login('ann', TEST_PASSWORD));
    expect(refused.code).toBe('TOO_MANY_REQUESTS');
    expect(refused.retryAfter).toBeGreaterThan(50);
    expect(refused.retryAfter).toBeLessThanOrEqual(60);
    expect(refused.message).toMatch(/^The password was wrong too many times\. Wait \d+ seconds, then try again\.$/);
    expect((await login('bob', TEST_PASSWORD)).token).not.toBeNull();
    expect((await login('ann', TEST_PASSWORD, '10.0.0.7')).token).not.toBeNull();
    app.clock.advance(60_000);
    expect((await login('ann', TEST_PASSWORD)).token).not.toBeNull();
  });

  it('count for users that do not exist as well, so that the limit tells no names', async () => {
    for (let round = 0; round < 5; round++) await failureOf(login('nobody', 'wrong'));
    expect((await failureOf(login('nobody', 'wrong'))).code).toBe('TOO_MANY_REQUESTS');
  });

  it('cannot slip by in parallel', async () => {
    await app.user('ann');
    const failures = await Promise.all(Array.from({ length: 12 }, () => failureOf(login('ann', 'wrong'))));
    expect(failures.filter((failure) => failure.code === 'UNAUTHORIZED')).toHaveLength(5);
    expect(failures.filter((failure) => failure.code === 'TOO_MANY_REQUESTS')).toHaveLength(7);
  });

  it('are not confused with right ones, however many sign in at once', async () => {
    await app.user('ann');
    const tokens = await Promise.all(Array.from({ length: 8 }, () => tokenOf('ann')));
    expect(new Set(tokens).size).toBe(8);
  });

  it('leave no rows behind when their minute is over', async () => {
    await failureOf(login('nobody', 'wrong'));
    app.clock.advance(60_001);
    await failureOf(login('somebody', 'wrong'));
    expect(await app.services.db.read.selectFrom('login_failures').selectAll().execute()).toHaveLength(1);
  });
});

describe('a session', () => {
  it('lasts as long as it is used, at most 30 days', async () => {
    const { token } = await app.user('ann');
    for (let day = 0; day < 29; day += 5) {
      expect((await me(token)).user.username).toBe('ann');
      app.clock.advance(5 * DAY);
    }
    expect((await failureOf(me(token))).code).toBe('UNAUTHORIZED');
  });

  it('ends after 7 days without use', async () => {
    const { token } = await app.user('ann');
    app.clock.advance(7 * DAY - 1000);
    await me(token);
    app.clock.advance(7 * DAY + 1000);
    expect(await failureOf(me(token))).toEqual({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
  });

  it('is cleaned away once it has expired', async () => {
    await app.user('ann');
    app.clock.advance(8 * DAY);
    await tokenOf('ann');
    expect(await app.services.db.read.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
  });

  it('ends with signing out, and only that one', async () => {
    const ann = await app.user('ann');
    const other = await tokenOf('ann');
    const cookies: (string | null)[] = [];
    const caller = app.callerFor({ cookie: ann.token, setSessionCookie: (token) => cookies.push(token) });
    expect(await caller.auth.logout()).toEqual({});
    expect(cookies).toEqual([null]);
    expect((await failureOf(me(ann.token))).code).toBe('UNAUTHORIZED');
    expect((await me(other)).user.username).toBe('ann');
  });
});

describe('changing the password', () => {
  const next = 'a much better password';

  it('ends all other sessions of this user and no others', async () => {
    const [ann, bob] = [await app.user('ann'), await app.user('bob')];
    const elsewhere = await tokenOf('ann');
    expect(await ann.caller.auth.changePassword({ current: TEST_PASSWORD, next })).toEqual({});
    expect((await me(ann.token)).user.username).toBe('ann');
    expect((await me(bob.token)).user.username).toBe('bob');
    expect((await failureOf(me(elsewhere))).code).toBe('UNAUTHORIZED');
    expect(await failureOf(login('ann', TEST_PASSWORD))).toEqual(WRONG);
    expect((await login('ann', next)).token).not.toBeNull();
  });

  it('lets nobody in whose old password was being checked meanwhile', async () => {
    const ann = await app.user('ann');
    const [checked, changed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const services: Services = {
      ...app.services,
      // Holds a sign-in between the check of its password and the start of its session.
      signIns: {
        async take(_key, work) {
          const right = await work();
          checked.resolve();
          await changed.promise;
          return right;
        },
      },
    };
    const late = failureOf(signIn(services, { username: 'ann', password: TEST_PASSWORD }, '10.0.0.7'));
    await checked.promise;
    await ann.caller.auth.changePassword({ current: TEST_PASSWORD, next });
    changed.resolve();
    expect(await late).toEqual(WRONG);
    expect(await app.services.db.read.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
  });

  it('needs the current one, and counts wrong guesses like those at the door', async () => {
    const ann = await app.user('ann');
    const guess = () => failureOf(ann.caller.auth.changePassword({ current: 'guessed', next }));
    const refused = await guess();
    expect(refused).toMatchObject({ code: 'BAD_REQUEST', message: 'The current password is not right.' });
    for (let round = 0; round < 4; round++) await guess();
    expect((await guess()).code).toBe('TOO_MANY_REQUESTS');
    expect((await login('ann', TEST_PASSWORD, 'elsewhere')).token).not.toBeNull();
  });

  it('wants 8 to 200 characters', async () => {
    const ann = await app.user();
    for (const unfit of ['1234567', 'x'.repeat(201)]) {
      const refused = await failureOf(ann.caller.auth.changePassword({ current: TEST_PASSWORD, next: unfit }));
      expect(refused.code).toBe('BAD_REQUEST');
      expect(refused.fields?.map((field) => field.path)).toEqual(['next']);
    }
  });
});

describe('asking who one is', () => {
  it('says which variable makes the assistant ready', async () => {
    const ann = await app.user('ann');
    const answer = await ann.caller.auth.me();
    expect(answer).toMatchObject({ user: { id: ann.id, username: 'ann' }, demoPassword: false });
    expect(answer.assistant.ready).toBe(false);
    expect(answer.assistant.hint).toContain('OPENROUTER_API_KEY');
  });

  it('has no hint where there is a model', async () => {
    const other = await testApp({ model: { baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k', model: 'm' } });
    const ann = await other.user();
    expect((await ann.caller.auth.me()).assistant).toEqual({ ready: true, hint: null });
    await other.close();
  });
});
