import { randomUUID } from 'node:crypto';
import type { Operation } from '@talkan/board/operations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../root.js';
import { failureOf, testApp, type Person, type TestApp } from '../../testing.js';
import type { ChatAnswer } from '../chat-request.js';
import type { ChatMessage } from '../prompt/prompt.js';

let app: TestApp;
let ann: Person;
beforeEach(async () => {
  app = await testApp();
  ann = await app.user('ann');
});
afterEach(() => app.close());

type Sent = Parameters<Caller['chat']['send']>[0];
const user = (content: string): ChatMessage => ({ role: 'user', content });
const assistant = ({ message }: ChatAnswer): ChatMessage => ({ role: 'assistant', content: message });
function send(messages: readonly ChatMessage[], more: Partial<Sent> = {}, caller = ann.caller): Promise<ChatAnswer> {
  return caller.chat.send({ boardId: ann.boardId, changeId: randomUUID(), messages: [...messages], ...more });
}
const say = (content: string, more: Partial<Sent> = {}, caller = ann.caller) => send([user(content)], more, caller);
const board = () => ann.caller.boards.get({ boardId: ann.boardId });
const seq = async () => (await board()).seq;
const columnOf = async (cardId: string) => (await board()).cards.find(({ id }) => id === cardId)?.columnId;
const titles = async () => (await board()).cards.map(({ title }) => title);
const lastOrigin = async () =>
  (await ann.caller.boards.history({ boardId: ann.boardId, limit: 1 })).entries.map(({ origin }) => origin);
const commit = (...operations: Operation[]) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations });

describe('a command in the chat', () => {
  it('is done as one change, and told as the history tells it', async () => {
    const answer = await say('move RM-4 to Review and rename RM-5 to "Lay out cards"');
    expect(answer).toMatchObject({
      message:
        '- Moved RM-4 “Refine status language” from “In Progress” to “Review”.\n- Renamed RM-5 “Design card layout” to “Lay out cards”.',
      note: '',
      change: { seq: 2, items: [{ id: 'card-4' }, { id: 'card-5' }] },
      proposal: null,
      command: { asked: null, suggestions: [], filter: null },
    });
    expect(await columnOf('card-4')).toBe('col-review');
    expect([await seq(), await lastOrigin()]).toEqual([2, ['command']]);
  });

  it('names a new card by the number that it got', async () => {
    const answer = await say('add "Call the printer" to Done');
    expect(answer.message).toBe('RM-9: Added “Call the printer” to “Done”.');
    expect(answer.change?.items).toMatchObject([{ entity: 'card', text: 'Added “Call the printer” to “Done”.' }]);
  });

  it('answers a retry with the change that was made', async () => {
    const changeId = 'once';
    const first = await say('add "Twin" to Done', { changeId });
    expect(await say('add "Twin" to Done', { changeId })).toEqual(first);
    expect((await titles()).filter((title) => title === 'Twin')).toHaveLength(1);
    expect((await failureOf(say('add "Other" to Done', { changeId }))).code).toBe('CONFLICT');
  });

  it('makes one change of two equal requests at the same time', async () => {
    const [one, other] = await Promise.all([
      say('add "Twin" to Done', { changeId: 'twin' }),
      say('add "Twin" to Done', { changeId: 'twin' }),
    ]);
    expect(one).toEqual(other);
    expect((await titles()).filter((title) => title === 'Twin')).toHaveLength(1);
  });

  it('changes nothing for somebody who may not, and says why', async () => {
    const viewer = await app.member(ann.boardId, 'viewer');
    const answer = await say('move RM-4 to Review', {}, viewer.caller);
    expect(answer.change).toBeNull();
    expect(answer.message).toMatch(/editor/);
    expect(await seq()).toBe(1);
  });

  it('is refused in full where a part of it is not understood, with commands that would work', async () => {
    const answer = await say('move RM-4 to Review and frobnicate the rest');
    expect(answer).toMatchObject({ change: null, proposal: null, command: { suggestions: { length: 3 } } });
    expect(answer.message).toContain('This would work:');
    expect(answer.message.startsWith(answer.note)).toBe(true);
    expect(await seq()).toBe(1);
  });
});

describe('what takes a yes', () => {
  const ARCHIVE = [user('archive RM-7')];

  it('is proposed, and done by a yes in words right after it, and by none that comes later', async () => {
    const asked = await send(ARCHIVE);
    expect(asked).toMatchObject({
      change: null,
      proposal: { state: 'waits', items: [{ text: 'Archive RM-7 “Ship marketing page”.' }] },
    });
    expect(asked.message).toMatch(
      /^Nothing was changed\. This would archive something, and so it waits for your yes\./,
    );
    const late = await send([
      ...ARCHIVE,
      assistant(asked),
      user('Hello'),
      { role: 'assistant', content: 'Hm.' },
      user('yes'),
    ]);
    expect(late.change).toBeNull();
    expect(await seq()).toBe(1);
    const done = await send([...ARCHIVE, assistant(asked), user('Yes, do it!')]);
    expect(done).toMatchObject({ message: 'Archived RM-7 “Ship marketing page”.', change: { seq: 2 } });
    expect(await lastOrigin()).toEqual(['command']);
  });

  it('is done once, however often the yes is sent', async () => {
    const asked = await send(ARCHIVE);
    const messages = [...ARCHIVE, assistant(asked), user('yes')];
    const done = await send(messages, { changeId: 'the-yes' });
    expect(await send(messages, { changeId: 'the-yes' })).toEqual(done);
    expect(await seq()).toBe(2);
  });

  it('is done as it was shown, and nothing that has come since', async () => {
    const messages = [user('archive all cards in Review')];
    const asked = await send(messages);
    expect(asked.proposal?.items).toHaveLength(1);
    await commit({ type: 'card.move', cardId: 'card-1', columnId: 'col-review' });
    const done = await send([...messages, assistant(asked), user('yes')]);
    expect(done.change?.items).toHaveLength(1);
    expect(await columnOf('card-1')).toBe('col-review');
  });

  it('is shown anew by a yes where it would be something else by now, and done by the next one', async () => {
    const asked = await send(ARCHIVE);
    await commit({ type: 'card.edit', cardId: 'card-7', title: 'Ship it all' });
    const anew = await send([...ARCHIVE, assistant(asked), user('yes')]);
    expect(anew).toMatchObject({ change: null, proposal: { items: [{ text: 'Archive RM-7 “Ship it all”.' }] } });
    expect(anew.message).toContain('The board has changed since');
    const done = await send([...ARCHIVE, assistant(asked), user('yes'), assistant(anew), user('yes')]);
    expect(done.change?.items).toHaveLength(1);
  });

  it('is no yes of somebody whose role was taken away in the meantime', async () => {
    const editor = await app.member(ann.boardId, 'editor');
    const asked = await send(ARCHIVE, {}, editor.caller);
    await ann.caller.members.setRole({ boardId: ann.boardId, userId: editor.id, role: 'viewer' });
    const yes = send([...ARCHIVE, assistant(asked), user('yes')], {}, editor.caller);
    expect((await failureOf(yes)).code).toBe('FORBIDDEN');
    expect(await seq()).toBe(1);
  });

  it('is nobody else’s to say', async () => {
    const asked = await send(ARCHIVE);
    const bob = await app.member(ann.boardId, 'editor');
    const answer = await send([...ARCHIVE, assistant(asked), user('yes')], {}, bob.caller);
    expect(answer.change).toBeNull();
    expect(await seq()).toBe(1);
  });
});

describe('undo in the chat', () => {
  it('takes back what this person did last, by whichever door, and redo does it again', async () => {
    const bob = await app.member(ann.boardId, 'editor');
    await commit({ type: 'card.move', cardId: 'card-4', columnId: 'col-done' });
    await say('move RM-5 to Review', {}, bob.caller);
    const undone = await say('undo that');
    expect(undone).toMatchObject({ change: { seq: 4 } });
    expect(undone.message).toContain('RM-4 “Refine status language”');
    expect([await columnOf('card-4'), await columnOf('card-5')]).toEqual(['col-progress', 'col-review']);
    await say('redo');
    expect(await columnOf('card-4')).toBe('col-done');
  });

  it('has one effect and the same answer when it is sent again', async () => {
    await say('move RM-4 to Review');
    await say('move RM-5 to Review');
    const first = await say('undo', { changeId: 'back' });
    expect(await say('undo', { changeId: 'back' })).toEqual(first);
    expect([await columnOf('card-4'), await columnOf('card-5')]).toEqual(['col-review', 'col-progress']);
  });

  it('says so where there is nothing to undo, or somebody is in the way', async () => {
    expect((await say('undo')).message).toBe('You have nothing to undo on this board.');
    await say('rename RM-4 to "Mine"');
    const bob = await app.member(ann.boardId, 'editor');
    await say('rename RM-4 to "Theirs"', {}, bob.caller);
    const answer = await say('undo');
    expect(answer.change).toBeNull();
    expect(answer.message).toContain(bob.username);
    expect(await titles()).toContain('Theirs');
  });
});

describe('a conversation', () => {
  it('goes on with the choice of a question', async () => {
    await commit({ type: 'card.create', cardId: 'twin', columnId: 'col-done', title: 'Design card layout' });
    const question = [user('move design card layout to Review')];
    const asked = await send(question);
    expect(asked).toMatchObject({ note: 'Which card do you mean?', change: null });
    expect(asked.command?.asked?.choices.map(({ words }) => words)).toEqual(['RM-5', 'RM-9']);
    const answer = await send([...question, assistant(asked), user('RM-9')]);
    expect(answer.message).toMatch(/^Moved RM-9 “Design card layout” from “Done” to “Review”/);
    expect([await columnOf('card-5'), await columnOf('twin')]).toEqual(['col-progress', 'col-review']);
  });

  it('takes no answer to a question that nobody asked', async () => {
    const answer = await send([user('move RM-4 to Review'), { role: 'assistant', content: 'Which?' }, user('RM-5')]);
    expect(answer.change).toBeNull();
    expect(await seq()).toBe(1);
  });

  it('knows “it” and “them” by what the last answer was about', async () => {
    const first = await say('move RM-4 and RM-5 to Review');
    const said = [user('move RM-4 and RM-5 to Review'), assistant(first)];
    const spoken = [...(first.command?.spoken ?? [])];
    await send([...said, user('move them to Done')], { spoken });
    expect([await columnOf('card-4'), await columnOf('card-5')]).toEqual(['col-done', 'col-done']);
  });

  it('finds “it” in the words of the last answer where the client does not say', async () => {
    const first = await say('add "Call the printer" to Backlog');
    await send([user('add "Call the printer" to Backlog'), assistant(first), user('move it to Done')]);
    expect((await board()).cards.find(({ number }) => number === 9)?.columnId).toBe('col-done');
  });

  it('does not take what a title names for what was spoken of', async () => {
    await say('rename RM-4 to "After RM-5"');
    const answer = await send([
      user('move RM-4 to Review'),
      { role: 'assistant', content: 'Moved RM-4 “After RM-5” from “In Progress” to “Review”.' },
      user('move them to Done'),
    ]);
    expect(answer.change).toBeNull();
  });
});

describe('what changes nothing', () => {
  it('is answered from the board, and its past', async () => {
    await say('move RM-4 to Review');
    const answer = await say('what changed today?');
    expect(answer).toMatchObject({ change: null, proposal: null });
    expect(answer.message).toContain('RM-4 “Refine status language”');
    const where = await say('where is RM-4?');
    expect(where.message).toContain('Review');
    expect(where.command?.spoken).toEqual(['card-4']);
    expect(await seq()).toBe(2);
  });

  it('is what the board is to be seen through', async () => {
    await commit({ type: 'card.prioritize', cardId: 'card-4', priority: 'urgent' });
    const answer = await say('show urgent cards');
    expect(answer).toMatchObject({ change: null, command: { filter: { priorities: ['urgent'] } } });
  });
});

it('what was archived is found where a command asks for it', async () => {
  await commit({ type: 'card.archive', cardId: 'card-7' });
  const answer = await say('restore "Ship marketing page"');
  expect(answer.message).toBe('Restored RM-7 “Ship marketing page”.');
  expect(await titles()).toContain('Ship marketing page');
});

describe('what is sent along', () => {
  it.each([
    ['timeZone', { timeZone: 'Europe/Nowhere' }],
    ['timeZone', { timeZone: 'x'.repeat(65) }],
    ['spoken', { spoken: Array.from({ length: 201 }, () => 'a') }],
  ] as const)('is refused by its name: %s', async (field, more) => {
    const failure = await failureOf(say('undo', more));
    expect(failure.fields?.map(({ path }) => path)).toEqual([field]);
  });
});
