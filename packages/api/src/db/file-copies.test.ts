import { setTimeout } from 'node:timers/promises';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups } from './backups.js';
import { backUp, backUpDaily } from './make-backup.js';
import { openDatabase } from './open.js';
import { restoreBackup } from './restore.js';

let folder = '';
let databaseFile = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-copies-'));
  databaseFile = join(folder, 'talkan.db');
  await edit({ users: ['ann'], files: ['one', 'two'] });
});
afterEach(() => rm(folder, { recursive: true }));

interface Edit {
  readonly users?: readonly string[];
  readonly files?: readonly string[];
  readonly gone?: readonly string[];
}
const pathOf = (id: string, within = join(folder, 'talkan-files')) => join(within, 'board-1', id);
const saved = () => join(folder, 'backups', 'talkan-files');

/** As a server would: rows and bytes. */
async function edit({ users = [], files = [], gone = [] }: Edit): Promise<void> {
  const db = await openDatabase(`file:${databaseFile}`);
  for (const id of users) {
    const user = { id, username: id, password_hash: 'x', demo_password: 0, created_at: '' };
    await db.write.insertInto('users').values(user).execute();
    const board = { id: 'board-1', key: 'B', title: 'Board', seq: 0, last_number: 0, created_at: '' };
    await db.write.insertInto('boards').values(board).execute();
  }
  for (const id of files) {
    const about = { name: id, size: id.length, type: 'text/plain', width: null, height: null };
    const origin = { board_id: 'board-1', id, created_at: '', created_by: 'ann' };
    await db.write
      .insertInto('files')
      .values({ ...origin, ...about })
      .execute();
    await mkdir(dirname(pathOf(id)), { recursive: true });
    await writeFile(pathOf(id), `bytes of ${id}`);
  }
  for (const id of gone) {
    await db.write.deleteFrom('files').where('id', '=', id).execute();
    await rm(pathOf(id), { force: true });
  }
  await db.close();
}
const make = () => backUp({ databaseFile });
const makeDaily = () => backUpDaily({ databaseFile }, () => true);
const restore = (from: string) => restoreBackup({ databaseFile, from });
const textOf = (path: string) => readFile(path, 'utf8');

describe('a backup', () => {
  it('has the files on cards beside it, once for all backups', async () => {
    expect(await make()).toMatchObject({ lost: 0 });
    await edit({ files: ['three'] });
    await make();
    expect(readdirSync(join(saved(), 'board-1')).toSorted()).toEqual(['one', 'three', 'two']);
    expect(await textOf(pathOf('one', saved()))).toBe('bytes of one');
    // On the same disk they take no room of their own.
    expect((await stat(pathOf('one', saved()))).ino).toBe((await stat(pathOf('one'))).ino);
    expect(await listBackups(databaseFile)).toHaveLength(2);
  });

  it('is made all the same where a file is missing, and says so', async () => {
    await rm(pathOf('one'));
    expect(await make()).toMatchObject({ lost: 1 });
  });

  it('by another name has its files by that name', async () => {
    const to = join(folder, 'elsewhere.db');
    await backUp({ databaseFile }, to);
    expect(await textOf(pathOf('two', join(folder, 'elsewhere-files')))).toBe('bytes of two');
    await rm(join(folder, 'talkan-files'), { recursive: true });
    expect(await restore(to)).toMatchObject({ lost: 0 });
    expect(await textOf(pathOf('two'))).toBe('bytes of two');
  });

  it('keeps a file for as long as any of them has it', async () => {
    await makeDaily();
    await edit({ gone: ['one'] });
    // A backup is called by the second: of two in one the later is called by the next, and is none of the past yet.
    await setTimeout(1_100);
    await makeDaily();
    // Of one day the newest stays: now no backup has it any more.
    expect(readdirSync(join(saved(), 'board-1'))).toEqual(['two']);
    await edit({ files: ['three'] });
    await make();
    await edit({ gone: ['three'] });
    await setTimeout(1_100);
    await makeDaily();
    expect(readdirSync(join(saved(), 'board-1')).toSorted()).toEqual(['three', 'two']);
  });

  it('takes no file away while one of the others cannot be read', async () => {
    const { file } = await make();
    await edit({ gone: ['one'] });
    await writeFile(file, 'no database');
    await makeDaily();
    expect(existsSync(pathOf('one', saved()))).toBe(true);
  });
});

describe('restoring', () => {
  it('brings back files that were deleted, and keeps those from before with what was put aside', async () => {
    const { file } = await make();
    await edit({ files: ['later'], gone: ['one'] });
    const { replaced, lost } = await restore(file);
    expect(lost).toBe(0);
    expect(await textOf(pathOf('one'))).toBe('bytes of one');
    // What a sweep does.
    await rm(pathOf('later'));
    expect(await restore(replaced ?? '')).toMatchObject({ lost: 0 });
    expect(await textOf(pathOf('later'))).toBe('bytes of later');
  });

  it('on another machine, under another name, finds them beside the backup', async () => {
    const { file } = await make();
    const moved = join(folder, 'new', 'board.db');
    await mkdir(dirname(moved));
    expect(await restoreBackup({ databaseFile: moved, from: file })).toEqual({ replaced: null, lost: 0 });
    expect(await textOf(pathOf('one', join(folder, 'new', 'board-files')))).toBe('bytes of one');
  });

  it('says how many are nowhere to be found', async () => {
    const { file } = await make();
    await rm(saved(), { recursive: true });
    await rm(pathOf('one'));
    expect(await restore(file)).toMatchObject({ lost: 1 });
  });

  it('puts no file anywhere else than in its folder', async () => {
    const db = await openDatabase(`file:${databaseFile}`);
    await db.write.updateTable('files').set({ id: '../../evil' }).where('id', '=', 'one').execute();
    await db.close();
    const { file } = await make();
    await writeFile(join(folder, 'backups', 'evil'), 'evil');
    await restore(file);
    expect(readdirSync(folder).filter((name) => name.includes('evil'))).toEqual([]);
  });
});
