import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_LOGIN, isDemoLoginValid } from './auth/users.js';
import { createServices, type Services } from './context.js';
import { failureOf, testApp, type TestApp } from './testing.js';

let folder = '';
let databaseUrl = '';
const started: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-start-'));
  databaseUrl = `file:${join(folder, 'talkan.db')}`;
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((services) => services.close()));
  await rm(folder, { recursive: true });
});

function closing<Item extends { close(): Promise<void> }>(item: Item): Item {
  started.push(item);
  return item;
}
const start = async (firstUser = DEMO_LOGIN): Promise<Services> =>
  closing(await createServices({ databaseUrl, firstUser }));
const startApp = async (firstUser = DEMO_LOGIN): Promise<TestApp> => closing(await testApp({ databaseUrl, firstUser }));

async function signIn(app: TestApp, { username, password } = DEMO_LOGIN) {
  const { token } = await app.anonymous.auth.login({ username, password });
  return app.callerFor({ bearer: token });
}

describe('the first start', () => {
  it('lets the demo user in to a board with the cards of the documentation', async () => {
    const app = await startApp();
    const caller = await signIn(app);
    const boards = await caller.boards.list();
    expect(boards).toMatchObject([{ key: 'RM', title: 'Product roadmap', role: 'owner' }]);
    const board = await caller.boards.get({ boardId: boards[0]?.id ?? '' });
    const shown = board.columns.map((column) => [
      column.id,
      column.title,
      ...board.cards.filter((card) => card.columnId === column.id).map((card) => `${card.id} ${card.title}`),
    ]);
    expect(shown).toEqual([
      ['col-backlog', 'Backlog', 'card-1 Align roadmap themes', 'card-2 Gather customer signals'],
      ['col-discovery', 'Discovery', 'card-3 Prototype analytics view'],
      ['col-progress', 'In Progress', 'card-4 Refine status language', 'card-5 Design card layout'],
      ['col-review', 'Review', 'card-6 QA micro-interactions'],
      ['col-done', 'Done', 'card-7 Ship marketing page', 'card-8 Close onboarding sprint'],
    ]);
    expect(board.cards.every((card) => (card.details ?? '').length > 20 && !card.details?.includes('\n'))).toBe(true);
    expect(board.cards.map((card) => card.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('happens once, also where several processes start at the same time, and again later', async () => {
    const all = await Promise.all([start(), start(), start(), start()]);
    await start();
    const db = all[0].db.read;
    expect(await db.selectFrom('users').select('username').execute()).toEqual([{ username: 'user' }]);
    expect(await db.selectFrom('boards').select('seq').execute()).toEqual([{ seq: 1 }]);
  });

  it('leaves a database alone that has a user in it', async () => {
    await start({ username: 'ann', password: 'a good password' });
    const services = await start();
    expect(await services.db.read.selectFrom('users').select('username').execute()).toEqual([{ username: 'ann' }]);
  });

  it('refuses a first user that could not sign in, and makes nothing', async () => {
    await expect(start({ username: 'ann', password: 'short' })).rejects.toThrow('TALKAN_PASSWORD must be 8 to 200');
    await expect(start({ username: '', password: 'long enough' })).rejects.toThrow('TALKAN_USER must be 1 to 120');
    expect(await signIn(await startApp())).toBeDefined();
  });
});

describe('the sign-in of the documentation', () => {
  it('counts as valid until its password is another one', async () => {
    const app = await startApp();
    const caller = await signIn(app);
    expect(await isDemoLoginValid(app.services)).toBe(true);
    expect((await caller.auth.me()).demoPassword).toBe(true);
    await caller.auth.changePassword({ current: 'password', next: 'another password' });
    expect(await isDemoLoginValid(app.services)).toBe(false);
    expect((await caller.auth.me()).demoPassword).toBe(false);
    await caller.auth.changePassword({ current: 'another password', next: 'password' });
    expect(await isDemoLoginValid(app.services)).toBe(true);
  });

  it('is not valid where another first user was named', async () => {
    const app = await startApp({ username: 'ann', password: 'password' });
    expect(await isDemoLoginValid(app.services)).toBe(false);
    expect((await failureOf(signIn(app))).code).toBe('UNAUTHORIZED');
  });
});

describe('failed sign-ins', () => {
  it('are counted across restarts and processes', async () => {
    const one = await startApp();
    const wrong = (app: TestApp) => failureOf(signIn(app, { username: 'user', password: 'wrong' }));
    for (let round = 0; round < 3; round++) expect((await wrong(one)).code).toBe('UNAUTHORIZED');
    const two = await startApp();
    for (let round = 0; round < 2; round++) expect((await wrong(two)).code).toBe('UNAUTHORIZED');
    expect((await wrong(one)).code).toBe('TOO_MANY_REQUESTS');
    expect((await failureOf(signIn(two))).code).toBe('TOO_MANY_REQUESTS');
  });
});
