import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOldDatabase } from '../testing-old-database.js';
import { listBackups } from './backups.js';
import { MIGRATIONS } from './migrate.js';
import { openDatabase, type Db } from './open.js';

const OLD_STEPS = 3;
const FIRST_NEW_STEP = [...MIGRATIONS.keys()][OLD_STEPS] ?? '';

let folder = '';
let databaseFile = '';
const opened: Db[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-upgrade-'));
  databaseFile = join(folder, 'talkan.db');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.close()));
  await rm(folder, { recursive: true });
});

async function open(backups: { folder?: string } | null = {}): Promise<Db> {
  const db = await openDatabase(`file:${databaseFile}`, { backups });
  opened.push(db);
  return db;
}

/** As an older version has left it, with somebody in it. */
async function makeOld(users = ['ann']): Promise<void> {
  await makeOldDatabase(databaseFile, OLD_STEPS);
  const database = new Sqlite(databaseFile);
  const add = database.prepare(
    `insert into users (id, username, password_hash, demo_password, created_at) values (?, ?, 'x', 0, '')`,
  );
  for (const id of users) add.run(id, id);
  database.close();
}

function stepsOf(file: string): unknown[] {
  const database = new Sqlite(file, { readonly: true });
  const steps = database.prepare('select name from migrations order by name').pluck().all();
  database.close();
  return steps;
}

describe('opening the database of an older version', () => {
  it('copies it before its shape changes, once', async () => {
    await makeOld();
    await open();
    const [backup, ...others] = await listBackups(databaseFile);
    expect(others).toEqual([]);
    expect(backup?.kind).toBe(`before-${FIRST_NEW_STEP}`);
    expect(stepsOf(backup?.file ?? '')).toEqual([...MIGRATIONS.keys()].slice(0, OLD_STEPS));
    expect(stepsOf(databaseFile)).toEqual([...MIGRATIONS.keys()]);
    await open();
    expect(await listBackups(databaseFile)).toHaveLength(1);
  });

  it('makes one copy, however many processes start at once', async () => {
    await makeOld();
    await Promise.all(Array.from({ length: 4 }, () => open()));
    expect(await listBackups(databaseFile)).toHaveLength(1);
    expect(stepsOf(databaseFile)).toEqual([...MIGRATIONS.keys()]);
  });

  it('leaves it as it was where the copy fails, and says what to do', async () => {
    await makeOld();
    const folderInTheWay = join(folder, 'a-file');
    await writeFile(folderInTheWay, '');
    await expect(open({ folder: folderInTheWay })).rejects.toThrow(
      /^Talkan does not start: .*a-file is not a folder\..* BACKUPS=0 /,
    );
    expect(stepsOf(databaseFile)).toEqual([...MIGRATIONS.keys()].slice(0, OLD_STEPS));
    await open(null);
    expect(stepsOf(databaseFile)).toEqual([...MIGRATIONS.keys()]);
  });

  it('makes no copy of what nobody is in, nor of a new one', async () => {
    await makeOld([]);
    await open();
    expect(await readdir(folder)).not.toContain('backups');
  });
});

it('a new database has nothing to copy', async () => {
  await open();
  expect(await readdir(folder)).not.toContain('backups');
});

it('a database of a newer version is refused, not copied', async () => {
  const db = await open();
  await db.write
    .insertInto('users')
    .values({ id: 'ann', username: 'ann', password_hash: 'x', demo_password: 0, created_at: '' })
    .execute();
  await db.write.insertInto('migrations').values({ name: '9999-future', applied_at: '' }).execute();
  await expect(open()).rejects.toThrow('newer version of Talkan');
  expect(await readdir(folder)).not.toContain('backups');
});
