import { contentOf } from '@talkan/board/diff';
import { fingerprint } from '@talkan/board/text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardStore } from './board-state';
import { liveBoards, type LiveBoards } from './testing/live-boards';

let live: LiveBoards;

beforeEach(async () => {
  live = await liveBoards();
});

afterEach(() => live.close());

const idle = (store: BoardStore) => expect.poll(() => store.getState().pending).toBe(0);
const moveToReview = { type: 'card.move', cardId: 'card-1', columnId: 'col-review' } as const;

async function expectSameAsServer(store: BoardStore): Promise<void> {
  const fresh = await live.open();
  expect(contentOf(store.getState().board)).toEqual(contentOf(fresh.getState().board));
}

describe('a change that was refused and not settled yet', () => {
  const conflict = async () => {
    const store = await live.open();
    await live.elsewhere({ type: 'card.edit', cardId: 'card-1', title: 'Theirs' });
    const was = fingerprint('Align roadmap themes');
    const changeId = store.commit([{ type: 'card.edit', cardId: 'card-1', title: { to: 'Mine', was } }]);
    await store.settled(changeId);
    store.stop();
    return { changeId, reopened: await live.open() };
  };

  it('is there again after a reload, without being sent again', async () => {
    const { changeId, reopened } = await conflict();
    expect(reopened.getState()).toMatchObject({ pending: 0, failures: [{ changeId, refusal: { code: 'conflict' } }] });
    expect(reopened.getState().board.card('card-1')?.title).toBe('Theirs');
  });

  it('is forgotten once its author lets it go', async () => {
    const { changeId, reopened } = await conflict();
    reopened.dismiss(changeId);
    expect((await live.open()).getState().failures).toEqual([]);
    expect(live.shelf.entries.size).toBe(0);
  });

  it('makes room for what its author makes of it', async () => {
    const { changeId, reopened } = await conflict();
    const title = { to: 'Mine', was: fingerprint('Theirs') };
    reopened.replace(changeId, [{ type: 'card.edit', cardId: 'card-1', title }]);
    expect(reopened.getState().board.card('card-1')?.title).toBe('Mine');
    await idle(reopened);
    expect(reopened.getState().failures).toEqual([]);
    await expectSameAsServer(reopened);
  });

  it('can be made anew with what this page does not know: the server decides', async () => {
    const first = await live.open();
    await live.elsewhere({ type: 'card.archive', cardId: 'card-1' });
    const changeId = first.commit([{ type: 'card.edit', cardId: 'card-1', title: 'Mine' }]);
    await first.settled(changeId);
    first.stop();
    const second = await live.open();
    const [failure] = second.getState().failures;
    second.replace(changeId, [{ type: 'card.restore', cardId: 'card-1' }, ...(failure?.operations ?? [])]);
    await idle(second);
    await expect.poll(() => second.getState().board.card('card-1')?.title).toBe('Mine');
    expect(second.getState().failures).toEqual([]);
  });
});

describe('what another page left', () => {
  it('is taken over by a page that is there already, behind its own changes', async () => {
    const first = await live.open();
    const second = await live.open();
    live.wire.fault = 'cut';
    second.commit([moveToReview]);
    await expect.poll(() => live.shelf.entries.size).toBe(1);
    second.stop();
    await first.takeOver();
    await first.takeOver();
    expect(first.getState().pending).toBe(1);
    live.wire.fault = 'none';
    first.setOnline(true);
    await idle(first);
    expect(first.getState().board.card('card-1')?.columnId).toBe('col-review');
    expect(first.getState().board.seq).toBe(live.base + 1);
  });
});

describe('a store that is left', () => {
  it('still sends what waits, in order, for nobody may open that board again soon', async () => {
    const store = await live.open();
    store.commit([moveToReview]);
    store.commit([{ type: 'card.create', cardId: 'new', columnId: 'col-review', title: 'On the way out' }]);
    store.stop();
    await expect.poll(() => live.seq()).toBe(live.base + 2);
    await expect.poll(() => live.shelf.entries.size).toBe(0);
    store.start();
    store.commit([{ type: 'board.rename', title: 'And goes on' }]);
    await idle(store);
    await expectSameAsServer(store);
  });

  it('makes no further try where one fails, and keeps all for the next page', async () => {
    const store = await live.open();
    live.wire.fault = 'cut';
    store.commit([moveToReview]);
    store.commit([{ type: 'board.rename', title: 'Kept' }]);
    await expect.poll(() => store.getState().connection).toBe('retrying');
    store.stop();
    live.wire.fault = 'none';
    // Longer than the wait for the next try.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(live.shelf.entries.size).toBe(2);
    expect(await live.seq()).toBe(live.base);
  });
});
