import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
});

const commit = (...operations: Operation[]) => {
  app.clock.advance(1000);
  return ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
};
type Asked = Omit<Parameters<Person['caller']['boards']['archived']>[0], 'boardId'>;
const archived = (asked: Asked = {}) => ann.caller.boards.archived({ boardId: ann.boardId, ...asked });
const ids = async (asked: Asked) => (await archived(asked)).entries.map((entry) => entry.id);

describe('the archive', () => {
  it('shows what was archived, the last first, with what it was', async () => {
    await commit({ type: 'card.archive', cardId: 'card-6' });
    await commit({ type: 'column.archive', columnId: 'col-review' });
    expect(await archived()).toEqual({
      entries: [
        {
          entity: 'column',
          id: 'col-review',
          number: null,
          title: 'Review',
          column: null,
          archivedAt: expect.any(String),
        },
        {
          entity: 'card',
          id: 'card-6',
          number: 6,
          title: 'QA micro-interactions',
          column: { id: 'col-review', title: 'Review' },
          archivedAt: expect.any(String),
        },
      ],
      next: null,
    });
    await commit({ type: 'card.restore', cardId: 'card-6' });
    expect(await ids({})).toEqual(['col-review']);
  });

  it('is searched by a part of the title in capitals or not, and by number', async () => {
    await commit({ type: 'card.create', cardId: 'n', columnId: 'col-done', title: 'Ärger mit Ämtern 100%' });
    await commit({ type: 'card.archive', cardId: 'n' }, { type: 'card.archive', cardId: 'card-1' });
    expect(await ids({ query: ' äRGER ' })).toEqual(['n']);
    expect(await ids({ query: '0%' })).toEqual(['n']);
    expect(await ids({ query: 'rm-9' })).toEqual(['n']);
    expect(await ids({ query: '1' })).toEqual(['n', 'card-1']);
    expect(await ids({ query: '%' })).toEqual(['n']);
    expect(await ids({ query: 'nowhere' })).toEqual([]);
  });

  it('comes in pages, though all was archived at one moment', async () => {
    const all = Array.from({ length: 4_500 }, (_, index) => `n${index}`);
    const create = (cardId: string): Operation => ({
      type: 'card.create',
      cardId,
      columnId: 'col-done',
      title: cardId,
    });
    await commit(...all.map(create));
    await commit(...all.map((cardId): Operation => ({ type: 'card.archive', cardId })));
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 45; page++) {
      const { entries, next } = await archived({ limit: 100, ...(before !== undefined && { before }) });
      seen.push(...entries.map((entry) => entry.id));
      expect(next === null).toBe(page === 44);
      before = next ?? undefined;
    }
    expect(seen.toSorted()).toEqual(all.toSorted());
    const found = await archived({ query: 'n44', limit: 100 });
    expect([found.entries.length, found.next === null]).toEqual([100, false]);
    expect((await archived({ query: 'n44', before: found.next ?? '' })).entries).toHaveLength(11);
    expect(await archived({ query: 'n999', limit: 1 })).toMatchObject({ entries: [{ id: 'n999' }], next: null });
  });

  it('is of this board alone, and names the option that makes no sense', async () => {
    const other = await app.user();
    const operations: Operation[] = [{ type: 'card.archive', cardId: 'card-1' }];
    await other.caller.boards.commit({ boardId: other.boardId, changeId: 'c', operations });
    expect(await ids({})).toEqual([]);
    const fields = async (asked: object) => (await failureOf(archived(asked))).fields?.map((field) => field.path);
    expect(await fields({ limit: 0 })).toEqual(['limit']);
    expect(await fields({ before: 'yesterday' })).toEqual(['before']);
    expect(await fields({ query: 'x'.repeat(501) })).toEqual(['query']);
  });
});
