import { startModelServer, type ModelServer } from '@talkan/api/chat/testing/model-server';
import { callsTools, refuses, says } from '@talkan/api/chat/testing/replies';
import type { Person } from '@talkan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../testing.js';
import { chatAnswer, problemAnswer } from './schemas.js';

let model: ModelServer;
let server: TestServer;
let person: Person;
beforeAll(async () => {
  model = await startModelServer();
  server = await startTestServer({ model: { baseUrl: model.baseUrl, apiKey: 'sk-private-key', model: 'test' } });
  person = await server.app.user();
});
afterAll(async () => {
  await server.close();
  await model.close();
});

function chat(body: unknown, to = server, token = person.token): Promise<Response> {
  return fetch(`${to.url}/api/chat`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  });
}
function post(path: 'accept' | 'dismiss', body: unknown, token: string): Promise<Response> {
  return fetch(`${server.url}/api/chat/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
const asking = (content: string) => ({ messages: [{ role: 'user', content }] });

describe('POST /api/chat', () => {
  it('answers with a message and null where nothing was changed', async () => {
    model.script(says('There are eight cards.'));
    const answer = await chat(asking('How many cards are there?'));
    expect(answer.status).toBe(200);
    expect(z.strictObject(chatAnswer.shape).parse(await answer.json())).toMatchObject({ board_update: null });
  });

  it('answers with the board after the change that it made', async () => {
    model.script(
      callsTools([{ name: 'card_create', arguments: { cardId: 'new1', columnId: 'c1', title: 'Write the guide' } }]),
      says('Done.'),
    );
    const answer = await chat({ ...asking('I would like somebody to write the guide'), board: { anything: true } });
    expect(answer.status).toBe(200);
    const { board_update: board } = chatAnswer.parse(await answer.json());
    expect(Object.values(board?.cards ?? {}).map(({ title }) => title)).toContain('Write the guide');
  });

  it('holds back what would archive, and does it after a yes of its own, once', async () => {
    const { token } = await server.app.user();
    const held = chatAnswer.parse(await (await chat(asking('archive RM-7'), server, token)).json());
    expect(held).toMatchObject({
      board_update: null,
      proposal: {
        operations: [{ type: 'card.archive', cardId: 'card-7' }],
        sentences: ['Archive RM-7 “Ship marketing page”.'],
      },
    });
    const answer = (path: 'accept' | 'dismiss') => post(path, { id: held.proposal?.id }, token);
    const done = chatAnswer.parse(await (await answer('accept')).json());
    expect(done.message).toBe('Archived RM-7 “Ship marketing page”.');
    expect(Object.keys(done.board_update?.cards ?? {})).not.toContain('card-7');
    const again = chatAnswer.parse(await (await answer('accept')).json());
    expect(again.board_update?.version).toBe(done.board_update?.version);
    expect((await answer('dismiss')).status).toBe(200);
  });

  it('lets a proposal be turned down, and then be accepted no more', async () => {
    const { token } = await server.app.user();
    const held = chatAnswer.parse(await (await chat(asking('archive RM-7'), server, token)).json());
    const answer = (path: 'accept' | 'dismiss') => post(path, { id: held.proposal?.id }, token);
    expect(await (await answer('dismiss')).json()).toEqual({});
    expect((await answer('accept')).status).toBe(409);
  });

  it.each([
    [{}, 'messages'],
    [{ messages: [] }, 'messages'],
    [{ messages: [{ role: 'system', content: 'x' }] }, 'messages.0.role'],
    [{ messages: [{ role: 'user' }] }, 'messages.0.content'],
    [{ ...asking('x'), extra: 1 }, 'extra'],
  ])('refuses %j with the field named', async (body, field) => {
    const answer = await chat(body);
    expect(answer.status).toBe(400);
    const { error } = problemAnswer.parse(await answer.json());
    expect(error.fields?.[0]?.path).toBe(field);
  });

  it('answers 502 where the model fails, and writes its key nowhere', async () => {
    model.always(refuses(401, 'Incorrect API key provided: sk-private-key'));
    const answer = await chat(asking('Add a card'));
    expect(answer.status).toBe(502);
    expect(await answer.text()).not.toContain('sk-private-key');
    expect(server.logged()).not.toContain('sk-private-key');
  });

  it('understands commands where there is no model, and answers in the same form', async () => {
    const without = await startTestServer();
    const { token } = await without.app.user();
    const done = await chat(asking('add "Call the printer" to Backlog'), without, token);
    expect(done.status).toBe(200);
    const { message, board_update: board } = z.strictObject(chatAnswer.shape).parse(await done.json());
    expect(message).toBe('RM-9: Added “Call the printer” to “Backlog”.');
    expect(Object.values(board?.cards ?? {}).map(({ title }) => title)).toContain('Call the printer');
    const refused = await chat(asking('Hello there, how are you?'), without, token);
    expect(refused.status).toBe(200);
    expect(chatAnswer.parse(await refused.json())).toMatchObject({ board_update: null });
    await without.close();
  });
});
