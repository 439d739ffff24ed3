import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContext } from './context.js';
import { appRouter } from './root.js';
import { testApp, type Person, type TestApp } from './testing.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly error: { readonly message: string; readonly data: Record<string, unknown> };
}

/** One call over tRPC's own wire format. */
async function post(path: string, body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetchRequestHandler({
    endpoint: '/trpc',
    req: new Request(`http://127.0.0.1/trpc/${path}`, { method: 'POST', headers, body }),
    router: appRouter,
    createContext: () =>
      createContext(app.services, {
        bearer: ann.token,
        cookie: null,
        browser: false,
        address: '127.0.0.1',
        requestId: 'request-7',
        origin: 'web',
        setSessionCookie: () => {},
      }),
  });
  const text = await response.text();
  return { status: response.status, text, ...(JSON.parse(text) as { error: Answer['error'] }) };
}

const rename = (title: unknown) =>
  JSON.stringify({ boardId: ann.boardId, changeId: 'c', operations: [{ type: 'board.rename', title }] });

describe('an error on the wire', () => {
  it('of the database is a sentence and a number, and nothing more', async () => {
    await sql`drop table changes`.execute(app.services.db.write);
    const answer = await post('boards.commit', rename('New'));
    expect(answer.status).toBe(500);
    expect(answer.error.message).toContain('tell whoever runs it this number: request-7.');
    expect(answer.error.data).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      httpStatus: 500,
      path: 'boards.commit',
      requestId: 'request-7',
    });
    expect(answer.text).not.toMatch(/changes|sqlite|select|stack|\.ts|\.js/i);
  });

  it('before the context was made tells nothing either', async () => {
    await sql`drop table sessions`.execute(app.services.db.write);
    const answer = await post('auth.logout', '{}');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/sessions|sqlite|stack/i);
    expect(answer.error.message).toBe('Something went wrong on the server. Try again in a moment.');
  });

  it('of bad input names the fields', async () => {
    const answer = await post('boards.commit', rename(7));
    expect(answer.status).toBe(400);
    expect(answer.error.message).toMatch(/^The field “operations\.0\.title” was not accepted\. /);
    expect(answer.error.data['fields']).toMatchObject([{ path: 'operations.0.title' }]);
  });

  it('of a refusal carries the refusal', async () => {
    const operations = [{ type: 'card.archive', cardId: 'nowhere' }];
    const answer = await post('boards.commit', JSON.stringify({ boardId: ann.boardId, changeId: 'c', operations }));
    expect(answer.status).toBe(404);
    expect(answer.error.data['refusal']).toMatchObject({ code: 'not_found', ids: ['nowhere'] });
    expect(answer.error.message).toContain('There is no card “nowhere” on this board.');
  });

  it('of too many wrong passwords says how long to wait', async () => {
    const attempt = () => post('auth.login', JSON.stringify({ username: 'ann', password: 'wrong' }));
    for (let round = 0; round < 5; round++) expect((await attempt()).status).toBe(401);
    const answer = await attempt();
    expect(answer.status).toBe(429);
    expect(answer.error.data['retryAfter']).toBeGreaterThan(50);
  });

  it('of a body that is no JSON, or a procedure that is none, is a sentence', async () => {
    const broken = await post('auth.login', '{"username":');
    expect(broken.status).toBe(400);
    expect(broken.error.message).toBe('The request could not be read. Its body must be JSON.');
    const unknown = await post('boards.explode', '{}');
    expect(unknown.status).toBe(404);
    expect(unknown.text).not.toContain('stack');
  });
});
