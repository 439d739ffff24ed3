import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, startTestServer, type TestServer } from '../testing.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const doors = ['/trpc/auth.me', '/api/board', '/some/page'];

describe('every answer', () => {
  it.each(['/healthz', '/api/docs', ...doors])('of %s carries the security headers and an id', async (path) => {
    const { headers } = await fetch(server.url + path);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('asks browsers to stay with https only where it is served so', async () => {
    const behind = await startTestServer({ publicUrl: 'https://board.example.com' });
    expect((await fetch(`${behind.url}/healthz`)).headers.get('strict-transport-security')).toContain('max-age=');
    expect((await fetch(`${server.url}/healthz`)).headers.get('strict-transport-security')).toBeNull();
    await behind.close();
  });
});

describe('a host name that is not ours', () => {
  it.each(doors)('is refused at %s', async (path) => {
    const { text } = await sendRaw(server.port, [
      `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    ]);
    expect(text).toMatch(/^HTTP\/1\.1 403 /);
    expect(text).toContain('PUBLIC_URL');
  });

  it('does not keep probes from asking for health', async () => {
    const { text } = await sendRaw(server.port, [
      'GET /readyz HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n',
    ]);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is let in where it is that of PUBLIC_URL', async () => {
    const named = await startTestServer({ publicUrl: 'https://board.example.com' });
    const request = 'GET /api/docs HTTP/1.1\r\nHost: board.example.com\r\nConnection: close\r\n\r\n';
    expect((await sendRaw(named.port, [request])).text).toMatch(/^HTTP\/1\.1 200 /);
    await named.close();
  });
});

describe('health', () => {
  it('says that the process lives and that the database answers', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${server.url}/healthz`, { method: 'DELETE' })).status).toBe(405);
  });

  it('says so when the database does not answer', async () => {
    const broken = await startTestServer();
    await broken.app.services.db.close();
    expect((await fetch(`${broken.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${broken.url}/readyz`)).status).toBe(503);
    await broken.close();
  });
});

describe('a failure on this side', () => {
  it('reaches nobody as more than a sentence and an id, and the log in full', async () => {
    const broken = await startTestServer();
    const { token } = await broken.app.user();
    await broken.app.services.db.write.schema.dropTable('sessions').execute();
    const headers = { authorization: `Bearer ${token}` };
    for (const path of ['/api/board', '/trpc/auth.me']) {
      const answer = await fetch(broken.url + path, { headers });
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(text).not.toMatch(/sqlite|sessions|select|\.ts|\.js/i);
      const id = answer.headers.get('x-request-id') ?? '?';
      expect(broken.logged()).toContain(id);
      if (path.startsWith('/api')) expect(text).toContain(id);
    }
    expect(broken.logged()).toContain('no such table: sessions');
    await broken.close();
  });
});

describe('the log', () => {
  it('has a line for each call, without tokens, passwords, cookies or queries', async () => {
    const { token, username } = await server.app.user();
    await fetch(`${server.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'wrong but private' }),
    });
    await fetch(`${server.url}/trpc/boards.get?input=${encodeURIComponent('{"boardId":"private-query"}')}`, {
      headers: { authorization: `Bearer ${token}`, cookie: 'talkan_session=private-cookie' },
    });
    await expect.poll(() => server.logged()).toContain('"path":"/trpc/boards.get"');
    expect(server.logged()).toContain('"path":"/api/auth/login"');
    for (const secret of [token, 'wrong but private', 'private-query', 'private-cookie']) {
      expect(server.logged()).not.toContain(secret);
    }
  });
});

describe('without a built web app', () => {
  it('a page says what to do', async () => {
    const answer = await fetch(server.url);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm start');
  });
});
