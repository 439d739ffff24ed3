import { randomUUID } from 'node:crypto';
import { applyPatches, createBoard, snapshotOf } from '@talkan/board/board';
import type { Operation } from '@talkan/board/operations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../../testing.js';

let app: TestApp;
let ann: Person;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
});

const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const changesAfter = (after: number, more: { limit?: number } = {}) =>
  ann.caller.boards.changes({ boardId: ann.boardId, after, ...more });
const boardNow = async () => {
  const { role: _, ...board } = await ann.caller.boards.get({ boardId: ann.boardId });
  return board;
};

describe('the changes after one', () => {
  it('bring any earlier copy of the board to where it is', async () => {
    const before = createBoard(await boardNow());
    await commit({ type: 'card.move', cardId: 'card-1', columnId: 'col-done' });
    await commit({ type: 'card.archive', cardId: 'card-2' }, { type: 'board.rename', title: 'New' });
    await ann.caller.boards.undo({ boardId: ann.boardId, seq: 2, changeId: 'undo' });
    const { changes, seq } = await changesAfter(1);
    expect(seq).toBe(4);
    expect(changes.map((change) => [change.seq, change.origin, change.undoes])).toEqual([
      [2, 'rest', undefined],
      [3, 'rest', undefined],
      [4, 'undo', 2],
    ]);
    expect(changes[2]).toMatchObject({ changeId: 'undo', actorId: ann.id, at: expect.any(String) });
    const after = changes.reduce((board, change) => applyPatches(board, change.patches, change.seq), before);
    expect(snapshotOf(after)).toEqual(await boardNow());
  });

  it('come in pages of as many as were asked for, 200 at most', async () => {
    for (let index = 0; index < 203; index++) await commit({ type: 'board.rename', title: `Title ${index}` });
    const seqs = async (...asked: Parameters<typeof changesAfter>) =>
      (await changesAfter(...asked)).changes.map((change) => change.seq);
    expect(await seqs(2, { limit: 3 })).toEqual([3, 4, 5]);
    expect(await seqs(0)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(await seqs(200)).toEqual([201, 202, 203, 204]);
    expect(await changesAfter(204)).toEqual({ changes: [], seq: 204 });
    expect(await changesAfter(1_000_000)).toEqual({ changes: [], seq: 204 });
    expect(await failureOf(changesAfter(0, { limit: 201 }))).toMatchObject({ fields: [{ path: 'limit' }] });
  });

  it('come in smaller pages where they are large', async () => {
    const details = 'x'.repeat(60_000);
    const create = (index: number, column: string): Operation => {
      return { type: 'card.create', cardId: `${column}-${index}`, columnId: `col-${column}`, title: 'Large', details };
    };
    for (const column of ['done', 'review', 'backlog']) {
      await commit(...Array.from({ length: 30 }, (_, index) => create(index, column)));
    }
    expect((await changesAfter(1)).changes.map((change) => change.seq)).toEqual([2, 3]);
    expect((await changesAfter(3)).changes.map((change) => change.seq)).toEqual([4]);
  });
});
