import { afterEach, beforeEach, expect, it } from 'vitest';
import { startChatApp, TEST_KEY, type ChatApp } from '../chat/testing/chat-app.js';
import { startModelServer, type ModelServer } from '../chat/testing/model-server.js';
import { refuses, says } from '../chat/testing/replies.js';
import { failureOf } from '../testing.js';
import { DEFAULT_LIMITS } from './limit-values.js';

let chat: ChatApp;
let other: ModelServer;
beforeEach(async () => {
  chat = await startChatApp();
  other = await startModelServer();
  chat.server.always(says('Hello.'));
  other.always(says('Hello from elsewhere.'));
});
afterEach(async () => {
  await chat.close();
  await other.close();
});

const QUESTION = 'What do you make of all this?';
const uses = () => chat.app.services.db.read.selectFrom('assistant_uses').select(['board_id', 'tokens']).execute();
type Saving = Parameters<ChatApp['person']['caller']['assistant']['save']>[0];
const versionNow = async () => (await chat.person.caller.assistant.get()).version;
const save = async (input: Omit<Saving, 'version'>) =>
  chat.person.caller.assistant.save({ version: await versionNow(), ...input });

it('a turn asks the model that was saved last, with its key and no other', async () => {
  await chat.send(QUESTION);
  const model = { baseUrl: other.baseUrl, model: 'another', contextTokens: 8192 };
  await save({ model: { ...model, key: { kind: 'new', value: 'sk-of-elsewhere' } } });
  expect((await chat.send(QUESTION)).message).toBe('Hello from elsewhere.');
  expect(other.requests.map(({ authorization, body }) => [authorization, body.model])).toEqual([
    ['Bearer sk-of-elsewhere', 'another'],
  ]);
  await save({ model: { ...model, key: { kind: 'none' } } });
  await chat.send(QUESTION);
  expect(other.requests.at(-1)?.authorization).not.toContain('sk-of-elsewhere');
  await chat.person.caller.assistant.reset({ version: await versionNow() });
  await chat.send(QUESTION);
  expect(chat.server.requests.map(({ authorization }) => authorization)).toEqual(Array(2).fill(`Bearer ${TEST_KEY}`));
});

it('what a turn has used is noted for its board, of one that failed, too', async () => {
  await chat.send(QUESTION);
  chat.server.script(refuses(401, 'No'));
  await failureOf(chat.send(QUESTION));
  expect(await uses()).toEqual([
    { board_id: chat.person.boardId, tokens: 42 },
    { board_id: chat.person.boardId, tokens: 0 },
  ]);
});

it('whoever meets a limit is told, asks no model, and gives commands all the same', async () => {
  await save({ limits: { ...DEFAULT_LIMITS, personTurns: 1 } });
  await chat.send('undo');
  await chat.send(QUESTION);
  const failure = await failureOf(chat.send(QUESTION));
  expect(failure).toMatchObject({ code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('Plain commands work') });
  expect(failure.retryAfter).toBeGreaterThan(0);
  expect(chat.server.requests).toHaveLength(1);
  await chat.send('move RM-4 to Done');
  expect(await chat.columnOf('Refine status language')).toBe('Done');
  expect(await uses()).toHaveLength(1);
});
