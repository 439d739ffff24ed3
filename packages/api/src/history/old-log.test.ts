import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSession } from '../auth/sessions.js';
import { expectLogToLeadToRows } from '../boards/testing/replay-log.js';
import { writeTransaction } from '../db/open.js';
import { testApp, type TestApp } from '../testing.js';
import { makeOldDatabase } from '../testing-old-database.js';
import type { Caller } from '../root.js';

/** What a Talkan before cards had labels, people and dates left: twelve changes of the first version, to one board. */
const FIXTURE = new URL('../../fixtures/version-1.sql', import.meta.url);
const STEPS_THEN = 6;

let folder = '';
let app: TestApp;
let zoe: Caller;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-old-log-'));
  const file = join(folder, 'talkan.db');
  await makeOldDatabase(file, STEPS_THEN);
  const database = new Sqlite(file);
  database.exec(await readFile(FIXTURE, 'utf8'));
  database.close();
  app = await testApp({ databaseUrl: `file:${file}` });
  const { db, clock } = app.services;
  zoe = app.callerFor({ bearer: await writeTransaction(db, (trx) => startSession(trx, 'zoe', clock)) });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const boardId = 'board';
const get = () => zoe.boards.get({ boardId });
const undo = (seq: number) => zoe.boards.undo({ boardId, seq, changeId: randomUUID() });
const card = async (id: string) => (await get()).cards.find((one) => one.id === id);

describe('a log that an older version has written', () => {
  it('is travelled through and told, change by change', async () => {
    const titles: (string | undefined)[] = [];
    for (let seq = 1; seq <= 12; seq += 1) {
      const { cards } = await zoe.boards.at({ boardId, seq });
      titles.push(cards.find(({ id }) => id === 'n')?.title);
      expect((await zoe.boards.diff({ boardId, seq })).items).not.toEqual([]);
    }
    const newer = 'Newer';
    expect(titles).toEqual([undefined, 'New', newer, newer, undefined, ...Array(6).fill(newer), undefined]);
    const { entries } = await zoe.boards.history({ boardId });
    expect(entries[0]?.sentence).toBe('Archived RM-9 “Newer”.');
  });

  it('is undone change by change, and leads with what was done since to the rows in the tables', async () => {
    await zoe.boards.commit({
      boardId,
      changeId: 'new',
      operations: [
        { type: 'label.create', labelId: 'l', name: 'Bug', hue: 1 },
        { type: 'card.label', cardId: 'card-2', add: ['l'] },
        { type: 'card.schedule', cardId: 'card-2', dueAt: '2026-11-24' },
      ],
    });
    for (const seq of [12, 11, 10, 9, 4, 3]) await undo(seq);
    expect(await card('n')).toMatchObject({ title: 'New', columnId: 'col-done' });
    expect(await card('card-1')).toMatchObject({ columnId: 'col-backlog' });
    expect(await card('card-2')).toMatchObject({ labelIds: ['l'], dueAt: '2026-11-24' });
    expect((await get()).title).toBe('Product roadmap');
    await expectLogToLeadToRows(app.services.db.read, boardId);
  });

  it('is where a board is restored from, without what there was no word for then', async () => {
    const operations = [{ type: 'card.prioritize', cardId: 'card-2', priority: 'high' }] as const;
    await zoe.boards.commit({ boardId, changeId: 'new', operations: [...operations] });
    await zoe.boards.restore({ boardId, seq: 2, changeId: 'restore' });
    expect(await card('n')).toMatchObject({ title: 'New', details: 'Old words' });
    expect(await card('card-2')).not.toHaveProperty('priority');
    await undo(14);
    expect(await card('card-2')).toMatchObject({ priority: 'high' });
  });

  it('keeps nothing of a card that is deleted for ever', async () => {
    await zoe.boards.purge({ boardId, entity: 'card', id: 'n', changeId: 'purge' });
    const changes = await app.services.db.read.selectFrom('changes').select(['operations', 'patches']).execute();
    expect(JSON.stringify(changes)).not.toMatch(/Newer?"|Old words/u);
  });
});
