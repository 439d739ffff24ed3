import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { TEST_PASSWORD, type Person } from '@talkan/api/testing';
import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client';
import type { AppRouter } from '@talkan/api/root';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing.js';

let server: TestServer;
let ada: Person;
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.app.user('ada');
});
afterAll(() => server.close());

interface Call {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** With a header that hands the call to tRPC's own adapter, or without. */
async function ask({ path, body, headers = {} }: Call, byTrpc: boolean) {
  const all = {
    authorization: `Bearer ${ada.token}`,
    'content-type': 'application/json',
    ...(byTrpc && { 'trpc-accept': 'application/json' }),
    ...headers,
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = body === undefined ? { headers: all } : { method: 'POST', headers: all, body: text };
  const answer = await fetch(`${server.url}/trpc/${path}`, init);
  const told = Object.fromEntries(
    ['cache-control', 'retry-after', 'set-cookie'].map((name) => [name, answer.headers.get(name)]),
  );
  const type = answer.headers.get('content-type')?.split(';', 1)[0];
  return { status: answer.status, type, told, body: await answer.json() };
}

const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const edit = (title: unknown) => ({
  boardId: ada.boardId,
  changeId: 'edit-1',
  operations: [{ type: 'card.edit', cardId: 'card-1', title }],
});
const wrongLogin = { username: 'nobody', password: 'wrong' };

const CALLS: Record<string, () => Call> = {
  'a question': () => ({ path: `boards.list` }),
  'a question with an input': () => ({ path: `boards.changes?input=${input({ boardId: ada.boardId, after: 0 })}` }),
  'a board': () => ({ path: `boards.get?input=${input({ boardId: ada.boardId })}` }),
  'a board in a batch': () => ({ path: `boards.get?batch=1&input=${input({ 0: { boardId: ada.boardId } })}` }),
  'a batch': () => ({ path: `auth.me,boards.get,boards.list?batch=1&input=${input({ 1: { boardId: ada.boardId } })}` }),
  'a batch of which a part fails': () => ({
    path: `auth.me,boards.get?batch=1&input=${input({ 1: { boardId: 'other' } })}`,
  }),
  'a batch that fails': () => ({ path: `boards.get,boards.at?batch=1&input=${input({ 0: { boardId: '' }, 1: 3 })}` }),
  'a batch without inputs': () => ({ path: 'auth.me,boards.get?batch=1' }),
  'a batch whose inputs are a list': () => ({ path: `auth.me?batch=1&input=${input([1])}` }),
  'a change': () => ({ path: 'boards.commit', body: edit('Another title') }),
  'a change in a batch': () => ({ path: 'boards.commit?batch=1', body: { 0: edit('Another title') } }),
  'a change that is refused': () => ({ path: 'boards.commit', body: edit({ to: 'Mine', was: '0123456789abcdef' }) }),
  'a change with a wrong field': () => ({ path: 'boards.commit', body: edit(17) }),
  'a change without a session': () => ({
    path: 'boards.commit',
    body: edit('x'),
    headers: { authorization: 'Bearer no' },
  }),
  'a change on a board of others': () => ({ path: 'boards.commit', body: { ...edit('x'), boardId: 'other' } }),
  'a body that is not JSON': () => ({ path: 'boards.commit', body: '{"boardId":' }),
  'no body': () => ({ path: 'boards.commit', body: '' }),
  'a wrong sign-in': () => ({ path: 'auth.login', body: wrongLogin }),
  'no body where none is needed': () => ({ path: 'auth.logout', body: '', headers: { authorization: 'Bearer no' } }),
  'what is not there': () => ({ path: 'boards.nothing' }),
  'what every object has': () => ({ path: 'constructor' }),
  'a question sent as a change': () => ({ path: 'auth.me', body: {} }),
  'a change sent as a question': () => ({ path: `auth.logout` }),
  'questions and changes in one batch': () => ({ path: `auth.me,auth.logout?batch=1&input={}` }),
};

describe('the answer is that of tRPC’s own adapter to', () => {
  it.each(Object.entries(CALLS))('%s', async (_, call) => {
    const theirs = await ask(call(), true);
    const ours = await ask(call(), false);
    expect(ours).toEqual(theirs);
  });
});

it('the cookie of a sign-in is set', async () => {
  const headers = { origin: server.url, 'content-type': 'application/json' };
  const body = JSON.stringify({ username: 'ada', password: TEST_PASSWORD });
  const answer = await fetch(`${server.url}/trpc/auth.login`, { method: 'POST', headers, body });
  expect(answer.headers.get('set-cookie')).toMatch(/^talkan_session=[\w-]{43};/);
});

it.each([httpLink, httpBatchLink])('tRPC’s clients understand it: %o', async (link) => {
  const headers = { authorization: `Bearer ${ada.token}` };
  const client = createTRPCClient<AppRouter>({ links: [link({ url: `${server.url}/trpc`, headers })] });
  const [me, board] = await Promise.all([client.auth.me.query(), client.boards.get.query({ boardId: ada.boardId })]);
  expect([me.user.username, board.id]).toEqual(['ada', ada.boardId]);
  await expect(client.boards.get.query({ boardId: 'other' })).rejects.toMatchObject({ data: { httpStatus: 404 } });
});

describe('the bytes of a board', () => {
  const getBoard = (encoding: string, path = `trpc/boards.get?input=${input({ boardId: ada.boardId })}`) =>
    fetchRaw(`${server.url}/${path}`, { authorization: `Bearer ${ada.token}`, 'accept-encoding': encoding });

  it.each(['api/board', undefined])('come compressed as the client likes it, and say the same (%s)', async (path) => {
    const [plain, gzip, br] = await Promise.all([
      getBoard('identity', path),
      getBoard('gzip', path),
      getBoard('gzip, br', path),
    ]);
    expect([plain.encoding, gzip.encoding, br.encoding]).toEqual([null, 'gzip', 'br']);
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
    expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes);
    expect(br.bytes.byteLength).toBeLessThan(plain.bytes.byteLength);
    expect(plain.vary).toContain('accept-encoding');
  });

  it('are new ones after a change', async () => {
    const before = await getBoard('identity');
    const operation = { type: 'card.edit', cardId: 'card-1', title: 'Once more another' } as const;
    await ada.caller.boards.commit({ boardId: ada.boardId, changeId: 'edit-2', operations: [operation] });
    const after = await getBoard('identity');
    expect(before.bytes.toString()).not.toContain('Once more another');
    expect(after.bytes.toString()).toContain('Once more another');
  });

  it('say to each what they may do', async () => {
    const viewer = await server.app.member(ada.boardId, 'viewer');
    const path = `${server.url}/trpc/boards.get?input=${input({ boardId: ada.boardId })}`;
    const seen = await fetchRaw(path, { authorization: `Bearer ${viewer.token}`, 'accept-encoding': 'identity' });
    expect(seen.bytes.toString()).toContain('"role":"viewer"');
    expect((await getBoard('identity')).bytes.toString()).toContain('"role":"owner"');
  });
});

/** As it comes over the line: `fetch` would unpack it. */
function fetchRaw(url: string, headers: Record<string, string>) {
  return new Promise<{ encoding: string | null; vary: string; bytes: Buffer }>((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          encoding: answer.headers['content-encoding'] ?? null,
          vary: answer.headers.vary ?? '',
          bytes: Buffer.concat(chunks),
        }),
      );
    }).on('error', reject);
  });
}
