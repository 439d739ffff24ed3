import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { german } from '@talkan/words/de';
import { ENGLISH, speak } from '@talkan/words/language';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf, TEST_PASSWORD, testApp, type Person, type TestApp } from '../testing.js';
import { openDatabase, writeTransaction } from './open.js';
import { StorageError } from './storage-error.js';
import { createStorage, type StorageOptions } from './storage.js';

let folder = '';
let file = '';
const apps: TestApp[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-storage-'));
  file = join(folder, 'talkan.db');
});
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
  await rm(folder, { recursive: true });
});

async function start(): Promise<TestApp> {
  const app = await testApp({ databaseUrl: `file:${file}` });
  apps.push(app);
  return app;
}

async function stop(app: TestApp): Promise<void> {
  apps.splice(apps.indexOf(app), 1);
  await app.close();
}

/** Leaves the file as large as it is: to SQLite that is a disk that is full. */
async function fill({ services }: TestApp): Promise<void> {
  await sql`pragma max_page_count = 1`.execute(services.db.write);
}

async function free({ services }: TestApp): Promise<void> {
  await sql`pragma max_page_count = 1000000`.execute(services.db.write);
}

const LONG = 'x'.repeat(30_000);
const statusOf = (app: TestApp) => app.services.storage.state().status;
const recovered = (app: TestApp) => expect.poll(() => statusOf(app)).toBe('ok');

function addCard({ caller, boardId }: Person, changeId: string) {
  const operation = { type: 'card.create' as const, cardId: changeId, columnId: 'col-done', title: 'T', details: LONG };
  return caller.boards.commit({ boardId, changeId, operations: [operation] });
}

describe('a full disk', () => {
  it('fails a change with a sentence and 507, lets reads go on, and is over by itself', async () => {
    const app = await start();
    const ann = await app.user('ann');
    await addCard(ann, 'first');
    const before = await ann.caller.boards.get({ boardId: ann.boardId });
    await fill(app);
    for (const changeId of ['second', 'third']) {
      expect(await failureOf(addCard(ann, changeId))).toMatchObject({
        status: 507,
        code: 'SERVICE_UNAVAILABLE',
        message: expect.stringContaining('its disk is full'),
      });
    }
    expect(statusOf(app)).toBe('full');
    expect(await ann.caller.boards.get({ boardId: ann.boardId })).toEqual(before);
    await free(app);
    await recovered(app);
    expect(await addCard(ann, 'second')).toMatchObject({ seq: before.seq + 1 });

    // Another process knows nothing but the file.
    const other = await start();
    const visitor = other.callerFor({ bearer: ann.token });
    const after = await ann.caller.boards.get({ boardId: ann.boardId });
    expect(await visitor.boards.get({ boardId: ann.boardId })).toEqual(after);
    const { changes } = await visitor.boards.changes({ boardId: ann.boardId, after: 0 });
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
    expect(changes.slice(-2).map(({ changeId }) => changeId)).toEqual(['first', 'second']);
    const { rows } = await sql`pragma integrity_check`.execute(other.services.db.read);
    expect(rows).toEqual([{ integrity_check: 'ok' }]);
  });

  it('is told to who watches, and that it is over, on a stream that does not end', async () => {
    const app = await start();
    const ann = await app.user('ann');
    const told: unknown[] = [];
    const troubles: unknown[] = [];
    const stream = await ann.caller.boards.watch({ boardId: ann.boardId });
    const watching = (async () => {
      for await (const event of stream) {
        if ('type' in event && event.type === 'storage') {
          told.push(event.problem);
          troubles.push(event.trouble);
        }
        if (told.length === 2) return 'both';
      }
      return 'ended';
    })();
    await fill(app);
    await failureOf(addCard(ann, 'one'));
    await expect.poll(() => told).toEqual([expect.stringContaining('its disk is full')]);
    await free(app);
    expect(await watching).toBe('both');
    expect(told[1]).toBeNull();
    // Who reads it in another language says it for themselves.
    expect(troubles).toEqual([{ fault: 'full', backupAt: null }, null]);
  });

  it('is told to each in their own language, whoever met it first', () => {
    const failure = new StorageError('full');
    speak(() => ({ code: 'de', locale: 'de-DE', catalogue: german }));
    try {
      expect(failure.say()).toContain('seine Festplatte voll ist');
    } finally {
      speak(() => ENGLISH);
    }
  });

  it('in the middle of a transaction leaves nothing of it behind, even where its author goes on', async () => {
    const { services } = await start();
    const insert = (id: string, key: string) => ({ id, key, at: '2026-01-01' });
    await sql`pragma cache_size = 5`.execute(services.db.write);
    await sql`pragma max_page_count = 1`.execute(services.db.write);
    const work = writeTransaction(services.db, async (trx) => {
      await trx.insertInto('login_failures').values(insert('small', 'a')).execute();
      const failed = await trx
        .insertInto('login_failures')
        .values(insert('large', LONG.repeat(20)))
        .execute()
        .catch((error: unknown) => error);
      expect(String(failed)).toContain('its disk is full');
      await trx.insertInto('login_failures').values(insert('after', 'b')).execute();
    });
    const failure = await work.catch((error: unknown) => error);
    const rows = await services.db.read.selectFrom('login_failures').select('id').execute();
    // SQLite may have kept the transaction, and then all else of it counts; never a part of it.
    expect(rows.map(({ id }) => id)).toEqual(failure === undefined ? ['after', 'small'] : []);
  });
});

describe('a disk that may only be read', () => {
  it('keeps nobody from reading, signs nobody in, and is written to again by a connection made anew', async () => {
    const app = await start();
    const ann = await app.user('ann');
    const login = () => app.anonymous.auth.login({ username: 'ann', password: TEST_PASSWORD });
    await sql`pragma query_only = on`.execute(app.services.db.write);
    // Who was last seen long ago is noted, as is who has the board open.
    app.clock.advance(11 * 60_000);
    expect((await ann.caller.auth.me()).user.username).toBe('ann');
    expect(await ann.caller.boards.present({ boardId: ann.boardId, clientId: 'window' })).toEqual({});
    expect(await failureOf(login())).toMatchObject({ status: 507, message: expect.stringContaining('may only read') });
    expect(statusOf(app)).toBe('read_only');
    await recovered(app);
    expect((await login()).token).toEqual(expect.any(String));
    await addCard(ann, 'one');
    expect((await ann.caller.boards.get({ boardId: ann.boardId })).cards.map(({ id }) => id)).toContain('one');
  });
});

/** A database with a history, and in the middle of that history a page that is no page any more. */
async function damage(): Promise<{ readonly token: string; readonly boardId: string }> {
  const app = await start();
  const ann = await app.user('ann');
  for (let number = 0; number < 8; number += 1) await addCard(ann, `card-of-${number}`);
  const { rows } = await sql<{ pageno: number }>`
    select pageno from dbstat where name = 'changes' and pagetype = 'leaf' order by pageno
  `.execute(app.services.db.read);
  const page = rows[Math.floor(rows.length / 2)]?.pageno ?? 0;
  expect(page).toBeGreaterThan(1);
  await stop(app);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
  await handle.close();
  return { token: ann.token, boardId: ann.boardId };
}

async function keepBackup(): Promise<void> {
  await mkdir(join(folder, 'backups'));
  await writeFile(join(folder, 'backups', 'talkan-2026-11-23T03-00-00Z-daily.db'), '');
}

describe('a damaged file', () => {
  it('is read and not written to, and the newest backup is named', async () => {
    const { token, boardId } = await damage();
    await keepBackup();
    const bytes = await readFile(file);
    const app = await start();
    const ann = app.callerFor({ bearer: token });
    const failure = await failureOf(
      ann.boards.commit({ boardId, changeId: 'x', operations: [{ type: 'board.rename', title: 'X' }] }),
    );
    expect(failure).toMatchObject({ status: 507, message: expect.stringContaining('is damaged') });
    expect((await ann.boards.get({ boardId })).title).not.toBe('X');
    await expect.poll(() => app.services.storage.state().message).toContain('newest backup');
    const state = app.services.storage.state();
    expect(state.message).toContain('of 23 November 2026 at 03:00 UTC, with “npm run restore”');
    expect(state.details).toContainEqual(expect.stringMatching(/page|database/));
    expect(state.message).not.toContain(folder);
    await stop(app);
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  it('that is found out by reading it counts as much', async () => {
    const { token, boardId } = await damage();
    const app = await start();
    const ann = app.callerFor({ bearer: token });
    expect(await failureOf(ann.boards.changes({ boardId, after: 0 }))).toMatchObject({ status: 507 });
    expect(statusOf(app)).toBe('damaged');
  });

  it('that cannot be opened at all ends the start with a sentence that names it', async () => {
    await keepBackup();
    await writeFile(file, 'This was a database. '.repeat(500));
    await expect(openDatabase(`file:${file}`)).rejects.toThrow(
      /file is not a database.*of 23 November 2026.*“npm run restore”.*talkan-2026-11-23T03-00-00Z-daily\.db/,
    );
  });
});

describe('the check of a file', () => {
  const options: StorageOptions = {
    diagnose: () => 'failing',
    newestBackup: async () => null,
    canWrite: () => true,
  };

  it('is waited for by writes alone', async () => {
    const storage = createStorage(options);
    const check = Promise.withResolvers<readonly string[]>();
    storage.awaitCheck(check.promise);
    expect(storage.state()).toMatchObject({ status: 'checking', message: null });
    let admitted = false;
    const admission = storage.admit().then(() => (admitted = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(admitted).toBe(false);
    check.resolve([]);
    await admission;
    expect(storage.state().status).toBe('ok');
  });

  it('of a sound file lets everything go on', async () => {
    await stop(await start());
    const app = await start();
    const ann = await app.user('ann');
    await addCard(ann, 'one');
    expect(statusOf(app)).toBe('ok');
    expect(
      await failureOf(app.anonymous.auth.login({ username: 'ann', password: `not ${TEST_PASSWORD}` })),
    ).toMatchObject({
      code: 'UNAUTHORIZED',
    });
  });

  it('can be broken off at any moment, and the process lives on', async () => {
    const file = `file:${join(folder, 'broken-off.db')}`;
    await (await openDatabase(file)).close();
    for (let ms = 0; ms < 120; ms += 6) {
      const db = await openDatabase(file);
      await sleep(ms);
      await db.close();
    }
  });

  it('that takes very long is not waited for for ever', async () => {
    vi.useFakeTimers();
    try {
      const storage = createStorage(options);
      storage.awaitCheck(new Promise(() => {}));
      const admission = storage.admit().catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(21_000);
      expect(String(await admission)).toContain('still checking its database');
    } finally {
      vi.useRealTimers();
    }
  });
});
