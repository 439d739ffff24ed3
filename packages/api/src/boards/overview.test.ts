import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const glance = async (person = ann) => (await person.caller.boards.overview())[0];

describe('boards at a glance', () => {
  it('say how many cards and people there are, and when something changed', async () => {
    const { boardId } = ann;
    const before = await glance();
    expect(before).toMatchObject({ id: boardId, cardCount: 8, memberCount: 1 });
    app.clock.advance(60_000);
    await app.member(boardId, 'viewer');
    await ann.caller.boards.commit({
      boardId,
      changeId: 'a',
      operations: [
        { type: 'card.archive', cardId: 'card-1' },
        { type: 'card.archive', cardId: 'card-2' },
      ],
    });
    const after = await glance();
    expect(after).toMatchObject({ cardCount: 6, memberCount: 2 });
    expect(Date.parse(after?.changedAt ?? '') - Date.parse(before?.changedAt ?? '')).toBeGreaterThanOrEqual(60_000);
  });

  it('are those of the person, in the order of the list', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    const ids = (await bob.caller.boards.list()).map(({ id }) => id);
    expect((await bob.caller.boards.overview()).map(({ id }) => id)).toEqual(ids);
    expect(await ann.caller.boards.overview()).toHaveLength(1);
  });

  it('are right for a board that another process has changed', async () => {
    await glance();
    const { write } = app.services.db;
    // As another process leaves it: the rows, and the number of the change.
    await write
      .updateTable('cards')
      .set({ archived_at: '2026-11-24T12:00:00.000Z' })
      .where('id', '=', 'card-3')
      .execute();
    await write.updateTable('boards').set({ seq: 2 }).execute();
    expect(await glance()).toMatchObject({ cardCount: 7 });
  });
});
