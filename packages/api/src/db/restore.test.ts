import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listBackups, type Backup } from './backups.js';
import { backUp } from './make-backup.js';
import { openDatabase, type Db } from './open.js';
import { restoreBackup } from './restore.js';

const NOW = Date.UTC(2026, 10, 24, 18, 37);
const REPLACED = 'talkan.db.replaced-2026-11-24T18-37-00Z';

let folder = '';
let databaseFile = '';
/** The folder of a database with Ann in it, a backup of that, and Bob since then. */
let model = '';
let backup: Backup;
const opened: Db[] = [];

const board = { id: 'board-1', key: 'B', title: 'Board', seq: 0, last_number: 0, created_at: '' };
const invitation = {
  id: 'invitation-1',
  token_hash: 'b',
  board_id: board.id,
  role: 'viewer' as const,
  created_by: 'ann',
  created_at: '',
  expires_at: '2999',
  revoked_at: null,
  used_at: null,
  used_by: null,
};
const user = (id: string) => ({ id, username: id, password_hash: 'x', demo_password: 0, created_at: '' });

beforeAll(async () => {
  model = await mkdtemp(join(tmpdir(), 'talkan-model-'));
  databaseFile = join(model, 'talkan.db');
  const db = await open();
  await db.write.insertInto('users').values(user('ann')).execute();
  const session = { token_hash: 'a', user_id: 'ann', created_at: '', last_seen_at: '' };
  await db.write.insertInto('sessions').values(session).execute();
  await db.write.insertInto('boards').values(board).execute();
  await db.write.insertInto('invitations').values(invitation).execute();
  await backUp({ databaseFile });
  await db.write.insertInto('users').values(user('bob')).execute();
  await closeAll();
});
afterAll(() => rm(model, { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-restore-'));
  databaseFile = join(folder, 'talkan.db');
  await cp(model, folder, { recursive: true });
  const [made] = await listBackups(databaseFile);
  if (made === undefined) throw new Error('A backup was made');
  backup = made;
});
afterEach(async () => {
  await closeAll();
  await rm(folder, { recursive: true });
});

async function open(): Promise<Db> {
  const db = await openDatabase(`file:${databaseFile}`);
  opened.push(db);
  return db;
}
const closeAll = () => Promise.all(opened.splice(0).map((db) => db.close()));
const restore = (from: string) => restoreBackup({ databaseFile, from, now: NOW });

function usersIn(file: string): unknown[] {
  const database = new Sqlite(file, { readonly: true });
  const users = database.prepare('select id from users order by id').pluck().all();
  database.close();
  return users;
}

/** Every file and what is in it. */
async function allFiles(): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = files.map(async (file) => {
    const hash = createHash('sha256').update(await readFile(file));
    return [file, hash.digest('hex')] as const;
  });
  return new Map(await Promise.all(hashes));
}

describe('a backup', () => {
  it('is one file that opens alone, for its owner only', async () => {
    expect((await stat(backup.file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'backups'))).mode & 0o777).toBe(0o700);
    expect(usersIn(backup.file)).toEqual(['ann']);
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1);
  });

  it('is not taken for another one within the same second, and removes what a killed process has left', async () => {
    await writeFile(`${backup.file}.part`, 'half');
    await writeFile(`${backup.file}.part-journal`, 'half');
    await backUp({ databaseFile });
    await backUp({ databaseFile });
    expect(await listBackups(databaseFile)).toHaveLength(3);
    expect(await readdir(join(folder, 'backups'))).toHaveLength(3);
  });

  it('can be made in another folder, or as a file that is not there yet', async () => {
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    await backUp({ databaseFile }, elsewhere);
    expect(await listBackups(databaseFile, elsewhere)).toHaveLength(1);
    const file = join(elsewhere, 'copy.db');
    await backUp({ databaseFile }, file);
    expect(usersIn(file)).toEqual(['ann', 'bob']);
    await expect(backUp({ databaseFile }, file)).rejects.toThrow('already');
    await expect(backUp({ databaseFile }, join(folder, 'nowhere', 'copy.db'))).rejects.toThrow('There is no folder');
    await expect(backUp({ databaseFile: join(folder, 'other.db') })).rejects.toThrow('There is no database');
  });

  it('is not made of a damaged database', async () => {
    const { size } = await stat(databaseFile);
    await truncate(databaseFile, size - 8192);
    await expect(backUp({ databaseFile })).rejects.toThrow(
      /damaged.*The earlier ones are kept|damaged.*the earlier ones are kept/,
    );
    expect(await listBackups(databaseFile)).toHaveLength(1);
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1);
  });
});

describe('restoring', () => {
  it('puts the copy in the place of the database, keeps that, and leads back to it', async () => {
    expect(await restore(backup.file)).toMatchObject({ replaced: join(folder, REPLACED) });
    expect(usersIn(databaseFile)).toEqual(['ann']);
    expect(usersIn(join(folder, REPLACED))).toEqual(['ann', 'bob']);
    expect((await stat(databaseFile)).mode & 0o777).toBe(0o600);
    await restore(join(folder, REPLACED));
    expect(usersIn(databaseFile)).toEqual(['ann', 'bob']);
    expect(await readdir(folder)).toContain('talkan.db.replaced-2026-11-24T18-37-01Z');
  });

  it('ends the sign-ins and the open invitations of that time, and leaves the backup as it is', async () => {
    const before = await readFile(backup.file);
    await restore(backup.file);
    const db = await open();
    expect(await db.read.selectFrom('sessions').selectAll().execute()).toEqual([]);
    const [{ revoked_at } = { revoked_at: null }] = await db.read
      .selectFrom('invitations')
      .select('revoked_at')
      .execute();
    expect(revoked_at).toBe(new Date(NOW).toISOString());
    expect(await readFile(backup.file)).toEqual(before);
  });

  it('takes what a killed process left in the write-ahead log into what is kept, and nothing of it into the database', async () => {
    const db = await open();
    await db.write.insertInto('users').values(user('cleo')).execute();
    const killed = join(folder, 'killed');
    await mkdir(killed);
    for (const name of ['talkan.db', 'talkan.db-wal', 'talkan.db-shm']) {
      await copyFile(join(folder, name), join(killed, name));
    }
    const { replaced } = await restoreBackup({ databaseFile: join(killed, 'talkan.db'), from: backup.file });
    expect(usersIn(replaced ?? '')).toEqual(['ann', 'bob', 'cleo']);
    expect(usersIn(join(killed, 'talkan.db'))).toEqual(['ann']);
  });

  it('replaces one that is damaged, and keeps that with all that belongs to it', async () => {
    await writeFile(databaseFile, 'not a database, but long enough to be taken for one. '.repeat(40));
    await writeFile(`${databaseFile}-wal`, 'a log');
    await restore(backup.file);
    expect(usersIn(databaseFile)).toEqual(['ann']);
    expect(await readFile(join(folder, `${REPLACED}-wal`), 'utf8')).toBe('a log');
    expect(await readdir(folder)).not.toContain('talkan.db-wal');
  });

  it('begins an era, so that what is known by a number from before is not taken for what has it now', async () => {
    const eras = new Set<number>();
    const look = async () => {
      const db = await open();
      eras.add(db.era);
      await closeAll();
    };
    await look();
    await look();
    expect(eras.size).toBe(1);
    for (const from of [backup.file, join(folder, REPLACED)]) {
      await restore(from);
      await look();
    }
    expect(eras.size).toBe(3);
  });

  it('needs no database to be there', async () => {
    await rm(databaseFile);
    expect(await restore(backup.file)).toMatchObject({ replaced: null });
    expect(usersIn(databaseFile)).toEqual(['ann']);
  });
});

describe('restoring changes nothing and says why', () => {
  async function expectRefusal(from: string, sentence: RegExp): Promise<void> {
    const before = await allFiles();
    await expect(restore(from)).rejects.toThrow(sentence);
    expect(await allFiles()).toEqual(before);
  }

  async function fileWith(content: string): Promise<string> {
    const file = join(folder, 'other.db');
    await writeFile(file, content);
    return file;
  }

  function databaseWith(sql: string): string {
    const file = join(folder, 'other.db');
    const database = new Sqlite(file);
    database.exec(sql);
    database.close();
    return file;
  }

  it('while Talkan has the database open, idle or not', async () => {
    await open();
    await expectRefusal(backup.file, /^Talkan is running on this database/);
  });

  it('while another program has it open', async () => {
    const other = new Sqlite(databaseFile, { readonly: true });
    other.prepare('select * from users').all();
    await expect(restore(backup.file)).rejects.toThrow(/^Another program has this database open/);
    other.close();
    expect(usersIn(databaseFile)).toEqual(['ann', 'bob']);
    expect(await readdir(folder)).not.toContain(REPLACED);
  });

  it('where there is no such file, or a folder, or the database itself', async () => {
    await expectRefusal(join(folder, 'nowhere.db'), /There is no file .*nowhere\.db/);
    await expectRefusal(join(folder, 'backups'), /is not a file/);
    await expectRefusal(databaseFile, /is the database itself/);
  });

  it('where the file is no database, or not one of Talkan', async () => {
    await expectRefusal(await fileWith('words '.repeat(400)), /cannot be restored: it is not a database\./);
    await rm(join(folder, 'other.db'));
    await expectRefusal(await fileWith(''), /it is not a database of Talkan/);
    await expectRefusal(databaseWith('create table t (a)'), /it is not a database of Talkan/);
  });

  it('where the file is damaged', async () => {
    await truncate(backup.file, backup.bytes - 8192);
    await expectRefusal(backup.file, /cannot be restored: it is damaged/);
  });

  it('where a newer version wrote it', async () => {
    const newer = new Sqlite(backup.file);
    newer.exec("insert into migrations values ('9999-future', '')");
    newer.close();
    await expectRefusal(backup.file, /a newer Talkan wrote it \(it has the step “9999-future”\)/);
  });
});
