import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { hashPassword } from './auth/passwords.js';
import { startSession } from './auth/sessions.js';
import { insertUser } from './auth/users.js';
import { createBoardWithin } from './boards/create-board.js';
import { DEMO_BOARD } from './boards/demo-board.js';
import { timeOf } from './clock.js';
import { createContext, createServices, type RequestInfo, type ServiceOptions, type Services } from './context.js';
import { writeTransaction } from './db/open.js';
import { createCaller, type Caller } from './root.js';
import { problemOf, type Problem } from './trpc.js';

/** What everybody in a test signs in with. */
export const TEST_PASSWORD = 'correct horse battery staple';

export interface Person {
  readonly id: Id;
  readonly username: string;
  readonly token: string;
  readonly caller: Caller;
  /** A board of his own, as a newcomer finds it; for `app.member` the board that he was let in to. */
  readonly boardId: Id;
}

/** The whole application with its real migrations, without HTTP. */
export interface TestApp {
  readonly services: Services;
  readonly clock: { advance(ms: number): void };
  /** Nobody: not signed in. */
  readonly anonymous: Caller;
  user(name?: string): Promise<Person>;
  /** Somebody new with this role on the board. */
  member(boardId: Id, role: Role): Promise<Person>;
  /** Calls as this request would: for what depends on the door, the address or the cookie. */
  callerFor(request: Partial<RequestInfo>): Caller;
  close(): Promise<void>;
}

export type TestAppOptions = Partial<Omit<ServiceOptions, 'clock'>>;

/** A fresh application; in memory, and with nobody in it, unless `options` say otherwise. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  let skipped = 0;
  const services = await createServices({
    databaseUrl: ':memory:',
    firstUser: null,
    ...options,
    clock: () => Date.now() + skipped,
  });
  // Signed in anew for every call, as over HTTP: a session that has ended or a role that was taken away counts at once.
  const callerFor = (request: Partial<RequestInfo>) =>
    createCaller(() => createContext(services, { ...PLAIN_REQUEST, ...request }));
  const user = (name = `person-${randomUUID().slice(0, 8)}`) => signUp(services, name);
  return {
    services,
    clock: { advance: (ms) => (skipped += ms) },
    anonymous: callerFor({}),
    callerFor,
    user,
    member: async (boardId, role) => {
      const person = await user();
      const member = { board_id: boardId, user_id: person.id, role, created_at: timeOf(services.clock) };
      await services.db.write.insertInto('members').values(member).execute();
      return { ...person, boardId };
    },
    close: () => services.close(),
  };
}

/** Two openings of one file with nothing in common: what two processes are. The file goes with the one that is closed last. */
export async function openTwice(): Promise<[TestApp, TestApp]> {
  const folder = await mkdtemp(join(tmpdir(), 'talkan-twice-'));
  const databaseUrl = `file:${join(folder, 'talkan.db')}`;
  let open = 2;
  const openOnce = async (): Promise<TestApp> => {
    const app = await testApp({ databaseUrl });
    const close = async () => {
      await app.close();
      open -= 1;
      if (open === 0) await rm(folder, { recursive: true });
    };
    return { ...app, close };
  };
  return [await openOnce(), await openOnce()];
}

/** By bearer, from this machine. */
export const PLAIN_REQUEST: RequestInfo = {
  bearer: null,
  cookie: null,
  browser: false,
  address: '127.0.0.1',
  requestId: 'request-1',
  origin: 'rest',
  setSessionCookie: () => {},
};

// Hashing is slow on purpose, and everybody in a test has the same password.
let testPasswordHash: Promise<string> | undefined;

async function signUp(services: Services, username: string): Promise<Person> {
  testPasswordHash ??= hashPassword(TEST_PASSWORD);
  const user = { username, passwordHash: await testPasswordHash, demoPassword: false };
  const { id, board, token } = await writeTransaction(services.db, async (trx) => {
    const id = await insertUser(trx, user, timeOf(services.clock));
    const board = await createBoardWithin(trx, services, { ...DEMO_BOARD, ownerId: id });
    return { id, board, token: await startSession(trx, id, services.clock) };
  });
  services.boards.publish(board);
  const caller = createCaller(() => createContext(services, { ...PLAIN_REQUEST, bearer: token }));
  return { id, username, token, caller, boardId: board.id };
}

/** How a call that must fail has failed. */
export async function failureOf(call: Promise<unknown>): Promise<Problem> {
  const answer = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in answer) return problemOf(answer.error);
  throw new Error(`The call should have failed, and answered ${JSON.stringify(answer.value)}`);
}
