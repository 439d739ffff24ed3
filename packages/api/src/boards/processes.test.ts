import { randomUUID } from 'node:crypto';
import { snapshotOf } from '@talkan/board/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findUndoable } from '../history/undoable.js';
import { openTwice, type Person, type TestApp } from '../testing.js';
import { createBoardCache } from './board-cache.js';
import { readBoard } from './load.js';

type Caller = Person['caller'];

let one: TestApp;
let two: TestApp;
let ann: Person;
let elsewhere: Caller;

beforeEach(async () => {
  [one, two] = await openTwice();
  ann = await one.user('ann');
  elsewhere = two.callerFor({ bearer: ann.token });
});
afterEach(() => Promise.all([one.close(), two.close()]));

const create = (caller: Caller, cardId: string, changeId: string = randomUUID()) =>
  caller.boards.commit({
    boardId: ann.boardId,
    changeId,
    operations: [{ type: 'card.create', cardId, columnId: 'col-backlog', title: cardId, before: 'card-2' }],
  });
const seqOf = async (caller: Caller) => (await caller.boards.get({ boardId: ann.boardId })).seq;

// Every commit waits for the disk.
describe('two processes on one database', () => {
  it('number their changes without a gap and end with the same board', async () => {
    const commits = Array.from({ length: 60 }, (_, index) =>
      create(index % 2 === 0 ? ann.caller : elsewhere, `new-${index}`),
    );
    const seqs = (await Promise.all(commits)).map((answer) => answer.seq);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
    const here = await ann.caller.boards.get({ boardId: ann.boardId });
    expect(await elsewhere.boards.get({ boardId: ann.boardId })).toEqual(here);
    const loaded = await readBoard({ ...one.services, boards: createBoardCache() }, ann.boardId, here.seq);
    expect({ ...snapshotOf(loaded), role: 'owner' }).toEqual(here);
    expect(new Set(here.cards.map((card) => card.number)).size).toBe(68);
  });

  it('know what can be undone though the other one writes while they look', async () => {
    const membership = { boardId: ann.boardId, role: 'owner', seq: await seqOf(ann.caller) } as const;
    const { seq } = await create(elsewhere, 'new-1');
    const { undo } = await findUndoable(one.services, { membership, actorId: ann.id });
    expect(undo).toMatchObject({ seq, sentence: expect.stringContaining('new-1') });
  });

  it('show at once what the other one has acknowledged', async () => {
    for (let round = 0; round < 20; round++) {
      const [writer, reader] = round % 2 === 0 ? [ann.caller, elsewhere] : [elsewhere, ann.caller];
      const { seq } = await create(writer, `new-${round}`);
      expect(await seqOf(reader)).toBe(seq);
    }
  });

  it('make one change of a retry that reaches both', async () => {
    const answers = await Promise.all([
      create(ann.caller, 'new', 'same'),
      create(elsewhere, 'new', 'same'),
      create(ann.caller, 'new', 'same'),
    ]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await seqOf(ann.caller)).toBe(2);
  });

  it('end a session and take a role away for each other', async () => {
    const bob = await one.member(ann.boardId, 'editor');
    const bobElsewhere = two.callerFor({ bearer: bob.token });
    await create(bobElsewhere, 'new');
    await one.services.db.write.updateTable('members').set({ role: 'viewer' }).where('user_id', '=', bob.id).execute();
    await expect(create(bobElsewhere, 'newer')).rejects.toThrow('Only commenters, editors and owners may do this.');
    await bob.caller.auth.logout();
    await expect(seqOf(bobElsewhere)).rejects.toThrow('Sign in first.');
  });
});
