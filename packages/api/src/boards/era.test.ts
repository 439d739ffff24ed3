import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp } from '../db/make-backup.js';
import { restoreBackup } from '../db/restore.js';
import { failureOf, TEST_PASSWORD, testApp, type TestApp } from '../testing.js';

let folder = '';
const apps: TestApp[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-era-'));
});
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
  await rm(folder, { recursive: true });
});

async function start(databaseFile: string): Promise<TestApp> {
  const app = await testApp({ databaseUrl: `file:${databaseFile}` });
  apps.push(app);
  return app;
}

it('an undo from before a restore is refused, and not of the change that has its number now', async () => {
  const databaseFile = join(folder, 'talkan.db');
  const first = await start(databaseFile);
  const ann = await first.user('ann');
  const { boardId } = ann;
  const { era } = await ann.caller.auth.me();
  const { file } = await backUp({ databaseFile });
  const { seq } = await ann.caller.boards.commit({
    boardId,
    changeId: 'before',
    operations: [{ type: 'card.edit', cardId: 'card-1', title: 'Before' }],
  });
  apps.length = 0;
  await first.close();
  await restoreBackup({ databaseFile, from: file });

  const second = await start(databaseFile);
  const { token } = await second.anonymous.auth.login({ username: 'ann', password: TEST_PASSWORD });
  const again = second.callerFor({ bearer: token });
  const operations = [{ type: 'card.edit' as const, cardId: 'card-2', title: 'After' }];
  expect(await again.boards.commit({ boardId, changeId: 'after', operations })).toMatchObject({ seq });
  const late = await failureOf(again.boards.undo({ boardId, changeId: 'undo', seq, era }));
  expect(late).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('restored from a backup') });
  const now = (await again.auth.me()).era;
  expect(now).not.toBe(era);
  expect(await again.boards.undo({ boardId, changeId: 'undo', seq, era: now })).toMatchObject({ seq: seq + 1 });
});
