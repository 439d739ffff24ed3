import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectLogToLeadToRows } from './boards/testing/replay-log.js';
import { backUp } from './db/make-backup.js';
import { restoreBackup } from './db/restore.js';
import { failureOf, testApp, TEST_PASSWORD, type Person, type TestApp } from './testing.js';

const WRITERS = 8;

let folder = '';
let app: TestApp;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-load-'));
  app = await testApp({ databaseUrl: `file:${join(folder, 'talkan.db')}` });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** Goes on committing until it is told to stop; the names of the changes that were acknowledged. */
function writeOn({ caller, boardId }: Person, writer: number) {
  const acknowledged: string[] = [];
  const stop = new AbortController();
  const ended = (async () => {
    for (let number = 0; !stop.signal.aborted; number += 1) {
      const changeId = `w${writer}-${number}`;
      await caller.boards.commit({
        boardId,
        changeId,
        operations: [
          { type: 'card.create', cardId: changeId, columnId: 'col-backlog', title: changeId },
          { type: 'card.move', cardId: 'card-1', columnId: number % 2 === 0 ? 'col-done' : 'col-progress' },
        ],
      });
      acknowledged.push(changeId);
    }
  })();
  return {
    acknowledged,
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

it('a backup made while 8 people write has all that was acknowledged before, is whole, and serves', async () => {
  const place = { databaseFile: join(folder, 'talkan.db') };
  const ann = await app.user('ann');
  const others = await Promise.all(Array.from({ length: 3 }, () => app.member(ann.boardId, 'editor')));
  const alone = await Promise.all(Array.from({ length: WRITERS - 4 }, () => app.user()));
  const people = [ann, ...others, ...alone];
  const writers = people.map((person, index) => writeOn(person, index));
  await expect.poll(() => writers.every(({ acknowledged }) => acknowledged.length > 5), { timeout: 20_000 }).toBe(true);

  const before = writers.flatMap(({ acknowledged }) => acknowledged);
  const backup = await backUp(place);
  const after = writers.flatMap(({ acknowledged }) => acknowledged);
  await Promise.all(writers.map((writer) => writer.stop()));
  expect(after.length).toBeGreaterThan(before.length);

  const databaseFile = join(folder, 'elsewhere', 'talkan.db');
  await restoreBackup({ databaseFile, from: backup.file });
  const restored = await testApp({ databaseUrl: `file:${databaseFile}` });
  try {
    const { read } = restored.services.db;
    const kept = new Set((await read.selectFrom('changes').select('change_id').execute()).map((row) => row.change_id));
    expect(before.filter((changeId) => !kept.has(changeId))).toEqual([]);
    for (const boardId of new Set(people.map((person) => person.boardId))) await expectLogToLeadToRows(read, boardId);

    // Whoever was signed in then is not any more, and signs in anew.
    const bearer = restored.callerFor({ bearer: ann.token });
    expect(await failureOf(bearer.boards.list())).toMatchObject({ code: 'UNAUTHORIZED' });
    const { token } = await restored.anonymous.auth.login({ username: 'ann', password: TEST_PASSWORD });
    const again = restored.callerFor({ bearer: token ?? '' });
    const { seq } = await again.boards.get({ boardId: ann.boardId });
    const operations = [{ type: 'card.archive' as const, cardId: 'card-2' }];
    expect((await again.boards.commit({ boardId: ann.boardId, changeId: 'new', operations })).seq).toBe(seq + 1);
  } finally {
    await restored.close();
  }
});
