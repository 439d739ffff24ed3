import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import type { BoardWish } from './new-board.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

const create = (wish: Partial<BoardWish> = {}, changeId = 'new') =>
  ann.caller.boards.create({ changeId, title: 'Timetable 3.0', template: 'kanban', ...wish });

describe('a new board', () => {
  it('belongs to who made it, is in the list and has the columns of its template', async () => {
    const { boardId, key } = await create({ template: 'sprint' });
    expect(key).toBe('TIM');
    const board = await ann.caller.boards.get({ boardId });
    expect(board).toMatchObject({ key: 'TIM', title: 'Timetable 3.0', role: 'owner', seq: 1 });
    expect(board.columns.map(({ title }) => title)).toEqual(['Backlog', 'Ready', 'In progress', 'Review', 'Done']);
    const list = await ann.caller.boards.list();
    expect(list.map(({ id, role }) => [id, role])).toEqual(
      expect.arrayContaining([
        [ann.boardId, 'owner'],
        [boardId, 'owner'],
      ]),
    );
  });

  it('is of the colour, and has the description, that it was made with', async () => {
    const { boardId } = await create({ hue: 300, description: 'When ferries sail.\nAnd why.' });
    const found = (await ann.caller.boards.list()).find(({ id }) => id === boardId);
    expect(found).toMatchObject({ hue: 300, archivedAt: null });
    const glance = (await ann.caller.boards.overview()).find(({ id }) => id === boardId);
    expect(glance).toMatchObject({ description: 'When ferries sail.\nAnd why.', cardCount: 0 });
    expect((await ann.caller.boards.get({ boardId })).seq).toBe(1);
  });

  it('has a history that begins with its template, and a past', async () => {
    const { boardId } = await create();
    const { entries } = await ann.caller.boards.history({ boardId });
    expect(entries).toMatchObject([
      { seq: 1, origin: 'rest', sentence: expect.stringContaining('Added the column “To do”') },
    ]);
    await ann.caller.boards.commit({
      boardId,
      changeId: 'card',
      operations: [{ type: 'card.create', cardId: 'one', columnId: 'col-todo', title: 'One' }],
    });
    expect((await ann.caller.boards.at({ boardId, seq: 1 })).cards).toEqual([]);
    expect((await ann.caller.boards.at({ boardId, seq: 0 })).columns).toEqual([]);
    expect((await ann.caller.boards.get({ boardId })).cards).toMatchObject([{ id: 'one', number: 1 }]);
  });

  it('may be empty, and then has a past all the same', async () => {
    const { boardId } = await create({ template: 'empty' });
    expect((await ann.caller.boards.get({ boardId })).columns).toEqual([]);
    expect(await ann.caller.boards.at({ boardId, seq: 1 })).toMatchObject({ title: 'Timetable 3.0' });
    expect((await ann.caller.boards.history({ boardId })).entries).toHaveLength(1);
  });

  it('is one, however often it is asked for', async () => {
    const [first, again] = [await create(), await create()];
    expect(again).toEqual(first);
    expect(await ann.caller.boards.list()).toHaveLength(2);
    const [one, other] = await Promise.all([create({}, 'twin'), create({}, 'twin')]);
    expect(one).toEqual(other);
    expect((await failureOf(create({ title: 'Another' }))).code).toBe('CONFLICT');
    expect((await ann.caller.boards.get({ boardId: first.boardId })).seq).toBe(1);
  });

  it('is another one for another person, whatever they call their change', async () => {
    const bob = await app.user('bob');
    const hers = await create();
    const his = await bob.caller.boards.create({ changeId: 'new', title: 'Timetable 3.0', template: 'kanban' });
    expect(his.boardId).not.toBe(hers.boardId);
    expect((await failureOf(bob.caller.boards.get({ boardId: hers.boardId }))).code).toBe('NOT_FOUND');
  });

  it('gets a key that no other board of this person has, unless they ask for one', async () => {
    expect((await create({}, 'one')).key).toBe('TIM');
    expect((await create({}, 'two')).key).toBe('TI');
    expect((await create({ title: 'Release manual' }, 'three')).key).toBe('REL');
    expect((await create({ key: 'TIM' }, 'four')).key).toBe('TIM');
  });

  it('is one too many where somebody owns 500', async () => {
    const { write } = app.services.db;
    const ids = Array.from({ length: 499 }, (_, index) => `board-${index}`);
    const at = '2026-11-24T12:00:00.000Z';
    for (const id of ids) {
      await write
        .insertInto('boards')
        .values({ id, key: 'XX', title: id, seq: 0, last_number: 0, created_at: at })
        .execute();
      await write
        .insertInto('members')
        .values({ board_id: id, user_id: ann.id, role: 'owner', created_at: at })
        .execute();
    }
    const failure = await failureOf(create());
    expect(failure).toMatchObject({ refusal: { code: 'limit' } });
    expect(failure.message).toContain('You own 500 boards');
    expect(await ann.caller.boards.list()).toHaveLength(500);
  });
});
