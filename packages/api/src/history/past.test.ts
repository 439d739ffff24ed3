import { randomUUID } from 'node:crypto';
import type { BoardSnapshot } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import { liveThrough, steps } from './testing/life.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const commit = (person: Person, ...operations: Operation[]) =>
  person.caller.boards.commit({ boardId: person.boardId, changeId: randomUUID(), operations });
const at = (person: Person, seq: number) => person.caller.boards.at({ boardId: person.boardId, seq });
const kept = (boardId: string) =>
  app.services.db.read.selectFrom('snapshots').select('seq').where('board_id', '=', boardId).orderBy('seq').execute();

describe('a board’s past', () => {
  it('is shown as it was at any change, in any life', async () => {
    const property = fc.asyncProperty(steps, async (life) => {
      const ann = await app.user();
      for (const board of await liveThrough(ann, life)) expect(await at(ann, board.seq)).toEqual(board);
    });
    await fc.assert(property, { numRuns: 15 });
  });

  it('is the same from both sides of a kept board and between two of them', async () => {
    const ann = await app.user();
    const seen = new Map<number, BoardSnapshot>();
    const wanted = new Set([499, 500, 501, 730, 751, 999, 1000, 1001, 1249]);
    for (let seq = 2; seq <= 2100; seq++) {
      await commit(ann, {
        type: 'card.move',
        cardId: `card-${(seq % 8) + 1}`,
        columnId: seq % 3 === 0 ? 'col-done' : 'col-review',
        before: `card-${((seq * 5) % 8) + 1}`,
      });
      if (!wanted.has(seq)) continue;
      const { role: _, ...board } = await ann.caller.boards.get({ boardId: ann.boardId });
      seen.set(seq, board);
    }
    expect((await kept(ann.boardId)).map((row) => row.seq)).toEqual([500, 1000, 1500, 2000]);
    for (const [seq, board] of seen) expect(await at(ann, seq)).toEqual(board);
  });

  it('begins with nothing, and ends with today', async () => {
    const ann = await app.user();
    expect(await at(ann, 0)).toMatchObject({ seq: 0, lastNumber: 0, columns: [], cards: [] });
    const failure = await failureOf(at(ann, 2));
    expect(failure).toMatchObject({ code: 'NOT_FOUND', message: 'This board has no change 2 yet; it is at 1.' });
  });
});
