import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type TestApp } from '../testing.js';
import { commitOperations } from './commit.js';

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.close());

describe('the list of boards', () => {
  it('holds one’s own and those one was let in to, oldest first, each with the role', async () => {
    const ann = await app.user('ann');
    app.clock.advance(1000);
    const bob = await app.member(ann.boardId, 'commenter');
    expect(await bob.caller.boards.list()).toMatchObject([
      { id: ann.boardId, key: 'RM', title: 'Product roadmap', role: 'commenter' },
      { id: (await bob.caller.boards.list())[1]?.id, key: 'RM', title: 'Product roadmap', role: 'owner' },
    ]);
    expect(await ann.caller.boards.list()).toHaveLength(1);
  });
});

describe('the first board', () => {
  it('is the oldest one that is not archived, and an archived one where there is no other', async () => {
    const ann = await app.user('ann');
    app.clock.advance(1000);
    const { boardId: newer } = await ann.caller.boards.create({ changeId: 'new', title: 'Newer', template: 'kanban' });
    const first = async () => (await ann.caller.boards.first()).boardId;
    const shelve = (boardId: string, type: 'board.archive' | 'board.restore') =>
      ann.caller.boards.commit({
        boardId,
        changeId: `${type} ${boardId}`.replaceAll(/[. ]/g, '-'),
        operations: [{ type }],
      });
    expect(await first()).toBe(ann.boardId);
    await shelve(ann.boardId, 'board.archive');
    expect(await first()).toBe(newer);
    expect(await ann.caller.boards.list()).toMatchObject([
      { id: ann.boardId, archivedAt: expect.any(String) },
      { id: newer, archivedAt: null },
    ]);
    await shelve(newer, 'board.archive');
    expect(await first()).toBe(ann.boardId);
    await shelve(newer, 'board.restore');
    expect(await first()).toBe(newer);
  });
});

describe('a board that is not yours', () => {
  it('answers exactly as one that is not there', async () => {
    const [ann, bob] = [await app.user('ann'), await app.user('bob')];
    const foreign = await failureOf(bob.caller.boards.get({ boardId: ann.boardId }));
    const absent = await failureOf(bob.caller.boards.get({ boardId: 'no-such-board' }));
    expect(foreign).toMatchObject({ code: 'NOT_FOUND', refusal: { ids: [ann.boardId] } });
    expect({ ...foreign, refusal: undefined }).toEqual({ ...absent, refusal: undefined });
  });

  it('cannot be reached through its cards: ids mean those of the board that is named', async () => {
    const [ann, bob] = [await app.user('ann'), await app.user('bob')];
    const operations = [{ type: 'card.create', cardId: 'secret', columnId: 'col-done', title: 'Secret' }] as const;
    await ann.caller.boards.commit({ boardId: ann.boardId, changeId: 'a', operations: [...operations] });
    const foreign = bob.caller.boards.commit({
      boardId: bob.boardId,
      changeId: 'b',
      operations: [{ type: 'card.move', cardId: 'secret', columnId: 'col-done' }],
    });
    expect((await failureOf(foreign)).code).toBe('NOT_FOUND');
    const own = bob.caller.boards.commit({ boardId: bob.boardId, changeId: 'a', operations: [...operations] });
    expect((await own).seq).toBe(2);
  });
});

describe('the role', () => {
  it('counts as it is inside the transaction, not as it was when the request came in', async () => {
    const ann = await app.user('ann');
    const bob = await app.member(ann.boardId, 'viewer');
    const late = commitOperations(app.services, {
      boardId: ann.boardId,
      changeId: 'late',
      actorId: bob.id,
      origin: 'web',
      operations: [{ type: 'card.archive', cardId: 'card-1' }],
    });
    expect((await failureOf(late)).code).toBe('FORBIDDEN');
    expect((await ann.caller.boards.get({ boardId: ann.boardId })).seq).toBe(1);
  });
});
