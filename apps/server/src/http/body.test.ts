import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, startTestServer, type TestServer } from '../testing.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const DOORS = ['/trpc/auth.login', '/api/auth/login'];
const send = (path: string, body: string) =>
  fetch(server.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

// Reading it as JSON would take 30 times its size in memory, and hold everybody else up.
describe.each(DOORS)('a body sent to %s', (path) => {
  it.each(['['.repeat(1_000_000), `{"username":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`])(
    'that is nested deeper than anything here is refused as it is',
    async (body) => {
      const answer = await send(path, body);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('nested too deeply');
    },
  );

  it('may hold as many brackets in its texts as it likes', async () => {
    const password = `${'[{'.repeat(100)}"\\`;
    const answer = await send(path, JSON.stringify({ username: 'nobody', password }));
    expect(answer.status).toBe(401);
  });
});

// Node ends the connection with the answer, and whoever is still sending then sees a reset instead of it.
describe('a client that closes the connection afterwards', () => {
  const head = (path: string, how: string) =>
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n${how}\r\n\r\n`;
  const much = 'x'.repeat(31 * 1024 * 1024);

  it.each(DOORS)('is told that what it sends to %s is too much', async (path) => {
    const { text } = await sendRaw(server.port, [head(path, `Content-Length: ${much.length}`), much]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is told so too where it does not say how much there is', async () => {
    const chunk = `${much.length.toString(16)}\r\n${much}\r\n0\r\n\r\n`;
    const { text } = await sendRaw(server.port, [head('/api/auth/login', 'Transfer-Encoding: chunked'), chunk]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is told that it has to sign in first', async () => {
    const { text } = await sendRaw(server.port, [head('/trpc/boards.save', `Content-Length: ${much.length}`), much]);
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
  });
});
