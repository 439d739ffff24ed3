import { randomUUID } from 'node:crypto';
import { CHANGE_VERSION } from '@talkan/board/change';
import { createBoard, snapshotOf } from '@talkan/board/board';
import type { Operation } from '@talkan/board/operations';
import { fingerprint } from '@talkan/board/text';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import { createBoardCache } from './board-cache.js';
import { readBoard } from './load.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const commit = (operations: Operation[], changeId: string = randomUUID(), person = ann) =>
  person.caller.boards.commit({ boardId: ann.boardId, changeId, operations });
const board = () => ann.caller.boards.get({ boardId: ann.boardId });
const titlesIn = async (columnId: string) =>
  (await board()).cards.filter((card) => card.columnId === columnId).map((card) => card.title);
const toReview: Operation = { type: 'card.move', cardId: 'card-4', columnId: 'col-review' };

describe('committing a change', () => {
  it('numbers it, answers with its patches and shows it on the board', async () => {
    const answer = await commit([toReview]);
    expect(answer.seq).toBe(2);
    expect(answer.patches).toMatchObject([
      { entity: 'card', id: 'card-4', before: { columnId: 'col-progress' }, after: { columnId: 'col-review' } },
    ]);
    expect(await titlesIn('col-review')).toEqual(['QA micro-interactions', 'Refine status language']);
    expect((await board()).seq).toBe(2);
  });

  it('appends it to the log with its actor, door and version', async () => {
    await commit([toReview], 'change-a');
    const row = await app.services.db.read.selectFrom('changes').selectAll().where('seq', '=', 2).executeTakeFirst();
    expect(row).toMatchObject({
      v: CHANGE_VERSION,
      change_id: 'change-a',
      actor_id: ann.id,
      origin: 'rest',
      undoes: null,
    });
    expect(JSON.parse(row?.operations ?? '')).toEqual([toReview]);
  });

  it('has a time of its own, also among others that come together', async () => {
    await Promise.all(
      ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => commit([{ type: 'board.rename', title }])),
    );
    const log = await app.services.db.read.selectFrom('changes').select('at').orderBy('seq').execute();
    const times = log.map((change) => change.at);
    expect(times).toHaveLength(6);
    expect(times).toEqual([...new Set(times)].toSorted());
  });

  it('does all of its operations or none', async () => {
    const before = await board();
    const failure = await failureOf(commit([toReview, { type: 'card.archive', cardId: 'no-such-card' }]));
    expect(failure).toMatchObject({ code: 'NOT_FOUND', refusal: { ids: ['no-such-card'] } });
    expect(await board()).toEqual(before);
  });

  it('numbers cards on, also after one was archived', async () => {
    const create = (cardId: string): Operation => ({
      type: 'card.create',
      cardId,
      columnId: 'col-done',
      title: cardId,
    });
    await commit([create('a'), { type: 'card.archive', cardId: 'a' }]);
    await commit([create('b')]);
    expect((await board()).cards.find((card) => card.id === 'b')?.number).toBe(10);
  });

  it('restores what was archived, from the archive that is not in memory', async () => {
    await commit([{ type: 'card.archive', cardId: 'card-4' }]);
    expect(await titlesIn('col-progress')).toEqual(['Design card layout']);
    await commit([{ type: 'card.restore', cardId: 'card-4' }]);
    expect(await titlesIn('col-progress')).toEqual(['Refine status language', 'Design card layout']);
  });

  it('refuses an edit of a text that is another one by now, with both sides', async () => {
    const was = fingerprint('Refine status language');
    await commit([{ type: 'card.edit', cardId: 'card-4', title: { to: 'First', was } }]);
    const failure = await failureOf(commit([{ type: 'card.edit', cardId: 'card-4', title: { to: 'Second', was } }]));
    expect(failure).toMatchObject({ code: 'CONFLICT', refusal: { code: 'conflict', current: { title: 'First' } } });
  });

  it('writes many changes of rank at once though ranks are unique at every moment', async () => {
    const before = await board();
    const ids = before.cards.map((card) => card.id);
    // Turns every order around within one change, so that ranks are exchanged.
    const turned = before.columns.map((column): Operation => ({
      type: 'column.move',
      columnId: column.id,
      before: 'col-backlog',
    }));
    const moved = ids.map((cardId): Operation => ({
      type: 'card.move',
      cardId,
      columnId: 'col-done',
      before: 'card-7',
    }));
    await commit([
      ...turned,
      ...moved,
      ...ids.toReversed().map((cardId): Operation => ({ type: 'card.move', cardId, columnId: 'col-done' })),
    ]);
    expect(await titlesIn('col-done')).toEqual(before.cards.map((card) => card.title).toReversed());
  });

  it('lets a card take the rank that another one leaves in the same change', async () => {
    const create = (cardId: string): Operation => ({ type: 'card.create', cardId, columnId: 'col-new', title: cardId });
    await commit([{ type: 'column.create', columnId: 'col-new', title: 'New' }, create('x'), create('y'), create('z')]);
    const ranks = async () => new Map((await board()).cards.map((card) => [card.id, card.rank]));
    const before = await ranks();
    const to = (cardId: string, place: { before?: string } = {}): Operation => ({
      type: 'card.move',
      cardId,
      columnId: 'col-new',
      ...place,
    });
    await commit([to('z', { before: 'y' }), to('x'), to('z', { before: 'y' }), to('z'), to('z', { before: 'y' })]);
    expect(await titlesIn('col-new')).toEqual(['z', 'y', 'x']);
    expect((await ranks()).get('z')).toBe(before.get('x'));
  });

  it('keeps a column in order while 300 cards go into one gap', async () => {
    for (let round = 0; round < 10; round++) {
      const ids = Array.from({ length: 30 }, (_, index) => `new-${round}-${index}`);
      await commit(
        ids.map((cardId): Operation => ({
          type: 'card.create',
          cardId,
          columnId: 'col-backlog',
          title: cardId,
          before: 'card-2',
        })),
      );
    }
    const rows = await app.services.db.read
      .selectFrom('cards')
      .select('rank')
      .where('column_id', '=', 'col-backlog')
      .execute();
    expect(rows).toHaveLength(302);
    expect(Math.max(...rows.map((row) => row.rank.length))).toBeLessThanOrEqual(64);
    expect((await titlesIn('col-backlog')).at(-1)).toBe('Gather customer signals');
  });

  it('leaves a cached board that equals the tables', async () => {
    await commit([toReview]);
    await commit([
      { type: 'card.archive', cardId: 'card-1' },
      { type: 'board.rename', title: 'Plans' },
    ]);
    const cached = app.services.boards.get(ann.boardId);
    const fresh = { ...app.services, boards: createBoardCache() };
    const loaded = await readBoard(fresh, ann.boardId, 3);
    expect(cached && snapshotOf(cached)).toEqual(snapshotOf(loaded));
    expect(snapshotOf(createBoard(snapshotOf(loaded)))).toEqual(snapshotOf(loaded));
  });
});

describe('sending a change again', () => {
  it('has one effect and the same answer', async () => {
    const first = await commit([toReview], 'change-a');
    await commit([{ type: 'card.move', cardId: 'card-4', columnId: 'col-done' }]);
    expect(await commit([toReview], 'change-a')).toEqual(first);
    expect((await board()).seq).toBe(3);
    expect(await titlesIn('col-review')).toEqual(['QA micro-interactions']);
  });

  it('has one effect also when both arrive at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => commit([toReview], 'change-a')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await board()).seq).toBe(2);
  });

  it('is recognised in whatever order the fields are written', async () => {
    const first = await commit([toReview], 'change-a');
    expect(await commit([{ columnId: 'col-review', cardId: 'card-4', type: 'card.move' }], 'change-a')).toEqual(first);
  });

  it('is a conflict with another body or from somebody else', async () => {
    await commit([toReview], 'change-a');
    const other = await failureOf(commit([{ type: 'card.archive', cardId: 'card-4' }], 'change-a'));
    expect(other).toMatchObject({ code: 'CONFLICT', refusal: { code: 'conflict', ids: ['change-a'] } });
    const bob = await app.member(ann.boardId, 'editor');
    expect((await failureOf(commit([toReview], 'change-a', bob))).code).toBe('CONFLICT');
    const undo = ann.caller.boards.undo({ boardId: ann.boardId, seq: 2, changeId: 'change-a' });
    expect((await failureOf(undo)).code).toBe('CONFLICT');
    expect((await board()).seq).toBe(2);
  });

  it('may use an id that another board has used', async () => {
    await commit([toReview], 'change-a');
    const bob = await app.user();
    const answer = await bob.caller.boards.commit({
      boardId: bob.boardId,
      changeId: 'change-a',
      operations: [toReview],
    });
    expect(answer.seq).toBe(2);
  });
});

describe('a commit that the database refuses', () => {
  it('changes neither the board that others see nor the log, and tells nothing of the database', async () => {
    const before = await board();
    await sql`create trigger full before insert on changes begin select raise(abort, 'disk secret'); end`.execute(
      app.services.db.write,
    );
    const call = commit([toReview]);
    const failure = await failureOf(call);
    expect(failure.code).toBe('INTERNAL_SERVER_ERROR');
    await expect(call).rejects.toThrow(/^Something went wrong on the server\. .* request-1\.$/);
    expect(app.services.boards.get(ann.boardId)?.seq).toBe(before.seq);
    await sql`drop trigger full`.execute(app.services.db.write);
    expect(await board()).toEqual(before);
    expect((await commit([toReview])).seq).toBe(2);
  });

  it('at the very COMMIT leaves everything as it was', async () => {
    const before = await board();
    // A foreign key that is checked at COMMIT only.
    await sql`create table late (id text primary key, ref text references users (id) deferrable initially deferred) strict`.execute(
      app.services.db.write,
    );
    await sql`create trigger late_failure after insert on changes begin insert into late values ('x', 'nobody'); end`.execute(
      app.services.db.write,
    );
    expect((await failureOf(commit([toReview]))).code).toBe('INTERNAL_SERVER_ERROR');
    await sql`drop trigger late_failure`.execute(app.services.db.write);
    expect(await board()).toEqual(before);
    expect(app.services.boards.get(ann.boardId)?.seq).toBe(1);
  });
});

describe('a board whose log a newer version has written to', () => {
  it('is not guessed at', async () => {
    await app.services.db.write
      .updateTable('changes')
      .set({ v: CHANGE_VERSION + 1 })
      .where('board_id', '=', ann.boardId)
      .execute();
    const failure = await failureOf(ann.caller.boards.undo({ boardId: ann.boardId, seq: 1, changeId: 'u' }));
    expect(failure).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(failure.message).toContain('A newer version of Talkan has changed this board.');
  });
});

describe('a board in memory that another process has gone past', () => {
  it.each([1, 30, 520])('is brought up to date when it is %i changes behind', async (behind) => {
    const elsewhere = { ...app.services, boards: createBoardCache() };
    await readBoard(elsewhere, ann.boardId, 1);
    for (let round = 0; round < behind; round++) {
      await commit([{ type: 'card.edit', cardId: 'card-1', title: `round ${round}` }]);
    }
    const late = await readBoard(elsewhere, ann.boardId, behind + 1);
    expect({ ...snapshotOf(late), role: 'owner' }).toEqual(await board());
  });
});

describe('the boards in memory', () => {
  it('are bounded, and the one that nobody asked for longest goes first', () => {
    const make = (id: string, seq = 1) =>
      createBoard({ id, key: 'RM', title: id, seq, lastNumber: 0, columns: [], cards: [] });
    const cache = createBoardCache(100_000);
    for (const id of ['a', 'b', 'c']) cache.publish(make(id));
    cache.get('a');
    cache.publish(make('d'));
    expect(['a', 'b', 'c', 'd'].filter((id) => cache.get(id))).toEqual(['a', 'c', 'd']);
    cache.publish(make('d', 5));
    cache.publish(make('d', 4));
    expect(cache.get('d')?.seq).toBe(5);
  });
});
