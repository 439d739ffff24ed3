import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing.js';

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
