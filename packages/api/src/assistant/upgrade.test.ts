import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeOldDatabase, STEPS } from '../testing-old-database.js';
import { testApp } from '../testing.js';

/** What a Talkan before cards had labels, people and dates left. */
const FIXTURE = new URL('../../fixtures/version-1.sql', import.meta.url);
const STEPS_THEN = 6;
const STEPS_BEFORE = STEPS.indexOf('0013-assistant');

async function ownersAfter(steps: number, fill: (database: Sqlite.Database) => void): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'talkan-owners-'));
  const file = join(folder, 'talkan.db');
  await makeOldDatabase(file, steps);
  const database = new Sqlite(file);
  fill(database);
  database.close();
  const app = await testApp({ databaseUrl: `file:${file}` });
  try {
    await app.user('newcomer');
    const users = app.services.db.read.selectFrom('users').where('instance_owner', '=', 1).select('username');
    return (await users.execute()).map(({ username }) => username);
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}

const addUser = (database: Sqlite.Database, name: string, at: string) =>
  database
    .prepare('insert into users (id, username, password_hash, demo_password, created_at) values (?, ?, ?, 0, ?)')
    .run(name, name, 'x', at);

it('an old database gets its oldest user as its owner', async () => {
  const fixture = await readFile(FIXTURE, 'utf8');
  expect(await ownersAfter(STEPS_THEN, (database) => database.exec(fixture))).toEqual(['zoe']);
});

it('of several users the one who came first is it, whatever their names', async () => {
  const owners = await ownersAfter(STEPS_BEFORE, (database) => {
    addUser(database, 'bob', '2026-11-02T00:00:00.000Z');
    addUser(database, 'zoe', '2026-11-01T00:00:00.000Z');
    addUser(database, 'ann', '2026-11-03T00:00:00.000Z');
  });
  expect(owners).toEqual(['zoe']);
});

it('an old database without users gets the first one', async () => {
  expect(await ownersAfter(STEPS_BEFORE, () => {})).toEqual(['newcomer']);
});
