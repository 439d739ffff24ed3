import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../testing.js';
import { createContext, type ModelConfig, type RequestInfo, type Services } from '../context.js';
import { createCaller } from '../root.js';
import { startModelServer, type ModelServer, type Responder } from './testing/model-server.js';
import {
  answersJson,
  answersWhole,
  callsTools,
  chunk,
  deltasOf,
  refuses,
  says,
  staysSilent,
  stream,
} from './testing/replies.js';

const KEY = 'sk-very-secret';
const MOVE = { name: 'card_move', arguments: { cardId: 'card-4', columnId: 'col-review' } };
const MOVE_CHUNKS = deltasOf([MOVE], 'pieces');

/** For answers that do not come. */
const SHORT = { idleMs: 1000, turnMs: 2000 };

let server: ModelServer;
const open: TestApp[] = [];

beforeEach(async () => {
  server = await startModelServer();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
  await server.close();
});

async function personWith(config: Partial<ModelConfig> = {}): Promise<Person> {
  const model = {
    baseUrl: server.baseUrl,
    apiKey: KEY,
    model: 'test/model',
    // A busy machine takes its time.
    patience: { idleMs: 10_000, turnMs: 15_000 },
    ...config,
  };
  const app = await testApp({ model });
  open.push(app);
  return app.user();
}

let turns = 0;
function send(person: Person) {
  return person.caller.chat.send({
    boardId: person.boardId,
    changeId: `turn-${++turns}`,
    messages: [{ role: 'user', content: 'Move the status card to review' }],
  });
}

/** The error of a turn; the board must be as it was, and no secret may be in what is told. */
async function failureOf(person: Person): Promise<{ code: string; message: string }> {
  const before = await person.caller.boards.get({ boardId: person.boardId });
  const error = await send(person).then(
    () => {
      throw new Error('The turn did not fail.');
    },
    (reason: unknown) => reason as { code: string; message: string; stack: string; cause: Error },
  );
  expect(await person.caller.boards.get({ boardId: person.boardId })).toEqual(before);
  for (let part: unknown = error; part instanceof Error; part = part.cause) {
    expect(JSON.stringify(part) + part.message + part.stack).not.toMatch(/sk-very-secret|upstream-secret/);
  }
  return { code: error.code, message: error.message };
}

describe('an answer that is whole', () => {
  it.each<[string, Responder]>([
    [
      'as one JSON body',
      answersWhole(
        {
          content: null,
          tool_calls: [
            { id: 'a', type: 'function', function: { name: 'card_move', arguments: JSON.stringify(MOVE.arguments) } },
          ],
        },
        'tool_calls',
      ),
    ],
    [
      'with text in parts',
      stream([...MOVE_CHUNKS, chunk({ content: [{ type: 'text', text: 'Ok' }] }), chunk({}, 'stop')]),
    ],
    ['without [DONE]', stream([...MOVE_CHUNKS, chunk({}, 'tool_calls')], { done: false })],
    ['and then hangs', stream([...MOVE_CHUNKS, chunk({}, 'tool_calls')], { ending: 'hang' })],
    ['and then is cut', stream([...MOVE_CHUNKS, chunk({}, 'tool_calls')], { ending: 'cut' })],
    [
      'and stays open after [DONE]',
      stream([...MOVE_CHUNKS, chunk({}, 'tool_calls'), 'data: [DONE]\n\n'], { ending: 'hang' }),
    ],
    [
      'with keep-alives in between',
      stream([': PROCESSING\n\n', ...MOVE_CHUNKS, ': PROCESSING\n\n', chunk({}, 'stop')]),
    ],
    ['with a finish reason of its own', stream([...MOVE_CHUNKS, chunk({}, 'end_turn')])],
    ['with its finish reason in the last delta', stream([...MOVE_CHUNKS, chunk({ content: '' }, 'tool_calls')])],
  ])('counts %s', async (_, responder) => {
    const person = await personWith();
    server.script(responder, says('ok'));
    expect((await send(person)).change?.items).toHaveLength(1);
  });

  it('counts however slowly it comes, as long as it comes', async () => {
    const person = await personWith();
    server.script(stream([...MOVE_CHUNKS, chunk({}, 'tool_calls')], { pace: 60 }), says('ok'));
    expect((await send(person)).change?.items).toHaveLength(1);
  });
});

describe('an answer that is none', () => {
  const cut = 'BAD_GATEWAY';
  it.each<[string, Responder, string, RegExp]>([
    ['is cut in the middle', stream(MOVE_CHUNKS, { ending: 'cut' }), cut, /Nothing was changed/],
    ['ends without a finish reason', stream(MOVE_CHUNKS), cut, /cut off.*Nothing was changed/],
    ['ends without a finish reason and without [DONE]', stream(MOVE_CHUNKS, { done: false }), cut, /cut off/],
    ['reached its length limit', stream([...MOVE_CHUNKS, chunk({}, 'length')]), cut, /length limit/],
    ['was filtered', stream([chunk({}, 'content_filter')]), cut, /filter/],
    [
      'is an error in the stream',
      stream([...MOVE_CHUNKS, { error: { message: 'upstream-secret', code: 502 } }]),
      cut,
      /error.*Nothing/,
    ],
    [
      'is an error in the stream after its end',
      stream([...MOVE_CHUNKS, chunk({}, 'stop'), { error: { message: 'upstream-secret' } }]),
      cut,
      /error/,
    ],
    ['is an error event', stream(['event: error\ndata: {"error": {"message": "upstream-secret"}}\n\n']), cut, /error/],
    ['is an error in a JSON body', answersJson(200, { error: 'upstream-secret' }), cut, /error/],
    ['is an empty stream', stream([]), cut, /address in the assistant’s settings/],
    ['is an empty body', (response) => void response.end(), cut, /address in the assistant’s settings/],
    ['is a web page', (response) => void response.end('<!doctype html><p>upstream-secret'), cut, /web page/],
    ['is JSON of something else', answersJson(200, { ok: true }), cut, /cut off|answer/],
    ['is no JSON', stream(['data: upstream-secret\n\n']), cut, /not an answer/],
    ['says nothing', says(''), cut, /empty answer/],
    ['is whole JSON without a finish reason', answersWhole({ content: 'Hi' }, null), cut, /cut off/],
    ['is a 500', refuses(500, 'upstream-secret'), cut, /HTTP 500/],
    ['is a 404', refuses(404, 'upstream-secret'), cut, /its name and address in the assistant’s settings/],
    ['is a 401', refuses(401, 'Incorrect API key sk-very-secret'), cut, /refused the key\. An owner of this Talkan/],
    [
      'sends the request elsewhere',
      (response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/v1/chat/completions' }).end(),
      cut,
      /elsewhere.*enter that address/,
    ],
    ['is a 402', refuses(402, 'upstream-secret'), cut, /payment/],
    [
      'is a 400 about the length',
      refuses(400, 'maximum context length is 8192 tokens, 9000 in the functions'),
      cut,
      /more than the model takes at once.*Nothing/,
    ],
  ])('changes nothing where it %s', async (_, responder, code, sentence) => {
    const person = await personWith();
    server.script(responder, responder);
    expect(await failureOf(person)).toEqual({ code, message: expect.stringMatching(sentence) as string });
  });

  it.each<[string, Responder, string, RegExp]>([
    ['never begins', staysSilent, 'GATEWAY_TIMEOUT', /sent nothing for 1 seconds?.*Nothing was changed/],
    ['stops in the middle', stream(MOVE_CHUNKS, { ending: 'hang' }), 'GATEWAY_TIMEOUT', /sent nothing/],
    [
      'takes longer than a turn may',
      stream(
        Array.from({ length: 100 }, () => ': wait\n\n'),
        { pace: 100 },
      ),
      'GATEWAY_TIMEOUT',
      /longer than 2 seconds/,
    ],
    [
      'hangs in the body of a refusal',
      (response) => void response.writeHead(400).write('{"error'),
      'BAD_GATEWAY',
      /HTTP 400/,
    ],
  ])('is not waited for without end where it %s', async (_, responder, code, sentence) => {
    const person = await personWith({ patience: SHORT });
    server.script(responder, responder);
    expect(await failureOf(person)).toEqual({ code, message: expect.stringMatching(sentence) as string });
  });

  it('changes nothing where only the last of several requests fails', async () => {
    const person = await personWith({ patience: SHORT });
    server.script(callsTools([MOVE]), stream([chunk({ content: 'I mo' })], { ending: 'cut' }), staysSilent);
    await failureOf(person);
  });

  it('is not read without end', async () => {
    const person = await personWith({ patience: { idleMs: 5000, turnMs: 20_000 } });
    const kilobytes = 'x'.repeat(64 * 1024);
    server.script(stream(Array.from({ length: 100 }, () => chunk({ content: kilobytes }))));
    expect((await failureOf(person)).message).toMatch(/more than can be read/);
    await server.requests[0]?.gone;
  });

  it('comes from nowhere where no server is', async () => {
    const gone = await startModelServer();
    await gone.close();
    const person = await personWith({ baseUrl: gone.baseUrl });
    expect((await failureOf(person)).message).toMatch(/could not be reached/);
  });
});

describe('a busy model', () => {
  it('is asked again after a short wait', async () => {
    const person = await personWith();
    server.script(refuses(429, 'slow down', { 'retry-after': '1' }), callsTools([MOVE]), says('ok'));
    expect((await send(person)).change).not.toBeNull();
  });

  it('is not waited for when it asks for long', async () => {
    const person = await personWith();
    server.script(refuses(429, 'upstream-secret', { 'retry-after': '20' }));
    const { code, message } = await failureOf(person);
    expect({ code, message }).toEqual({
      code: 'BAD_GATEWAY',
      message: 'The model is busy; try again in 20 seconds. Nothing was changed.',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is asked twice at most', async () => {
    const person = await personWith();
    server.always(refuses(503, 'upstream-secret'));
    expect((await failureOf(person)).message).toMatch(/HTTP 503/);
    expect(server.requests).toHaveLength(2);
  });

  it.each(['9'.repeat(40), 'soon', new Date(8.64e15).toUTCString()])(
    'is tried again in a moment where it says to wait for nothing that could be told: %s',
    async (after) => {
      const person = await personWith();
      server.always(refuses(429, 'busy', { 'retry-after': after }));
      expect((await failureOf(person)).message).toBe('The model is busy; try again in a moment. Nothing was changed.');
    },
  );

  it('may answer with a date', async () => {
    const person = await personWith();
    server.always(refuses(429, 'busy', { 'retry-after': new Date(Date.now() + 90_000).toUTCString() }));
    expect((await failureOf(person)).message).toMatch(/try again in (89|90) seconds/);
  });
});

it('hangs up on the model when the person has gone', async () => {
  const person = await personWith({ patience: { idleMs: 20_000, turnMs: 20_000 } });
  const leaving = new AbortController();
  const request: RequestInfo = {
    bearer: person.token,
    cookie: null,
    browser: false,
    address: '127.0.0.1',
    requestId: 'request-1',
    origin: 'rest',
    setSessionCookie: () => {},
  };
  const caller = createCaller(() => createContext(servicesOf(open), request), { signal: leaving.signal });
  server.script((_, seen) => {
    leaving.abort();
    return seen.gone;
  });
  const turn = caller.chat.send({
    boardId: person.boardId,
    changeId: 'left',
    messages: [{ role: 'user', content: 'Hello' }],
  });
  await expect(turn).rejects.toThrow('given up');
  await server.requests[0]?.gone;
});

function servicesOf([app]: readonly TestApp[]): Services {
  if (!app) throw new Error('There is no application.');
  return app.services;
}
