import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, startTestServer, type TestServer } from '../testing.js';
import { TIME_LIMITS } from './deadline.js';

// The same code as in earnest, with less patience.
const limits = { headersMs: 400, bodyMs: 800, uploadMs: 2_000 };
const PAUSE_MS = 50;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ timeLimits: limits });
});
afterAll(() => server.close());

const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
const drip = (count: number) => Array.from({ length: count }, () => ' ');

describe('a slow sender', () => {
  it('has 10 s for the headers and 20 s for the body, or 15 minutes for a file', () => {
    expect(TIME_LIMITS).toEqual({ headersMs: 10_000, bodyMs: 20_000, uploadMs: 900_000 });
  });

  it('that never says anything is cut off', async () => {
    const { ms } = await sendRaw(server.port, ['']);
    expect(ms).toBeGreaterThan(limits.headersMs * 0.9);
  });

  it('that writes its headers a byte at a time is cut off', async () => {
    const headers = ['GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', ...Array.from({ length: 200 }, () => 'a')];
    const { ms, text } = await sendRaw(server.port, headers, PAUSE_MS);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(ms).toBeLessThan(headers.length * PAUSE_MS);
  });

  it.each(['/trpc/auth.login', '/api/auth/login', '/some/page'])(
    'that writes its body to %s a byte at a time is cut off',
    async (path) => {
      const { ms, text } = await sendRaw(server.port, [head(path, 500), ...drip(200)], PAUSE_MS);
      // A page reads no body, so it has answered before; what matters is that nobody holds the connection.
      expect(text).toMatch(path === '/some/page' ? /^HTTP\/1\.1 503 / : /^HTTP\/1\.1 408 /);
      expect(ms).toBeGreaterThan(limits.bodyMs * 0.9);
      expect(ms).toBeLessThan(200 * PAUSE_MS);
    },
  );

  it('that sends the body in time is served, whatever it waits for afterwards', async () => {
    const body = JSON.stringify({ username: 'nobody', password: 'nothing' });
    const headers = head('/api/auth/login', body.length).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    const { text } = await sendRaw(server.port, [headers, body.slice(0, 10), body.slice(10)], 50);
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('keeps nobody else from being served', async () => {
    const slow = Array.from({ length: 50 }, () =>
      sendRaw(server.port, [head('/api/auth/login', 500), ...drip(20)], 50),
    );
    await wait(100);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await Promise.all(slow);
  });
});

describe('a client that goes away', () => {
  it('in the middle of its body leaves the server as it was', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(head('/api/auth/login', 500));
    socket.write('{"user');
    await wait(50);
    socket.destroy();
    await wait(50);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(server.logged()).not.toContain('"level":"error"');
  });

  it('or that speaks no HTTP gets a 400', async () => {
    expect((await sendRaw(server.port, ['hello\r\n\r\n'])).text).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a client that asks before it sends', () => {
  const asking = (length: number) =>
    head('/api/auth/login', length).replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n');

  it('is told to go on', async () => {
    const body = JSON.stringify({ username: 'nobody', password: 'nothing' });
    const headers = asking(body.length).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    const { text } = await sendRaw(server.port, [headers, body], 50);
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 401 /);
  });

  it('is refused at once where it is too much', async () => {
    const { text } = await sendRaw(server.port, [asking(64 * 1024 * 1024)]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });
});
