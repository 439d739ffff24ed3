import { randomUUID } from 'node:crypto';
import type { BoardSnapshot } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
let bob: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
  bob = await app.member(ann.boardId, 'editor');
});
afterEach(() => app.close());

const commit = (person: Person, ...operations: Operation[]) =>
  person.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const undo = (person: Person, seq: number, changeId: string = randomUUID()) =>
  person.caller.boards.undo({ boardId: ann.boardId, seq, changeId });
const board = () => ann.caller.boards.get({ boardId: ann.boardId });

/** But for its number and for when its cards were changed. */
const unstamped = (board: BoardSnapshot) => ({
  ...board,
  seq: 0,
  cards: board.cards.map(({ changedAt: _at, ...card }) => card),
});

describe('undoing a change', () => {
  it('is a change of its own that says what it undoes', async () => {
    const before = await board();
    await commit(
      ann,
      { type: 'card.move', cardId: 'card-4', columnId: 'col-done' },
      { type: 'card.archive', cardId: 'card-1' },
    );
    const answer = await undo(bob, 2);
    expect(answer.seq).toBe(3);
    const after = await board();
    expect(unstamped(after)).toEqual(unstamped(before));
    const row = await app.services.db.read.selectFrom('changes').selectAll().where('seq', '=', 3).executeTakeFirst();
    expect(row).toMatchObject({ origin: 'undo', undoes: 2, actor_id: bob.id, operations: '[]' });
    expect(JSON.parse(row?.patches ?? '')).toEqual(answer.patches);
  });

  it('can be undone itself', async () => {
    await commit(ann, { type: 'column.rename', columnId: 'col-done', title: 'Shipped' });
    await undo(ann, 2);
    await undo(ann, 3);
    expect((await board()).columns.at(-1)?.title).toBe('Shipped');
  });

  it('assigns nobody again who has left the board since', async () => {
    await commit(ann, {
      type: 'checklist.create',
      cardId: 'card-1',
      checklistId: 'steps',
      title: 'Steps',
    });
    await commit(
      ann,
      { type: 'card.assign', cardId: 'card-1', add: [ann.id, bob.id] },
      { type: 'item.create', cardId: 'card-1', checklistId: 'steps', itemId: 'one', text: 'One' },
      { type: 'item.edit', cardId: 'card-1', itemId: 'one', assigneeId: bob.id },
    );
    await commit(
      ann,
      { type: 'card.assign', cardId: 'card-1', remove: [ann.id, bob.id] },
      { type: 'item.edit', cardId: 'card-1', itemId: 'one', assigneeId: null },
    );
    await ann.caller.members.remove({ boardId: ann.boardId, userId: bob.id });
    await undo(ann, 4);
    const { cards } = await board();
    const card = cards.find(({ id }) => id === 'card-1');
    expect(card?.assigneeIds).toEqual([ann.id]);
    expect(card?.checklists?.[0]?.items).toEqual([{ id: 'one', text: 'One', done: false, assigneeId: null }]);
  });

  it('archives what was created, and its number is never used again', async () => {
    const create = (cardId: string): Operation => ({
      type: 'card.create',
      cardId,
      columnId: 'col-done',
      title: cardId,
    });
    await commit(ann, create('a'));
    await undo(ann, 2);
    await commit(ann, create('b'));
    expect((await board()).cards.find((card) => card.id === 'b')?.number).toBe(10);
    expect((await failureOf(commit(ann, create('a')))).code).toBe('CONFLICT');
  });

  it('brings back the cards and the column that were archived together', async () => {
    const before = await board();
    await commit(
      ann,
      { type: 'card.archive', cardId: 'card-7' },
      { type: 'card.archive', cardId: 'card-8' },
      { type: 'column.archive', columnId: 'col-done' },
    );
    expect((await board()).columns).toHaveLength(4);
    await undo(ann, 2);
    expect(unstamped(await board())).toEqual(unstamped(before));
  });

  it('names who changed the text since', async () => {
    await commit(ann, { type: 'card.edit', cardId: 'card-4', title: 'Mine' });
    await commit(bob, { type: 'card.edit', cardId: 'card-4', title: 'Theirs' });
    await commit(ann, { type: 'card.edit', cardId: 'card-5', title: 'Something else' });
    const failure = await failureOf(undo(ann, 2));
    expect(failure).toMatchObject({ code: 'CONFLICT', refusal: { ids: ['card-4'], current: { title: 'Theirs' } } });
    expect(failure.message).toContain(bob.username);
    expect((await board()).seq).toBe(4);
  });

  it('refuses to take away a column that was filled since', async () => {
    await commit(ann, { type: 'column.create', columnId: 'col-new', title: 'New' });
    await commit(bob, { type: 'card.move', cardId: 'card-4', columnId: 'col-new' });
    expect(await failureOf(undo(ann, 2))).toMatchObject({ code: 'CONFLICT', refusal: { ids: ['col-new', 'card-4'] } });
  });

  it('has one effect and the same answer when it is sent again', async () => {
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    const first = await undo(ann, 2, 'undo-a');
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    expect(await undo(ann, 2, 'undo-a')).toEqual(first);
    expect((await board()).seq).toBe(4);
    expect((await failureOf(undo(ann, 4, 'undo-a'))).code).toBe('CONFLICT');
  });

  it('of one that there is not, or of another board, finds nothing', async () => {
    expect((await failureOf(undo(ann, 99))).code).toBe('NOT_FOUND');
    const carol = await app.user('carol');
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    const foreign = carol.caller.boards.undo({ boardId: carol.boardId, seq: 2, changeId: 'u' });
    expect((await failureOf(foreign)).code).toBe('NOT_FOUND');
  });
});
