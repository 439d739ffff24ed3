import { isRefusal } from '@talkan/board/refusal';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { liveBoards, type LiveBoards } from '../sync/testing/live-boards';
import { untilUndone } from './actions';

let live: LiveBoards;

beforeEach(async () => {
  live = await liveBoards();
});

afterEach(() => live.close());

it('a note offers to undo a change until that is undone, by whatever way', async () => {
  const store = await live.open();
  const archive = (cardId: string) => store.settled(store.commit([{ type: 'card.archive', cardId }]));
  const over: string[] = [];
  const first = archive('card-1');
  const second = archive('card-2');
  const stop = untilUndone(store, first)?.(() => over.push('first'));
  untilUndone(store, second)?.(() => over.push('second'));
  const settled = await second;
  if (!isRefusal(settled)) await store.undo(settled.seq);
  expect(over).toEqual(['second']);
  stop?.();
  const before = await first;
  if (!isRefusal(before)) await store.undo(before.seq);
  expect(over).not.toContain('first');
});
