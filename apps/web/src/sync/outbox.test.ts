import { expect, it } from 'vitest';
import { createOutbox, type Outgoing } from './outbox';
import { memoryStorage } from './testing/live-boards';

const owner = { userId: 'u1', boardId: 'b1' };
const change = (changeId: string, order: number): Outgoing => ({
  changeId,
  operations: [{ type: 'card.archive', cardId: 'card-1' }],
  now: '2026-11-23T00:00:00.000Z',
  order,
});

it('gives changes back in their order, whichever tab kept them', () => {
  const storage = memoryStorage();
  const [one, other] = [createOutbox(storage, owner), createOutbox(storage, owner)];
  one.keep(change('a', 3));
  other.keep(change('b', 1));
  one.keep({ ...change('c', 2), operations: [], undoes: 7 });
  expect(other.load().map(({ changeId }) => changeId)).toEqual(['b', 'c', 'a']);
  expect(other.load()[1]).toEqual({ ...change('c', 2), operations: [], undoes: 7 });
  one.forget('b');
  expect(other.load()).toHaveLength(2);
});

it('keeps the changes of people and boards apart', () => {
  const storage = memoryStorage();
  createOutbox(storage, owner).keep(change('a', 1));
  expect(createOutbox(storage, { ...owner, userId: 'u2' }).load()).toEqual([]);
  expect(createOutbox(storage, { ...owner, boardId: 'b2' }).load()).toEqual([]);
});

it('passes over what it did not write', () => {
  const storage = memoryStorage();
  for (const [index, text] of ['', '{}', 'null', '{"v":9,"changeId":"x","operations":[],"order":1}'].entries()) {
    storage.setItem(`talkan:queue:u1:b1:${index}`, text);
  }
  expect(createOutbox(storage, owner).load()).toEqual([]);
});

it('says when it could keep a change no more', () => {
  expect(createOutbox(memoryStorage(10), owner).keep(change('a', 1))).toBe(false);
  expect(createOutbox(null, owner).keep(change('a', 1))).toBe(false);
  const outbox = createOutbox(memoryStorage(), owner);
  const kept = Array.from({ length: 501 }, (_, index) => outbox.keep(change(`c${index}`, index)));
  expect(kept.lastIndexOf(true)).toBe(499);
});
