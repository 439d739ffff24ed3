import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, openTwice, type Person, type TestApp } from '../testing.js';

let one: TestApp;
let two: TestApp;
let ann: Person;

beforeEach(async () => {
  [one, two] = await openTwice();
  ann = await one.user('ann');
});
afterEach(() => Promise.all([one.close(), two.close()]));

const invite = () => ann.caller.invitations.create({ boardId: ann.boardId, role: 'owner' });
const won = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === 'fulfilled').length;
const members = () => ann.caller.members.list({ boardId: ann.boardId });

// Every commit waits for the disk.
describe('two processes on one database', () => {
  it('let one person in by one invitation that two accept at once', async () => {
    for (let round = 0; round < 8; round++) {
      const { token } = await invite();
      const [bob, eve] = [await one.user(), await one.user()];
      const outcomes = await Promise.allSettled([
        bob.caller.invitations.accept({ token }),
        two.callerFor({ bearer: eve.token }).invitations.accept({ token }),
      ]);
      expect(won(outcomes)).toBe(1);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      const failure = await failureOf(Promise.reject(lost?.reason as Error));
      expect(failure).toMatchObject({ code: 'CONFLICT', refusal: { current: { invitation: 'used' } } });
      expect(await members()).toHaveLength(round + 2);
    }
  });

  it('make one account of an invitation, and one of a user name', async () => {
    const [first, second] = [await invite(), await invite()];
    const register = (app: TestApp, token: string, username: string) =>
      app.anonymous.auth.register({ token, username, password: 'long enough' });
    expect(await Promise.allSettled([register(one, first.token, 'a'), register(two, first.token, 'b')]).then(won)).toBe(
      1,
    );
    const third = await invite();
    const same = [register(one, second.token, 'mira'), register(two, third.token, 'MIRA')];
    expect(await Promise.allSettled(same).then(won)).toBe(1);
    expect(await members()).toHaveLength(3);
  });

  it('leave a board its last owner when both owners leave at once', async () => {
    const { token } = await invite();
    const bob = await one.user();
    await bob.caller.invitations.accept({ token });
    const outcomes = await Promise.allSettled([
      ann.caller.members.remove({ boardId: ann.boardId, userId: ann.id }),
      two.callerFor({ bearer: bob.token }).members.remove({ boardId: ann.boardId, userId: bob.id }),
    ]);
    expect(won(outcomes)).toBe(1);
    const rows = await one.services.db.read
      .selectFrom('members')
      .select('role')
      .where('board_id', '=', ann.boardId)
      .execute();
    expect(rows).toEqual([{ role: 'owner' }]);
  });

  it('hear of a revocation and of guesses from each other', async () => {
    const { id, token } = await invite();
    await ann.caller.invitations.revoke({ boardId: ann.boardId, id });
    expect((await failureOf(two.anonymous.invitations.look({ token }))).message).toMatch(/taken back/);
    const guess = (app: TestApp, letter: string) =>
      failureOf(app.anonymous.invitations.look({ token: letter.repeat(43) }));
    const codes = [];
    for (const [index, letter] of Array.from('abcdefg').entries())
      codes.push((await guess(index % 2 ? one : two, letter)).code);
    expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(5);
    expect(codes.slice(5)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
  });
});
