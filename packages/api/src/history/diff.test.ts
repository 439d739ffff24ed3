import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

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
const diff = (seq: number, from?: number) =>
  ann.caller.boards.diff({ boardId: ann.boardId, seq, ...(from !== undefined && { from }) });
const write = (person: Person, details: string) => commit(person, { type: 'card.edit', cardId: 'card-1', details });

describe('what an entry changed', () => {
  it('is told with the whole text of both sides, as it was then', async () => {
    const long = 'A line of details.\n'.repeat(3_000);
    const before = (await ann.caller.boards.get({ boardId: ann.boardId })).cards.find(({ id }) => id === 'card-1');
    await write(ann, long);
    await commit(ann, { type: 'card.move', cardId: 'card-1', columnId: 'col-review' });
    await write(bob, 'Other');
    await commit(bob, { type: 'column.rename', columnId: 'col-review', title: 'Look at' });
    expect(await diff(2)).toEqual({
      count: 1,
      items: [
        {
          entity: 'card',
          id: 'card-1',
          text: 'Changed the details of RM-1 “Align roadmap themes”.',
          fields: [{ field: 'details', before: before?.details, after: long }],
        },
      ],
    });
    expect((await diff(3)).items[0]?.fields).toEqual([{ field: 'column', before: 'Backlog', after: 'Review' }]);
  });

  it('is for a run of edits what all of it came to', async () => {
    await write(ann, 'One');
    await commit(bob, { type: 'card.edit', cardId: 'card-1', title: 'Bob’s' });
    await write(ann, 'One two');
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    const first = (await diff(2)).items[0]?.fields[0]?.before;
    expect((await diff(4, 2)).items).toEqual([
      {
        entity: 'card',
        id: 'card-1',
        text: 'Changed the details of RM-1 “Bob’s”.',
        fields: [{ field: 'details', before: first, after: 'One two' }],
      },
    ]);
    expect((await failureOf(diff(4, 3))).code).toBe('BAD_REQUEST');
    expect(await failureOf(diff(2, 4))).toMatchObject({ fields: [{ path: 'from' }] });
  });

  it('is for an undo what it took back', async () => {
    await commit(ann, { type: 'card.move', cardId: 'card-4', columnId: 'col-done' });
    await ann.caller.boards.undo({ boardId: ann.boardId, seq: 2, changeId: 'undo' });
    expect((await diff(3)).items).toMatchObject([
      { id: 'card-4', fields: [{ field: 'column', before: 'Done', after: 'In Progress' }] },
    ]);
  });

  it('has no word of what was deleted for ever', async () => {
    const secret: Operation = { type: 'card.create', cardId: 'n', columnId: 'col-done', title: 'Secret' };
    await commit(ann, secret);
    await commit(ann, { type: 'card.edit', cardId: 'n', title: 'Secret too', details: 'Secret' });
    await commit(ann, { type: 'card.archive', cardId: 'n' });
    await ann.caller.boards.purge({ boardId: ann.boardId, entity: 'card', id: 'n', changeId: 'purge' });
    for (const seq of [2, 3, 4, 5]) expect(JSON.stringify(await diff(seq))).not.toContain('Secret');
    expect(await diff(5)).toMatchObject({ items: [{ text: 'Deleted a card for ever.', fields: [] }], count: 1 });
  });

  it('is not there for a change that is not', async () => {
    expect(await failureOf(diff(2))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a card’s own history', () => {
  const told = async (cardId: string) => {
    const { entries } = await ann.caller.boards.history({ boardId: ann.boardId, cardId });
    return entries.map(({ sentence, items, count }) => [sentence, items.map(({ id }) => id), count]);
  };

  it('tells only what happened to it, without its name', async () => {
    await commit(
      ann,
      { type: 'card.edit', cardId: 'card-2', title: 'Other' },
      { type: 'card.move', cardId: 'card-1', columnId: 'col-review' },
      { type: 'card.edit', cardId: 'card-1', title: 'New' },
    );
    await ann.caller.boards.undo({ boardId: ann.boardId, seq: 2, changeId: 'undo' });
    for (const details of ['One', 'Two']) await write(ann, details);
    expect(await told('card-1')).toEqual([
      ['Changed the details.', ['card-1'], 1],
      ['Undid change 2: moved from “Review” to “Backlog”, and 1 more change.', ['card-1', 'card-1'], 2],
      ['Moved from “Backlog” to “Review”, and 1 more change.', ['card-1', 'card-1'], 2],
      ['Added to “Backlog”.', ['card-1'], 1],
    ]);
  });

  it('leaves out an undo by which it only got another rank', async () => {
    // So often into the same gap that the neighbours get new ranks.
    for (let index = 0; index < 80; index++) {
      const [cardId, before] = index % 2 === 0 ? ['card-7', 'card-1'] : ['card-8', 'card-7'];
      const seq = await commit(ann, { type: 'card.move', cardId, columnId: 'col-backlog', before });
      const undone = await ann.caller.boards.undo({ boardId: ann.boardId, seq, changeId: `undo-${index}` });
      await ann.caller.boards.undo({ boardId: ann.boardId, seq: undone.seq, changeId: `redo-${index}` });
    }
    expect(await told('card-2')).toEqual([['Added to “Backlog”.', ['card-2'], 1]]);
  });
});
