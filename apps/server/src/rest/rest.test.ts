import type { Person } from '@talkan/api/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { startTestServer, type TestServer } from '../testing.js';
import { boardAnswer } from './schemas.js';
import { problem, send, type Sent } from './testing-client.js';

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  person = await server.app.user();
});
afterAll(() => server.close());

const call = (method: string, path: string, sent: Sent = {}) =>
  send(server, `${method} ${path}`, { token: person.token, ...sent });

async function board(): Promise<z.output<typeof boardAnswer>> {
  return boardAnswer.parse(await (await call('GET', '/api/board')).json());
}

describe('POST /api/auth/logout', () => {
  it('ends the token, with or without a body', async () => {
    expect((await call('POST', '/api/auth/logout')).status).toBe(200);
    expect((await call('GET', '/api/board')).status).toBe(401);
  });
});

describe('GET /api/board', () => {
  it('shows the first board', async () => {
    const { columns, cards, version } = await board();
    expect(columns.map(({ title }) => title)).toEqual(['Backlog', 'Discovery', 'In Progress', 'Review', 'Done']);
    expect(Object.keys(cards)).toHaveLength(8);
    expect(version).toBeGreaterThanOrEqual(0);
  });

  it('answers 304 until the board changes', async () => {
    const etag = (await call('GET', '/api/board')).headers.get('etag') ?? '';
    const again = () => call('GET', '/api/board', { headers: { 'if-none-match': `W/"x", ${etag}` } });
    const unchanged = await again();
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers.get('etag')).toBe(etag);
    const operations = [{ type: 'card.edit' as const, cardId: 'card-1', title: 'Another title' }];
    await person.caller.boards.commit({ boardId: person.boardId, changeId: 'c1', operations });
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('answers HEAD without a body', async () => {
    const answer = await call('HEAD', '/api/board');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });

  it('does not take the cookie for a sign-in', async () => {
    const answer = await call('GET', '/api/board', {
      token: null,
      headers: { cookie: `talkan_session=${person.token}` },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="talkan"');
  });

  it('says of a token that is not valid that it is not', async () => {
    const answer = await call('GET', '/api/board', { token: 'A'.repeat(43) });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });
});

describe('PATCH /api/board', () => {
  it('commits the difference and answers with the board after it', async () => {
    const before = await board();
    const [first, second] = before.columns;
    const moved = first?.cardIds.shift() ?? '';
    second?.cardIds.push(moved);
    const answer = await call('PATCH', '/api/board', { body: before });
    expect(answer.status).toBe(200);
    const after = boardAnswer.parse(await answer.json());
    expect(after).toEqual({ ...before, version: before.version + 1 });
    expect(answer.headers.get('etag')).toBe((await call('GET', '/api/board')).headers.get('etag'));
  });

  it('names the ids and both texts where somebody else has changed the same', async () => {
    const stale = await board();
    const operations = [{ type: 'card.edit' as const, cardId: 'card-1', title: 'Theirs' }];
    await person.caller.boards.commit({ boardId: person.boardId, changeId: 'c1', operations });
    const card = stale.cards['card-1'];
    if (card) card.title = 'Mine';
    const answer = await call('PATCH', '/api/board', { body: stale });
    expect(answer.status).toBe(409);
    expect(await problem(answer)).toMatchObject({
      code: 'conflict',
      ids: ['card-1'],
      current: { title: 'Theirs' },
      proposed: { title: 'Mine' },
    });
    expect((await board()).cards['card-1']?.title).toBe('Theirs');
  });

  it('names a field as the client wrote it', async () => {
    const sent = await board();
    const card = sent.cards['card-2'];
    if (card) card.title = '';
    const answer = await call('PATCH', '/api/board', { body: sent });
    expect(answer.status).toBe(400);
    const told = await problem(answer);
    expect(told.fields?.[0]?.path).toBe('cards.card-2.title');
    expect(told.message).toBe('The field “cards.card-2.title” was not accepted. Must not be empty.');
    const missing = await call('PATCH', '/api/board', { body: { columns: [] } });
    expect((await problem(missing)).fields?.[0]?.path).toBe('cards');
  });

  it.each([[[]], ['text'], [null]])('refuses the body %j', async (body) => {
    const answer = await call('PATCH', '/api/board', { body: JSON.stringify(body) });
    expect(answer.status).toBe(400);
    expect(await problem(answer)).toMatchObject({
      message: 'The request’s input was not accepted. Must be an object.',
      fields: [{ path: '' }],
    });
  });

  it('takes a board of more than 1 MiB, and none of more than 32', async () => {
    const sent = await board();
    for (const card of Object.values(sent.cards)) card.details = 'x'.repeat(60_000);
    for (let number = 0; number < 20; number += 1) {
      const id = `new-${number}`;
      sent.cards[id] = { id, title: id, details: 'y'.repeat(60_000) };
      sent.columns[0]?.cardIds.push(id);
    }
    expect((await call('PATCH', '/api/board', { body: sent })).status).toBe(200);
    const answer = await call('PATCH', '/api/board', { body: `"${'x'.repeat(32 * 1024 * 1024)}"` });
    expect(answer.status).toBe(413);
    expect((await problem(answer)).code).toBe('too_large');
  });
});

describe('every call', () => {
  it('takes JSON only', async () => {
    const answer = await call('PATCH', '/api/board', { body: '{}', headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(415);
    expect((await problem(answer)).code).toBe('unsupported_media_type');
  });

  it('says what is wrong with JSON that is none', async () => {
    const answer = await call('PATCH', '/api/board', { body: '{"columns": [' });
    expect(answer.status).toBe(400);
    expect((await problem(answer)).message).toContain('JSON');
  });

  it('refuses a body that is too large', async () => {
    const answer = await call('POST', '/api/auth/login', { body: `"${'x'.repeat(1024 * 1024)}"` });
    expect(answer.status).toBe(413);
    await problem(answer);
  });

  it.each([
    ['DELETE', '/api/board', 'GET, HEAD, PATCH'],
    ['GET', '/api/auth/login', 'POST'],
    ['PUT', '/api/chat', 'POST'],
    ['POST', '/api/openapi.json', 'GET, HEAD'],
  ])('%s %s is not allowed, and says what is', async (method, path, allow) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
    await problem(answer);
  });

  it.each(['/api/nothing', '/api/board/', '/api/boards/x', '/api/__proto__', '/api/constructor'])(
    '%s is not there',
    async (path) => {
      const answer = await call('GET', path);
      expect(answer.status).toBe(404);
      await problem(answer);
    },
  );

  it('says so where there is no board', async () => {
    await server.app.services.db.write.deleteFrom('members').where('user_id', '=', person.id).execute();
    const answer = await call('GET', '/api/board');
    expect(answer.status).toBe(404);
    expect((await problem(answer)).message).toBe('You have no board yet.');
  });
});
