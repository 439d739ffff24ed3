import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../../testing.js';
import { startModelServer, type ModelServer, type Responder } from '../testing/model-server.js';
import { answersJson, callsTools, refuses, says, saysJson } from '../testing/replies.js';

let server: ModelServer;
let app: TestApp;
let person: Person;

beforeEach(async () => {
  server = await startModelServer();
  app = await testApp({ model: { baseUrl: server.baseUrl, apiKey: 'sk-secret', model: 'toolformer/json-schema' } });
  person = await app.user();
});
afterEach(async () => {
  await app.close();
  await server.close();
});

let turns = 0;
function send(content: string) {
  return person.caller.chat.send({
    boardId: person.boardId,
    changeId: `turn-${++turns}`,
    messages: [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hello!' },
      { role: 'user', content },
    ],
  });
}

/** A server that can do no more than `able`: what it refuses, it refuses in its own words. */
function ableTo(able: 'json_schema' | 'json_object' | 'text', refusal: Responder, answer: Responder): Responder {
  return (response, seen) => {
    const format = seen.body.response_format?.type;
    const isAble =
      seen.body.tools === undefined &&
      (format === undefined ||
        (able === 'json_schema' && format === 'json_schema') ||
        (able !== 'text' && format === 'json_object'));
    return (isAble ? answer : refusal)(response, seen);
  };
}

const MOVE = { type: 'card.move', cardId: 'k4', columnId: 'c4' };
const MOVED = 'Moved RM-4 “Refine status language” from “In Progress” to “Review”.';

describe('the ladder', () => {
  it.each([
    ['json_schema', 2],
    ['json_object', 3],
    ['text', 4],
  ] as const)('steps down to %s, and remembers it for an hour', async (able, requests) => {
    const answer = saysJson({ message: 'Ok', operations: [MOVE] });
    server.always(ableTo(able, refuses(400, 'This model does not support tools or response_format'), answer));
    expect((await send('Move the status card to review')).change?.items[0]?.text).toBe(MOVED);
    expect(server.requests).toHaveLength(requests);
    await send('Move the status card to review again');
    expect(server.requests).toHaveLength(requests + 1);
    app.clock.advance(61 * 60 * 1000);
    await send('Move the status card to review once more');
    expect(server.requests).toHaveLength(2 * requests + 1);
  });

  it.each<[string, Responder]>([
    ['a 400 of Ollama', refuses(400, 'registry.ollama.ai/library/gemma:2b does not support tools')],
    [
      'a 404 of OpenRouter',
      answersJson(404, { error: { message: 'No endpoints found that support tool use.', code: 404 } }),
    ],
    ['a 422 of FastAPI', answersJson(422, { detail: [{ type: 'extra_forbidden', loc: ['body', 'tools'] }] })],
    ['a 500 of llama.cpp', answersJson(500, { error: { code: 500, message: 'tools param requires --jinja flag' } })],
    ['an error inside a 200', answersJson(200, { error: { code: 400, message: 'Function calling is not enabled' } })],
  ])('steps down on %s', async (_, refusal) => {
    server.script(refusal, saysJson({ message: 'Ok', operations: [MOVE] }));
    expect((await send('Move the status card to review')).change?.items[0]?.text).toBe(MOVED);
    expect(server.requests[1]?.body.response_format?.type).toBe('json_schema');
  });

  it('turns reasoning off where tools are refused because of it', async () => {
    const message =
      "Function tools with reasoning_effort are not supported in /v1/chat/completions. Set reasoning_effort to 'none'.";
    server.script(
      refuses(400, message),
      callsTools([{ name: 'card_move', arguments: { cardId: 'k4', columnId: 'c4' } }]),
      says('ok'),
    );
    expect((await send('Move the status card to review')).change?.items[0]?.text).toBe(MOVED);
    expect(server.requests[0]?.body.reasoning_effort).toBeUndefined();
    expect(server.requests[1]?.body).toMatchObject({ reasoning_effort: 'none', tools: { length: 1 } });
  });

  it.each([401, 403, 429])('stays where it is on a %i, whatever it says', async (status) => {
    server.always(refuses(status, 'Your key sk-secret has no access to tools or json_schema', { 'retry-after': '60' }));
    const failed = send('Move the status card to review');
    await expect(failed).rejects.toMatchObject({ code: 'BAD_GATEWAY' });
    await expect(failed).rejects.not.toThrow('sk-secret');
    expect(server.requests).toHaveLength(1);
  });

  it('stays where it is when the model’s own name is all that sounds like tools', async () => {
    server.always(refuses(404, 'The model toolformer/json-schema does not exist'));
    await expect(send('Move the status card to review')).rejects.toThrow('look at its name and address');
    expect(server.requests).toHaveLength(1);
  });

  it('shows earlier answers in the form that the next one must have', async () => {
    server.always(ableTo('text', refuses(400, 'no tools, no schema'), saysJson({ message: 'Hi', operations: [] })));
    await send('Hello');
    const sent = server.requests.at(-1)?.body.messages ?? [];
    expect(sent[2]?.content).toBe('{"message":"Hello!","operations":[]}');
    expect(sent[0]?.content).toContain('card.move cardId columnId before? after?');
  });
});

describe('an answer in JSON', () => {
  beforeEach(() => {
    const plain = ableTo('text', refuses(400, 'no tools, no schema'), (response, seen) =>
      (answers.shift() ?? refuses(500, 'over'))(response, seen),
    );
    server.always(plain);
  });
  const answers: Responder[] = [];

  const reply = JSON.stringify({ message: 'I moved it.', operations: [MOVE] });
  it.each([
    ['bare', reply],
    ['in a fence', `Here you are:\n\`\`\`json\n${reply}\n\`\`\`\nAnything else?`],
    ['after thinking', `<think>Maybe {"message": "no", "operations": []}? Hm.</think>\n${reply}`],
    ['after thinking whose opening tag is gone', `Move it, I guess.\n</think>\n\n${reply}`],
    ['with prose and braces around it', `I use {braces} gladly: ${reply} That was it {really}.`],
    ['after a draft', `{"message": "Draft", "operations": []}\nNo, better:\n${reply}`],
    ['with operations as text', JSON.stringify({ message: '', operations: JSON.stringify([MOVE]) })],
    ['with types written like functions', JSON.stringify({ operations: [{ ...MOVE, type: 'card_move' }] })],
    ['as a call by itself', '{"name": "card_move", "parameters": {"cardId": "k4", "columnId": "c4"}}'],
    [
      'as a tagged tool call',
      '<tool_call>{"name": "card_move", "arguments": {"cardId": "k4", "columnId": "c4"}}</tool_call>',
    ],
  ])('is understood %s', async (_, text) => {
    answers.push(says(text));
    expect(await send('Move the status card to review')).toMatchObject({
      message: MOVED,
      change: { items: [{ id: 'card-4' }] },
    });
  });

  it('is understood on the tools rung too', async () => {
    server.always(says(reply));
    expect((await send('Move the status card to review')).change?.items[0]?.text).toBe(MOVED);
    expect(server.requests).toHaveLength(1);
  });

  it('may be plain words', async () => {
    answers.push(says('There are eight cards.'));
    expect(await send('How many?')).toEqual({
      message: 'There are eight cards.',
      note: 'There are eight cards.',
      change: null,
      proposal: null,
      command: null,
    });
  });

  it('goes back once when it is broken, and then the words are taken for a command', async () => {
    answers.push(says('{"message": "Half'), says(reply), says('{"oops": 1}'), says('[1, 2'));
    expect((await send('Move the status card to review')).change).not.toBeNull();
    expect(server.requests.at(-1)?.body.messages.at(-1)?.content).toContain('Send the whole answer again');
    const answer = await send('Move it');
    expect(answer.change).toBeNull();
    const sorry = 'The model’s answer could not be understood, so this is answered without it, as a typed command is.';
    expect(answer.message).toMatch(new RegExp(`^${sorry}\\n\\n“Move” was understood, “it” was not`));
    answers.push(says('{"oops": 1}'), says('[1, 2'));
    expect((await send('move the language card to Done')).message).toBe(
      `${sorry}\n\nMoved RM-4 “Refine status language” from “Review” to “Done”.`,
    );
  });

  it('counts for nothing when one operation fails twice, and is staged anew when it is corrected', async () => {
    const create = { type: 'card.create', cardId: 'new1', columnId: 'c1', title: 'Once' };
    const bad = { type: 'card.move', cardId: 'k77', columnId: 'c1' };
    answers.push(
      saysJson({ message: '', operations: [create, bad] }),
      saysJson({ message: '', operations: [create, MOVE] }),
    );
    expect((await send('Move the status card to review and add a card called Once')).change?.items).toHaveLength(2);
    answers.push(
      saysJson({ message: '', operations: [create, bad] }),
      saysJson({ message: 'Done', operations: [create, bad] }),
    );
    expect(await send('Move the status card to review and add a card called Once')).toMatchObject({ change: null });
    const board = await person.caller.boards.get({ boardId: person.boardId });
    expect(board.cards.filter((card) => card.title === 'Once')).toHaveLength(1);
  });

  it.each([
    ['an unknown type', { type: 'board.destroy' }],
    ['no object', 'card.move'],
    ['a title that is too long', { type: 'card.create', cardId: 'n', columnId: 'c1', title: 'x'.repeat(501) }],
    ['half of a surrogate pair', { type: 'card.edit', cardId: 'k1', title: 'a\uD800' }],
  ])('with %s for an operation changes nothing', async (_, operation) => {
    answers.push(
      saysJson({ message: 'Ok', operations: [operation] }),
      saysJson({ message: 'Ok', operations: [operation] }),
    );
    const before = await person.caller.boards.get({ boardId: person.boardId });
    expect((await send('Go')).message).toMatch(/^Nothing was changed\./);
    expect(await person.caller.boards.get({ boardId: person.boardId })).toEqual(before);
  });
});
