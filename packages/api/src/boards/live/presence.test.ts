import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, openTwice, type Person, type TestApp } from '../../testing.js';
import { watch } from './testing/watch.js';

let app: TestApp;
let other: TestApp;
let ann: Person;

beforeEach(async () => {
  [app, other] = await openTwice();
  ann = await app.user('ann');
});
afterEach(() => Promise.all([app.close(), other.close()]));

describe('being present on a board', () => {
  const present = (person: Person, more: Partial<Parameters<Person['caller']['boards']['present']>[0]> = {}) =>
    person.caller.boards.present({ boardId: ann.boardId, clientId: 'tab-1', ...more });

  it('is told to all who watch, in every process, as is the card, and the end', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    const here = await watch(ann.caller, ann.boardId);
    const there = await watch(other.callerFor({ bearer: ann.token }), ann.boardId);
    const seen = { clientId: 'tab-1', userId: bob.id, name: bob.username, cardId: null, draggingId: null, place: null };
    await present(bob);
    for (const watcher of [here, there]) await expect.poll(() => watcher.people.at(-1)).toEqual([seen]);
    await present(bob, { cardId: 'card-1' });
    for (const watcher of [here, there]) {
      await expect.poll(() => watcher.people.at(-1)).toEqual([{ ...seen, cardId: 'card-1' }]);
    }
    await present(bob, { leave: true });
    for (const watcher of [here, there]) await expect.poll(() => watcher.people.at(-1)).toEqual([]);
  });

  it('tells where a card in somebody’s hand would go, and each place that it is carried over', async () => {
    const watcher = await watch(ann.caller, ann.boardId);
    const inHand = () => watcher.people.at(-1)?.map(({ draggingId, place }) => ({ draggingId, place }));
    await present(ann, { draggingId: 'card-1' });
    await expect.poll(inHand).toEqual([{ draggingId: 'card-1', place: null }]);
    await present(ann, { draggingId: 'card-1', place: { columnId: 'col-review', before: 'card-6' } });
    const place = { columnId: 'col-review', before: 'card-6', after: null };
    await expect.poll(inHand).toEqual([{ draggingId: 'card-1', place }]);
    await present(ann, { draggingId: 'card-1', place: { columnId: 'col-review', before: null, after: 'card-6' } });
    await expect.poll(inHand).toEqual([{ draggingId: 'card-1', place: { ...place, before: null, after: 'card-6' } }]);
    await present(ann, { draggingId: 'card-1', place: { ...place, others: ['card-2'] } });
    await expect.poll(inHand).toEqual([{ draggingId: 'card-1', place: { ...place, others: ['card-2'] } }]);
    await present(ann, { draggingId: null, place });
    await expect.poll(inHand).toEqual([{ draggingId: null, place: null }]);
    const bob = await app.member(ann.boardId, 'viewer');
    await present(bob, { draggingId: 'card-1', place });
    await expect.poll(() => watcher.people.at(-1)?.length).toBe(2);
    expect(inHand()).not.toContainEqual({ draggingId: 'card-1', place });
  });

  it('takes for a place only a column and its neighbours', async () => {
    const places = [
      'col-review',
      [],
      {},
      { columnId: null },
      { columnId: '../x' },
      { columnId: 'x'.repeat(65) },
      { columnId: 'col-review', before: 7 },
      { columnId: 'col-review', after: 'a\0b' },
      { columnId: 'col-review', index: 1 },
    ];
    for (const place of places) {
      // Not of the type: that is the point.
      const failure = await failureOf(present(ann, { draggingId: 'card-1', place: place as never }));
      expect(failure, JSON.stringify(place)).toMatchObject({ code: 'BAD_REQUEST' });
      expect(failure.fields?.every((field) => field.path.split('.')[0] === 'place')).toBe(true);
    }
    const watcher = await watch(ann.caller, ann.boardId);
    await expect.poll(() => watcher.people.at(-1)).toEqual([]);
  });

  it('ends by itself after 30 s, and goes on for who says so again', async () => {
    const watcher = await watch(ann.caller, ann.boardId);
    await present(ann);
    await expect.poll(() => watcher.people.at(-1)).toHaveLength(1);
    app.clock.advance(25_000);
    await present(ann);
    app.clock.advance(25_000);
    await wait(1_200);
    expect(watcher.people.at(-1)).toHaveLength(1);
    app.clock.advance(6_000);
    await expect.poll(() => watcher.people.at(-1)).toEqual([]);
  });

  it('is a person’s own: another one’s window of the same name stays', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    await present(ann);
    await present(bob);
    await present(bob, { leave: true });
    const watcher = await watch(ann.caller, ann.boardId);
    await expect.poll(() => watcher.people.at(-1)?.map((person) => person.userId)).toEqual([ann.id]);
  });

  it('shows ten windows of one person at most, and nobody who is no member any more', async () => {
    for (let index = 0; index < 14; index++) {
      app.clock.advance(10);
      await present(ann, { clientId: `tab-${index}` });
    }
    const bob = await app.member(ann.boardId, 'viewer');
    await present(bob);
    await app.services.db.write.deleteFrom('members').where('user_id', '=', bob.id).execute();
    const watcher = await watch(ann.caller, ann.boardId);
    await expect
      .poll(() =>
        watcher.people
          .at(-1)
          ?.map((person) => person.clientId)
          .toSorted(),
      )
      .toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((index) => `tab-${index}`).toSorted());
  });

  it('writes nothing where nothing is new', async () => {
    await present(ann);
    const changesOf = async () =>
      (await app.services.db.read.selectFrom('presence').selectAll().execute())[0]?.expires_at;
    const before = await changesOf();
    app.clock.advance(5_000);
    await present(ann);
    expect(await changesOf()).toBe(before);
    app.clock.advance(6_000);
    await present(ann);
    expect(await changesOf()).not.toBe(before);
    const inHand = { draggingId: 'card-1', place: { columnId: 'col-review', before: 'card-6' } };
    await present(ann, inHand);
    const held = await changesOf();
    app.clock.advance(1_000);
    await present(ann, inHand);
    expect(await changesOf()).toBe(held);
    await present(ann, { ...inHand, place: { columnId: 'col-done' } });
    expect(await changesOf()).not.toBe(held);
  });
});
