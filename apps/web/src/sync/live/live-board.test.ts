import { contentOf } from '@talkan/board/diff';
import type { Person } from '@talkan/api/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardStore } from '../board-state';
import { liveBoards, titlesIn, type LiveBoards, type LivePage } from '../testing/live-boards';

let live: LiveBoards;
let names = 0;

beforeEach(async () => {
  live = await liveBoards();
});

afterEach(() => live.close());

const rename = (title: string) => ({ type: 'card.edit', cardId: 'card-1', title }) as const;
const titleIn = (store: BoardStore) => store.getState().board.card('card-1')?.title;
const isUp = ({ signs }: LivePage) => expect.poll(() => signs.up.get()).toBe(true);

/** How the pages of one browser know of each other. */
function browser() {
  const name = `live-board-${++names}`;
  return () => ({ locks: navigator.locks, channel: new BroadcastChannel(name), name });
}

async function expectSameAsServer(store: BoardStore): Promise<void> {
  const fresh = await live.open();
  await expect.poll(() => store.getState().board.seq).toBe(fresh.getState().board.seq);
  expect(contentOf(store.getState().board)).toEqual(contentOf(fresh.getState().board));
}

describe('a page that listens', () => {
  it('shows what others do without asking for the board', async () => {
    const page = await live.listen();
    await isUp(page);
    await live.elsewhere(rename('One'));
    await live.elsewhere(rename('Two'));
    await expect.poll(() => titleIn(page.store)).toBe('Two');
    expect(live.wire.calls).toEqual(['boards.watch']);
    await expectSameAsServer(page.store);
  });

  it('takes in its own changes once, by the answer and by the stream', async () => {
    const page = await live.listen();
    await isUp(page);
    const operations = ['One', 'Two', 'Three'].map(
      (title, index) => ({ type: 'card.create', cardId: `new-${index}`, columnId: 'col-done', title }) as const,
    );
    for (const operation of operations) page.store.commit([operation]);
    await expect.poll(() => page.store.getState().pending).toBe(0);
    await expectSameAsServer(page.store);
    expect(titlesIn(page.store, 'col-done').slice(-3)).toEqual(['One', 'Two', 'Three']);
  });

  it('goes on after the last change it knows when the stream breaks, without asking for the board', async () => {
    const page = await live.listen();
    await isUp(page);
    await live.elsewhere(rename('Before'));
    await expect.poll(() => titleIn(page.store)).toBe('Before');
    for (const stream of live.wire.streams) stream.cut();
    expect(page.signs.up.get()).toBe(false);
    await live.elsewhere(rename('Meanwhile'));
    await expect.poll(() => titleIn(page.store)).toBe('Meanwhile');
    expect(live.wire.calls).toEqual(['boards.watch', 'boards.watch']);
    expect(live.wire.streams.size).toBe(1);
    await expectSameAsServer(page.store);
  });

  it('says that the server does not answer, and sends what waits when the stream is back', async () => {
    const page = await live.listen();
    await isUp(page);
    live.wire.fault = 'cut';
    for (const stream of live.wire.streams) stream.cut();
    await expect.poll(() => page.store.getState().connection).toBe('retrying');
    page.store.commit([rename('Waiting')]);
    await live.elsewhere({ type: 'card.archive', cardId: 'card-2' });
    live.wire.fault = 'none';
    await expect.poll(() => page.store.getState()).toMatchObject({ connection: 'online', pending: 0 });
    await expectSameAsServer(page.store);
    expect(titleIn(page.store)).toBe('Waiting');
  });

  it('listens again as soon as the server answers anything else', async () => {
    const page = await live.listen(live.person, { delay: (failures) => (failures === 0 ? 5 : 60_000) });
    await isUp(page);
    live.wire.fault = 'cut';
    for (const stream of live.wire.streams) stream.cut();
    await expect.poll(() => page.store.getState().connection).toBe('retrying');
    live.wire.fault = 'none';
    await page.store.refresh();
    await isUp(page);
    await live.elsewhere(rename('Told live'));
    await expect.poll(() => titleIn(page.store)).toBe('Told live');
  });

  it('loads the board when more was changed than the stream would tell', async () => {
    const page = await live.listen();
    await isUp(page);
    await live.app.services.db.write
      .updateTable('boards')
      .set({ seq: live.base + 5000 })
      .execute();
    live.wire.fault = 'cut';
    for (const stream of live.wire.streams) stream.cut();
    live.wire.fault = 'none';
    await expect.poll(() => page.store.getState().board.seq).toBe(live.base + 5000);
  });

  it('follows the role, and ends when the board is no longer to be seen', async () => {
    const guest = await live.app.member(live.person.boardId, 'editor');
    const page = await live.listen(guest);
    await isUp(page);
    const { write } = live.app.services.db;
    await write.updateTable('members').set({ role: 'viewer' }).where('user_id', '=', guest.id).execute();
    live.app.services.live.wake(live.person.boardId);
    await expect.poll(() => page.store.getState().role).toBe('viewer');
    await write.deleteFrom('members').where('user_id', '=', guest.id).execute();
    live.app.services.live.wake(live.person.boardId);
    await expect.poll(() => page.store.getState().gone?.message).toBeTruthy();
    await expect.poll(() => live.wire.streams.size).toBe(0);
  });

  it('rests while nobody is signed in', async () => {
    let signedIn = true;
    const page = await live.listen(live.person, { isSignedIn: () => signedIn });
    await isUp(page);
    signedIn = false;
    page.live.look();
    expect([page.signs.up.get(), live.wire.streams.size]).toEqual([false, 0]);
    signedIn = true;
    page.live.look();
    await isUp(page);
  });
});

describe('people', () => {
  const seenBy = (page: LivePage, person: Person) =>
    page.signs.people.get().filter((here) => here.userId === person.id);

  it('are seen with what they have open and in hand, until they go', async () => {
    const guest = await live.app.member(live.person.boardId, 'editor');
    const [mine, theirs] = [await live.listen(), await live.listen(guest)];
    await expect.poll(() => seenBy(mine, guest)).toHaveLength(1);
    const place = { columnId: 'col-review', before: 'card-6', after: null };
    theirs.signs.doing.set({ cardId: 'card-1', draggingId: 'card-2', place });
    await expect
      .poll(() => seenBy(mine, guest))
      .toMatchObject([{ name: guest.username, cardId: 'card-1', draggingId: 'card-2', place }]);
    theirs.live.stop();
    await expect.poll(() => seenBy(mine, guest)).toEqual([]);
    expect(theirs.signs.people.get()).toEqual([]);
  });

  it('are not seen while they look elsewhere', async () => {
    const guest = await live.app.member(live.person.boardId, 'viewer');
    let visible = true;
    const mine = await live.listen();
    const theirs = await live.listen(guest, { isVisible: () => visible, together: browser()() });
    await expect.poll(() => seenBy(mine, guest)).toHaveLength(1);
    visible = false;
    theirs.live.look();
    await expect.poll(() => seenBy(mine, guest)).toEqual([]);
    // It still hears of changes.
    expect(theirs.signs.up.get()).toBe(true);
  });
});

describe('the pages of one browser', () => {
  it('share one stream', async () => {
    const together = browser();
    const pages = [
      await live.listen(live.person, { together: together() }),
      await live.listen(live.person, { together: together() }),
      await live.listen(live.person, { together: together() }),
    ];
    for (const page of pages) await isUp(page);
    await live.elsewhere(rename('For all'));
    for (const { store } of pages) await expect.poll(() => titleIn(store)).toBe('For all');
    expect(live.wire.calls).toEqual(['boards.watch']);
    expect(live.wire.streams.size).toBe(1);
    // Each is a page of its own to the others.
    // Each hears of it in its own time.
    for (const { signs } of pages) await expect.poll(() => signs.people.get()).toHaveLength(3);
    expect(pages[2]?.signs.people.get()).toEqual(pages[0]?.signs.people.get());
  });

  it('hand it on, without a gap, when the one that holds it goes', async () => {
    const together = browser();
    const first = await live.listen(live.person, { together: together() });
    await isUp(first);
    const second = await live.listen(live.person, { together: together() });
    await isUp(second);
    first.live.stop();
    await live.elsewhere(rename('In between'));
    await expect.poll(() => titleIn(second.store)).toBe('In between');
    expect(live.wire.streams.size).toBe(1);
    await expectSameAsServer(second.store);
  });

  it('take the stream from a page that was put to sleep with it', async () => {
    const together = browser()();
    const asleep = Promise.withResolvers<void>();
    const held = navigator.locks.request(together.name, () => asleep.promise).catch((error: unknown) => String(error));
    const page = await live.listen(live.person, { together });
    expect(page.signs.up.get()).toBe(false);
    await expect.poll(() => page.signs.up.get()).toBe(true);
    await expect(held).resolves.toContain('AbortError');
    asleep.resolve();
  });
});
