import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uploadFile } from '../files/upload.js';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
/** An editor of both boards. */
let ann: Person;
/** The owner of the board that cards go to. */
let bob: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
  bob = await app.user('bob');
  await join(ann, bob.boardId, 'editor');
});
afterEach(() => app.close());

async function join(person: Person, boardId: Id, role: 'editor' | 'viewer' | 'commenter') {
  const member = { board_id: boardId, user_id: person.id, role, created_at: '2026-01-01T00:00:00.000Z' };
  await app.services.db.write.insertInto('members').values(member).execute();
}

async function setRole(person: Person, boardId: Id, role: 'editor' | 'viewer' | 'commenter') {
  await app.services.db.write
    .updateTable('members')
    .set({ role })
    .where('board_id', '=', boardId)
    .where('user_id', '=', person.id)
    .execute();
}

const commit = (person: Person, boardId: Id, ...operations: Operation[]) =>
  person.caller.boards.commit({ boardId, changeId: randomUUID(), operations });
const move = (person: Person, cardId: Id, changeId: string = randomUUID()) => {
  const [boardId, toBoardId] = [ann.boardId, bob.boardId];
  return person.caller.boards.moveCard({ boardId, cardId, toBoardId, columnId: 'col-review', changeId });
};
const boardOf = (boardId: Id) => ann.caller.boards.get({ boardId });
const seqs = async () => [(await boardOf(ann.boardId)).seq, (await boardOf(bob.boardId)).seq];

async function cardOn(boardId: Id, cardId: Id) {
  return (await boardOf(boardId)).cards.find(({ id }) => id === cardId);
}
const commentsOf = (boardId: Id, cardId: Id) =>
  app.services.db.read
    .selectFrom('comments')
    .select(['text', 'author_id', 'created_at', 'edited_at', 'archived_at'])
    .where('board_id', '=', boardId)
    .where('card_id', '=', cardId)
    .orderBy('text')
    .execute();

/** Puts all that a card can have on `card-4`. */
async function fill() {
  const carl = await app.member(ann.boardId, 'editor');
  await join(bob, ann.boardId, 'editor');
  const cardId = 'card-4';
  await commit(bob, bob.boardId, { type: 'label.create', labelId: 'theirs', name: 'BUG', hue: 200 });
  await commit(
    ann,
    ann.boardId,
    { type: 'label.create', labelId: 'bug', name: 'Bug', hue: 20 },
    { type: 'label.create', labelId: 'idea', name: 'Idea', hue: 80 },
    { type: 'card.edit', cardId, details: '# Plan' },
    { type: 'card.label', cardId, add: ['idea', 'bug'] },
    { type: 'card.assign', cardId, add: [carl.id, bob.id, ann.id] },
    { type: 'card.schedule', cardId, startAt: '2026-01-05', dueAt: '2026-02-01T10:00:00.000Z' },
    { type: 'card.prioritize', cardId, priority: 'high' },
    { type: 'card.estimate', cardId, estimate: 3 },
    { type: 'checklist.create', cardId, checklistId: 'x1', title: 'Steps' },
    { type: 'item.create', cardId, checklistId: 'x1', itemId: 'i1', text: 'One' },
    { type: 'item.edit', cardId, itemId: 'i1', done: true, assigneeId: carl.id },
    { type: 'item.create', cardId, checklistId: 'x1', itemId: 'i2', text: 'Two' },
    { type: 'item.edit', cardId, itemId: 'i2', assigneeId: bob.id },
    { type: 'card.link', cardId, kind: 'blocks', otherId: 'card-5' },
  );
  await commit(bob, ann.boardId, { type: 'comment.create', cardId, commentId: 'm1', text: 'A: by Bob' });
  await commit(carl, ann.boardId, { type: 'comment.create', cardId, commentId: 'm2', text: 'B: by Carl' });
  await commit(carl, ann.boardId, { type: 'comment.create', cardId, commentId: 'm3', text: 'C: taken back' });
  await commit(carl, ann.boardId, { type: 'comment.delete', cardId, commentId: 'm3' });
  return { carl };
}

describe('moving a card to another board', () => {
  it('takes all that is on it along, under a number of the other board', async () => {
    await fill();
    const [here, there] = [await boardOf(ann.boardId), await boardOf(bob.boardId)];
    const before = await cardOn(ann.boardId, 'card-4');
    const comments = (await commentsOf(ann.boardId, 'card-4')).filter((comment) => comment.archived_at === null);
    const { to, seq } = await move(ann, 'card-4');

    expect(seq).toBe(here.seq + 1);
    expect(to).toMatchObject({ boardId: bob.boardId, key: there.key, number: there.lastNumber + 1 });
    const after = await boardOf(bob.boardId);
    const card = after.cards.find(({ id }) => id === to.cardId);
    const names = card?.labelIds?.map((id) => after.labels?.find((label) => label.id === id)?.name);
    expect(names).toEqual(['Idea', 'BUG']);
    const { title, details, startAt, dueAt, priority, estimate, createdAt, createdBy } = before ?? {};
    expect(card).toMatchObject({ title, details, startAt, dueAt, priority, estimate, createdAt, createdBy });
    expect(card).toMatchObject({ columnId: 'col-review', assigneeIds: [bob.id, ann.id], commentCount: 2 });
    expect(
      card?.checklists?.map(({ title: name, items }) => [name, items.map(({ id: _id, ...item }) => item)]),
    ).toEqual([
      [
        'Steps',
        [
          { text: 'One', done: true, assigneeId: null },
          { text: 'Two', done: false, assigneeId: bob.id },
        ],
      ],
    ]);
    expect(card?.links).toBeUndefined();
    expect(await commentsOf(bob.boardId, to.cardId)).toEqual(comments);
    expect(after.cards.filter(({ columnId }) => columnId === 'col-review').at(-1)?.id).toBe(to.cardId);

    expect(await cardOn(ann.boardId, 'card-4')).toBeUndefined();
    expect((await cardOn(ann.boardId, 'card-5'))?.links).toBeUndefined();
  });

  it('takes copies of its files along, and its texts show those', async () => {
    const { boardId } = ann;
    const upload = { boardId, userId: ann.id, name: 'plan.txt', source: Readable.from([Buffer.from('Plan')]) };
    const file = await uploadFile(app.services, { ...upload, declared: null });
    const details = `See [it](/files/${boardId}/${file.id}/plan.txt).`;
    const add: Operation = { type: 'attachment.add', cardId: 'card-4', attachmentId: file.id };
    await commit(ann, boardId, add, { type: 'card.edit', cardId: 'card-4', details });
    const [attachment] = (await cardOn(boardId, 'card-4'))?.attachments ?? [];
    const { to } = await move(ann, 'card-4');
    const card = await cardOn(bob.boardId, to.cardId);
    const copy = card?.attachments?.[0];
    expect(copy).toEqual({ ...attachment, id: copy?.id });
    expect(copy?.id).not.toBe(file.id);
    expect(card?.details).toBe(`See [it](/files/${bob.boardId}/${copy?.id}/plan.txt).`);
    const uses = await app.services.db.read.selectFrom('file_uses').select(['board_id', 'file_id']).execute();
    expect(uses).toContainEqual({ board_id: bob.boardId, file_id: copy?.id });
  });

  it('is no news of what was said and assigned before', async () => {
    await fill();
    await commit(ann, ann.boardId, { type: 'comment.create', cardId: 'card-4', commentId: 'm4', text: 'For @bob' });
    const { notices } = await bob.caller.notices.list({});
    expect(notices.length).toBeGreaterThan(0);
    await move(ann, 'card-4');
    expect((await bob.caller.notices.list({})).notices.map(({ id }) => id)).toEqual(notices.map(({ id }) => id));
  });

  it('is told on both boards, and on neither what the other is', async () => {
    const { to } = await move(ann, 'card-4');
    const history = async (boardId: Id) => (await ann.caller.boards.history({ boardId })).entries[0]?.sentence;
    expect(await history(ann.boardId)).toMatch(/^Moved .+-4 “Refine status language” to another board\.$/);
    expect(await history(bob.boardId)).toBe(
      `Added ${to.key}-${to.number} “Refine status language” from another board.`,
    );
  });

  it('is one effect and one answer, however often it is sent', async () => {
    const first = await move(ann, 'card-4', 'once');
    const after = await seqs();
    expect(await move(ann, 'card-4', 'once')).toEqual(first);
    expect(await seqs()).toEqual(after);
    expect((await failureOf(move(ann, 'card-5', 'once'))).code).toBe('CONFLICT');
    expect(await seqs()).toEqual(after);
  });

  it.each(['viewer', 'commenter'] as const)('leaves nothing half done for a %s of the other board', async (role) => {
    await setRole(ann, bob.boardId, role);
    const before = await seqs();
    const [moving, renaming] = await Promise.allSettled([
      move(ann, 'card-4'),
      commit(ann, ann.boardId, { type: 'board.rename', title: 'In the same transaction' }),
    ]);
    expect(moving.status).toBe('rejected');
    expect(renaming.status).toBe('fulfilled');
    expect((await failureOf(move(ann, 'card-4'))).code).toBe('FORBIDDEN');
    expect(await seqs()).toEqual([(before[0] ?? 0) + 1, before[1]]);
    expect(await cardOn(ann.boardId, 'card-4')).toBeDefined();
  });

  it('refuses a column that is not there, its own board, and a card that is archived', async () => {
    const [boardId, toBoardId] = [ann.boardId, bob.boardId];
    const request = { boardId, toBoardId, cardId: 'card-4', columnId: 'col-review', changeId: randomUUID() };
    const before = await seqs();
    const { moveCard } = ann.caller.boards;
    expect(await failureOf(moveCard({ ...request, columnId: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failureOf(moveCard({ ...request, toBoardId: boardId }))).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await failureOf(moveCard({ ...request, cardId: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failureOf(moveCard({ ...request, toBoardId: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await seqs()).toEqual(before);
    await commit(ann, boardId, { type: 'card.archive', cardId: 'card-4' });
    expect(await failureOf(moveCard(request))).toMatchObject({ code: 'CONFLICT' });
  });

  it('can go there and back, and there again', async () => {
    await fill();
    const { to } = await move(ann, 'card-4');
    const back = { boardId: bob.boardId, toBoardId: ann.boardId, columnId: 'col-done', cardId: to.cardId };
    const { to: home } = await ann.caller.boards.moveCard({ ...back, changeId: randomUUID() });
    const card = await cardOn(ann.boardId, home.cardId);
    expect(card).toMatchObject({ title: 'Refine status language', columnId: 'col-done', commentCount: 2 });
    expect((await move(ann, home.cardId)).to.number).toBeGreaterThan(to.number);
  });
});

describe('undoing a move to another board', () => {
  const undo = (person: Person, boardId: Id, seq: number, changeId: string = randomUUID()) =>
    person.caller.boards.undo({ boardId, seq, changeId });
  const unstamped = (card: Awaited<ReturnType<typeof cardOn>>) => card && { ...card, changedAt: '' };

  it.each(['here', 'there'])('%s puts the card back as it was, on both boards', async (where) => {
    await fill();
    const [before, other] = [await cardOn(ann.boardId, 'card-4'), await cardOn(ann.boardId, 'card-5')];
    const comments = await commentsOf(ann.boardId, 'card-4');
    const { to } = await move(ann, 'card-4');
    const [here = 0, there = 0] = await seqs();
    await (where === 'here' ? undo(ann, ann.boardId, here) : undo(ann, bob.boardId, there));

    expect(await seqs()).toEqual([here + 1, there + 1]);
    expect(unstamped(await cardOn(ann.boardId, 'card-4'))).toEqual(unstamped(before));
    expect(unstamped(await cardOn(ann.boardId, 'card-5'))).toEqual(unstamped(other));
    expect(await commentsOf(ann.boardId, 'card-4')).toEqual(comments);
    expect(await cardOn(bob.boardId, to.cardId)).toBeUndefined();
    const names = (await boardOf(bob.boardId)).labels?.filter(({ archivedAt }) => archivedAt === null);
    expect(names?.map(({ name }) => name)).toEqual(['BUG']);
  });

  it('can itself be undone, on both boards', async () => {
    await fill();
    const { to } = await move(ann, 'card-4');
    const moved = await cardOn(bob.boardId, to.cardId);
    const [here = 0, there = 0] = await seqs();
    await undo(ann, ann.boardId, here);
    await undo(ann, bob.boardId, there + 1);
    expect(await seqs()).toEqual([here + 2, there + 2]);
    expect(await cardOn(ann.boardId, 'card-4')).toBeUndefined();
    expect(unstamped(await cardOn(bob.boardId, to.cardId))).toEqual(unstamped(moved));
    expect((await commentsOf(bob.boardId, to.cardId)).length).toBe(2);
  });

  it('is one effect, however often it is sent', async () => {
    await move(ann, 'card-4');
    const [here = 0] = await seqs();
    const first = await undo(ann, ann.boardId, here, 'once');
    const after = await seqs();
    expect(await undo(ann, ann.boardId, here, 'once')).toEqual(first);
    expect(await seqs()).toEqual(after);
  });

  it('is refused to who may not change both boards, and nothing is half undone', async () => {
    const dora = await app.member(ann.boardId, 'editor');
    await move(ann, 'card-4');
    const [here = 0, there = 0] = await seqs();
    const refused = { code: 'FORBIDDEN', message: expect.stringContaining('change both boards') as string };
    expect(await failureOf(undo(dora, ann.boardId, here))).toMatchObject(refused);
    expect(await failureOf(undo(bob, bob.boardId, there))).toMatchObject(refused);
    await setRole(ann, bob.boardId, 'viewer');
    expect(await failureOf(undo(ann, ann.boardId, here))).toMatchObject(refused);
    expect(await seqs()).toEqual([here, there]);
  });

  it('is refused where one of the boards refuses it', async () => {
    await commit(ann, ann.boardId, { type: 'column.create', columnId: 'new', title: 'New' });
    await commit(ann, ann.boardId, { type: 'card.move', cardId: 'card-4', columnId: 'new' });
    await move(ann, 'card-4');
    await commit(ann, ann.boardId, { type: 'column.archive', columnId: 'new' });
    const [here = 0, there = 0] = await seqs();
    const refusal = await failureOf(undo(ann, bob.boardId, there));
    expect(refusal).toMatchObject({ code: 'CONFLICT' });
    expect(refusal.message).toMatch(/^On the other board: Someone archived the column “New” since/);
    expect(await seqs()).toEqual([here, there]);
  });
});

it('forgets the card on the board that it left when it is deleted for ever there', async () => {
  await fill();
  const { to } = await move(ann, 'card-4');
  const boardId = ann.boardId;
  await ann.caller.boards.purge({ boardId, entity: 'card', id: 'card-4', changeId: randomUUID() });
  const log = await app.services.db.read
    .selectFrom('changes')
    .select(['operations', 'patches'])
    .where('board_id', '=', boardId)
    .execute();
  expect(JSON.stringify(log)).not.toContain('by Carl');
  expect(await cardOn(bob.boardId, to.cardId)).toMatchObject({ title: 'Refine status language', commentCount: 2 });
  const [, there = 0] = await seqs();
  const undo = ann.caller.boards.undo({ boardId: bob.boardId, seq: there, changeId: randomUUID() });
  expect((await failureOf(undo)).message).toMatch(/^On the other board: /);
  expect(await cardOn(bob.boardId, to.cardId)).toBeDefined();
});
