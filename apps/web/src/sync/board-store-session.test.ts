import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveBoards, type LiveBoards } from './testing/live-boards';

let live: LiveBoards;

beforeEach(async () => {
  live = await liveBoards();
});

afterEach(() => live.close());

describe('a session that has ended', () => {
  it('keeps what waits, and sends it after the next sign-in', async () => {
    const store = await live.open();
    live.wire.fault = 'signed-out';
    const answers = Promise.withResolvers<void>();
    live.wire.gate = answers.promise;
    const changeId = store.commit([{ type: 'card.archive', cardId: 'card-1' }]);
    await expect.poll(() => live.wire.calls).toHaveLength(1);
    answers.resolve();
    await wait(50);
    expect(store.getState()).toMatchObject({ pending: 1, failures: [] });
    expect(live.wire.calls).toHaveLength(1);
    live.wire.fault = 'none';
    store.setOnline(true);
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 1 });
  });

  it('sends what waits also when the sign-in overtakes the answer', async () => {
    const store = await live.open();
    live.wire.fault = 'signed-out';
    const answers = Promise.withResolvers<void>();
    live.wire.gate = answers.promise;
    const changeId = store.commit([{ type: 'card.archive', cardId: 'card-1' }]);
    await expect.poll(() => live.wire.calls).toHaveLength(1);
    live.wire.fault = 'none';
    store.setOnline(true);
    answers.resolve();
    await expect(store.settled(changeId)).resolves.toEqual({ seq: live.base + 1 });
  });
});

describe('a board that one may no longer see', () => {
  it('says so', async () => {
    const guest = await live.app.member(live.person.boardId, 'editor');
    const store = await live.open(guest);
    await live.app.services.db.write.deleteFrom('members').where('user_id', '=', guest.id).execute();
    await store.refresh();
    expect(store.getState().gone?.message).toBeTruthy();
  });
});

describe('a board that the page was opened with before the server said anything', () => {
  it('goes on from the server’s, with what was done meanwhile on top, and never back', async () => {
    const store = await live.open();
    const { caller, boardId } = live.person;
    const old = await caller.boards.get({ boardId });
    await live.elsewhere({ type: 'card.edit', cardId: 'card-2', title: 'Changed meanwhile' });
    const answers = Promise.withResolvers<void>();
    live.wire.gate = answers.promise;
    store.commit([{ type: 'card.edit', cardId: 'card-1', title: 'Mine' }]);
    const renewed = await caller.boards.get({ boardId });
    store.renew(renewed);
    const titles = () => ['card-1', 'card-2'].map((id) => store.getState().board.card(id)?.title);
    expect(titles()).toEqual(['Mine', 'Changed meanwhile']);
    store.renew(old);
    expect(titles()).toEqual(['Mine', 'Changed meanwhile']);
    store.renew({ ...renewed, role: 'viewer' });
    expect(store.getState().role).toBe('viewer');
    answers.resolve();
  });
});
