import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, TEST_PASSWORD, testApp, type Person, type TestApp } from '../testing.js';

const DAY = 24 * 60 * 60 * 1000;
const ASK = 'Ask an owner of the board for a new one.';
const USED = `This invitation has already been used, and each is good for one person. ${ASK}`;
const REVOKED = `This invitation was taken back. ${ASK}`;
const EXPIRED = `This invitation has expired: each is good for 7 days. ${ASK}`;

let app: TestApp;
let ann: Person;
let bob: Person;
beforeEach(async () => {
  app = await testApp();
  [ann, bob] = [await app.user('ann'), await app.user('bob')];
});
afterEach(() => app.close());

const invite = (role: 'owner' | 'editor' | 'commenter' | 'viewer' = 'editor') =>
  ann.caller.invitations.create({ boardId: ann.boardId, role });
const look = (token: string) => app.anonymous.invitations.look({ token });
const accept = (person: Person, token: string) => person.caller.invitations.accept({ token });
const revoke = (id: string) => ann.caller.invitations.revoke({ boardId: ann.boardId, id });
const listed = () => ann.caller.invitations.list({ boardId: ann.boardId });
const register = (token: string) =>
  app.anonymous.auth.register({ token, username: 'newcomer', password: 'long enough' });

/** How each of the calls fails that take a token. */
const everyDoor = (person: Person, token: string) =>
  Promise.all([accept(person, token), look(token), register(token)].map(failureOf));

describe('an invitation', () => {
  it('has a token of 256 bits that stands in the database only as a hash', async () => {
    const { token, id } = await invite();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    await accept(bob, token);
    const { read } = app.services.db;
    for (const table of ['invitations', 'login_failures', 'sessions', 'members', 'changes'] as const) {
      expect(JSON.stringify(await read.selectFrom(table).selectAll().execute())).not.toContain(token);
    }
    const row = await read.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows its holder the board’s title, the role and who made it, and no more', async () => {
    const { token, expiresAt } = await invite('commenter');
    const shown = { boardTitle: 'Product roadmap', role: 'commenter', inviter: 'ann', expiresAt };
    expect(await look(token)).toEqual(shown);
    expect(await look(token)).toEqual(shown);
  });

  it('lets in who has an account, with its role', async () => {
    const { token } = await invite('commenter');
    expect(await accept(bob, token)).toEqual({ boardId: ann.boardId, role: 'commenter' });
    expect((await bob.caller.boards.get({ boardId: ann.boardId })).role).toBe('commenter');
    expect(await bob.caller.boards.list()).toHaveLength(2);
  });

  it('stands in the owners’ list while it is open', async () => {
    const [one, two, three] = [await invite('viewer'), await invite(), await invite('owner')];
    const open = await listed();
    expect(open.map(({ id }) => id).toSorted()).toEqual([one.id, two.id, three.id].toSorted());
    const entry = { id: one.id, role: 'viewer', createdBy: { id: ann.id, name: 'ann' }, expiresAt: one.expiresAt };
    expect(open.find(({ id }) => id === one.id)).toEqual({ ...entry, createdAt: expect.any(String) });
    await accept(bob, one.token);
    await revoke(two.id);
    expect((await listed()).map(({ id }) => id)).toEqual([three.id]);
    app.clock.advance(7 * DAY);
    const back = await app.callerFor({}).auth.login({ username: 'ann', password: TEST_PASSWORD });
    expect(await app.callerFor({ bearer: back.token }).invitations.list({ boardId: ann.boardId })).toEqual([]);
  });

  it('is one of at most 50 open ones of a board', async () => {
    const made = [];
    for (let count = 0; count < 50; count++) made.push(await invite());
    const refused = await failureOf(invite());
    expect(refused).toMatchObject({ code: 'CONFLICT', refusal: { code: 'limit' } });
    await revoke(made[0]?.id ?? '');
    expect((await invite()).token).toHaveLength(43);
    expect((await bob.caller.invitations.create({ boardId: bob.boardId, role: 'viewer' })).token).toHaveLength(43);
  });

  it('does not fill a board without end', async () => {
    const { token } = await invite();
    const at = new Date().toISOString();
    const ids = Array.from({ length: 999 }, (_, index) => `filler-${index}`);
    const { write } = app.services.db;
    const users = ids.map((id) => ({ id, username: id, password_hash: '', demo_password: 0, created_at: at }));
    await write.insertInto('users').values(users).execute();
    const members = ids.map((id) => ({ board_id: ann.boardId, user_id: id, role: 'viewer' as const, created_at: at }));
    await write.insertInto('members').values(members).execute();
    expect(await failureOf(accept(bob, token))).toMatchObject({ code: 'CONFLICT', refusal: { code: 'limit' } });
    await ann.caller.members.remove({ boardId: ann.boardId, userId: 'filler-0' });
    expect((await accept(bob, token)).role).toBe('editor');
  });
});

describe('a used invitation', () => {
  it('is of no use to anybody else, and says so', async () => {
    const { token } = await invite();
    await accept(bob, token);
    const eve = await app.user('eve');
    const told = {
      code: 'CONFLICT',
      message: USED,
      refusal: { ids: [], current: { invitation: 'used' } },
    };
    expect(await everyDoor(eve, token)).toMatchObject([told, told, told]);
    expect(await eve.caller.boards.list()).toHaveLength(1);
  });

  it('answers again to whom it let in: the first answer may have been lost', async () => {
    const { token } = await invite();
    const first = await accept(bob, token);
    expect(await accept(bob, token)).toEqual(first);
    expect(await ann.caller.members.list({ boardId: ann.boardId })).toHaveLength(2);
  });

  it('does not bring back who was removed', async () => {
    const { token } = await invite();
    await accept(bob, token);
    await ann.caller.members.remove({ boardId: ann.boardId, userId: bob.id });
    expect((await failureOf(accept(bob, token))).message).toBe(USED);
  });

  it('has let in one person however many come at once', async () => {
    const { token } = await invite();
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => app.user(`guest-${index}`)));
    const joins = people.map((person) => accept(person, token));
    const registrations = Array.from({ length: 4 }, (_, index) =>
      app.anonymous.auth.register({ token, username: `new-${index}`, password: 'long enough' }),
    );
    const outcomes = await Promise.allSettled([...joins, ...registrations]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ann.caller.members.list({ boardId: ann.boardId })).toHaveLength(2);
  });

  it('cannot be taken back, only the person removed', async () => {
    const { token, id } = await invite();
    await accept(bob, token);
    const message = 'bob has already joined with this invitation. Remove them from the board instead.';
    expect(await failureOf(revoke(id))).toMatchObject({ code: 'CONFLICT', message });
  });
});

describe('an invitation that ends unused', () => {
  it('by being taken back says so, at once and for good', async () => {
    const { token, id } = await invite();
    expect(await revoke(id)).toEqual({});
    expect(await revoke(id)).toEqual({});
    const told = { code: 'CONFLICT', message: REVOKED };
    expect(await everyDoor(bob, token)).toMatchObject([told, told, told]);
  });

  it('after 7 days says so', async () => {
    const { token } = await invite();
    app.clock.advance(7 * DAY - 10_000);
    expect((await look(token)).inviter).toBe('ann');
    app.clock.advance(10_000);
    const late = await app.user('late');
    const told = { code: 'CONFLICT', message: EXPIRED };
    expect(await everyDoor(late, token)).toMatchObject([told, told, told]);
    expect(await late.caller.boards.list()).toHaveLength(1);
  });

  it('is forgotten a month later', async () => {
    const { token } = await invite();
    app.clock.advance(38 * DAY);
    const { token: session } = await app.anonymous.auth.login({
      username: 'ann',
      password: TEST_PASSWORD,
    });
    await app.callerFor({ bearer: session }).invitations.create({ boardId: ann.boardId, role: 'viewer' });
    expect((await failureOf(look(token))).code).toBe('NOT_FOUND');
  });

  it('can only be taken back on its own board', async () => {
    const { id, token } = await invite();
    const foreign = await failureOf(bob.caller.invitations.revoke({ boardId: bob.boardId, id }));
    const absent = await failureOf(bob.caller.invitations.revoke({ boardId: bob.boardId, id: 'no-such' }));
    expect(foreign.code).toBe('NOT_FOUND');
    expect({ ...foreign, refusal: undefined }).toEqual({ ...absent, refusal: undefined });
    expect((await look(token)).role).toBe('editor');
  });
});

describe('a member with an invitation', () => {
  it('keeps the role, and the invitation stays open', async () => {
    const { token } = await invite('viewer');
    expect(await failureOf(accept(ann, token))).toMatchObject({
      code: 'CONFLICT',
      message:
        'You are already on this board, as an owner. The invitation was not used; an owner can change your role.',
      refusal: { ids: [ann.boardId] },
    });
    expect((await ann.caller.boards.get({ boardId: ann.boardId })).role).toBe('owner');
    expect((await accept(bob, token)).role).toBe('viewer');
  });
});
