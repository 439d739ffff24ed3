import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const boardId = () => ann.boardId;
const setRole = (by: Person, whom: Person, role: 'owner' | 'editor' | 'commenter' | 'viewer') =>
  by.caller.members.setRole({ boardId: boardId(), userId: whom.id, role });
const remove = (by: Person, whom: Person) => by.caller.members.remove({ boardId: boardId(), userId: whom.id });
const rename = (person: Person) =>
  person.caller.boards.commit({
    boardId: boardId(),
    changeId: randomUUID(),
    operations: [{ type: 'board.rename', title: `By ${person.username}` }],
  });
async function rolesOf(person: Person): Promise<Record<string, string>> {
  const members = await person.caller.members.list({ boardId: boardId() });
  return Object.fromEntries(members.map((member) => [member.name, member.role]));
}

describe('the list of members', () => {
  it('names everybody with role and date, in the order in which they came, to every member', async () => {
    app.clock.advance(1_000);
    const bob = await app.member(boardId(), 'viewer');
    const members = await bob.caller.members.list({ boardId: boardId() });
    expect(members).toEqual([
      { userId: ann.id, name: 'ann', role: 'owner', joinedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      { userId: bob.id, name: bob.username, role: 'viewer', joinedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
  });

  it('says nothing about people on other boards', async () => {
    await app.user('bob');
    expect(await rolesOf(ann)).toEqual({ ann: 'owner' });
  });
});

describe('the people of a board', () => {
  const people = async (person: Person) => {
    const all = await person.caller.members.people({ boardId: boardId() });
    return Object.fromEntries(all.map(({ name, member }) => [name, member]));
  };
  const commit = (person: Person, ...operations: Operation[]) =>
    person.caller.boards.commit({ boardId: boardId(), changeId: randomUUID(), operations });

  it('are its members, and who wrote something or is still assigned, gone or not', async () => {
    const [bob, eve, kim, lee] = await Promise.all(
      (['editor', 'viewer', 'viewer', 'viewer'] as const).map((role) => app.member(boardId(), role)),
    );
    if (!bob || !eve || !kim || !lee) throw new Error('Four came.');
    await rename(bob);
    await commit(
      ann,
      { type: 'card.assign', cardId: 'card-1', add: [eve.id] },
      { type: 'checklist.create', cardId: 'card-1', checklistId: 'list', title: 'List' },
      { type: 'item.create', cardId: 'card-1', checklistId: 'list', itemId: 'item', text: 'Item' },
      { type: 'item.edit', cardId: 'card-1', itemId: 'item', assigneeId: kim.id },
    );
    for (const person of [bob, eve, kim, lee]) await remove(ann, person);
    const { boards } = ann.caller;
    expect(await people(ann)).toEqual({
      ann: true,
      [bob.username]: false,
      [eve.username]: false,
      [kim.username]: false,
    });
    expect((await boards.history({ boardId: boardId(), limit: 1 })).entries[0]?.items.at(0)?.text).toBe(
      `Assigned ${eve.username} to RM-1 “Align roadmap themes”.`,
    );
  });

  it('are named where history tells of them: in what was done, undone, and changed', async () => {
    const bob = await app.member(boardId(), 'editor');
    await commit(bob, { type: 'card.assign', cardId: 'card-1', add: [bob.id, ann.id] });
    await bob.caller.boards.undo({ boardId: boardId(), seq: 2, changeId: 'undo' });
    const sentence = `${bob.username} and ann`;
    const { boards } = ann.caller;
    const { entries } = await boards.history({ boardId: boardId(), limit: 2 });
    expect(entries.map((entry) => entry.sentence)).toEqual([
      `Undid change 2: unassigned ${sentence} from RM-1 “Align roadmap themes”.`,
      `Assigned ${sentence} to RM-1 “Align roadmap themes”.`,
    ]);
    expect((await boards.diff({ boardId: boardId(), seq: 2 })).items[0]).toMatchObject({
      text: `Assigned ${sentence} to RM-1 “Align roadmap themes”.`,
      fields: [{ field: 'people', before: '', after: `${bob.username}, ann` }],
    });
    expect((await bob.caller.boards.undoable({ boardId: boardId() })).redo?.sentence).toBe(
      `Assigned ${sentence} to RM-1 “Align roadmap themes”.`,
    );
  });

  it('are nobody of other boards', async () => {
    await rename(ann);
    const eve = await app.user('eve');
    expect(await eve.caller.members.people({ boardId: eve.boardId })).toEqual([
      { userId: eve.id, name: 'eve', member: true },
    ]);
  });
});

describe('another role', () => {
  it('counts from the next call on', async () => {
    const bob = await app.member(boardId(), 'viewer');
    expect((await failureOf(rename(bob))).code).toBe('FORBIDDEN');
    expect(await setRole(ann, bob, 'editor')).toEqual({});
    expect((await rename(bob)).seq).toBe(2);
    await setRole(ann, bob, 'commenter');
    expect((await failureOf(rename(bob))).code).toBe('FORBIDDEN');
    expect((await bob.caller.boards.get({ boardId: boardId() })).role).toBe('commenter');
  });

  it('that one has already is no change', async () => {
    await setRole(ann, ann, 'owner');
    expect(await rolesOf(ann)).toEqual({ ann: 'owner' });
  });

  it('is not for people who are not on the board, whether they exist or not', async () => {
    const bob = await app.user('bob');
    const stranger = await failureOf(setRole(ann, bob, 'editor'));
    const nobody = await failureOf(setRole(ann, { ...bob, id: 'nobody' }, 'editor'));
    expect(stranger).toMatchObject({ code: 'NOT_FOUND', message: 'This person is not on the board, or not any more.' });
    expect({ ...nobody, refusal: undefined }).toEqual({ ...stranger, refusal: undefined });
    expect(await rolesOf(ann)).toEqual({ ann: 'owner' });
  });
});

describe('leaving a board', () => {
  it.each(['viewer', 'commenter', 'editor'] as const)('is open to a %s, and takes everything along', async (role) => {
    const bob = await app.member(boardId(), role);
    expect(await remove(bob, bob)).toEqual({});
    expect((await failureOf(bob.caller.boards.get({ boardId: boardId() }))).code).toBe('NOT_FOUND');
    expect((await failureOf(rename(bob))).code).toBe('NOT_FOUND');
    expect(await rolesOf(ann)).toEqual({ ann: 'owner' });
  });

  it('is oneself’s or an owner’s to decide', async () => {
    const [bob, eve] = [await app.member(boardId(), 'editor'), await app.member(boardId(), 'editor')];
    expect((await failureOf(remove(bob, eve))).code).toBe('FORBIDDEN');
    expect((await failureOf(remove(bob, ann))).code).toBe('FORBIDDEN');
    await remove(ann, eve);
    expect(await rolesOf(ann)).toEqual({ ann: 'owner', [bob.username]: 'editor' });
    expect((await failureOf(remove(ann, eve))).code).toBe('NOT_FOUND');
  });

  it('leaves what one did in the log, under one’s name', async () => {
    const bob = await app.member(boardId(), 'editor');
    await rename(bob);
    await remove(ann, bob);
    expect((await ann.caller.boards.get({ boardId: boardId() })).title).toBe(`By ${bob.username}`);
    expect((await ann.caller.boards.undo({ boardId: boardId(), seq: 2, changeId: 'back' })).seq).toBe(3);
  });
});

describe('the last owner', () => {
  const LAST = 'A board needs an owner, and this is the only one. Make somebody else an owner first.';

  it('stays owner, and stays', async () => {
    const bob = await app.member(boardId(), 'editor');
    expect(await failureOf(setRole(ann, ann, 'editor'))).toMatchObject({ code: 'CONFLICT', message: LAST });
    expect(await failureOf(remove(ann, ann))).toMatchObject({ code: 'CONFLICT', message: LAST });
    expect(await rolesOf(ann)).toEqual({ ann: 'owner', [bob.username]: 'editor' });
  });

  it('may go when there is another one', async () => {
    const bob = await app.member(boardId(), 'editor');
    await setRole(ann, bob, 'owner');
    await remove(ann, ann);
    expect(await rolesOf(bob)).toEqual({ [bob.username]: 'owner' });
    expect((await failureOf(remove(bob, bob))).message).toBe(LAST);
  });

  it('is left when two owners take each other’s place, or leave, at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await app.user(), await app.user()];
      const { caller } = one;
      const invitation = await caller.invitations.create({ boardId: one.boardId, role: 'owner' });
      await two.caller.invitations.accept({ token: invitation.token });
      const board = { boardId: one.boardId };
      const outcomes = await Promise.allSettled([
        caller.members.remove({ ...board, userId: round % 2 === 0 ? one.id : two.id }),
        two.caller.members.setRole({ ...board, userId: round % 2 === 0 ? two.id : one.id, role: 'viewer' }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const rows = app.services.db.read.selectFrom('members').select('role').where('board_id', '=', one.boardId);
      expect((await rows.execute()).filter(({ role }) => role === 'owner')).toHaveLength(1);
    }
  });
});

describe('an owner who is one no more', () => {
  it.each(['demoted', 'removed', 'gone'] as const)('(%s) leaves no open invitation to come back by', async (how) => {
    const bob = await app.member(boardId(), 'owner');
    const { token } = await bob.caller.invitations.create({ boardId: boardId(), role: 'owner' });
    const kept = await ann.caller.invitations.create({ boardId: boardId(), role: 'viewer' });
    if (how === 'demoted') await setRole(ann, bob, 'viewer');
    else await remove(how === 'removed' ? ann : bob, bob);
    const eve = await app.user('eve');
    expect((await failureOf(eve.caller.invitations.accept({ token }))).message).toMatch(/^This invitation was taken/);
    const open = await ann.caller.invitations.list({ boardId: boardId() });
    expect(open.map((invitation) => invitation.id)).toEqual([kept.id]);
  });
});
