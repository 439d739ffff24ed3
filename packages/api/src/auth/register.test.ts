import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, TEST_PASSWORD, testApp, type Person, type TestApp } from '../testing.js';

const TAKEN = 'This user name is taken. Choose another one.';
const PASSWORD = 'long enough';

let app: TestApp;
let ann: Person;
let token = '';
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
  token = await invite();
});
afterEach(() => app.close());

async function invite(): Promise<string> {
  return (await ann.caller.invitations.create({ boardId: ann.boardId, role: 'editor' })).token;
}
const register = (username: string, address = '127.0.0.1') =>
  app.callerFor({ address }).auth.register({ token, username, password: PASSWORD });
const count = async (table: 'users' | 'members' | 'sessions') =>
  (await app.services.db.read.selectFrom(table).selectAll().execute()).length;

describe('registering', () => {
  it('makes the account, lets it in and signs it in, by one call', async () => {
    const answer = await register('mira');
    expect(answer.boardId).toBe(ann.boardId);
    const mira = app.callerFor({ bearer: answer.token });
    expect((await mira.auth.me()).user.username).toBe('mira');
    expect((await mira.auth.me()).demoPassword).toBe(false);
    expect(await mira.boards.list()).toMatchObject([
      { id: ann.boardId, key: 'RM', title: 'Product roadmap', role: 'editor' },
    ]);
    const change = { boardId: ann.boardId, changeId: 'first', operations: [] };
    const rename = { type: 'board.rename' as const, title: 'Ours' };
    expect((await mira.boards.commit({ ...change, operations: [rename] })).seq).toBe(2);
    const again = await app.anonymous.auth.login({ username: 'mira', password: PASSWORD });
    expect(again.token).not.toBe(answer.token);
  });

  it('sets the cookie for a browser and keeps the session’s token from its scripts', async () => {
    const cookies: [string | null, number][] = [];
    const caller = app.callerFor({ browser: true, setSessionCookie: (value, age) => cookies.push([value, age]) });
    const answer = await caller.auth.register({ token, username: 'mira', password: PASSWORD });
    expect(answer).toEqual({ token: null, boardId: ann.boardId });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]?.[1]).toBe(30 * 24 * 60 * 60);
    expect((await app.callerFor({ cookie: cookies[0]?.[0] ?? null }).auth.me()).user.username).toBe('mira');
  });

  it('sets no cookie where it is refused', async () => {
    const cookies: unknown[] = [];
    const caller = app.callerFor({ browser: true, setSessionCookie: (value) => cookies.push(value) });
    await failureOf(caller.auth.register({ token, username: 'ann', password: PASSWORD }));
    expect(cookies).toEqual([]);
  });

  it('keeps the password as an argon2id hash only', async () => {
    await register('mira');
    const users = await app.services.db.read.selectFrom('users').selectAll().execute();
    expect(JSON.stringify(users)).not.toContain(PASSWORD);
    expect(users.find((user) => user.username === 'mira')?.password_hash).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  it('writes nothing at all where it fails at the end', async () => {
    await app.services.db.write.schema.dropTable('sessions').execute();
    await expect(register('mira')).rejects.toThrow('Something went wrong on the server.');
    expect(await count('users')).toBe(1);
    expect(await count('members')).toBe(1);
    const [row] = await app.services.db.read.selectFrom('invitations').selectAll().execute();
    expect(row?.used_by).toBeNull();
  });

  it('is not possible twice with one invitation, however many try at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => register(`new-${index}`)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await count('users')).toBe(2);
    expect(await count('members')).toBe(2);
  });

  it('takes no password that stands in the documentation', async () => {
    const refused = await failureOf(app.anonymous.auth.register({ token, username: 'user', password: 'password' }));
    expect(refused).toMatchObject({ code: 'BAD_REQUEST', refusal: { code: 'invalid' } });
    expect((await register('user')).boardId).toBe(ann.boardId);
  });

  it('wants 8 to 200 characters for the password', async () => {
    for (const password of ['1234567', 'x'.repeat(201)]) {
      const refused = await failureOf(app.anonymous.auth.register({ token, username: 'mira', password }));
      expect(refused.fields?.map((field) => field.path)).toEqual(['password']);
    }
  });
});

describe('a user name', () => {
  it('has 1 to 40 plain letters, digits, dots, hyphens and underscores', async () => {
    for (const username of [
      '',
      ' mira',
      'mira ',
      'mi ra',
      '.mira',
      '-m',
      'mirа',
      'mira\u200b',
      'm'.repeat(41),
      'a@b',
    ]) {
      const refused = await failureOf(register(username));
      expect(
        refused.fields?.map((field) => field.path),
        username,
      ).toEqual(['username']);
    }
    expect((await register('Mira.K-2_')).boardId).toBe(ann.boardId);
  });

  it('that is taken, in whatever case, is told, and the invitation is not used up', async () => {
    for (const username of ['ann', 'Ann', 'ANN']) {
      expect(await failureOf(register(username))).toMatchObject({ code: 'CONFLICT', message: TAKEN });
    }
    expect(await count('users')).toBe(1);
    expect((await register('anna')).boardId).toBe(ann.boardId);
  });

  it('goes to one of two who want it at once', async () => {
    const [mine, other] = [token, await invite()];
    const outcomes = await Promise.allSettled(
      [mine, other].map((each, index) =>
        app.anonymous.auth.register({ token: each, username: index === 0 ? 'mira' : 'Mira', password: PASSWORD }),
      ),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await count('users')).toBe(2);
    expect(await ann.caller.invitations.list({ boardId: ann.boardId })).toHaveLength(1);
  });
});

describe('which user names exist', () => {
  it('is told to nobody without an open invitation', async () => {
    const asked = async (invitation: string, username: string) =>
      failureOf(app.anonymous.auth.register({ token: invitation, username, password: PASSWORD }));
    const unknown = 'x'.repeat(43);
    expect(await asked(unknown, 'ann')).toEqual(await asked(unknown, 'nobody'));
    const used = token;
    await register('mira');
    expect(await asked(used, 'ann')).toEqual(await asked(used, 'nobody'));
    const revoked = await ann.caller.invitations.create({ boardId: ann.boardId, role: 'viewer' });
    await ann.caller.invitations.revoke({ boardId: ann.boardId, id: revoked.id });
    expect(await asked(revoked.token, 'ann')).toEqual(await asked(revoked.token, 'nobody'));
  });

  it('is told five times a minute for one invitation, from however many addresses', async () => {
    const codes = [];
    for (let index = 0; index < 7; index++) codes.push((await failureOf(register('ann', `10.0.0.${index}`))).code);
    expect(codes).toEqual([...Array<string>(5).fill('CONFLICT'), ...Array<string>(2).fill('TOO_MANY_REQUESTS')]);
    const refused = await failureOf(register('mira', '10.0.0.99'));
    expect(refused.message).toMatch(/^Too many of these user names were taken\. Wait \d+ seconds, then try again\.$/);
    expect(await count('users')).toBe(1);
    app.clock.advance(60_000);
    expect((await register('mira')).boardId).toBe(ann.boardId);
  });

  it('is told no more often to many at once', async () => {
    const failures = await Promise.all(Array.from({ length: 10 }, () => failureOf(register('ann'))));
    expect(failures.filter(({ message }) => message === TAKEN)).toHaveLength(5);
    expect(failures.filter(({ code }) => code === 'TOO_MANY_REQUESTS')).toHaveLength(5);
  });

  it('does not keep anybody from signing in: the limits are apart', async () => {
    for (let round = 0; round < 6; round++) await failureOf(register('ann'));
    expect((await app.anonymous.auth.login({ username: 'ann', password: TEST_PASSWORD })).token).toHaveLength(43);
  });
});
