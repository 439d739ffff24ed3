import { startModelServer, type ModelServer } from '@talkan/api/chat/testing/model-server';
import { says, staysSilent } from '@talkan/api/chat/testing/replies';
import type { TurnEvent } from '@talkan/api/chat/turn-event';
import type { AppRouter } from '@talkan/api/root';
import type { Person } from '@talkan/api/testing';
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing.js';

let model: ModelServer;
let server: TestServer;
let person: Person;
beforeAll(async () => {
  model = await startModelServer();
  server = await startTestServer({ model: { baseUrl: model.baseUrl, apiKey: 'sk-private-key', model: 'test' } });
});
beforeEach(async () => {
  model.clear();
  person = await server.app.user();
});
afterAll(async () => {
  await server.close();
  await model.close();
});

const asking = (text: string, turnId = 'turn-1') => ({
  boardId: person.boardId,
  conversationId: 'talk',
  turnId,
  text,
});
const client = (token = person.token) =>
  createTRPCClient<AppRouter>({
    links: [httpBatchStreamLink({ url: `${server.url}/trpc`, headers: { authorization: `Bearer ${token}` } })],
  });
const turns = async () =>
  (await person.caller.chat.conversation({ boardId: person.boardId, conversationId: 'talk' })).turns;

describe('a turn over HTTP', () => {
  it('is told while it goes on, and ends with its answer', async () => {
    model.script(says('Eight cards are on the board.'));
    const events: TurnEvent[] = [];
    for await (const event of await client().chat.turn.mutate(asking('How many cards?'))) events.push(event);
    expect(events[0]?.kind).toBe('begun');
    expect(events.at(-1)).toMatchObject({
      kind: 'answer',
      turn: { answer: { message: expect.stringContaining('Eight') } },
    });
  });

  it('says that it has begun before the model has said a word, and no proxy is to hold that back', async () => {
    model.script(staysSilent);
    const stop = new AbortController();
    const answer = await fetch(`${server.url}/trpc/chat.turn?batch=1`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${person.token}`,
        'content-type': 'application/json',
        'trpc-accept': 'application/jsonl',
      },
      body: JSON.stringify({ 0: asking('How many cards?') }),
      signal: stop.signal,
    });
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(answer.headers.get('cache-control')).toContain('no-transform');
    let read = '';
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) {
      read += decoder.decode(piece, { stream: true });
      if (read.includes('begun')) break;
    }
    stop.abort();
    // Else it may come to ask the model only while the next one does.
    await expect.poll(async () => (await turns())[0]?.state).toBe('stopped');
  });

  it('ends at once when it is stopped: the model is asked no further, and nothing is changed', async () => {
    model.script(staysSilent);
    const asked = model.requests.length;
    const stop = new AbortController();
    const ended = (async () => {
      const events = await client().chat.turn.mutate(asking('Tidy up'), { signal: stop.signal });
      for await (const event of events) expect(event.kind).not.toBe('answer');
    })();
    await expect.poll(() => model.requests.length).toBe(asked + 1);
    stop.abort();
    await expect(ended).rejects.toThrow();
    await model.requests.at(-1)?.gone;
    await expect.poll(async () => (await turns())[0]?.state).toBe('stopped');
    const { boardId } = person;
    expect((await person.caller.boards.get({ boardId })).seq).toBe(1);
  });

  it('fails with our own sentence, and keeps it', async () => {
    model.script((response) => void response.writeHead(401).end('sk-private-key is wrong'));
    const ended = (async () => {
      for await (const _ of await client().chat.turn.mutate(asking('Tidy up')));
    })();
    await expect(ended).rejects.toMatchObject({
      message: expect.stringContaining('refused the key'),
      data: { code: 'BAD_GATEWAY', httpStatus: 502 },
    });
    expect(await turns()).toMatchObject([{ state: 'failed', problem: expect.stringContaining('refused the key') }]);
    expect(server.logged()).not.toContain('sk-private-key');
  });

  it('is refused before it begins to whom the board is not theirs', async () => {
    const stranger = await server.app.user();
    await expect(client(stranger.token).chat.turn.mutate(asking('Hello'))).rejects.toThrow('no such board');
  });
});
