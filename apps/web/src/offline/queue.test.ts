import { refuse } from '@talkan/board/refusal';
import { expect, it } from 'vitest';
import type { Outgoing } from '../sync/outbox';
import { createQueue, MOST_CHANGES, type Shelf } from './queue';
import { createSpare } from './spare';
import { memoryShelf } from './testing/memory-shelf';
import { memoryStorage } from './testing/memory-storage';

const owner = { userId: 'u1', boardId: 'b1' };
const change = (changeId: string, order: number): Outgoing => ({
  changeId,
  operations: [{ type: 'card.archive', cardId: 'card-1' }],
  now: '2026-11-23T00:00:00.000Z',
  order,
});
const ids = (changes: readonly Outgoing[]) => changes.map(({ changeId }) => changeId);

/** A browser and the pages that are open in it. */
function browser({ shelf = memoryShelf(), storage = memoryStorage(), tells = true }: Partial<Browser> = {}) {
  const open = new Set<string>();
  return {
    shelf,
    storage,
    page: (own: string, who = owner) => {
      open.add(own);
      const alive = async (names: readonly string[]) =>
        tells ? new Set(names.filter((name) => open.has(name))) : null;
      const queue = createQueue({ owner: who, shelf, spare: createSpare(storage), pages: { own, alive } });
      return { ...queue, close: () => open.delete(own) };
    },
  };
}

interface Browser {
  readonly shelf: Shelf;
  readonly storage: Storage;
  readonly tells: boolean;
}

it('gives a page that starts what pages left that are gone, in order, and leaves to the others what is theirs', async () => {
  const { page } = browser();
  const [gone, open] = [page('gone'), page('open')];
  await gone.keep(change('a', 3));
  await open.keep(change('b', 2));
  await gone.keep({ ...change('c', 1), operations: [], undoes: 7 });
  gone.close();
  const left = await page('new').load();
  expect(ids(left.waiting)).toEqual(['c', 'a']);
  expect(left.waiting[0]).toEqual({ ...change('c', 1), operations: [], undoes: 7 });
  // They have one owner from then on.
  expect((await page('late').load()).waiting).toEqual([]);
});

it('takes over from a page that goes later, once', async () => {
  const { page } = browser();
  const [first, second] = [page('first'), page('second')];
  await second.keep(change('a', 1));
  expect((await first.takeOver()).waiting).toEqual([]);
  second.close();
  expect(ids((await first.takeOver()).waiting)).toEqual(['a']);
  expect((await first.takeOver()).waiting).toEqual([]);
});

it('gives a page its own changes back when it comes to the board again, and not while it is there', async () => {
  const { page } = browser();
  const queue = page('one');
  await queue.keep(change('a', 1));
  expect((await queue.takeOver()).waiting).toEqual([]);
  expect(ids((await page('one').load()).waiting)).toEqual(['a']);
});

it('takes over everything at the start, and nothing later, in a browser that does not tell which pages are open', async () => {
  const { page } = browser({ tells: false });
  const other = page('other');
  await other.keep(change('a', 1));
  const queue = page('new');
  expect(ids((await queue.load()).waiting)).toEqual(['a']);
  await other.keep(change('b', 2));
  expect((await queue.takeOver()).waiting).toEqual([]);
});

it('keeps what was refused apart from what waits, until it is forgotten', async () => {
  const { page } = browser();
  const queue = page('one');
  await queue.keep(change('a', 1));
  const refusal = refuse('conflict', 'Something is in the way.');
  await queue.keep({ ...change('a', 1), refusal });
  expect(await page('one').load()).toEqual({ waiting: [], refused: [{ ...change('a', 1), refusal }] });
  queue.forget('a');
  expect(await page('one').load()).toEqual({ waiting: [], refused: [] });
});

it('keeps the changes of people and boards apart', async () => {
  const { page } = browser();
  await page('one').keep(change('a', 1));
  expect((await page('one', { ...owner, userId: 'u2' }).load()).waiting).toEqual([]);
  expect((await page('one', { ...owner, boardId: 'b2' }).load()).waiting).toEqual([]);
});

it('takes in once what an older version kept, and passes over what it did not write', async () => {
  const { page, storage, shelf } = browser();
  storage.setItem('talkan:queue:u1:b1:a', JSON.stringify({ v: 1, ...change('a', 1) }));
  storage.setItem('talkan:queue:u2:b1:b', JSON.stringify({ v: 1, ...change('b', 2) }));
  for (const [index, text] of ['', '{}', 'null', '{"v":9,"changeId":"x","operations":[],"order":1}'].entries()) {
    storage.setItem(`talkan:queue:u1:b1:${index}`, text);
  }
  expect(ids((await page('one').load()).waiting)).toEqual(['a']);
  expect(storage.getItem('talkan:queue:u1:b1:a')).toBeNull();
  expect(ids((await shelf.list(owner)).map((entry) => entry.change))).toEqual(['a']);
});

it('loses nothing that a page had no time to write', async () => {
  const never = new Promise<void>(() => {});
  const shelf: Shelf = { ...memoryShelf(), put: () => never };
  const { page, storage } = browser({ shelf });
  const leaving = page('leaving');
  void leaving.keep(change('a', 1));
  leaving.leave();
  void leaving.keep(change('b', 2));
  leaving.close();
  const next = browser({ storage }).page('next');
  expect(ids((await next.load()).waiting)).toEqual(['a', 'b']);
  next.forget('a');
  next.forget('b');
  expect(storage.length).toBe(0);
});

it('writes once the screen shows what was done: not what was taken back before, and what a page has not come to the quick way', async () => {
  const shelf = memoryShelf();
  const storage = memoryStorage();
  const shown = Promise.withResolvers<void>();
  const alive = async () => new Set<string>();
  const pages = { own: 'one', alive };
  const queue = createQueue({ owner, shelf, spare: createSpare(storage), pages, shown: () => shown.promise });
  const keeping = [change('a', 1), change('b', 2), change('c', 3)].map((made) => queue.keep(made));
  queue.forget('a');
  const refusal = refuse('conflict', 'Something is in the way.');
  keeping.push(queue.keep({ ...change('c', 3), refusal }));
  expect(shelf.entries.size).toBe(0);
  queue.leave();
  expect(storage.length).toBe(2);
  shown.resolve();
  expect(await Promise.all(keeping)).toEqual([false, true, true, true]);
  expect([...shelf.entries.keys()]).toEqual(['b', 'c']);
  expect(shelf.entries.get('c')?.change).toEqual({ ...change('c', 3), refusal });
});

it('says when it could keep a change no more', async () => {
  expect(
    await browser({ shelf: memoryShelf(0) })
      .page('one')
      .keep(change('a', 1)),
  ).toBe(false);
  const queue = browser().page('one');
  const kept = await Promise.all(
    Array.from({ length: MOST_CHANGES + 1 }, (_, index) => queue.keep(change(`c${index}`, index))),
  );
  expect(kept.indexOf(false)).toBe(MOST_CHANGES);
});
