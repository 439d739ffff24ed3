import { contentOf } from '@talkan/board/diff';
import { isRefusal } from '@talkan/board/refusal';
import { fingerprint } from '@talkan/board/text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardStore } from './board-state';
import { liveBoards, titlesIn, type LiveBoards } from './testing/live-boards';

let live: LiveBoards;

beforeEach(async () => {
  live = await liveBoards();
});

afterEach(() => live.close());

const idle = (store: BoardStore) => expect.poll(() => store.getState().pending).toBe(0);

async function expectSameAsServer(store: BoardStore): Promise<void> {
  const fresh = await live.open();
  expect(contentOf(store.getState().board)).toEqual(contentOf(fresh.getState().board));
  expect(store.getState().board.seq).toBe(fresh.getState().board.seq);
}

const moveToReview = { type: 'card.move', cardId: 'card-1', columnId: 'col-review' } as const;

describe('a change of one’s own', () => {
  it('is on the screen at once and confirmed later', async () => {
    const store = await live.open();
    const changeId = store.commit([moveToReview]);
    expect(titlesIn(store, 'col-review')).toContain('Align roadmap themes');
    expect(store.getState()).toMatchObject({ pending: 1, board: { seq: live.base } });
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 1 });
    expect(store.getState()).toMatchObject({ pending: 0, board: { seq: live.base + 1 }, connection: 'online' });
    await expectSameAsServer(store);
  });

  it('goes one at a time and in order', async () => {
    const store = await live.open();
    const ids = ['One', 'Two', 'Three'].map((title, index) =>
      store.commit([{ type: 'card.create', cardId: `new-${index}`, columnId: 'col-done', title }]),
    );
    const settled = await Promise.all(ids.map((id) => store.settled(id)));
    expect(settled).toEqual([{ seq: live.base + 1 }, { seq: live.base + 2 }, { seq: live.base + 3 }]);
    expect(titlesIn(store, 'col-done').slice(-3)).toEqual(['One', 'Two', 'Three']);
    await expectSameAsServer(store);
  });

  it('draws nothing anew but the lanes that it touches', async () => {
    const store = await live.open();
    const before = store.getState().board;
    store.commit([moveToReview]);
    const after = store.getState().board;
    expect(after.cardsIn('col-done')).toBe(before.cardsIn('col-done'));
    expect(after.cardsIn('col-review')).not.toBe(before.cardsIn('col-review'));
    expect(after.columns()).toBe(before.columns());
    await idle(store);
    expect(store.getState().board.cardsIn('col-done')).toBe(before.cardsIn('col-done'));
  });

  it('is taken back without a trace while no try was made to send it', async () => {
    const store = await live.open();
    live.wire.fault = 'cut';
    store.commit([moveToReview]);
    const second = store.commit([{ type: 'card.archive', cardId: 'card-2' }]);
    expect(store.withdraw(second)).toBe(true);
    expect(store.getState().board.card('card-2')).toBeDefined();
    live.wire.fault = 'none';
    await idle(store);
    expect(store.getState().failures).toEqual([]);
    await expectSameAsServer(store);
  });
});

describe('a server that is away', () => {
  it('gets the change when it is back, and the screen shows it meanwhile', async () => {
    const store = await live.open();
    live.wire.fault = 'cut';
    const changeId = store.commit([moveToReview]);
    await expect.poll(() => store.getState().connection).toBe('retrying');
    expect(store.getState().pendingCards).toEqual(new Set(['card-1']));
    live.wire.fault = 'none';
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 1 });
    expect(store.getState()).toMatchObject({ pending: 0, connection: 'online' });
  });

  it('takes a change in once, though its answer was lost and it came again', async () => {
    const store = await live.open();
    live.wire.fault = 'lost';
    const changeId = store.commit([{ type: 'card.create', cardId: 'new', columnId: 'col-done', title: 'Once' }]);
    await expect.poll(() => live.wire.calls.length).toBeGreaterThan(2);
    live.wire.fault = 'none';
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 1 });
    expect(titlesIn(store, 'col-done').filter((title) => title === 'Once')).toHaveLength(1);
    expect(store.getState().failures).toEqual([]);
    await expectSameAsServer(store);
  });

  it('is no reason for a failure when the board was loaded between the lost answer and the next try', async () => {
    const store = await live.open();
    live.wire.fault = 'lost';
    store.commit([{ type: 'card.create', cardId: 'new', columnId: 'col-done', title: 'Once' }]);
    await expect.poll(() => live.seq()).toBe(live.base + 1);
    live.wire.fault = 'none';
    await store.refresh();
    await idle(store);
    expect(store.getState().failures).toEqual([]);
    await expectSameAsServer(store);
  });

  it('holds nothing up for ever: a network that says it is back is tried at once', async () => {
    const store = await live.open(live.person, 60_000);
    live.wire.fault = 'cut';
    const changeId = store.commit([moveToReview]);
    await expect.poll(() => store.getState().connection).toBe('retrying');
    store.setOnline(false);
    expect(store.getState().connection).toBe('offline');
    live.wire.fault = 'none';
    store.setOnline(true);
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 1 });
  });
});

describe('a reload', () => {
  it('loses no change that was not sent yet', async () => {
    const first = await live.open();
    live.wire.fault = 'cut';
    first.commit([moveToReview]);
    first.commit([{ type: 'card.create', cardId: 'new', columnId: 'col-review', title: 'Typed offline' }]);
    first.stop();
    const second = await live.open();
    expect(titlesIn(second, 'col-review').slice(-2)).toEqual(['Align roadmap themes', 'Typed offline']);
    expect(second.getState().pending).toBe(2);
    live.wire.fault = 'none';
    second.setOnline(true);
    await idle(second);
    await expect.poll(() => live.shelf.entries.size).toBe(0);
    await expectSameAsServer(second);
  });

  it('makes no second change of one whose answer was lost', async () => {
    const first = await live.open();
    live.wire.fault = 'lost';
    first.commit([{ type: 'card.create', cardId: 'new', columnId: 'col-done', title: 'Once' }]);
    await expect.poll(() => live.seq()).toBe(live.base + 1);
    first.stop();
    live.wire.fault = 'none';
    const second = await live.open();
    await idle(second);
    expect(second.getState().failures).toEqual([]);
    expect(second.getState().board.seq).toBe(live.base + 1);
  });

  it('keeps one person’s changes from another’s', async () => {
    const first = await live.open();
    live.wire.fault = 'cut';
    first.commit([moveToReview]);
    first.stop();
    const stranger = await live.app.user();
    const other = await live.open(stranger);
    expect(other.getState().pending).toBe(0);
  });
});

describe('a change that is refused', () => {
  it('leaves the screen and says why', async () => {
    const store = await live.open();
    await live.elsewhere({ type: 'card.edit', cardId: 'card-1', title: 'Theirs' });
    const was = fingerprint('Align roadmap themes');
    const changeId = store.commit([{ type: 'card.edit', cardId: 'card-1', title: { to: 'Mine', was } }]);
    expect(store.getState().board.card('card-1')?.title).toBe('Mine');
    const settlement = await store.settled(changeId);
    expect(isRefusal(settlement) && settlement.code).toBe('conflict');
    await expect.poll(() => store.getState().board.card('card-1')?.title).toBe('Theirs');
    expect(store.getState().failures).toMatchObject([{ changeId, refusal: { ids: ['card-1'] } }]);
    expect([...live.shelf.entries.values()]).toMatchObject([{ change: { changeId, refusal: { code: 'conflict' } } }]);
  });

  it('takes along what was built on it, and what was not goes on', async () => {
    const store = await live.open();
    await live.elsewhere(
      { type: 'card.archive', cardId: 'card-6' },
      { type: 'column.archive', columnId: 'col-review' },
    );
    const created = store.commit([{ type: 'card.create', cardId: 'new', columnId: 'col-review', title: 'Late' }]);
    const edited = store.commit([{ type: 'card.edit', cardId: 'new', details: 'More' }]);
    const moved = store.commit([{ type: 'card.move', cardId: 'card-1', columnId: 'col-done' }]);
    expect(isRefusal(await store.settled(created))).toBe(true);
    expect(isRefusal(await store.settled(edited))).toBe(true);
    expect(isRefusal(await store.settled(moved))).toBe(false);
    await expectSameAsServer(store);
  });

  it('that the browser refuses by itself is never sent', async () => {
    const store = await live.open();
    const changeId = store.commit([{ type: 'card.edit', cardId: 'nowhere', title: 'Lost' }]);
    expect(isRefusal(await store.settled(changeId))).toBe(true);
    expect(store.getState().failures).toHaveLength(1);
    expect(live.wire.calls).toEqual([]);
    store.dismiss(changeId);
    expect(store.getState().failures).toEqual([]);
  });

  it('is tried anew as a change of its own', async () => {
    const store = await live.open();
    const move = { type: 'card.move', cardId: 'card-1', columnId: 'col-new' } as const;
    const changeId = store.commit([move]);
    store.commit([{ type: 'column.create', columnId: 'col-new', title: 'New' }]);
    store.replace(changeId, [move]);
    await idle(store);
    expect(titlesIn(store, 'col-new')).toEqual(['Align roadmap themes']);
    expect(store.getState().failures).toEqual([]);
  });
});

describe('changes of others', () => {
  it('between two of one’s own are loaded, and nothing jumps back meanwhile', async () => {
    const store = await live.open();
    await live.elsewhere({ type: 'card.move', cardId: 'card-2', columnId: 'col-done' });
    const seen: boolean[] = [];
    store.subscribe(() => seen.push(store.getState().board.card('card-1')?.columnId === 'col-review'));
    const changeId = store.commit([moveToReview]);
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 2 });
    await expect.poll(() => store.getState().board.seq).toBe(live.base + 2);
    expect(store.getState().board.card('card-2')?.columnId).toBe('col-done');
    expect(seen.every(Boolean)).toBe(true);
    await expectSameAsServer(store);
  });

  it('that arrive late never bring an older board back', async () => {
    const store = await live.open();
    const gate = Promise.withResolvers<void>();
    live.wire.gate = gate.promise;
    const refreshed = store.refresh();
    live.wire.gate = Promise.resolve();
    store.commit([moveToReview]);
    await idle(store);
    gate.resolve();
    await refreshed;
    expect(store.getState().board.card('card-1')?.columnId).toBe('col-review');
    expect(store.getState().board.seq).toBe(live.base + 1);
  });

  it('are waited for when a later one overtakes them', async () => {
    const store = await live.open();
    const take = (seq: number) => store.receive({ seq, changeId: `change-${seq}`, patches: [] });
    take(live.base + 2);
    take(live.base + 1);
    expect(store.getState().board.seq).toBe(live.base + 2);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(live.wire.calls).toEqual([]);
  });

  it('that do not come are asked for of the log, in pages, and nothing else is', async () => {
    const store = await live.open();
    for (let index = 0; index < 210; index++) await live.elsewhere({ type: 'board.rename', title: `Title ${index}` });
    await live.elsewhere({ type: 'card.move', cardId: 'card-2', columnId: 'col-done' });
    const { boardId, caller } = live.person;
    const { changes } = await caller.boards.changes({ boardId, after: live.base + 205 });
    for (const change of changes) store.receive(change);
    expect(store.getState().board.seq).toBe(live.base);
    await expect.poll(() => store.getState().board.seq).toBe(live.base + 211);
    expect(live.wire.calls).toEqual(['boards.changes', 'boards.changes']);
    await expectSameAsServer(store);
  });

  it('that are only heard of are asked for, too, though one’s own answer among them was lost', async () => {
    const store = await live.open();
    live.wire.fault = 'lost';
    const changeId = store.commit([moveToReview]);
    await expect.poll(() => live.seq()).toBe(live.base + 1);
    live.wire.fault = 'none';
    await live.elsewhere({ type: 'card.archive', cardId: 'card-2' });
    store.hear(live.base + 2);
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 1 });
    await expect.poll(() => store.getState().board.seq).toBe(live.base + 2);
    expect(live.wire.calls).not.toContain('boards.get');
    await expectSameAsServer(store);
  });

  it('are too many to go through one by one when there are thousands: the board is loaded', async () => {
    const store = await live.open();
    const seq = live.base + 2001;
    await live.app.services.db.write.updateTable('boards').set({ seq }).execute();
    store.hear(seq);
    await expect.poll(() => store.getState().board.seq).toBe(seq);
    expect(live.wire.calls).toEqual(['boards.get']);
  });

  it('that the server does not tell are in the board that it gives', async () => {
    const guest = await live.app.member(live.person.boardId, 'viewer');
    const store = await live.open(guest);
    await live.app.services.db.write.deleteFrom('members').where('user_id', '=', guest.id).execute();
    store.hear(live.base + 1);
    await expect.poll(() => store.getState().gone?.message).toBeTruthy();
    expect(live.wire.calls).toEqual(['boards.changes', 'boards.get']);
  });

  it('are taken in as a chat’s turn tells them, and leave their trace until they are undone', async () => {
    const store = await live.open();
    const { seq, patches } = await live.person.caller.boards.commit({
      boardId: live.person.boardId,
      changeId: 'turn-1',
      operations: [moveToReview],
    });
    store.receive({ seq, patches, changeId: 'turn-1' });
    store.trace(seq, [{ entity: 'card', id: 'card-1', text: 'Moved RM-1.' }]);
    expect(store.getState().board.card('card-1')?.columnId).toBe('col-review');
    expect(store.getState().traces.get('card-1')).toEqual({ seq, text: 'Moved RM-1.' });
    await expect(store.undo(seq)).resolves.toBeNull();
    expect(store.getState().board.card('card-1')?.columnId).toBe('col-backlog');
    expect(store.getState().traces.size).toBe(0);
    expect([...store.getState().undone]).toEqual([seq]);
    await expectSameAsServer(store);
  });
});
