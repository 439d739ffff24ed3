import { isRefusal } from '@talkan/board/refusal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardStore } from './board-state';
import { liveBoards, type LiveBoards } from './testing/live-boards';

let live: LiveBoards;

beforeEach(async () => {
  live = await liveBoards();
});

afterEach(() => live.close());

const idle = (store: BoardStore) => expect.poll(() => store.getState().pending).toBe(0);

describe('an undo', () => {
  it('says why it cannot be, and leaves no failure behind', async () => {
    const store = await live.open();
    const refusal = await store.undo(41);
    expect(refusal?.message).toBeTruthy();
    expect(store.getState()).toMatchObject({ failures: [], pending: 0 });
  });

  it('waits for a server that is away, over a reload too', async () => {
    const first = await live.open();
    const settled = await first.settled(first.commit([{ type: 'card.archive', cardId: 'card-1' }]));
    live.wire.fault = 'cut';
    if (!isRefusal(settled)) void first.undo(settled.seq);
    first.stop();
    live.wire.fault = 'none';
    const second = await live.open();
    await idle(second);
    expect(second.getState().board.card('card-1')).toBeDefined();
  });
});

describe('an undo of a run of edits', () => {
  it('goes as one, over a reload too', async () => {
    const first = await live.open();
    const before = first.getState().board.card('card-1')?.details;
    const settled = [];
    for (const details of ['One', 'One two', 'One two three']) {
      settled.push(await first.settled(first.commit([{ type: 'card.edit', cardId: 'card-1', details }])));
    }
    const { undo } = await live.person.caller.boards.undoable({ boardId: live.person.boardId });
    expect(settled).toEqual([1, 2, 3].map((index) => ({ seq: live.base + index })));
    expect(undo).toMatchObject({ from: live.base + 1, seq: live.base + 3 });
    live.wire.fault = 'cut';
    void first.undo(live.base + 3, live.base + 1);
    first.stop();
    live.wire.fault = 'none';
    const second = await live.open();
    await idle(second);
    expect(second.getState().board.card('card-1')?.details).toBe(before);
  });
});
