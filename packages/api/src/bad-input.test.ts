import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter, type Caller } from './root.js';
import { failureOf, testApp, type Person, type TestApp } from './testing.js';
import { wholeBoardOf } from './boards/whole-board.js';

let app: TestApp;
let ann: Person;
beforeAll(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterAll(() => app.close());

type Input = Record<string, unknown>;
const TOKEN = 'x'.repeat(43);
const OPERATION = { type: 'card.edit', cardId: 'card-1', title: { to: 'New', was: '0123456789abcdef' } };

/** An input that each procedure would understand; what is spoilt in it must be noticed. */
const GOOD: Record<string, (boardId: string) => Promise<Input>> = {
  'assistant.save': async () => ({ version: 0 }),
  'assistant.test': async () => ({
    baseUrl: 'http://127.0.0.1:9/v1',
    model: 'm',
    contextTokens: 4096,
    key: { kind: 'none' },
  }),
  'assistant.reset': async () => ({ version: 0 }),
  'auth.login': async () => ({ username: 'ann', password: 'wrong' }),
  'auth.register': async () => ({ token: TOKEN, username: 'newcomer', password: 'long enough' }),
  'auth.changePassword': async () => ({ current: 'wrong', next: 'long enough' }),
  'boards.create': async () => ({ changeId: 'c', title: 'New', template: 'empty' }),
  'boards.mark': async (boardId) => ({ boardId }),
  'boards.get': async (boardId) => ({ boardId }),
  'boards.watch': async (boardId) => ({ boardId }),
  'boards.changes': async (boardId) => ({ boardId, after: 0 }),
  'boards.present': async (boardId) => ({ boardId, clientId: 'tab-1' }),
  'boards.commit': async (boardId) => ({ boardId, changeId: 'c', operations: [OPERATION] }),
  'boards.undo': async (boardId) => ({ boardId, changeId: 'c', seq: 1 }),
  'boards.save': async (boardId) => ({ boardId, board: wholeBoardOf(await ann.caller.boards.get({ boardId })) }),
  'boards.moveCard': async (boardId) => ({ boardId, cardId: 'card-1', toBoardId: 'b', columnId: 'c', changeId: 'c' }),
  'boards.history': async (boardId) => ({ boardId }),
  'boards.diff': async (boardId) => ({ boardId, seq: 1 }),
  'boards.undoable': async (boardId) => ({ boardId }),
  'boards.restore': async (boardId) => ({ boardId, seq: 1, changeId: 'c' }),
  'boards.archived': async (boardId) => ({ boardId }),
  'boards.purge': async (boardId) => ({ boardId, entity: 'card', id: 'card-1', changeId: 'c' }),
  'boards.at': async (boardId) => ({ boardId, seq: 1 }),
  'chat.send': async (boardId) => ({ boardId, changeId: 'c', messages: [{ role: 'user', content: 'Hello' }] }),
  'chat.turn': async (boardId) => ({ boardId, conversationId: 't', turnId: 'u', text: 'Hello' }),
  'chat.overview': async (boardId) => ({ boardId }),
  'chat.conversation': async (boardId) => ({ boardId, conversationId: 't' }),
  'chat.renameConversation': async (boardId) => ({ boardId, conversationId: 't', title: 'Talk' }),
  'chat.deleteConversation': async (boardId) => ({ boardId, conversationId: 't' }),
  'chat.setMode': async (boardId) => ({ boardId, asksFirst: true }),
  'chat.accept': async (boardId) => ({ boardId, proposalId: 'p', changeId: 'c' }),
  'chat.dismiss': async (boardId) => ({ boardId, proposalId: 'p' }),
  'comments.list': async (boardId) => ({ boardId, cardId: 'card-1' }),
  'notices.list': async () => ({}),
  'notices.read': async () => ({ ids: ['n'] }),
  'invitations.create': async (boardId) => ({ boardId, role: 'viewer' }),
  'invitations.list': async (boardId) => ({ boardId }),
  'invitations.revoke': async (boardId) => ({ boardId, id: 'i' }),
  'invitations.look': async () => ({ token: TOKEN }),
  'invitations.accept': async () => ({ token: TOKEN }),
  'members.list': async (boardId) => ({ boardId }),
  'members.people': async (boardId) => ({ boardId }),
  'members.setRole': async (boardId) => ({ boardId, userId: 'u', role: 'viewer' }),
  'members.remove': async (boardId) => ({ boardId, userId: 'u' }),
  'owners.add': async () => ({ username: 'nobody' }),
  'owners.remove': async () => ({ userId: 'u' }),
  'search.cards': async () => ({ query: 'a' }),
};
const WITHOUT_INPUT = [
  'assistant.get',
  'auth.logout',
  'auth.me',
  'boards.first',
  'boards.list',
  'boards.overview',
  'notices.unread',
  'owners.list',
];

const JUNK: readonly unknown[] = [
  null,
  17,
  -1,
  0.5,
  Number.NaN,
  true,
  '',
  'a\0b',
  '../../x',
  '\ud800',
  'x'.repeat(70_000),
  [],
  [[]],
  {},
  { a: 1 },
];

function call(caller: Caller, path: string, input: unknown): Promise<unknown> {
  let target: unknown = caller;
  for (const key of path.split('.')) target = Reflect.get(target as object, key);
  return (target as (input: unknown) => Promise<unknown>)(input);
}

const board = () => ann.caller.boards.get({ boardId: ann.boardId });

it('every procedure that takes an input is tried', () => {
  expect([...Object.keys(GOOD), ...WITHOUT_INPUT].toSorted()).toEqual(
    Object.keys(appRouter._def.procedures).toSorted(),
  );
});

describe.each(Object.entries(GOOD))('%s with bad input', (path, good) => {
  async function refused(input: unknown): Promise<readonly string[]> {
    const failure = await failureOf(call(ann.caller, path, input));
    expect(failure, JSON.stringify(input)?.slice(0, 200)).toMatchObject({ code: 'BAD_REQUEST' });
    expect(failure.message).toMatch(/^The (request’s input|field “[^”]+”) was not accepted\. \S.*\.$/s);
    return (failure.fields ?? []).map((field) => field.path);
  }

  it('that is no object at all says so', async () => {
    for (const input of [undefined, null, 17, 'text', [], true]) expect(await refused(input)).not.toEqual([]);
    expect(await board()).toMatchObject({ seq: 1 });
  });

  it('names each field that is missing or unknown', async () => {
    const input = await good(ann.boardId);
    for (const key of Object.keys(input)) {
      const { [key]: _, ...rest } = input;
      expect(await refused(rest)).toContain(key);
    }
    expect(await refused({ ...input, surplus: 1 })).toEqual(['surplus']);
    expect(await board()).toMatchObject({ seq: 1 });
  });

  it('names the field that makes no sense, and does nothing', async () => {
    const input = await good(ann.boardId);
    const before = await board();
    for (const key of Object.keys(input)) {
      for (const junk of JUNK.filter((value) => !isFit(path, key, value))) {
        const fields = await refused({ ...input, [key]: junk });
        expect(
          fields.some((field) => field === key || field.startsWith(`${key}.`)),
          `${key}: ${JSON.stringify(junk)}`,
        ).toBe(true);
      }
    }
    expect(await board()).toEqual(before);
  });
});

/** Junk that happens to be a right answer to the question. */
function isFit(path: string, key: string, value: unknown): boolean {
  if (path === 'auth.register') return false;
  if (path === 'assistant.test' && key === 'contextTokens') return value === null;
  if (path === 'assistant.test' && key === 'model') return value === '../../x';
  if (path.startsWith('assistant.')) return key === 'version' && value === 17;
  if (key === 'asksFirst') return value === true;
  if (path === 'chat.turn' && key === 'text') return value === '../../x';
  if (path === 'chat.renameConversation' && key === 'title') return value === '../../x';
  if (path === 'search.cards') return typeof value === 'string' && value.length <= 200;
  const isPassword = key === 'password' || key === 'current' || key === 'username';
  if (isPassword) return typeof value === 'string' && value.length > 0 && value.length < 100;
  if (path === 'boards.create' && key === 'title') return value === '../../x';
  return path.startsWith('boards.') && (key === 'seq' || key === 'after') && value === 17;
}

it('what is wrong is told in words for people', async () => {
  const { boardId } = ann;
  const told = async (path: string, input: unknown) => {
    const [field] = (await failureOf(call(ann.caller, path, input))).fields ?? [];
    return `${field?.path}: ${field?.message}`;
  };
  const commit = (operation: unknown) => told('boards.commit', { boardId, changeId: 'c', operations: [operation] });
  expect(await told('boards.commit', undefined)).toBe(': It is missing');
  expect(await told('boards.commit', { boardId, changeId: 'c' })).toBe('operations: It is missing');
  expect(await told('boards.commit', { boardId, changeId: 'c', operations: [] })).toBe('operations: Must not be empty');
  expect(await told('boards.undo', { boardId, changeId: 'c', seq: 0 })).toBe('seq: Must be at least 1');
  expect(await told('boards.undo', { boardId, changeId: 'c', seq: 1.5 })).toBe('seq: Must be a whole number');
  expect(await commit({ type: 'x' })).toMatch(/^operations\.0\.type: Must be one of 'board\.rename', /);
  expect(await commit({ ...OPERATION, title: 7 })).toBe('operations.0.title: Is of the wrong type');
  expect(await commit({ ...OPERATION, title: 'x'.repeat(501) })).toBe(
    'operations.0.title: Must be at most 500 characters',
  );
  const messages = [{ role: 'system', content: 'x' }];
  const role = await told('chat.send', { boardId, changeId: 'c', messages });
  expect(role).toBe("messages.0.role: Must be one of 'user', 'assistant'");
});

it('what is wrong in thousands of places is told in a short answer', async () => {
  const operations = Array.from({ length: 5_000 }, () => ({ type: 'card.archive', ['x'.repeat(1_000)]: 1 }));
  const failure = await failureOf(
    call(ann.caller, 'boards.commit', { boardId: ann.boardId, changeId: 'c', operations }),
  );
  expect(failure.fields).toHaveLength(20);
  expect(JSON.stringify(failure).length).toBeLessThan(10_000);
});

describe('an operation that makes no sense', () => {
  const cases: [string, Input][] = [
    ['operations.0.type', { type: 'card.explode', cardId: 'card-1' }],
    ['operations.0.type', { cardId: 'card-1' }],
    ['operations.0.cardId', { type: 'card.archive' }],
    ['operations.0.cardId', { type: 'card.archive', cardId: '__proto__' }],
    ['operations.0.colour', { type: 'card.archive', cardId: 'card-1', colour: 'red' }],
    ['operations.0.title', { type: 'card.create', cardId: 'a', columnId: 'col-done', title: ' ' }],
    ['operations.0.title', { type: 'card.create', cardId: 'a', columnId: 'col-done', title: 'x'.repeat(501) }],
    [
      'operations.0.details',
      { type: 'card.create', cardId: 'a', columnId: 'col-done', title: 'x', details: 'é'.repeat(33_000) },
    ],
    ['operations.0.title.was', { ...OPERATION, title: { to: 'x', was: 'what it was' } }],
    ['operations.0.title.to', { ...OPERATION, title: { was: '0123456789abcdef' } }],
    ['operations.0.title', { ...OPERATION, title: '\ud800' }],
    ['operations.0.before', { type: 'card.move', cardId: 'card-1', columnId: 'col-done', before: 7 }],
  ];

  it.each(cases)('is told by %s', async (path, operation) => {
    const input = { boardId: ann.boardId, changeId: 'c', operations: [operation] };
    const failure = await failureOf(call(ann.caller, 'boards.commit', input));
    expect(failure.fields?.map((field) => field.path)).toEqual([path]);
    expect(await board()).toMatchObject({ seq: 1 });
  });
});

it('the application goes on answering afterwards', async () => {
  expect((await ann.caller.auth.me()).user.username).toBe('ann');
  const answer = ann.caller.boards.commit({
    boardId: ann.boardId,
    changeId: 'c',
    operations: [{ type: 'board.rename', title: 'On' }],
  });
  expect((await answer).seq).toBe(2);
});
