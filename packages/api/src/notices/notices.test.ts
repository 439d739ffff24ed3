import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../testing.js';
import { KEPT } from './write.js';

let app: TestApp;
let ann: Person;
let bob: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
  bob = await app.user('bob');
  const invitation = await ann.caller.invitations.create({ boardId: ann.boardId, role: 'commenter' });
  await bob.caller.invitations.accept({ token: invitation.token });
});
afterEach(() => app.close());

type Operations = Parameters<Person['caller']['boards']['commit']>[0]['operations'];
const commit = (person: Person, ...operations: Operations) =>
  person.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });
const say = (person: Person, text: string, commentId: string = randomUUID()) =>
  commit(person, { type: 'comment.create', cardId: 'card-1', commentId, text });
const assign = (...people: Person[]) =>
  commit(ann, { type: 'card.assign', cardId: 'card-1', add: people.map(({ id }) => id) });
const write = (details: string) => commit(ann, { type: 'card.edit', cardId: 'card-1', details });
const undo = (person: Person, seq: number, from?: number) =>
  person.caller.boards.undo({ boardId: ann.boardId, seq, ...(from && { from }), changeId: randomUUID() });
const noticesOf = async (person: Person) => (await person.caller.notices.list({})).notices;
const kindsOf = async (person: Person) => (await noticesOf(person)).map(({ kind }) => kind);

describe('somebody is told', () => {
  it('of being assigned, with who did it and where', async () => {
    await assign(bob);
    expect(await noticesOf(bob)).toMatchObject([
      {
        kind: 'assignment',
        isRead: false,
        actor: { id: ann.id, name: 'ann' },
        board: { id: ann.boardId },
        card: { id: 'card-1', number: 1, isArchived: false },
      },
    ]);
    expect(await bob.caller.notices.unread()).toEqual({ count: 1 });
    expect(await noticesOf(ann)).toEqual([]);
  });

  it('of an item that is theirs', async () => {
    const list = { cardId: 'card-1', checklistId: 'list' };
    await commit(ann, { type: 'checklist.create', ...list, title: 'List' });
    await commit(ann, { type: 'item.create', ...list, itemId: 'item', text: 'Item' });
    expect(await kindsOf(bob)).toEqual([]);
    await commit(ann, { type: 'item.edit', cardId: 'card-1', itemId: 'item', assigneeId: bob.id });
    expect(await kindsOf(bob)).toEqual(['assignment']);
  });

  it('of their name in details and in comments, as it is newly there', async () => {
    await write('For @bob.');
    expect(await kindsOf(bob)).toEqual(['mention']);
    await bob.caller.notices.read({ all: true });
    await write('For @bob. And more.');
    expect(await kindsOf(bob)).toEqual(['mention']);
    await say(ann, 'What do you think, @BOB?', 'question');
    await bob.caller.notices.read({ all: true });
    const text = 'What do you think about it, @bob?';
    await commit(ann, { type: 'comment.edit', cardId: 'card-1', commentId: 'question', text });
    expect(await kindsOf(bob)).toEqual(['mention', 'mention']);
  });

  it('of what is said about a card that is theirs, and by name only of that', async () => {
    await assign(bob);
    await bob.caller.notices.read({ all: true });
    await say(ann, 'How is it going?');
    expect(await kindsOf(bob)).toEqual(['comment', 'assignment']);
    await say(ann, '@bob?');
    expect(await kindsOf(bob)).toEqual(['mention', 'comment', 'assignment']);
  });

  it('once of what comes in a run, until they have read it, or for an hour', async () => {
    await write('@bob');
    await write('');
    await write('@bob');
    expect(await kindsOf(bob)).toHaveLength(1);
    await bob.caller.notices.read({ all: true });
    await write('');
    await write('@bob!');
    expect(await kindsOf(bob)).toHaveLength(2);
    app.clock.advance(61 * 60_000);
    await write('');
    await write('@bob');
    expect(await kindsOf(bob)).toHaveLength(3);
  });

  it('at most of twenty things that one change does', async () => {
    const cards = Array.from({ length: 30 }, (_, index) => `new-${index}`);
    await commit(
      ann,
      ...cards.flatMap((cardId): Operations => [
        { type: 'card.create', cardId, columnId: 'col-done', title: cardId },
        { type: 'card.assign', cardId, add: [bob.id] },
      ]),
    );
    expect(await noticesOf(bob)).toHaveLength(20);
  });
});

describe('nobody is told', () => {
  it('of what they do themselves', async () => {
    await assign(ann, bob);
    await bob.caller.notices.read({ all: true });
    await say(ann, '@ann @bob');
    await say(bob, 'Yes, @bob');
    expect(await kindsOf(ann)).toEqual(['comment']);
    expect(await kindsOf(bob)).toEqual(['mention', 'assignment']);
  });

  it('who may not see the board, whatever they are called', async () => {
    const eve = await app.user('eve');
    await say(ann, '@eve @bob');
    expect(await noticesOf(eve)).toEqual([]);
    expect(await noticesOf(bob)).toHaveLength(1);
  });

  it('of moves, of names in code, and of a card that comes back', async () => {
    await say(ann, 'See `@bob`');
    await commit(ann, { type: 'card.move', cardId: 'card-1', columnId: 'col-done' });
    expect(await noticesOf(bob)).toEqual([]);
    await write('@bob');
    await bob.caller.notices.read({ all: true });
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    expect(await noticesOf(bob)).toMatchObject([{ card: { isArchived: true } }]);
    await commit(ann, { type: 'card.restore', cardId: 'card-1' });
    expect(await noticesOf(bob)).toHaveLength(1);
  });
});

describe('what nobody has read goes', () => {
  it('with the change that it comes from, and comes again with that', async () => {
    const { seq } = await assign(bob);
    const undone = await undo(ann, seq);
    expect(await noticesOf(bob)).toEqual([]);
    await undo(ann, undone.seq);
    expect(await kindsOf(bob)).toEqual(['assignment']);
  });

  it('with a run of edits, but not what others did meanwhile', async () => {
    const editor = await app.member(ann.boardId, 'editor');
    const first = await write('For @bob');
    await commit(editor, { type: 'card.assign', cardId: 'card-2', add: [bob.id] });
    const last = await write('For @bob and others');
    await undo(ann, last.seq, first.seq);
    expect(await kindsOf(bob)).toEqual(['assignment']);
  });

  it('and what was read stays', async () => {
    const { seq } = await assign(bob);
    await bob.caller.notices.read({ all: true });
    await undo(ann, seq);
    expect(await kindsOf(bob)).toEqual(['assignment']);
  });
});

describe('notices go', () => {
  it('with the card that is deleted for ever', async () => {
    await assign(bob);
    await commit(ann, { type: 'card.archive', cardId: 'card-1' });
    await ann.caller.boards.purge({ boardId: ann.boardId, entity: 'card', id: 'card-1', changeId: 'purge' });
    expect(await noticesOf(bob)).toEqual([]);
    expect(await bob.caller.notices.unread()).toEqual({ count: 0 });
  });

  it('with the membership', async () => {
    await assign(bob);
    await ann.caller.members.remove({ boardId: ann.boardId, userId: bob.id });
    expect(await noticesOf(bob)).toEqual([]);
  });

  it(`when there are more than ${KEPT} for one person: the oldest`, async () => {
    await assign(bob);
    const [one] = await app.services.db.read.selectFrom('notices').selectAll().execute();
    if (!one) throw new Error('Bob was told of nothing.');
    const old = Array.from({ length: KEPT }, (_, index) => ({ ...one, id: `a${index}` }));
    for (let at = 0; at < KEPT; at += 100) {
      await app.services.db.write
        .insertInto('notices')
        .values(old.slice(at, at + 100))
        .execute();
    }
    await say(ann, '@bob');
    expect(await bob.caller.notices.unread()).toEqual({ count: KEPT });
    expect(await kindsOf(bob)).toEqual(expect.arrayContaining(['mention', 'assignment']));
  });
});

describe('reading', () => {
  it('is of some or of all, and of one’s own alone', async () => {
    await assign(ann, bob);
    await say(ann, '@bob');
    await say(bob, '@ann');
    const [mention, assignment] = await noticesOf(bob);
    await ann.caller.notices.read({ ids: [mention?.id ?? '', assignment?.id ?? ''] });
    expect(await bob.caller.notices.unread()).toEqual({ count: 2 });
    await bob.caller.notices.read({ ids: [mention?.id ?? ''] });
    expect(await noticesOf(bob)).toMatchObject([{ isRead: true }, { isRead: false }]);
    await bob.caller.notices.read({ all: true });
    expect(await bob.caller.notices.unread()).toEqual({ count: 0 });
    expect(await ann.caller.notices.unread()).toEqual({ count: 1 });
  });

  it('is of all that is about one card', async () => {
    for (const cardId of ['card-1', 'card-2']) await commit(ann, { type: 'card.assign', cardId, add: [bob.id] });
    await bob.caller.notices.read({ card: { boardId: 'elsewhere', cardId: 'card-1' } });
    await ann.caller.notices.read({ card: { boardId: ann.boardId, cardId: 'card-1' } });
    expect(await bob.caller.notices.unread()).toEqual({ count: 2 });
    await bob.caller.notices.read({ card: { boardId: ann.boardId, cardId: 'card-1' } });
    const unread = (await noticesOf(bob)).filter(({ isRead }) => !isRead);
    expect(unread.map(({ card }) => card.id)).toEqual(['card-2']);
  });

  it('names one way to choose, and one alone', async () => {
    const card = { boardId: ann.boardId, cardId: 'card-1' };
    for (const input of [{}, { all: true, card } as const])
      await expect(bob.caller.notices.read(input)).rejects.toThrow('Name some, or a card, or say that it is all');
  });

  it('goes through them page by page, the last first', async () => {
    for (const cardId of ['card-1', 'card-2', 'card-3']) {
      await commit(ann, { type: 'card.assign', cardId, add: [bob.id] });
      app.clock.advance(1_000);
    }
    const first = await bob.caller.notices.list({ limit: 2 });
    expect(first.notices.map(({ card }) => card.id)).toEqual(['card-3', 'card-2']);
    const rest = await bob.caller.notices.list({ limit: 2, before: first.next ?? '' });
    expect(rest).toMatchObject({ notices: [{ card: { id: 'card-1' } }], next: null });
  });
});
