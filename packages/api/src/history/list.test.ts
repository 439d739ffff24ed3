import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import type { HistoryEntry } from './list.js';

let app: TestApp;
let ann: Person;
let bob: Person;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ann = await app.user();
  bob = await app.member(ann.boardId, 'editor');
});

const commit = async (person: Person, ...operations: Operation[]) =>
  (await person.caller.boards.commit({ boardId: person.boardId, changeId: randomUUID(), operations })).seq;
type Asked = Omit<Parameters<Person['caller']['boards']['history']>[0], 'boardId'>;
const history = (asked: Asked = {}) => ann.caller.boards.history({ boardId: ann.boardId, ...asked });
const seqs = async (asked: Asked) => (await history(asked)).entries.map((entry) => entry.seq);

describe('a board’s history', () => {
  it('tells who did what, when and by which door, the last first', async () => {
    await commit(bob, { type: 'card.move', cardId: 'card-4', columnId: 'col-done' });
    await ann.caller.boards.undo({ boardId: ann.boardId, seq: 2, changeId: 'undo' });
    const { entries, next } = await history();
    expect(next).toBeNull();
    const told = entries.map(({ seq, actor, origin, undoes, sentence }) => [seq, actor.name, origin, undoes, sentence]);
    expect(told).toEqual([
      [3, ann.username, 'undo', 2, 'Undid change 2: moved RM-4 “Refine status language” from “Done” to “In Progress”.'],
      [2, bob.username, 'rest', null, 'Moved RM-4 “Refine status language” from “In Progress” to “Done”.'],
      [1, ann.username, 'import', null, 'Added the column “Backlog”, and 12 more changes.'],
    ]);
    expect(entries[1]).toMatchObject({
      actor: { id: bob.id },
      count: 1,
      items: [
        { entity: 'card', id: 'card-4', text: 'Moved RM-4 “Refine status language” from “In Progress” to “Done”.' },
      ],
    });
    expect(new Date(entries[1]?.at ?? '').getTime()).toBeLessThanOrEqual(Date.now());
    expect(entries[2]?.items).toHaveLength(13);
  });

  it('tells each change with the names of its time', async () => {
    await commit(ann, { type: 'card.edit', cardId: 'card-1', title: 'First' });
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    await commit(ann, { type: 'card.restore', cardId: 'card-1' });
    await commit(ann, { type: 'card.edit', cardId: 'card-1', title: 'Second' });
    expect((await history({ limit: 4 })).entries.map((entry) => entry.sentence)).toEqual([
      'Renamed RM-1 “First” to “Second”.',
      'Restored RM-1 “First”.',
      'Archived RM-1 “First”.',
      'Renamed RM-1 “Align roadmap themes” to “First”.',
    ]);
  });

  it('comes in pages that leave nothing out and tell nothing twice', async () => {
    for (let index = 0; index < 23; index++) await commit(ann, { type: 'board.rename', title: `Title ${index}` });
    const all: HistoryEntry[] = [];
    let before: number | undefined;
    do {
      const page = await history({ limit: 5, ...(before !== undefined && { before }) });
      all.push(...page.entries);
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(all.map((entry) => entry.seq)).toEqual(Array.from({ length: 24 }, (_, index) => 24 - index));
    expect(all).toEqual((await history()).entries);
  });

  it('can be asked for one person, one card, one door, and all three', async () => {
    await commit(ann, { type: 'card.edit', cardId: 'card-1', details: 'By Ann' });
    await commit(bob, { type: 'card.edit', cardId: 'card-1', details: 'By Bob, of "id":"card-2"' });
    await commit(bob, { type: 'card.move', cardId: 'card-2', columnId: 'col-done' });
    await bob.caller.boards.undo({ boardId: ann.boardId, seq: 3, changeId: 'undo' });
    expect(await seqs({ actorId: bob.id })).toEqual([5, 4, 3]);
    expect(await seqs({ cardId: 'card-1' })).toEqual([5, 3, 2, 1]);
    expect(await seqs({ cardId: 'card-2' })).toEqual([4, 1]);
    expect(await seqs({ origin: 'undo' })).toEqual([5]);
    expect(await seqs({ origin: 'rest', actorId: bob.id, cardId: 'card-1' })).toEqual([3]);
    expect(await seqs({ cardId: 'no-such-card' })).toEqual([]);
  });

  it('of a card leaves out that a neighbour was put beside it', async () => {
    // So often into the same gap that the neighbours get new ranks.
    for (let index = 0; index < 80; index++) {
      const [cardId, before] = index % 2 === 0 ? ['card-7', 'card-1'] : ['card-8', 'card-7'];
      await commit(ann, { type: 'card.move', cardId, columnId: 'col-backlog', before });
    }
    expect(await seqs({ cardId: 'card-2' })).toEqual([1]);
  });

  it('names the option that makes no sense', async () => {
    const fields = async (asked: object) => (await failureOf(history(asked))).fields?.map((field) => field.path);
    expect(await fields({ limit: 0 })).toEqual(['limit']);
    expect(await fields({ limit: 101 })).toEqual(['limit']);
    expect(await fields({ before: 0 })).toEqual(['before']);
    expect(await fields({ actorId: '../x' })).toEqual(['actorId']);
    expect(await fields({ cardId: 'a"b' })).toEqual(['cardId']);
    expect(await fields({ origin: 'carrier pigeon' })).toEqual(['origin']);
    expect(await seqs({ before: 1 })).toEqual([]);
    expect(await seqs({ before: 1_000_000 })).toEqual([1]);
  });
});
