import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBoard } from '../../boards/load.js';
import { testApp, type Person, type TestApp } from '../../testing.js';
import { readLines, readPeople, readWholeArchive } from './command-parts.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const lines = async () => {
  const { seq } = await ann.caller.boards.get({ boardId: ann.boardId });
  return readLines(app.services.db.read, await readBoard(app.services, ann.boardId, seq));
};

it('the past is told line by line, the newest first, as it was then', async () => {
  await commit({ type: 'card.move', cardId: 'card-4', columnId: 'col-review' });
  await commit({ type: 'column.rename', columnId: 'col-review', title: 'Look at' });
  await commit({ type: 'card.create', cardId: 'new', columnId: 'col-done', title: 'New' });
  await ann.caller.boards.undo({ boardId: ann.boardId, seq: 2, changeId: 'undo' });
  const told = await lines();
  expect(told.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
  expect(told.slice(1, 4).map(({ sentence }) => sentence)).toEqual([
    'Added “New” to “Done”.',
    'Renamed the column “Review” to “Look at”.',
    'Moved RM-4 “Refine status language” from “In Progress” to “Review”.',
  ]);
  expect(told[0]?.sentence).toMatch(/^Undid change 2/);
  expect(told[0]?.moves).toEqual([{ cardId: 'card-4', from: 'col-review', to: 'col-progress' }]);
  expect(told[1]).toMatchObject({ kinds: ['card.create'], cardIds: ['new'], moves: [{ from: null, to: 'col-done' }] });
  expect(told[3]).toMatchObject({ actorId: ann.id, kinds: ['card.move'] });
});

it('typing is told once', async () => {
  for (const details of ['a', 'a b', 'a b c']) await commit({ type: 'card.edit', cardId: 'card-4', details });
  const told = await lines();
  expect(told.map(({ seq }) => seq)).toEqual([4, 1]);
});

it('the archive comes with what was archived last first, and people with their names', async () => {
  await commit({ type: 'card.archive', cardId: 'card-6' });
  app.clock.advance(1000);
  await commit({ type: 'column.archive', columnId: 'col-review' }, { type: 'card.archive', cardId: 'card-1' });
  const archive = await readWholeArchive(app.services.db.read, ann.boardId);
  expect(archive.cards.map(({ id }) => id)).toEqual(['card-1', 'card-6']);
  expect(archive.columns).toMatchObject([{ id: 'col-review', title: 'Review' }]);
  expect(await readPeople(app.services.db.read, ann.boardId)).toEqual([{ id: ann.id, name: 'ann' }]);
});
