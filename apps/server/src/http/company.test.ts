import type { Person } from '@talkan/api/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../testing.js';

let server: TestServer;
let ada: Person;
let token = '';
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.app.user('ada');
});
beforeEach(async () => {
  token = (await ada.caller.invitations.create({ boardId: ada.boardId, role: 'editor' })).token;
});
afterAll(() => server.close());

const registered = z.object({
  result: z.object({ data: z.object({ token: z.string().nullable(), boardId: z.string() }) }),
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${server.url}/trpc/${path}`, { method: 'POST', headers: all, body: JSON.stringify(body) });
}
const register = (username: string, headers: Record<string, string> = {}) =>
  post('auth.register', { token, username, password: 'long enough' }, headers);

describe('registering over HTTP', () => {
  it('gives our page a cookie that no script can read, and no token', async () => {
    const answer = await register('mira', { origin: server.url, 'sec-fetch-site': 'same-origin' });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^talkan_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    expect(registered.parse(await answer.json()).result.data).toEqual({ token: null, boardId: ada.boardId });
    const pair = cookie.split(';', 1)[0] ?? '';
    expect((await fetch(`${server.url}/trpc/boards.list`, { headers: { cookie: pair } })).status).toBe(200);
  });

  it('gives a program its token, and no cookie', async () => {
    const answer = await register('noah');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { data } = registered.parse(await answer.json()).result;
    const headers = { authorization: `Bearer ${data.token}` };
    expect((await fetch(`${server.url}/trpc/auth.me`, { headers })).status).toBe(200);
  });

  it('is refused to the pages of other sites, and uses nothing up', async () => {
    const answer = await register('oscar', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await post('invitations.look', { token })).status).toBe(200);
  });
});

describe('the token of an invitation', () => {
  it('is taken from a body alone: no address can carry it', async () => {
    const input = encodeURIComponent(JSON.stringify({ token }));
    for (const path of ['invitations.look', 'invitations.accept', 'auth.register']) {
      const headers = { authorization: `Bearer ${ada.token}` };
      expect((await fetch(`${server.url}/trpc/${path}?input=${input}`, { headers })).status).toBe(405);
    }
  });

  it('stands in no line of the log, whatever becomes of the call', async () => {
    await post('invitations.look', { token });
    await post('invitations.look', { token, surplus: 1 });
    await post('invitations.accept', { token });
    await fetch(`${server.url}/trpc/invitations.look?input=${encodeURIComponent(JSON.stringify({ token }))}`);
    await server.app.services.db.write.schema.alterTable('invitations').renameTo('elsewhere').execute();
    const broken = await register('paul');
    await server.app.services.db.write.schema.alterTable('elsewhere').renameTo('invitations').execute();
    expect(broken.status).toBe(500);
    expect(server.logged()).toContain('A procedure failed.');
    expect(server.logged()).toContain('/trpc/invitations.look');
    expect(server.logged()).not.toContain(token);
  });
});
