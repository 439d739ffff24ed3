import { ROLES, atLeast, type Role } from '@talkan/board/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './assistant/limit-values.js';
import { readSettings } from './assistant/settings.js';
import { appRouter, type Caller } from './root.js';
import { failureOf, TEST_PASSWORD, testApp, type Person, type TestApp } from './testing.js';
import type { Problem } from './trpc.js';

/** What there is to name besides the board: another member and an open invitation of it, and an invitation to somebody else's. */
interface Around {
  readonly memberId: string;
  readonly invitationId: string;
  readonly token: string;
}
type Call = (caller: Caller, boardId: string, around: Around) => Promise<unknown>;
interface Access {
  /** `instance owner`: who looks after this Talkan, whatever boards are theirs. */
  readonly to: 'everybody' | 'signed in' | 'instance owner' | Role;
  readonly call: Call;
  /** How it fails for those who may call it. */
  readonly answers?: Problem['code'];
}

let changes = 0;
const changeId = () => `change-${(changes += 1)}`;

const settingsVersion = async () => (await readSettings(app.services)).version;

/** Who may call what. A new procedure has to be entered here. */
const ACCESS: Record<string, Access> = {
  'assistant.get': { to: 'instance owner', call: (caller) => caller.assistant.get() },
  'assistant.save': {
    to: 'instance owner',
    call: async (caller) => caller.assistant.save({ version: await settingsVersion(), limits: DEFAULT_LIMITS }),
  },
  'assistant.test': {
    to: 'instance owner',
    // Nobody listens there: told in the answer.
    call: (caller) =>
      caller.assistant.test({
        baseUrl: 'http://127.0.0.1:9/v1',
        model: 'm',
        contextTokens: null,
        key: { kind: 'none' },
      }),
  },
  'assistant.reset': {
    to: 'instance owner',
    call: async (caller) => caller.assistant.reset({ version: await settingsVersion() }),
  },
  'auth.login': { to: 'everybody', call: (caller) => caller.auth.login({ username: 'door', password: TEST_PASSWORD }) },
  'auth.register': {
    to: 'everybody',
    call: (caller, _boardId, { token }) =>
      caller.auth.register({ token, username: changeId(), password: TEST_PASSWORD }),
  },
  'auth.me': { to: 'signed in', call: (caller) => caller.auth.me() },
  'auth.changePassword': {
    to: 'signed in',
    call: (caller) => caller.auth.changePassword({ current: TEST_PASSWORD, next: TEST_PASSWORD }),
  },
  'auth.logout': { to: 'signed in', call: (caller) => caller.auth.logout() },
  'boards.list': { to: 'signed in', call: (caller) => caller.boards.list() },
  'boards.first': { to: 'signed in', call: (caller) => caller.boards.first() },
  'boards.overview': { to: 'signed in', call: (caller) => caller.boards.overview() },
  'boards.create': {
    to: 'signed in',
    call: (caller) => caller.boards.create({ changeId: changeId(), title: 'New', template: 'empty' }),
  },
  'boards.mark': { to: 'viewer', call: (caller, boardId) => caller.boards.mark({ boardId, starred: true }) },
  'boards.get': { to: 'viewer', call: (caller, boardId) => caller.boards.get({ boardId }) },
  'boards.watch': {
    to: 'viewer',
    call: async (caller, boardId) => {
      const stream = await caller.boards.watch({ boardId });
      return stream[Symbol.asyncIterator]().return?.();
    },
  },
  'boards.changes': { to: 'viewer', call: (caller, boardId) => caller.boards.changes({ boardId, after: 0 }) },
  'boards.present': { to: 'viewer', call: (caller, boardId) => caller.boards.present({ boardId, clientId: 'tab-1' }) },
  'boards.commit': {
    to: 'editor',
    call: (caller, boardId) =>
      caller.boards.commit({
        boardId,
        changeId: changeId(),
        operations: [{ type: 'board.rename', title: changeId() }],
      }),
  },
  'boards.undo': {
    to: 'editor',
    call: (caller, boardId) => caller.boards.undo({ boardId, changeId: changeId(), seq: 2 }),
  },
  'boards.save': {
    to: 'editor',
    call: (caller, boardId) =>
      caller.boards.save({ boardId, board: { columns: [{ id: changeId(), title: 'New', cardIds: [] }], cards: {} } }),
  },
  // Onto a board that is not theirs, which nobody can: who may not even take the card away fails before that.
  'boards.moveCard': {
    to: 'editor',
    call: (caller, boardId) =>
      caller.boards.moveCard({ boardId, cardId: 'card-2', toBoardId: 'nowhere', columnId: 'c', changeId: changeId() }),
    answers: 'NOT_FOUND',
  },
  'boards.history': { to: 'viewer', call: (caller, boardId) => caller.boards.history({ boardId }) },
  'boards.diff': { to: 'viewer', call: (caller, boardId) => caller.boards.diff({ boardId, seq: 1 }) },
  'boards.undoable': { to: 'viewer', call: (caller, boardId) => caller.boards.undoable({ boardId }) },
  'boards.restore': {
    to: 'editor',
    call: (caller, boardId) => caller.boards.restore({ boardId, seq: 1, changeId: changeId() }),
  },
  'boards.archived': { to: 'viewer', call: (caller, boardId) => caller.boards.archived({ boardId }) },
  'boards.purge': {
    to: 'owner',
    call: (caller, boardId) => caller.boards.purge({ boardId, entity: 'card', id: 'card-1', changeId: changeId() }),
  },
  'boards.at': { to: 'viewer', call: (caller, boardId) => caller.boards.at({ boardId, seq: 1 }) },
  'chat.send': {
    to: 'viewer',
    call: (caller, boardId) =>
      caller.chat.send({ boardId, changeId: changeId(), messages: [{ role: 'user', content: 'Hello' }] }),
  },
  'chat.turn': {
    to: 'viewer',
    call: async (caller, boardId) => {
      const turn = { boardId, conversationId: changeId(), turnId: changeId(), text: 'Hello' };
      for await (const _ of await caller.chat.turn(turn));
    },
  },
  'chat.overview': { to: 'viewer', call: (caller, boardId) => caller.chat.overview({ boardId }) },
  // One that is not theirs: conversations are for whoever leads them, and have tests of their own.
  'chat.conversation': {
    to: 'viewer',
    call: (caller, boardId) => caller.chat.conversation({ boardId, conversationId: 'nobodys' }),
    answers: 'NOT_FOUND',
  },
  'chat.renameConversation': {
    to: 'viewer',
    call: (caller, boardId) => caller.chat.renameConversation({ boardId, conversationId: 'nobodys', title: 'Mine' }),
    answers: 'NOT_FOUND',
  },
  'chat.deleteConversation': {
    to: 'viewer',
    call: (caller, boardId) => caller.chat.deleteConversation({ boardId, conversationId: 'nobodys' }),
  },
  'chat.setMode': { to: 'viewer', call: (caller, boardId) => caller.chat.setMode({ boardId, asksFirst: true }) },
  'chat.accept': {
    to: 'viewer',
    call: (caller, boardId) => caller.chat.accept({ boardId, proposalId: 'nobodys', changeId: changeId() }),
    answers: 'NOT_FOUND',
  },
  'chat.dismiss': {
    to: 'viewer',
    call: (caller, boardId) => caller.chat.dismiss({ boardId, proposalId: 'nobodys' }),
  },
  'comments.list': {
    to: 'viewer',
    call: (caller, boardId) => caller.comments.list({ boardId, cardId: 'card-2' }),
  },
  'notices.list': { to: 'signed in', call: (caller) => caller.notices.list({}) },
  'notices.unread': { to: 'signed in', call: (caller) => caller.notices.unread() },
  'notices.read': { to: 'signed in', call: (caller) => caller.notices.read({ all: true }) },
  'invitations.create': {
    to: 'owner',
    call: (caller, boardId) => caller.invitations.create({ boardId, role: 'viewer' }),
  },
  'invitations.list': { to: 'owner', call: (caller, boardId) => caller.invitations.list({ boardId }) },
  'invitations.revoke': {
    to: 'owner',
    call: (caller, boardId, { invitationId }) => caller.invitations.revoke({ boardId, id: invitationId }),
  },
  'invitations.look': {
    to: 'everybody',
    call: (caller, _boardId, { token }) => caller.invitations.look({ token }),
  },
  'invitations.accept': {
    to: 'signed in',
    call: (caller, _boardId, { token }) => caller.invitations.accept({ token }),
  },
  'members.list': { to: 'viewer', call: (caller, boardId) => caller.members.list({ boardId }) },
  'members.people': { to: 'viewer', call: (caller, boardId) => caller.members.people({ boardId }) },
  'members.setRole': {
    to: 'owner',
    call: (caller, boardId, { memberId }) => caller.members.setRole({ boardId, userId: memberId, role: 'editor' }),
  },
  // Of somebody else: leaving is for every member, and has tests of its own.
  'members.remove': {
    to: 'owner',
    call: (caller, boardId, { memberId }) => caller.members.remove({ boardId, userId: memberId }),
  },
  'owners.list': { to: 'instance owner', call: (caller) => caller.owners.list() },
  'owners.add': { to: 'instance owner', call: (caller) => caller.owners.add({ username: 'door' }) },
  'owners.remove': {
    to: 'instance owner',
    call: (caller, _boardId, { memberId }) => caller.owners.remove({ userId: memberId }),
  },
  // Of all boards that one may see: naming another one changes nothing.
  'search.cards': { to: 'signed in', call: (caller, boardId) => caller.search.cards({ query: 'a', boardId }) },
};

const ACTORS = ['anonymous', 'stranger', 'instance owner', ...ROLES] as const;
type Actor = (typeof ACTORS)[number];
const TARGETS = ['own', 'foreign', 'absent'] as const;
type Target = (typeof TARGETS)[number];

/** What must come of it: `ok`, or how it fails. */
function expected(access: Access, actor: Actor, target: Target): Problem['code'] | 'ok' {
  if (access.to === 'everybody') return 'ok';
  if (actor === 'anonymous') return 'UNAUTHORIZED';
  if (access.to === 'signed in') return 'ok';
  if (access.to === 'instance owner') return actor === 'instance owner' ? 'ok' : 'FORBIDDEN';
  if (target !== 'own' || actor === 'stranger' || actor === 'instance owner') return 'NOT_FOUND';
  return atLeast(actor, access.to) ? (access.answers ?? 'ok') : 'FORBIDDEN';
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.user('door');
});
afterAll(() => app.close());

/** A board with a change that can be undone, as seen by this actor, and the board of somebody else. */
async function setUp(actor: Actor) {
  const owner = await app.user();
  const operations = [{ type: 'card.archive', cardId: 'card-1' }] as const;
  await owner.caller.boards.commit({ boardId: owner.boardId, changeId: changeId(), operations: [...operations] });
  const foreigner = await app.user();
  const boardIds = { own: owner.boardId, foreign: foreigner.boardId, absent: 'no-such-board' };
  return { caller: await callerAs(actor, owner), boardIds, around: await surround(owner, foreigner) };
}

async function surround(owner: Person, foreigner: Person): Promise<Around> {
  const member = await app.member(owner.boardId, 'viewer');
  const invitation = await owner.caller.invitations.create({ boardId: owner.boardId, role: 'viewer' });
  const elsewhere = await foreigner.caller.invitations.create({ boardId: foreigner.boardId, role: 'viewer' });
  return { memberId: member.id, invitationId: invitation.id, token: elsewhere.token };
}

async function callerAs(actor: Actor, owner: { caller: Caller; boardId: string }): Promise<Caller> {
  if (actor === 'anonymous') return app.anonymous;
  if (actor === 'owner') return owner.caller;
  if (actor === 'instance owner') return instanceOwner();
  return (actor === 'stranger' ? await app.user() : await app.member(owner.boardId, actor)).caller;
}

async function instanceOwner(): Promise<Caller> {
  const { id, caller } = await app.user();
  await app.services.db.write.updateTable('users').set({ instance_owner: 1 }).where('id', '=', id).execute();
  return caller;
}

async function outcomeOf(call: Promise<unknown>): Promise<Problem['code'] | 'ok'> {
  return call.then(
    () => 'ok' as const,
    async () => (await failureOf(call)).code,
  );
}

/** All that a procedure could have written for somebody who may not call it: what belongs to these boards, and how much there is of others. */
async function written(boards: readonly string[]) {
  const { read } = app.services.db;
  const of = [];
  for (const table of ['changes', 'members', 'board_marks', 'turns', 'invitations'] as const) {
    const all = await read
      .selectFrom(table)
      .select((rows) => rows.fn.countAll().as('count'))
      .executeTakeFirst();
    of.push({ table, all, theirs: await read.selectFrom(table).selectAll().where('board_id', 'in', boards).execute() });
  }
  const settings = await read.selectFrom('assistant_settings').selectAll().execute();
  const owners = await read.selectFrom('users').select('id').where('instance_owner', '=', 1).execute();
  return { of, settings, owners };
}

it('every procedure of the router stands in the table, and nothing else', () => {
  expect(Object.keys(ACCESS).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
});

describe.each(Object.entries(ACCESS))('%s', (_path, access) => {
  const cells = ACTORS.flatMap((actor) =>
    TARGETS.map((target) => ({ actor, target, outcome: expected(access, actor, target) })),
  );

  it.each(cells)('$actor, $target board: $outcome', async ({ actor, target, outcome }) => {
    const { caller, boardIds, around } = await setUp(actor);
    const boards = Object.values(boardIds);
    const before = await written(boards);
    expect(await outcomeOf(access.call(caller, boardIds[target], around))).toBe(outcome);
    if (outcome !== 'ok') expect(await written(boards)).toEqual(before);
  });
});
