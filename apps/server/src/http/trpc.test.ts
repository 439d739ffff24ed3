import { TEST_PASSWORD, type Person } from '@talkan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../testing.js';

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
  person = await server.app.user('ada');
});
afterAll(() => server.close());

type Headers = Record<string, string>;
const json = { 'content-type': 'application/json' };
const failure = z.object({ error: z.object({ message: z.string(), data: z.object({ httpStatus: z.number() }) }) });

function post(path: string, body: unknown, headers: Headers = {}, to = server): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${to.url}/trpc/${path}`, { method: 'POST', headers: { ...json, ...headers }, body: text });
}
const login = (headers: Headers, to = server) =>
  post('auth.login', { username: 'ada', password: TEST_PASSWORD }, headers, to);
const me = (headers: Headers, to = server) => fetch(`${to.url}/trpc/auth.me`, { headers });
const bearer = () => ({ authorization: `Bearer ${person.token}` });

async function messageOf(answer: Response): Promise<string> {
  return failure.parse(await answer.json()).error.message;
}

describe('signing in by tRPC', () => {
  it('gives a program its token, and no cookie', async () => {
    const answer = await login({});
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { result } = z
      .object({ result: z.object({ data: z.object({ token: z.string() }) }) })
      .parse(await answer.json());
    expect((await me({ authorization: `Bearer ${result.data.token}` })).status).toBe(200);
  });

  it('gives our page a cookie that no script can read, and no token', async () => {
    const answer = await login({ origin: server.url, 'sec-fetch-site': 'same-origin' });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^talkan_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    expect(await answer.json()).toEqual({ result: { data: { token: null } } });
    const pair = cookie.split(';', 1)[0] ?? '';
    expect((await me({ cookie: pair })).status).toBe(200);
    expect((await me({ cookie: pair, authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await me({ cookie: pair, authorization: 'Basic eDp5' })).status).toBe(401);
  });

  it.each(['trpc-accept', 'accept'])(
    'sets the cookie for a client that streams its answers, too (%s)',
    async (name) => {
      const headers = { ...json, origin: server.url, [name]: 'application/jsonl' };
      const body = JSON.stringify({ 0: { username: 'ada', password: TEST_PASSWORD } });
      const answer = await fetch(`${server.url}/trpc/auth.login?batch=1`, { method: 'POST', headers, body });
      expect(answer.headers.get('set-cookie')).toMatch(/^talkan_session=[\w-]{43};/);
      expect(await answer.json()).toEqual([{ result: { data: { token: null } } }]);
    },
  );

  it('ties the cookie to https where it is served so', async () => {
    const secure = await startTestServer({ publicUrl: 'https://board.example.com' });
    await secure.app.user('ada');
    const answer = await login({ origin: 'https://board.example.com' }, secure);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-talkan_session=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
    );
    await secure.close();
  });

  it('takes the cookie away again', async () => {
    const signedIn = await login({ origin: server.url });
    const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const answer = await post('auth.logout', '', { cookie, origin: server.url });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^talkan_session=; Path=\/; Max-Age=0;/);
    expect((await me({ cookie })).status).toBe(401);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused to another site: %o', async (headers) => {
    const answer = await login(headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await messageOf(answer)).toContain('another site');
  });

  it('tells who failed too often how long to wait', async () => {
    const other = await startTestServer();
    await other.app.user('ada');
    const attempts: Response[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      attempts.push(await post('auth.login', { username: 'ada', password: 'not it' }, {}, other));
    }
    expect(attempts.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(Number(attempts.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    await other.close();
  });
});

describe('what tRPC’s door refuses', () => {
  it('changes from another site with the cookie', async () => {
    const signedIn = await login({ origin: server.url });
    const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    expect((await post('auth.logout', '', { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await me({ cookie })).status).toBe(200);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('a body of the type “%s”', async (type) => {
    const answer = await post('auth.login', '{}', { 'content-type': type });
    expect(answer.status).toBe(415);
    expect(await messageOf(answer)).toContain('application/json');
  });

  it('a body that is compressed', async () => {
    expect((await post('auth.login', '{}', { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('a batch of more than ten', async () => {
    const paths = (count: number) => Array.from({ length: count }, () => 'auth.me').join(',');
    const ask = (count: number) => fetch(`${server.url}/trpc/${paths(count)}?batch=1&input={}`, { headers: bearer() });
    expect((await ask(10)).status).toBe(200);
    const hidden = `${server.url}/trpc/${paths(11).replaceAll(',', '%2C')}?batch=1&input={}`;
    expect((await fetch(hidden, { headers: bearer() })).status).toBe(400);
    const refused = await ask(11);
    expect(refused.status).toBe(400);
    expect(await messageOf(refused)).toContain('10');
  });

  it('more than 1 MiB, and for a whole board more than 32 MiB', async () => {
    const board = (bytes: number) => ({
      boardId: person.boardId,
      board: { columns: [], cards: {}, filler: 'x'.repeat(bytes) },
    });
    const small = await post('boards.commit', board(1024 * 1024), bearer());
    expect(small.status).toBe(413);
    expect(await messageOf(small)).toContain('1 MiB');
    // It comes through to the procedure, which knows no such field.
    expect((await post('boards.save', board(2 * 1024 * 1024), bearer())).status).toBe(400);
    expect((await post('boards.save', board(32 * 1024 * 1024), bearer())).status).toBe(413);
    expect((await post('boards.save', board(2 * 1024 * 1024))).status).toBe(401);
  });

  it('more than it says it sends, without reading for ever', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(256 * 1024)),
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: json,
      body: endless,
      duplex: 'half',
    };
    const answer = await fetch(`${server.url}/trpc/auth.login`, init).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('what is not JSON', async () => {
    const answer = await post('auth.login', '{"username":');
    expect(answer.status).toBe(400);
    expect(await messageOf(answer)).toMatch(/JSON/);
    expect((await post('auth.login', '\u0000', {})).status).toBe(400);
  });

  it('a change by GET, and every other method', async () => {
    expect((await fetch(`${server.url}/trpc/auth.logout`, { headers: bearer() })).status).toBe(405);
    const answer = await fetch(`${server.url}/trpc/auth.me`, { method: 'DELETE', headers: bearer() });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it('procedures that do not exist', async () => {
    expect((await fetch(`${server.url}/trpc/auth.nothing`, { headers: bearer() })).status).toBe(404);
    expect((await fetch(`${server.url}/trpc/__proto__`, { headers: bearer() })).status).toBe(404);
    expect((await fetch(`${server.url}/trpc/%E0%A4%A`, { headers: bearer() })).status).toBe(404);
  });
});
