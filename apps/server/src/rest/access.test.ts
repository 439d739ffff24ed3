import type { Role } from '@talkan/board/roles';
import type { Person } from '@talkan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing.js';
import { routes } from './routes.js';

const ROLES = ['viewer', 'commenter', 'editor', 'owner'] as const satisfies readonly Role[];
const VISITORS = ['anonymous', 'stranger', ...ROLES] as const;
type Visitor = (typeof VISITORS)[number];
/** What happens on the board of `owner`: its content may be seen, changed, or neither. */
type Access = 'open' | 'signed in' | 'see' | 'change';

/** Who may do what. A route that is not here fails the tests. */
const ACCESS: Readonly<Record<string, Access>> = {
  'POST /api/auth/login': 'open',
  'POST /api/auth/logout': 'signed in',
  'GET /api/board': 'see',
  'GET /api/boards': 'see',
  'GET /api/search': 'see',
  'PATCH /api/board': 'change',
  'POST /api/chat': 'see',
  // Proposals are for whom they were made: for everybody else there are none.
  'POST /api/chat/accept': 'see',
  'POST /api/chat/dismiss': 'see',
};

let server: TestServer;
let owner: Person;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.app.user();
});
afterAll(() => server.close());

async function visit(visitor: Visitor): Promise<Person | null> {
  if (visitor === 'anonymous') return null;
  if (visitor === 'owner') return owner;
  // A stranger has a board of his own; a member is let in to the owner’s, which is older and so comes first.
  return visitor === 'stranger' ? server.app.user() : server.app.member(owner.boardId, visitor);
}

function call(route: { method: string; path: string }, person: Person | null, body: unknown): Promise<Response> {
  return fetch(server.url + route.path, {
    method: route.method,
    headers: {
      ...(person === null ? {} : { authorization: `Bearer ${person.token}` }),
      'content-type': 'application/json',
    },
    ...(route.method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
}

function expectedStatus(access: Access, visitor: Visitor): number {
  // Nobody can sign in with the empty body that is sent here.
  if (access === 'open') return 400;
  if (visitor === 'anonymous') return 401;
  return access === 'change' && (visitor === 'viewer' || visitor === 'commenter') ? 403 : 200;
}

describe('the access matrix', () => {
  it('has every route, and no other', () => {
    expect(Object.keys(ACCESS).toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const access = ACCESS[name];
    if (access === undefined) continue;
    it.each(VISITORS)(`${name} as %s`, async (visitor) => {
      const person = await visit(visitor);
      const board = await owner.caller.boards.get({ boardId: owner.boardId });
      const body = route.method === 'PATCH' ? { columns: [], cards: {}, version: board.seq + 1000 } : {};
      const answer = await call(
        route,
        visitor === 'owner' && access === 'signed in' ? await server.app.user() : person,
        body,
      );
      const expected = expectedStatus(access, visitor);
      // What is allowed is answered by the rules behind: an unknown version here, messages or words that are missing there.
      const allowed: Readonly<Record<string, number>> = {
        'PATCH /api/board': 409,
        'POST /api/chat': 400,
        'POST /api/chat/accept': 400,
        'POST /api/chat/dismiss': 400,
        'GET /api/search': 400,
      };
      expect(answer.status).toBe(expected === 200 ? (allowed[name] ?? 200) : expected);
      const after = await owner.caller.boards.get({ boardId: owner.boardId });
      expect(after.seq).toBe(board.seq);
    });
  }

  it('shows a stranger his own boards, never the owner’s', async () => {
    await owner.caller.boards.commit({
      boardId: owner.boardId,
      changeId: 'private',
      operations: [{ type: 'card.create', cardId: 'private', columnId: 'col-backlog', title: 'Private to the owner' }],
    });
    const [stranger, viewer] = [await server.app.user(), await visit('viewer')];
    for (const path of ['/api/board', '/api/search?q=private']) {
      const read = async (person: Person | null) => (await call({ method: 'GET', path }, person, null)).text();
      expect(await read(stranger)).not.toContain('Private to the owner');
      expect(await read(viewer)).toContain('Private to the owner');
    }
  });
});
