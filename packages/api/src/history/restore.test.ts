import { randomUUID } from 'node:crypto';
import { createBoard } from '@talkan/board/board';
import { contentOf } from '@talkan/board/diff';
import type { BoardSnapshot } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import { liveThrough, steps } from './testing/life.js';

let app: TestApp;
let ann: Person;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
});

const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const restore = (person: Person, seq: number, asked: { cardId?: string; changeId?: string } = {}) =>
  person.caller.boards.restore({ boardId: person.boardId, seq, changeId: randomUUID(), ...asked });
const get = (person: Person) => person.caller.boards.get({ boardId: person.boardId });
const shown = (board: BoardSnapshot) => ({ title: board.title, ...contentOf(createBoard(board)) });

describe('restoring a board', () => {
  it('to any moment of any life shows that board, and can itself be undone', async () => {
    const property = fc.asyncProperty(steps, fc.nat(99), async (life, pick) => {
      const person = await app.user();
      const past = await liveThrough(person, life);
      const wanted = past[pick % past.length];
      const last = past.at(-1);
      if (!wanted || !last) throw new Error('There is always a board');
      const { seq } = await restore(person, wanted.seq);
      expect(seq).toBe(last.seq + 1);
      expect(shown(await get(person))).toEqual(shown(wanted));
      await person.caller.boards.undo({ boardId: person.boardId, seq, changeId: 'undo-restore' });
      expect(shown(await get(person))).toEqual(shown(last));
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it('to before its first change empties it, and loses nothing', async () => {
    const before = await get(ann);
    await restore(ann, 0);
    expect(await get(ann)).toMatchObject({ columns: [], cards: [] });
    await ann.caller.boards.undo({ boardId: ann.boardId, seq: 2, changeId: 'undo' });
    expect(shown(await get(ann))).toEqual(shown(before));
    expect((await get(ann)).cards.map((card) => card.number)).toEqual(before.cards.map((card) => card.number));
  });

  it('has one effect and the same answer when it is sent again', async () => {
    await commit({ type: 'card.archive', cardId: 'card-1' });
    const first = await restore(ann, 1, { changeId: 'restore' });
    await commit({ type: 'card.archive', cardId: 'card-2' });
    expect(await restore(ann, 1, { changeId: 'restore' })).toEqual(first);
    expect((await get(ann)).cards.map((card) => card.id)).not.toContain('card-2');
    expect((await failureOf(restore(ann, 2, { changeId: 'restore' }))).code).toBe('CONFLICT');
  });

  it('is noted even where nothing was to be done, and stays that', async () => {
    const first = await restore(ann, 1, { changeId: 'restore' });
    expect(first).toEqual({ seq: 2, patches: [] });
    await commit({ type: 'card.archive', cardId: 'card-1' });
    expect(await restore(ann, 1, { changeId: 'restore' })).toEqual(first);
    expect((await get(ann)).cards.map((card) => card.id)).not.toContain('card-1');
  });

  it('to a change that is yet to come finds nothing', async () => {
    expect(await failureOf(restore(ann, 9))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await get(ann)).seq).toBe(1);
  });
});

describe('restoring one card', () => {
  const cardOf = async (id: string) => (await get(ann)).cards.find((card) => card.id === id);
  const lane = async (columnId: string) =>
    (await get(ann)).cards.filter((card) => card.columnId === columnId).map((card) => card.id);

  it('brings back its texts and its place, and leaves the others as they are', async () => {
    const then = await cardOf('card-1');
    await commit({ type: 'card.edit', cardId: 'card-1', title: 'New', details: 'Other' });
    await commit({ type: 'card.move', cardId: 'card-1', columnId: 'col-done' });
    await commit({ type: 'card.edit', cardId: 'card-2', title: 'Kept' });
    await restore(ann, 1, { cardId: 'card-1' });
    expect(await cardOf('card-1')).toMatchObject({
      title: then?.title,
      details: then?.details,
      columnId: 'col-backlog',
    });
    expect(await lane('col-backlog')).toEqual(['card-1', 'card-2']);
    expect((await cardOf('card-2'))?.title).toBe('Kept');
    await ann.caller.boards.undo({ boardId: ann.boardId, seq: 5, changeId: 'undo' });
    expect(await cardOf('card-1')).toMatchObject({ title: 'New', details: 'Other', columnId: 'col-done' });
  });

  it('leaves it where it is when it stands between the same neighbours', async () => {
    await commit({ type: 'card.create', cardId: 'n', columnId: 'col-backlog', title: 'N', before: 'card-1' });
    await commit({ type: 'card.edit', cardId: 'card-1', title: 'New' });
    const { patches } = await restore(ann, 1, { cardId: 'card-1' });
    expect(patches.map((patch) => Object.keys(patch.after ?? {}))).toEqual([['title', 'changedAt']]);
  });

  it('takes it out of the archive, into its column of then', async () => {
    await commit(
      { type: 'card.move', cardId: 'card-1', columnId: 'col-done' },
      { type: 'card.archive', cardId: 'card-1' },
    );
    await restore(ann, 1, { cardId: 'card-1' });
    expect(await lane('col-backlog')).toEqual(['card-1', 'card-2']);
  });

  it('changes only its texts where the column of then is archived', async () => {
    await commit({ type: 'card.edit', cardId: 'card-6', title: 'New' });
    await commit(
      { type: 'card.move', cardId: 'card-6', columnId: 'col-done' },
      { type: 'column.archive', columnId: 'col-review' },
    );
    await restore(ann, 1, { cardId: 'card-6' });
    expect(await cardOf('card-6')).toMatchObject({ title: 'QA micro-interactions', columnId: 'col-done' });
  });

  it('that was not there then is refused', async () => {
    await commit({ type: 'card.create', cardId: 'n', columnId: 'col-backlog', title: 'N' });
    const failure = await failureOf(restore(ann, 1, { cardId: 'n' }));
    expect(failure).toMatchObject({ code: 'CONFLICT', refusal: { ids: ['n'] } });
    expect(failure.message).toBe('This card was not on the board at change 1. Choose another moment.');
  });
});
