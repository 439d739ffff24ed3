import type { Person } from '@talkan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing.js';
import { boardsAnswer, searchAnswer } from './schemas.js';
import { problem, send } from './testing-client.js';

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
  person = await server.app.user();
});
afterAll(() => server.close());

const get = (path: string) => send(server, `GET ${path}`, { token: person.token });
const search = async (query: string) => searchAnswer.parse(await (await get(`/api/search?${query}`)).json()).cards;
const rename = (cardId: string, title: string) =>
  person.caller.boards.commit({
    boardId: person.boardId,
    changeId: `${cardId}-renamed`,
    operations: [{ type: 'card.edit', cardId, title }],
  });

describe('GET /api/boards', () => {
  it('lists the boards that one may see, and what is written since', async () => {
    const list = async () => boardsAnswer.strict().parse(await (await get('/api/boards')).json()).boards;
    expect(await list()).toEqual([
      { id: person.boardId, key: expect.any(String), title: expect.any(String), role: 'owner', archivedAt: null },
    ]);
    const wish = { title: 'Another', template: 'empty', changeId: 'another' } as const;
    const { boardId } = await person.caller.boards.create(wish);
    expect((await list()).map(({ id }) => id)).toEqual([person.boardId, boardId]);
  });
});

describe('GET /api/search', () => {
  it('finds cards by the words of the query, as many as are asked for', async () => {
    await rename('card-1', 'Blue, green & red');
    await rename('card-2', 'Green tea');
    const found = await search('q=gr%C3%A9en+%26&limit=10');
    expect(found.map(({ cardId }) => cardId).toSorted()).toEqual(['card-1', 'card-2']);
    expect(await search('q=green&limit=1')).toHaveLength(1);
    expect(await search(`q=%22green%20tea%22&boardId=${person.boardId}&archived=exclude`)).toMatchObject([
      { cardId: 'card-2', boardId: person.boardId, titleMatches: [[0, 9]], matchedIn: 'title' },
    ]);
  });

  it('gives another answer to another query, and a new one after a change', async () => {
    expect(await search('q=zebra')).toEqual([]);
    await rename('card-3', 'A zebra');
    expect(await search('q=zebra')).toHaveLength(1);
    expect(await search('q=giraffe')).toEqual([]);
    expect(await search('q=')).toEqual([]);
  });

  it.each([
    ['', 'q'],
    ['?limit=5', 'q'],
    ['?q=a&q=b', 'q'],
    [`?q=${'x'.repeat(201)}`, 'q'],
    ['?q=a&limit=0', 'limit'],
    ['?q=a&limit=51', 'limit'],
    ['?q=a&limit=1.5', 'limit'],
    ['?q=a&limit=1e1', 'limit'],
    ['?q=a&limit=%20', 'limit'],
    ['?q=a&limit=99999999999999999999', 'limit'],
    ['?q=a&archived=yes', 'archived'],
    ['?q=a&boardId=..', 'boardId'],
    ['?q=a&query=b', 'query'],
    ['?q=a&__proto__=b', '__proto__'],
  ])('refuses “%s” by name', async (query, field) => {
    const answer = await get(`/api/search${query}`);
    expect(answer.status).toBe(400);
    expect((await problem(answer)).fields).toMatchObject([{ path: field }]);
  });
});
