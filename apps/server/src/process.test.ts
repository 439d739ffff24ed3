import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { build, endAll, launch, main, readBoard, ready, signIn } from './testing-process.js';

beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);
afterEach(endAll);

describe('starting', () => {
  it('prints the address and the demo sign-in, and serves', async () => {
    const running = await ready(launch());
    expect(running.output()).toContain(`Talkan is ready: ${running.url}`);
    expect(running.output()).toContain('“user” with the password “password”');
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect(await signIn(running.url)).not.toBeNull();
  });

  it('keeps to another first user where one is named, and says nothing of the password', async () => {
    const running = await ready(launch({ TALKAN_USER: 'ada', TALKAN_PASSWORD: 'only for ada' }));
    expect(running.output()).not.toContain('“user”');
    expect(running.output()).not.toContain('only for ada');
    expect(await signIn(running.url)).toBeNull();
    expect(await signIn(running.url, { username: 'ada', password: 'only for ada' })).not.toBeNull();
  });

  it('says in a sentence which variable is wrong', async () => {
    const running = launch({ PORT: 'many' });
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain('PORT must be a whole number');
    expect(running.output()).not.toMatch(/\n\s+at /);
  });

  it('says in a sentence that the port is used', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = z.object({ port: z.number() }).parse(other.address());
    const running = launch({ PORT: String(port) });
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain(`Port ${port} is already in use`);
    expect(running.output()).not.toMatch(/\n\s+at /);
    other.close();
  });

  it.each(['/dev/null/talkan/talkan.db', main])('says in a sentence that %s cannot be its database', async (file) => {
    const running = launch({ DATABASE_URL: `file:${file}` });
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain(file);
    expect(running.output()).toContain('DATABASE_URL');
    expect(running.output()).not.toMatch(/\n\s+at /);
  });
});

describe('a server that others can reach', () => {
  it.each([{ HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://board.example.com' }])(
    'does not start with the sign-in of the documentation (%o), says how to go on, and then starts so',
    async (reach) => {
      const refused = launch(reach);
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toContain('TALKAN_USER and TALKAN_PASSWORD');
      // The refused start has not made the demo user: what it advised works at once.
      const running = await ready(launch({ ...reach, TALKAN_USER: 'ada', TALKAN_PASSWORD: 'only for ada' }));
      expect(await signIn(running.url)).toBeNull();
    },
  );

  it('does not start either where that sign-in is in the database already', async () => {
    const first = await ready(launch());
    first.child.kill('SIGTERM');
    await first.ended;
    const refused = launch({ HOST: '0.0.0.0', TALKAN_USER: 'ada', TALKAN_PASSWORD: 'only for ada' });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('change the password');
    const allowed = await ready(launch({ HOST: '0.0.0.0', ALLOW_DEMO_LOGIN: '1' }));
    expect(allowed.output()).toContain('PUBLIC_URL');
  });
});

describe('ending', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('is orderly on %s', async (signal) => {
    const running = await ready(launch());
    await fetch(`${running.url}/healthz`);
    running.child.kill(signal);
    expect(await running.ended).toBe(0);
  });

  it('is orderly on pm2’s message', async () => {
    const running = await ready(launch());
    running.child.send('shutdown');
    expect(await running.ended).toBe(0);
  });

  it('lets a request that is under way finish', async () => {
    const running = await ready(launch());
    const signingIn = signIn(running.url);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running.child.kill('SIGTERM');
    expect(await signingIn).not.toBeNull();
    expect(await running.ended).toBe(0);
  });

  it('and starting again keeps board and sign-in, after a crash too', async () => {
    const first = await ready(launch());
    const token = await signIn(first.url);
    const board = await readBoard(first.url, token);
    const [from, to] = board.columns;
    to?.cardIds.push(...(from?.cardIds.splice(0, 1) ?? []));
    const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' };
    const saved = await fetch(`${first.url}/api/board`, { method: 'PATCH', headers, body: JSON.stringify(board) });
    expect(saved.status).toBe(200);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await ready(launch());
    expect(await readBoard(second.url, token)).toEqual({ ...board, version: board.version + 1 });
  });
});

it('the log is JSON lines, without tokens, passwords or keys', async () => {
  const key = 'sk-private-key';
  // Nobody listens at that address: the failure is logged, with its cause.
  const running = await ready(launch({ AI_API_KEY: key, AI_BASE_URL: 'http://127.0.0.1:9/v1' }));
  const token = (await signIn(running.url)) ?? '?';
  await signIn(running.url, { username: 'user', password: 'a wrong secret' });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ messages: [{ role: 'user', content: 'private question' }] });
  const answer = await fetch(`${running.url}/api/chat?token=${token}`, { method: 'POST', headers, body });
  expect(answer.status).toBeGreaterThanOrEqual(500);
  await expect.poll(() => running.output()).toContain('"path":"/api/chat"');
  const lines = running
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) });
  for (const secret of [token, key, 'a wrong secret', 'private question', 'Bearer']) {
    expect(running.output()).not.toContain(secret);
  }
});
