import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ladderOf } from '../chat/endpoint/ladder.js';
import { startModelServer, type ModelServer, type Responder } from '../chat/testing/model-server.js';
import { answersJson, callsTools, refuses, says, saysJson, staysSilent } from '../chat/testing/replies.js';
import { createContext } from '../context.js';
import { createCaller } from '../root.js';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import { DEFAULT_LIMITS } from './limit-values.js';

const KEY = 'sk-very-secret-key';
const MOVE = { cardId: 'k1', columnId: 'c2' };
const MOVES = callsTools([{ name: 'card_move', arguments: MOVE }]);

let server: ModelServer;
let app: TestApp;
let ann: Person;
beforeEach(async () => {
  server = await startModelServer();
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(async () => {
  await app.close();
  await server.close();
});

type Wanted = Parameters<Person['caller']['assistant']['test']>[0];
const tryIt = (wanted: Partial<Wanted> = {}) =>
  ann.caller.assistant.test({
    baseUrl: server.baseUrl,
    model: 'test/model',
    contextTokens: null,
    key: { kind: 'new', value: KEY },
    ...wanted,
  });
const lists = (...models: readonly Record<string, unknown>[]) =>
  server.lists((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', data: models }));
  });

describe('trying a model', () => {
  it('tells how it can be asked, and what it holds, without a word of anybody’s board', async () => {
    lists({ id: 'other' }, { id: 'test/model', context_length: 131_072 });
    server.script(MOVES, says('Done.'));
    const tried = await tryIt();
    expect(tried).toMatchObject({ problem: null, listed: true, rung: 'tools', contextTokens: 131_072 });
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`, `Bearer ${KEY}`]);
    const sent = JSON.stringify(server.requests.map(({ body }) => body));
    expect(sent).toContain('Water the plants');
    expect(sent).not.toMatch(/roadmap|Backlog|ann\b/u);
    expect(await app.services.db.read.selectFrom('assistant_settings').selectAll().execute()).toEqual([]);
  });

  it('climbs down to where it stands, and remembers that for the first question', async () => {
    const answer = saysJson({ message: 'Ok', operations: [{ type: 'card.move', ...MOVE }] });
    const able: Responder = (response, seen) =>
      (seen.body.tools || seen.body.response_format ? refuses(400, 'no tools, no response_format') : answer)(
        response,
        seen,
      );
    server.always(able);
    expect(await tryIt()).toMatchObject({ problem: null, listed: null, rung: 'json' });
    const config = { baseUrl: server.baseUrl, apiKey: KEY, model: 'test/model' };
    expect(ladderOf(app.services).rungFor(config)).toBe('json');
    // Another time it begins at the top again.
    const before = server.requests.length;
    await tryIt();
    expect(server.requests[before]?.body.tools).toBeDefined();
  });

  it.each([
    ['OpenRouter', { context_length: 4096 }],
    ['vLLM', { max_model_len: 4096 }],
    ['llama.cpp', { meta: { n_ctx: 4096, n_ctx_train: 40_960 } }],
  ])('reads what it holds as %s tells it', async (_, facts) => {
    lists({ id: 'test/model', ...facts });
    server.script(MOVES, says('Done.'));
    expect(await tryIt()).toMatchObject({ contextTokens: 4096 });
  });

  it('that answers in no form that can be read says so', async () => {
    const broken = says('{"message": "Ok", "operations": [{"type": "card.move"');
    server.always(broken);
    expect((await tryIt()).problem).toContain('in no form that is understood here');
  });

  it('that answers and does something else says so', async () => {
    server.script(says('I have moved it!'));
    expect((await tryIt()).problem).toContain('it did not do what it was asked');
    server.script(callsTools([{ name: 'board_rename', arguments: { title: 'Mine' } }]), says('Done.'));
    expect((await tryIt()).problem).toContain('it did not do what it was asked');
  });
});

it('what a try has used is told and counted, whether it ends well or not', async () => {
  server.script(MOVES, says('Done.'));
  const { usage } = await tryIt();
  expect(usage?.prompt).toBeGreaterThan(0);
  server.script(MOVES, refuses(500, 'out of memory'));
  expect((await tryIt()).usage).not.toBeNull();
  const uses = await app.services.db.read.selectFrom('assistant_uses').select(['board_id', 'tokens']).execute();
  expect(uses.map(({ board_id }) => board_id)).toEqual([null, null]);
  for (const { tokens } of uses) expect(tokens).toBeGreaterThan(0);
});

describe('what is wrong is told with what to do', () => {
  it.each<[string, Responder, RegExp]>([
    ['a key that is refused', refuses(401, `Incorrect API key ${KEY}`), /refuses the key\. Copy it once more/],
    ['an account without money', refuses(402, 'Pay'), /asks for payment/],
    ['an account that has used too much', refuses(429, 'Slow', { 'retry-after': '30' }), /Try again in 30 seconds/],
    ['a name that is not known', refuses(404, 'model not found'), /does not know “test\/model”/],
    ['a window that is too large', refuses(400, 'maximum context length is 2048 tokens'), /Enter a smaller window/],
    ['an error of its own', answersJson(500, { error: { message: 'out of memory' } }), /HTTP 500.*log/],
  ])('%s', async (_, responder, sentence) => {
    server.always(responder);
    const tried = await tryIt();
    expect(tried.problem).toMatch(sentence);
    expect(tried.rung).toBeNull();
    expect(JSON.stringify(tried)).not.toContain(KEY);
  });

  it('a key that is wanted, already where the list is asked for', async () => {
    server.lists((response) => void response.writeHead(401).end());
    expect((await tryIt({ key: { kind: 'none' } })).problem).toContain('wants a key');
    expect((await tryIt()).problem).toContain('refuses the key');
    expect(server.lookups.map(({ authorization }) => authorization)).toEqual(['', `Bearer ${KEY}`]);
    expect(server.requests).toEqual([]);
  });

  it('a slip in the name, with those that come near', async () => {
    lists(...['qwen3:8b', 'qwen3:14b', 'gemma3:4b', 'llama3.1:8b', 'phi4:14b', 'mistral:7b'].map((id) => ({ id })));
    server.always(refuses(404, 'model "qwen3:8" not found'));
    const { problem, listed } = await tryIt({ model: 'qwen3:8' });
    expect(listed).toBe(false);
    expect(problem).toMatch(/^The endpoint does not know “qwen3:8”\. It has: qwen3:8b, /);
  });

  it('an address without its end, looked for without the key', async () => {
    server.lists((response, { path }) => {
      if (path === '/v1/models') response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
      else response.writeHead(404).end('404 page not found');
    });
    const root = server.baseUrl.replace('/v1', '');
    expect((await tryIt({ baseUrl: root })).problem).toBe(
      `There is no model at this address, but there is at ${root}/v1. Use that one.`,
    );
    expect(server.lookups.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`, '']);
  });

  it('a web page', async () => {
    server.lists((response) => void response.writeHead(200).end('<!doctype html><title>Hello</title>'));
    expect((await tryIt()).problem).toContain('There is a web page at this address');
  });

  it('a redirect, which is not followed', async () => {
    const elsewhere = await startModelServer();
    server.lists((response) => void response.writeHead(307, { location: `${elsewhere.baseUrl}/models` }).end());
    expect((await tryIt()).problem).toContain('sends requests on to another address');
    expect(elsewhere.lookups).toEqual([]);
    await elsewhere.close();
  });

  it('a server that is not there, and a host that is none', async () => {
    await server.close();
    expect((await tryIt()).problem).toMatch(/^Nothing answers at 127\.0\.0\.1:\d+\. Start the model’s server there/);
    expect((await tryIt({ baseUrl: 'http://no-such-host.invalid/v1' })).problem).toMatch(/no-such-host\.invalid/);
    server = await startModelServer();
  });

  it('http where https was asked for', async () => {
    const { problem } = await tryIt({ baseUrl: server.baseUrl.replace('http:', 'https:') });
    expect(problem).toMatch(/does not speak https\. Begin the address with http:/);
  });
});

describe('a try', () => {
  it('can be given up, and ends at the endpoint, too', async () => {
    server.script(staysSilent);
    const { services } = app;
    const stop = new AbortController();
    const request = {
      bearer: ann.token,
      cookie: null,
      browser: false,
      address: '127.0.0.1',
      requestId: 'request-1',
      origin: 'web',
      setSessionCookie: () => {},
    } as const;
    const caller = createCaller(() => createContext(services, request), { signal: stop.signal });
    const trying = caller.assistant.test({
      baseUrl: server.baseUrl,
      model: 'test/model',
      contextTokens: null,
      key: { kind: 'none' },
    });
    await expect.poll(() => server.requests.length).toBe(1);
    stop.abort();
    expect((await trying).problem).toBe('Stopped.');
    await server.requests[0]?.gone;
  });

  it('counts as a question to the model', async () => {
    await ann.caller.assistant.save({ version: 0, limits: { ...DEFAULT_LIMITS, personTurns: 1 } });
    server.script(MOVES, says('Done.'));
    await tryIt();
    expect(await failureOf(tryIt())).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('sends a key that is known to no other endpoint', async () => {
    const model = { baseUrl: 'https://api.example.com/v1', model: 'm', contextTokens: null } as const;
    await ann.caller.assistant.save({ version: 0, model: { ...model, key: { kind: 'new', value: KEY } } });
    const failure = await failureOf(tryIt({ key: { kind: 'keep' } }));
    expect(failure.message).toContain('Enter the key for this endpoint');
    expect([...server.lookups, ...server.requests]).toEqual([]);
  });
});
