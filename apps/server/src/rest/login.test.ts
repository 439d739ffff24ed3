import { TEST_PASSWORD, type Person } from '@talkan/api/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing.js';
import { tokenAnswer } from './schemas.js';
import { problem, send } from './testing-client.js';

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  person = await server.app.user();
});
afterAll(() => server.close());

describe('POST /api/auth/login', () => {
  const login = (body: unknown, headers?: Record<string, string>) =>
    send(server, 'POST /api/auth/login', { body, ...(headers === undefined ? {} : { headers }) });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    'takes %s and answers with a token',
    async (type) => {
      const answer = await login({ username: person.username, password: TEST_PASSWORD }, { 'content-type': type });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
      const { token } = tokenAnswer.parse(await answer.json());
      expect((await send(server, 'GET /api/board', { token })).status).toBe(200);
    },
  );

  it('answers with a token to a browser’s script, too: cookies are not for here', async () => {
    const answer = await login({ username: person.username, password: TEST_PASSWORD }, { origin: server.url });
    expect(tokenAnswer.safeParse(await answer.json()).success).toBe(true);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('answers the same for a wrong password and an unknown user', async () => {
    const wrong = await login({ username: person.username, password: 'wrong' });
    const unknown = await login({ username: 'nobody at all', password: 'wrong' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await problem(wrong)).toEqual(await problem(unknown));
    expect(wrong.headers.get('www-authenticate')).toContain('Bearer');
  });

  it.each([
    [{ username: 'ada' }, 'password'],
    [{ username: 7, password: 'x' }, 'username'],
    [{ username: 'ada', password: 'x', extra: 1 }, 'extra'],
    [[], ''],
    [null, ''],
  ])('refuses %j with the field named', async (body, field) => {
    const answer = await login(body);
    expect(answer.status).toBe(400);
    expect((await problem(answer)).fields?.map(({ path }) => path)).toEqual([field]);
  });

  it('answers 429 with Retry-After after too many failures', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await login({ username: person.username, password: 'wrong' });
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
