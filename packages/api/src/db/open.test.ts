import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseBusyError, retryBusy } from './busy.js';
import { migrate, MIGRATIONS } from './migrate.js';
import type { Migration } from './migration.js';
import { openDatabase, readTransaction, writeTransaction, type Db } from './open.js';

let folder = '';
const opened: Db[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-db-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.close()));
  await rm(folder, { recursive: true });
});

async function open(name = 'talkan.db'): Promise<Db> {
  const db = await openDatabase(`file:${join(folder, name)}`);
  opened.push(db);
  return db;
}

async function pragma(db: Db, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db.write);
  return Object.values(rows[0] ?? {})[0];
}

const user = (id: string) => ({ id, username: id, password_hash: 'x', demo_password: 0, created_at: '' });
const countUsers = async (db: Db) => (await db.read.selectFrom('users').select('id').execute()).length;

describe('opening a database', () => {
  it('syncs what it acknowledges, checks foreign keys and lets readers read while it writes', async () => {
    const db = await open('new/folder/talkan.db');
    expect(await pragma(db, 'journal_mode')).toBe('wal');
    expect(await pragma(db, 'synchronous')).toBe(2);
    expect(await pragma(db, 'foreign_keys')).toBe(1);
  });

  it('makes every table strict', async () => {
    const db = await open();
    const { rows } = await sql<{ name: string; type: string; strict: number }>`pragma table_list`.execute(db.read);
    // SQLite makes those of the index of words, and its own.
    const own = rows.filter((row) => row.type === 'table' && !row.name.startsWith('sqlite_'));
    expect(own.length).toBeGreaterThan(7);
    expect(own.filter((row) => row.strict !== 1)).toEqual([]);
  });

  it('keeps what was written when it is opened again', async () => {
    const first = await open();
    await first.write.insertInto('users').values(user('ann')).execute();
    await first.close();
    expect(await countUsers(await open())).toBe(1);
  });

  it('cannot write through the connection for reading', async () => {
    const db = await open();
    await expect(db.read.insertInto('users').values(user('ann')).execute()).rejects.toThrow(/readonly/);
  });

  it('refuses PostgreSQL and what is not a file, each with a sentence', async () => {
    await expect(openDatabase('postgres://localhost/talkan')).rejects.toThrow('PostgreSQL is not supported yet.');
    await expect(openDatabase('mysql://localhost/talkan')).rejects.toThrow('DATABASE_URL is not a file.');
    await expect(openDatabase('file:')).rejects.toThrow('DATABASE_URL is not a file.');
  });

  it('keeps its files from everybody else on the machine', async () => {
    const db = await open();
    await db.write.insertInto('users').values(user('ann')).execute();
    for (const name of ['talkan.db', 'talkan.db-wal']) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    }
  });

  it('says which file it cannot open', async () => {
    await writeFile(join(folder, 'notes.txt'), 'not a database, but long enough to be taken for one. '.repeat(40));
    const opening = openDatabase(`file:${join(folder, 'notes.txt')}`);
    await expect(opening).rejects.toThrow(
      /notes\.txt could not be opened: file is not a database\. Check DATABASE_URL/,
    );
  });

  it('refuses a database that a newer version has written', async () => {
    const db = await open();
    await db.write.insertInto('migrations').values({ name: '9999-future', applied_at: '' }).execute();
    await expect(openDatabase(`file:${join(folder, 'talkan.db')}`)).rejects.toThrow(
      /written by a newer version of Talkan .*9999-future/,
    );
  });

  it('opens for several processes at once, each step of the migration done once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => open()));
    const steps = await all[0]?.read.selectFrom('migrations').select('name').execute();
    expect(steps?.map((step) => step.name).toSorted()).toEqual([...MIGRATIONS.keys()].toSorted());
  });
});

describe('a migration', () => {
  it('that fails leaves nothing behind', async () => {
    const db = await open();
    const failing: Migration = async (target) => {
      await target.schema.createTable('half').addColumn('id', 'text').execute();
      throw new Error('out of luck');
    };
    await expect(migrate(db.write, new Map([...MIGRATIONS, ['9999-half', failing]]))).rejects.toThrow('out of luck');
    const { rows } = await sql`select name from sqlite_schema where name = 'half'`.execute(db.read);
    expect(rows).toEqual([]);
    expect(await db.read.selectFrom('migrations').selectAll().execute()).toHaveLength(MIGRATIONS.size);
  });
});

describe('a transaction', () => {
  it('leaves nothing behind when it fails', async () => {
    const db = await open();
    const failing = writeTransaction(db, async (trx) => {
      await trx.insertInto('users').values(user('ann')).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await countUsers(db)).toBe(0);
  });

  it('that reads and then writes waits for another process instead of failing', async () => {
    const [one, two] = [await open(), await open()];
    const addNext = (db: Db) =>
      writeTransaction(db, async (trx) => {
        const { length } = await trx.selectFrom('users').select('id').execute();
        // Gives the other one the chance to come in between.
        await new Promise((resolve) => setImmediate(resolve));
        await trx
          .insertInto('users')
          .values(user(`user-${length}`))
          .execute();
      });
    await Promise.all(Array.from({ length: 40 }, (_, index) => addNext(index % 2 === 0 ? one : two)));
    expect(await countUsers(two)).toBe(40);
  });

  it('waits for a busy database without holding up the rest of the process', async () => {
    const [one, two] = [await open(), await open()];
    const { promise: release, resolve: letGo } = Promise.withResolvers<void>();
    const holding = writeTransaction(one, () => release);
    const waiting = two.write.insertInto('users').values(user('ann')).execute();
    let turns = 0;
    while (turns < 20) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      turns += 1;
    }
    letGo();
    await Promise.all([holding, waiting]);
    expect(await countUsers(one)).toBe(1);
  });

  it('that is long lets the rest of the process have its turn, which sees nothing of it yet', async () => {
    const db = await open();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await writeTransaction(db, async (trx) => {
      for (let id = 0; id < 8000; id += 1)
        await trx
          .insertInto('users')
          .values(user(`u${id}`))
          .execute();
      expect(await countUsers(db)).toBe(0);
    });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
    expect(await countUsers(db)).toBe(8000);
  });

  it('lets the rest of the process have its turn between one and the next', async () => {
    const db = await open();
    const order: string[] = [];
    const writes = ['a', 'b', 'c'].map(async (id) => {
      await writeTransaction(db, (trx) => trx.insertInto('users').values(user(id)).execute());
      order.push(id);
    });
    setImmediate(() => order.push('the rest'));
    await Promise.all(writes);
    expect(order.indexOf('the rest')).toBeLessThan(2);
  });

  it('sees one state of the database throughout, whatever others write', async () => {
    const [one, two] = [await open(), await open()];
    const seen = await readTransaction(one, async (trx) => {
      const before = await trx.selectFrom('users').selectAll().execute();
      await two.write.insertInto('users').values(user('ann')).execute();
      return [before.length, (await trx.selectFrom('users').selectAll().execute()).length];
    });
    expect(seen).toEqual([0, 0]);
    expect(await countUsers(one)).toBe(1);
  });
});

describe('waiting for a busy database', () => {
  const busy = (code: string) => () => {
    throw Object.assign(new Error('database is locked'), { code });
  };

  it('ends with a sentence', async () => {
    const failure: unknown = await retryBusy(busy('SQLITE_BUSY'), 20).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseBusyError);
    expect(String(failure)).toContain('Nothing was changed; try again in a moment.');
  });

  it('is not tried where waiting cannot help', async () => {
    await expect(retryBusy(busy('SQLITE_BUSY_SNAPSHOT'))).rejects.toThrow('database is locked');
    await expect(retryBusy(busy('SQLITE_CORRUPT'))).rejects.toThrow('database is locked');
  });
});
