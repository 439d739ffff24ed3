import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

type Operations = Parameters<Person['caller']['boards']['commit']>[0]['operations'];
const commit = (person: Person, ...operations: Operations) =>
  person.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const say = (person: Person, commentId: string, text = commentId) =>
  commit(person, { type: 'comment.create', cardId: 'card-1', commentId, text });
const list = (rest: { before?: string; limit?: number; cardId?: string } = {}, person = ann) =>
  person.caller.comments.list({ boardId: ann.boardId, cardId: 'card-1', ...rest });
const textsOf = async (page: ReturnType<typeof list>) => (await page).comments.map(({ text }) => text);

describe('the comments of a card', () => {
  it('come in the order in which they were said, with who said them, to whoever may see the board', async () => {
    const bob = await app.member(ann.boardId, 'commenter');
    const eve = await app.member(ann.boardId, 'viewer');
    await say(ann, 'a', 'First');
    app.clock.advance(1_000);
    const { seq } = await say(bob, 'b', 'Second');
    const page = await list({}, eve);
    expect(page).toMatchObject({ next: null, seq });
    expect(page.comments).toMatchObject([
      { id: 'a', cardId: 'card-1', authorId: ann.id, authorName: 'ann', text: 'First', editedAt: null },
      { id: 'b', authorId: bob.id, authorName: bob.username, text: 'Second' },
    ]);
  });

  it('are there page by page, the last ones first, also from one on that was deleted since', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await say(ann, id);
      app.clock.advance(1_000);
    }
    const last = await list({ limit: 2 });
    expect(last).toMatchObject({ comments: [{ id: 'd' }, { id: 'e' }], next: 'd' });
    await commit(ann, { type: 'comment.delete', cardId: 'card-1', commentId: 'd' });
    expect(await textsOf(list({ limit: 2, before: 'd' }))).toEqual(['b', 'c']);
    expect(await list({ limit: 2, before: 'b' })).toMatchObject({ comments: [{ id: 'a' }], next: null });
  });

  it('of one moment have an order, and none is left out between two pages', async () => {
    await commit(
      ann,
      ...['c', 'a', 'b'].map((id) => ({ type: 'comment.create', cardId: 'card-1', commentId: id, text: id }) as const),
    );
    const { next } = await list({ limit: 1 });
    expect(next).toBe('c');
    expect(await textsOf(list({ before: 'c' }))).toEqual(['a', 'b']);
  });

  it('that were deleted are left out, and those of an archived card are there', async () => {
    await say(ann, 'a');
    await say(ann, 'b');
    await commit(ann, { type: 'comment.delete', cardId: 'card-1', commentId: 'a' });
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    expect(await textsOf(list())).toEqual(['b']);
  });

  it('are this card’s alone, whatever is named', async () => {
    const bob = await app.user('bob');
    await say(ann, 'a');
    await bob.caller.boards.commit({
      boardId: bob.boardId,
      changeId: 'c',
      operations: [{ type: 'comment.create', cardId: 'card-2', commentId: 'x', text: 'Bob’s' }],
    });
    expect(await textsOf(list({ before: 'x' }))).toEqual([]);
    expect(await textsOf(list({ cardId: 'card-2' }))).toEqual([]);
    expect((await failureOf(list({ cardId: 'no-such-card' }))).code).toBe('NOT_FOUND');
    expect((await failureOf(list({}, bob))).code).toBe('NOT_FOUND');
  });
});

describe('a card’s history without comments', () => {
  it('leaves out what was said, and tells what else happened', async () => {
    await say(ann, 'a', 'Said');
    await commit(ann, { type: 'card.edit', cardId: 'card-1', title: 'Renamed' });
    await commit(ann, { type: 'comment.delete', cardId: 'card-1', commentId: 'a' });
    const ask = (withoutComments: boolean) =>
      ann.caller.boards.history({ boardId: ann.boardId, cardId: 'card-1', withoutComments });
    const sentences = async (page: ReturnType<typeof ask>) => (await page).entries.map(({ sentence }) => sentence);
    expect((await sentences(ask(false))).some((sentence) => sentence.includes('Said'))).toBe(true);
    const told = await sentences(ask(true));
    expect(told).toHaveLength((await sentences(ask(false))).length - 1);
    expect(told.slice(0, 2)).toEqual(['Deleted a comment.', expect.stringContaining('Renamed')]);
  });
});
