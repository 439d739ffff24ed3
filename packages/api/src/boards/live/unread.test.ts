import { isTrackedEnvelope } from '@trpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTwice, type Person, type TestApp } from '../../testing.js';
import type { LiveItem } from './events.js';

let app: TestApp;
let other: TestApp;

beforeEach(async () => {
  [app, other] = await openTwice();
});
afterEach(() => Promise.all([app.close(), other.close()]));

/** How many notices somebody who watches is told that they have not read, each time that they are told. */
async function watchUnread(caller: Person['caller'], boardId: string): Promise<readonly number[]> {
  const told: number[] = [];
  const stream = await caller.boards.watch({ boardId });
  void (async () => {
    for await (const event of stream) {
      // The types tell what arrives over HTTP; here it is the envelope itself.
      const item = event as unknown as LiveItem;
      if (!isTrackedEnvelope(item) && item.type === 'notices') told.push(item.unread);
    }
  })();
  return told;
}

it('notices are counted for whoever they are for, on whatever board they look at, by whatever process', async () => {
  const [ann, bob] = [await app.user('ann'), await app.user('bob')];
  const { token } = await ann.caller.invitations.create({ boardId: ann.boardId, role: 'viewer' });
  await bob.caller.invitations.accept({ token });
  const told = await Promise.all([
    watchUnread(bob.caller, bob.boardId),
    watchUnread(other.callerFor({ bearer: bob.token }), ann.boardId),
    watchUnread(ann.caller, ann.boardId),
  ]);
  const eventually = () => expect.poll(() => told);
  await eventually().toEqual([[0], [0], [0]]);
  const operations = [{ type: 'comment.create', cardId: 'card-1', commentId: 'c', text: '@bob' }] as const;
  await ann.caller.boards.commit({ boardId: ann.boardId, changeId: 'c', operations: [...operations] });
  await eventually().toEqual([[0, 1], [0, 1], [0]]);
  await bob.caller.notices.read({ all: true });
  await eventually().toEqual([[0, 1, 0], [0, 1, 0], [0]]);
});
