import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

describe('what somebody keeps about a board', () => {
  it('is nothing at first, and then what they said, each thing by itself', async () => {
    const { boardId } = ann;
    expect(await ann.caller.boards.list()).toMatchObject([{ starred: false, visitedAt: null, collapsed: [] }]);
    expect(await ann.caller.boards.mark({ boardId, starred: true })).toEqual({
      starred: true,
      visitedAt: null,
      collapsed: [],
    });
    const collapsed = ['col-done', 'col-review', 'col-done'];
    expect(await ann.caller.boards.mark({ boardId, collapsed })).toMatchObject({
      starred: true,
      collapsed: ['col-done', 'col-review'],
    });
    const { visitedAt } = await ann.caller.boards.mark({ boardId, visited: true });
    expect(Date.parse(visitedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    app.clock.advance(1000);
    const later = await ann.caller.boards.mark({ boardId, visited: true, starred: false, collapsed: [] });
    expect(later).toMatchObject({ starred: false, collapsed: [] });
    expect((later.visitedAt ?? '') > (visitedAt ?? '')).toBe(true);
    expect(await ann.caller.boards.mark({ boardId })).toEqual(later);
    expect(await ann.caller.boards.list()).toMatchObject([later]);
  });

  it('is theirs alone', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    await bob.caller.boards.mark({ boardId: ann.boardId, starred: true });
    expect(await ann.caller.boards.list()).toMatchObject([{ starred: false }]);
    expect(await bob.caller.boards.list()).toMatchObject([{ starred: true }, { starred: false }]);
  });

  it('goes with the membership', async () => {
    const { boardId } = ann;
    const bob = await app.member(boardId, 'viewer');
    await bob.caller.boards.mark({ boardId, starred: true });
    await ann.caller.members.remove({ boardId, userId: bob.id });
    expect(await app.services.db.read.selectFrom('board_marks').selectAll().execute()).toEqual([]);
    expect((await failureOf(bob.caller.boards.mark({ boardId, starred: true }))).code).toBe('NOT_FOUND');
  });

  it('makes no change of the board', async () => {
    await ann.caller.boards.mark({ boardId: ann.boardId, starred: true, visited: true });
    expect((await ann.caller.boards.get({ boardId: ann.boardId })).seq).toBe(1);
  });
});
