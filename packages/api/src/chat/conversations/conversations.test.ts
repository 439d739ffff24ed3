import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSettings } from '../../assistant/settings.js';
import { createContext } from '../../context.js';
import { appRouter, callerOf } from '../../root.js';
import { failureOf, PLAIN_REQUEST } from '../../testing.js';
import { startChatApp, type ChatApp } from '../testing/chat-app.js';
import { callsTools, refuses, says, staysSilent } from '../testing/replies.js';
import { ask, eventsOf, type TurnInput } from '../testing/turns.js';
import type { TurnEvent } from '../turn-event.js';

let chat: ChatApp;
beforeEach(async () => {
  chat = await startChatApp();
});
afterEach(() => chat.close());

const TALK = 'talk-1';
const say = (text: string, more: Partial<TurnInput> = {}) =>
  ask(chat.person.caller, { boardId: chat.person.boardId, conversationId: TALK, text, ...more });
const read = (conversationId = TALK) =>
  chat.person.caller.chat.conversation({ boardId: chat.person.boardId, conversationId });
const overview = () => chat.person.caller.chat.overview({ boardId: chat.person.boardId });
const contents = () => chat.server.requests.at(-1)?.body.messages.slice(1) ?? [];
const MOVE = { name: 'card_move', arguments: { cardId: 'card-4', columnId: 'col-review' } };

describe('a conversation', () => {
  it('comes to be with its first turn, and keeps what was asked and answered', async () => {
    chat.server.script(says('Eight cards.'));
    const turn = await say('How many cards are there?', { turnId: 'turn-1' });
    expect(turn).toMatchObject({
      id: 'turn-1',
      question: 'How many cards are there?',
      state: 'answered',
      problem: null,
      answer: { message: 'Eight cards.', change: null, proposal: null },
      model: 'test/model',
    });
    expect(turn.durationMs).toBeGreaterThanOrEqual(0);
    expect(await read()).toEqual({ id: TALK, title: 'How many cards are there?', turns: [turn] });
    expect(await overview()).toMatchObject({
      asksFirst: false,
      conversations: [{ id: TALK, title: 'How many cards are there?', turns: 1 }],
    });
  });

  it('is what the model is told of before the next question', async () => {
    chat.server.script(says('Two.'), says('Refine status language.'));
    await say('How many are in progress?');
    await say('Which is the first?');
    expect(contents().map(({ role, content }) => [role, content])).toEqual([
      ['user', 'How many are in progress?'],
      ['assistant', 'Two.'],
      ['user', 'Which is the first?'],
    ]);
  });

  it('tells of a change, and whether it is undone by now', async () => {
    const turn = await say('move RM-4 to Review');
    expect(turn.answer?.change).toMatchObject({ seq: 2, undone: false, items: [{ id: 'card-4' }] });
    expect(turn).toMatchObject({ model: null, tokens: null, cost: null });
    const { boardId, caller } = chat.person;
    await caller.boards.undo({ boardId, changeId: 'back', seq: 2 });
    expect((await read()).turns[0]?.answer?.change?.undone).toBe(true);
  });

  it('remembers which card “it” is', async () => {
    const { caller, boardId } = chat.person;
    await say('move RM-4 to Review');
    await caller.chat.turn({ boardId, conversationId: 'other', turnId: 'elsewhere', text: 'move RM-5 to Review' });
    const turn = await say('move it to Done');
    expect(turn.answer?.message).toContain('RM-4');
  });

  it('can be renamed and deleted by whoever leads it, and by nobody else', async () => {
    await say('move RM-4 to Review');
    const { boardId, caller } = chat.person;
    const other = (await chat.app.member(boardId, 'owner')).caller;
    const its = { boardId, conversationId: TALK };
    expect((await failureOf(other.chat.conversation(its))).code).toBe('NOT_FOUND');
    expect((await failureOf(other.chat.renameConversation({ ...its, title: 'Mine' }))).code).toBe('NOT_FOUND');
    await other.chat.deleteConversation(its);
    expect((await failureOf(ask(other, { ...its, text: 'undo' }))).code).toBe('NOT_FOUND');
    expect((await other.chat.overview({ boardId })).conversations).toEqual([]);

    await caller.chat.renameConversation({ ...its, title: 'The move' });
    expect((await read()).title).toBe('The move');
    await caller.chat.deleteConversation(its);
    expect((await failureOf(read())).code).toBe('NOT_FOUND');
    expect(await chat.columnOf('Refine status language')).toBe('Review');
  });

  it('goes with the membership', async () => {
    const { boardId, caller } = chat.person;
    const member = await chat.app.member(boardId, 'editor');
    await ask(member.caller, { boardId, conversationId: 'theirs', text: 'move RM-4 to Review' });
    await caller.members.remove({ boardId, userId: member.id });
    expect(await chat.app.services.db.read.selectFrom('turns').select('id').execute()).toEqual([]);
  });
});

describe('a turn', () => {
  it('tells that it has begun, and its answer last', async () => {
    const { boardId, caller } = chat.person;
    const input = { boardId, conversationId: TALK, turnId: 'turn-1', text: 'move RM-4 to Review' };
    const events = await eventsOf(caller, input);
    expect(events.map(({ kind }) => kind)).toEqual(['begun', 'answer']);
    expect(events.at(-1)).toMatchObject({ patches: [{ entity: 'card', id: 'card-4' }] });
  });

  it('that has its answer is told it again, and does nothing twice', async () => {
    chat.server.script(callsTools([MOVE]), says('ok'));
    const first = await say('Put RM-4 “Refine status language” into Review, please', { turnId: 'once' });
    expect(first.answer?.change?.seq).toBe(2);
    expect(await say('Put RM-4 “Refine status language” into Review, please', { turnId: 'once' })).toEqual(first);
    expect((await failureOf(say('Something else', { turnId: 'once' }))).code).toBe('CONFLICT');
    expect((await read()).turns).toHaveLength(1);
  });

  it('that failed is kept with the reason, and asked again under the same id', async () => {
    chat.server.script(refuses(500, 'oops'), refuses(500, 'oops'), says('Eight.'));
    const failure = await failureOf(say('How many cards?', { turnId: 'again' }));
    expect(failure.code).toBe('BAD_GATEWAY');
    expect((await read()).turns).toMatchObject([
      { state: 'failed', problem: failure.message, answer: null, model: 'test/model' },
    ]);
    chat.server.clear();
    chat.server.script(says('Eight.'));
    expect(await say('How many cards?', { turnId: 'again' })).toMatchObject({ state: 'answered', problem: null });
    expect((await read()).turns).toHaveLength(1);
  });

  it('is refused where the conversation has become too long', async () => {
    await say('move RM-4 to Review');
    await chat.app.services.db.write
      .updateTable('turns')
      .set({ question: 'x'.repeat(1_000_001) })
      .execute();
    expect((await failureOf(say('move RM-5 to Review'))).message).toContain('Begin a new one.');
  });

  it('that asks too often is answered without the model where that can be', async () => {
    const { caller, boardId, id: userId } = chat.person;
    const limits = { personTurns: 1, allTurns: 0, personTokens: 0, allTokens: 0 };
    await saveSettings(chat.app.services, { version: 0, userId, limits });
    chat.server.script(says('Eight cards.'));
    await say('How many cards?');
    expect(await say('what is overdue?')).toMatchObject({ state: 'answered', answer: { command: expect.anything() } });
    const failure = await failureOf(say('Tell me something nice'));
    expect(failure.code).toBe('TOO_MANY_REQUESTS');
    const { turns } = await caller.chat.conversation({ boardId, conversationId: TALK });
    expect(turns.at(-1)).toMatchObject({ state: 'failed', problem: failure.message });
  });

  it('that is stopped is kept as stopped, and changes nothing', async () => {
    chat.server.script(staysSilent);
    const { boardId, token } = chat.person;
    const stop = new AbortController();
    const call = callerOf(await createContext(chat.app.services, { ...PLAIN_REQUEST, bearer: token }), stop.signal);
    const events = await call(appRouter.chat.turn, {
      boardId,
      conversationId: TALK,
      turnId: 'stopped',
      text: 'Tidy up',
    });
    const told: TurnEvent[] = [];
    const ended = (async () => {
      for await (const event of events) told.push(event);
    })();
    await expect.poll(() => chat.server.requests.length).toBe(1);
    stop.abort();
    await expect(ended).rejects.toThrow();
    expect(told.map(({ kind }) => kind)).not.toContain('answer');
    expect((await read()).turns).toMatchObject([{ state: 'stopped', problem: 'Stopped. Nothing was changed.' }]);
    await chat.server.requests[0]?.gone;
  });

  it('keeps the answer that came when it was sent again, however the first try ends', async () => {
    const { boardId, token, caller } = chat.person;
    const asked = {
      boardId,
      conversationId: TALK,
      turnId: 'twice',
      text: 'Put RM-4 “Refine status language” into Review, please',
    };
    const stop = new AbortController();
    const call = callerOf(await createContext(chat.app.services, { ...PLAIN_REQUEST, bearer: token }), stop.signal);
    chat.server.script(staysSilent, callsTools([MOVE]), says('ok'));
    const first = (async () => {
      for await (const _ of await call(appRouter.chat.turn, asked));
    })();
    await expect.poll(() => chat.server.requests.length).toBe(1);
    const answered = await ask(caller, asked);
    stop.abort();
    await expect(first).rejects.toThrow();
    expect((await read()).turns).toEqual([answered]);
  });

  it('changes nothing once its conversation is deleted', async () => {
    const { boardId, caller } = chat.person;
    chat.server.script(async (...asked) => {
      await caller.chat.deleteConversation({ boardId, conversationId: TALK });
      await callsTools([MOVE])(...asked);
    }, says('ok'));
    const failure = await failureOf(say('Put RM-4 “Refine status language” into Review, please'));
    expect(failure.message).toContain('Nothing was changed');
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
  });

  it('changes nothing once another is asked in its place', async () => {
    chat.server.script(async (...asked) => {
      await say('move RM-5 to Review', { replaces: 'replaced' });
      await callsTools([MOVE])(...asked);
    }, says('ok'));
    const first = say('Put RM-4 “Refine status language” into Review, please', { turnId: 'replaced' });
    expect((await failureOf(first)).message).toContain('Nothing was changed');
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
    expect((await read()).turns).toMatchObject([{ question: 'move RM-5 to Review', state: 'answered' }]);
  });

  it('of a server that has gone is no longer waited for', async () => {
    await say('move RM-4 to Review', { turnId: 'left' });
    await chat.app.services.db.write.updateTable('turns').set({ state: 'running', answer: null }).execute();
    expect((await read()).turns[0]?.state).toBe('running');
    chat.app.clock.advance(200_000);
    expect((await read()).turns[0]).toMatchObject({ state: 'failed', problem: expect.stringContaining('stopped') });
  });

  it('that is asked in place of another takes its place, and that of all that came after it', async () => {
    await say('move RM-4 to Review', { turnId: 'first' });
    await say('archive RM-7', { turnId: 'second' });
    await say('move RM-5 to Review', { turnId: 'third' });
    await say('move RM-6 to Done', { turnId: 'instead', replaces: 'second' });
    expect((await read()).turns.map(({ id }) => id)).toEqual(['first', 'instead']);
    const waiting = await chat.app.services.db.read.selectFrom('proposals').select('state').execute();
    expect(waiting).toEqual([{ state: 'dismissed' }]);
    expect(await chat.columnOf('Design card layout')).toBe('Review');
  });

  it.each([
    ['text', { text: '  ' }],
    ['text', { text: 'x'.repeat(16 * 1024 + 1) }],
    ['pasted', { pasted: 'x'.repeat(64 * 1024 + 1) }],
    ['conversationId', { conversationId: 'no id' }],
    ['timeZone', { timeZone: 'Europe/Nowhere' }],
  ] as const)('is refused by the field that is wrong: %s', async (field, more) => {
    const failure = await failureOf(say('undo', more));
    expect(failure.fields?.map(({ path }) => path)).toEqual([field]);
  });
});

describe('asking first', () => {
  const { setMode } = {
    setMode: (asksFirst: boolean) => chat.person.caller.chat.setMode({ boardId: chat.person.boardId, asksFirst }),
  };

  it('holds back every change, and stays with the person and the board', async () => {
    await setMode(true);
    expect((await overview()).asksFirst).toBe(true);
    const turn = await say('move RM-4 to Review');
    expect(turn.answer).toMatchObject({
      change: null,
      proposal: { state: 'waits', reason: 'You want to be asked first' },
    });
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
    const colleague = await chat.app.member(chat.person.boardId, 'editor');
    expect((await colleague.caller.chat.overview({ boardId: chat.person.boardId })).asksFirst).toBe(false);
    await setMode(false);
    expect((await say('move RM-5 to Review')).answer?.change).not.toBeNull();
  });

  it('is ended by a yes in words, as one change', async () => {
    await setMode(true);
    await say('move RM-4 to Review and rename RM-5 to "Layout"');
    const turn = await say('yes');
    expect(turn.answer?.change).toMatchObject({ seq: 2, count: 2 });
    expect((await read()).turns[0]?.answer?.proposal?.state).toBe('accepted');
  });

  it('tells the model of a yes in words, where the question was', async () => {
    await setMode(true);
    await say('move RM-4 to Review');
    await say('yes');
    chat.server.script(says('Because you asked for it.'));
    await say('Why did this card move?');
    expect(contents()[1]?.content).toMatch(/waits for your yes[^]*has said yes to this since/);
  });

  it('leaves the other marks of the board as they are', async () => {
    const { boardId, caller } = chat.person;
    await caller.boards.mark({ boardId, starred: true });
    await setMode(true);
    expect((await caller.boards.mark({ boardId })).starred).toBe(true);
    expect((await overview()).asksFirst).toBe(true);
  });
});

it('what comes of a pasted text waits for a yes', async () => {
  const create = { name: 'card_create', arguments: { columnId: 'c1', title: 'Call the printer' } };
  chat.server.script(callsTools([create]), says('ok'));
  const turn = await say('Call the printer', { pasted: 'Minutes\n- Call the printer' });
  expect(turn.answer).toMatchObject({ change: null, proposal: { reason: 'This comes from a pasted text' } });
  expect(turn.pasted).toContain('Minutes');
});
