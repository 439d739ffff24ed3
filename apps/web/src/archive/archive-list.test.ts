import { testApp, type Person, type TestApp } from '@talkan/api/testing';
import type { Operation } from '@talkan/board/operations';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cardsArchivedWith, createArchiveList, type ArchivedEntry, type LoadArchive } from './archive-list';

let app: TestApp;
let ann: Person;
let load: LoadArchive;
let cut: boolean;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
  cut = false;
  load = async (input) => {
    if (cut) throw new TypeError('fetch failed');
    return ann.caller.boards.archived({ boardId: ann.boardId, ...input });
  };
});

async function commit(...operations: Operation[]): Promise<void> {
  app.clock.advance(1000);
  await ann.caller.boards.commit({ boardId: ann.boardId, changeId: crypto.randomUUID(), operations });
}
const archive = (...ids: string[]) => commit(...ids.map((cardId): Operation => ({ type: 'card.archive', cardId })));
const titles = (entries: readonly ArchivedEntry[]) => entries.map(({ title }) => title);
const loaded = (list: ReturnType<typeof createArchiveList>) => expect.poll(() => list.get().loading).toBeNull();

it('lists what is archived page by page, the last first, and finds what is searched for', async () => {
  const create = (index: number): Operation => {
    return { type: 'card.create', cardId: `new-${index}`, columnId: 'col-done', title: `Card ${index}` };
  };
  await commit(...Array.from({ length: 120 }, (_, index) => create(index)));
  for (let index = 0; index < 120; index++) await archive(`new-${index}`);
  const list = createArchiveList(load);
  expect(list.get()).toMatchObject({ entries: [], loading: 'first' });
  await loaded(list);
  expect(list.get().entries).toHaveLength(50);
  expect(list.get().entries[0]).toMatchObject({ title: 'Card 119', column: { title: 'Done' } });
  list.more();
  list.more();
  await loaded(list);
  expect(list.get().entries).toHaveLength(100);
  list.more();
  await loaded(list);
  expect(titles(list.get().entries).at(-1)).toBe('Card 0');
  expect(list.get().next).toBeNull();

  list.search('card 11');
  list.search('CARD 7');
  await expect.poll(() => titles(list.get().entries)[0]).toBe('Card 79');
  expect(list.get().entries).toHaveLength(11);
});

it('shows what became of it when it is looked at again', async () => {
  await archive('card-1');
  await archive('card-2');
  const list = createArchiveList(load);
  await loaded(list);
  await commit({ type: 'card.restore', cardId: 'card-2' });
  list.refresh();
  await expect.poll(() => list.get().entries.map(({ id }) => id)).toEqual(['card-1']);
});

it('keeps what it has where a call fails, and goes on later', async () => {
  const list = createArchiveList(load);
  await loaded(list);
  cut = true;
  list.search('any');
  await expect.poll(() => list.get().problem).toBeInstanceOf(TypeError);
  cut = false;
  list.search('any');
  await expect.poll(() => list.get()).toMatchObject({ problem: null, loading: null, entries: [] });
});

it('tells which cards went with their column', async () => {
  await archive('card-5');
  await commit(
    { type: 'card.archive', cardId: 'card-4' },
    { type: 'card.archive', cardId: 'card-1' },
    { type: 'column.archive', columnId: 'col-progress' },
  );
  const { entries } = await load({ limit: 50 });
  const [column] = entries;
  if (column?.entity !== 'column') throw new Error('The column should come first.');
  expect(entries.map(({ column }) => column?.id)).toEqual([undefined, 'col-progress', 'col-backlog', 'col-progress']);
  expect((await cardsArchivedWith(column, load)).map(({ id }) => id)).toEqual(['card-4']);
});
