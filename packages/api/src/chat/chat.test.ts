import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChatApp, type ChatApp } from './testing/chat-app.js';
import { callsTools, says, saysJson } from './testing/replies.js';

let chat: ChatApp;
beforeEach(async () => {
  chat = await startChatApp();
});
afterEach(() => chat.close());

const MOVE = { name: 'card_move', arguments: { cardId: 'card-4', columnId: 'col-review' } };

describe('what a turn may do', () => {
  it('proposes what would archive, and commits nothing', async () => {
    chat.server.script(callsTools([{ name: 'card_archive', arguments: { cardId: 'k7' } }]), says('I archived it.'));
    const answer = await chat.send('Archive the marketing page');
    expect(answer.change).toBeNull();
    expect(answer.proposal?.items).toEqual([
      {
        entity: 'card',
        id: 'card-7',
        type: 'card.archive',
        text: 'Archive RM-7 “Ship marketing page”.',
        brief: 'Archive.',
      },
    ]);
    expect(answer.message).toMatch(/^Nothing was changed\. This would archive something/);
    expect(await chat.titles()).toHaveLength(8);
  });

  it('commits five cards, and proposes six', async () => {
    const moves = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: 'card_move',
        arguments: { cardId: `k${index + 1}`, columnId: 'c5' },
      }));
    chat.server.script(callsTools(moves(6)), says('ok'), callsTools(moves(5)), says('ok'));
    const six = await chat.send('Move six');
    expect(six).toMatchObject({ change: null, proposal: { items: { length: 6 } } });
    expect(six.message).toContain('touch 6 cards at once');
    expect((await chat.send('Get RM-1, RM-2, RM-3, RM-4 and RM-5 to Done, please')).change?.items).toHaveLength(5);
  });

  it.each(['viewer', 'commenter'] as const)('gives a %s answers, and tools to look things up', async (role) => {
    const guest = await chat.app.member(chat.person.boardId, role);
    const done = saysJson({ message: 'Done!', operations: [{ type: 'card.move', ...MOVE.arguments }] });
    chat.server.script(says('Eight cards.'), callsTools([MOVE]), says('You may not.'), done, done);
    expect(await chat.send('How many cards?', guest.caller)).toEqual({
      message: 'Eight cards.',
      note: 'Eight cards.',
      change: null,
      proposal: null,
      command: null,
    });
    const offered = chat.server.requests[0]?.body.tools?.map((tool) => tool.function.name);
    expect(offered).toEqual(['search_cards', 'get_card', 'get_history']);
    expect(await chat.send('Move it', guest.caller)).toMatchObject({
      message:
        'Nothing was changed. Part of it cannot be done: Only editors may change this board; an owner of it can make somebody an editor.\n\nYou may not.',
      change: null,
      proposal: null,
    });
    expect((await chat.send('Move it', guest.caller)).message).toContain('Nothing was changed.');
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
  });

  it('refuses a turn of somebody whose role was taken away while the model answered', async () => {
    const editor = await chat.app.member(chat.person.boardId, 'editor');
    chat.server.script(async (response, seen) => {
      await chat.app.services.db.write
        .updateTable('members')
        .set({ role: 'viewer' })
        .where('user_id', '=', editor.id)
        .execute();
      await callsTools([MOVE])(response, seen);
    }, says('ok'));
    await expect(chat.send('Move the status card to review', editor.caller)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
  });

  it('hides the board from strangers', async () => {
    const stranger = await chat.app.user();
    await expect(chat.send('Hello', stranger.caller)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(chat.send('Hello', chat.app.anonymous)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(chat.server.requests).toHaveLength(0);
  });

  it('brings back what was archived lately', async () => {
    const { boardId } = chat.person;
    await chat.person.caller.boards.commit({
      boardId,
      changeId: 'gone',
      operations: [{ type: 'card.archive', cardId: 'card-7' }],
    });
    chat.server.script(callsTools([{ name: 'card_restore', arguments: { cardId: 'RM-7' } }]), says('ok'));
    const answer = await chat.send('Bring back the marketing page');
    expect(chat.server.requests[0]?.body.messages[0]?.content).toMatch(/archived last[\s\S]*Ship marketing page/);
    expect(answer.message).toBe('Restored RM-7 “Ship marketing page”.');
    expect(await chat.titles()).toContain('Ship marketing page');
  });
});

describe('what the command language understands for certain', () => {
  it('is done without asking the model, and undone', async () => {
    const answer = await chat.send('add "Call the printer" to Review and move RM-4 to Review');
    expect(answer.change?.items).toHaveLength(2);
    expect(await chat.columnOf('Refine status language')).toBe('Review');
    await chat.send('undo');
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
    expect(chat.server.requests).toHaveLength(0);
  });

  it.each([
    'add a card for the party',
    'move the language card to Review',
    'move it to Review',
    'rename RM-4 to Words',
    'what is overdue?',
    'frobnicate RM-4',
  ])('is not all of %j, which the model is asked', async (said) => {
    chat.server.script(says('Well.'));
    expect(await chat.send(said)).toMatchObject({ change: null, command: null });
    expect(chat.server.requests).toHaveLength(1);
  });
});

describe('what the answer says', () => {
  it('keeps of the model’s words what claims no change', async () => {
    chat.server.script(callsTools([MOVE]), says('Sure! I deleted the whole board. The review column holds two cards.'));
    expect((await chat.send('Move the status card to review')).message).toBe(
      'Moved RM-4 “Refine status language” from “In Progress” to “Review”.\n\nThe review column holds two cards.',
    );
  });

  it('adds the truth to an answer that pretends', async () => {
    chat.server.script(says('I’ve moved the card to Review.'), says('There are eight cards.'), says('Done.'));
    expect((await chat.send('Move the status card to review')).message).toBe(
      'I’ve moved the card to Review.\n\nNothing was changed on the board.',
    );
    expect((await chat.send('How many?')).message).toBe('There are eight cards.');
    expect((await chat.send('Move the status card to review')).message).toContain('Nothing was changed');
  });

  it('says so when everything is as asked already', async () => {
    chat.server.script(
      callsTools([{ name: 'card_move', arguments: { cardId: 'k4', columnId: 'c3', before: 'k5' } }]),
      says(''),
    );
    const answer = await chat.send('Move the status card to review');
    expect(answer.change).toBeNull();
    expect(answer.message).toMatch(/^Nothing was changed/);
  });

  it('answers a retry with the change that was made, without asking the model again', async () => {
    const request = {
      boardId: chat.person.boardId,
      changeId: 'once',
      messages: [{ role: 'user' as const, content: 'Move the status card to review' }],
    };
    chat.server.script(callsTools([MOVE]), says('ok'));
    const first = await chat.person.caller.chat.send(request);
    expect(await chat.person.caller.chat.send(request)).toEqual(first);
    expect(chat.server.requests).toHaveLength(2);
    const other = { ...request, messages: [{ role: 'user' as const, content: 'Move it back' }] };
    await expect(chat.person.caller.chat.send(other)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('makes one change of two equal requests at the same time', async () => {
    const request = {
      boardId: chat.person.boardId,
      changeId: 'twin',
      messages: [{ role: 'user' as const, content: 'Add a card called Twin' }],
    };
    chat.server.always((response, seen) =>
      (seen.body.messages.at(-1)?.role === 'tool'
        ? says('ok')
        : callsTools([{ name: 'card_create', arguments: { cardId: 'new1', columnId: 'c1', title: 'Twin' } }]))(
        response,
        seen,
      ),
    );
    const [one, other] = await Promise.all([
      chat.person.caller.chat.send(request),
      chat.person.caller.chat.send(request),
    ]);
    expect(one).toEqual(other);
    expect((await chat.titles()).filter((title) => title === 'Twin')).toHaveLength(1);
  });
});

describe('input', () => {
  const user = (content: string) => ({ role: 'user' as const, content });
  const assistant = (content: string) => ({ role: 'assistant' as const, content });
  it.each([
    ['no message', []],
    ['a last message of the assistant', [user('a'), assistant('b')]],
    ['an empty last message', [user(' ')]],
    ['more than 100 messages', Array.from({ length: 101 }, () => user('a'))],
    ['a message above 16 KiB', [user('é'.repeat(8193))]],
  ])('refuses %s', async (_, messages) => {
    const request = { boardId: chat.person.boardId, changeId: 'bad', messages };
    await expect(chat.person.caller.chat.send(request)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(chat.server.requests).toHaveLength(0);
  });

  it('sends a long conversation from its end on', async () => {
    chat.server.script(says('ok'));
    const messages = Array.from({ length: 99 }, (_, index) =>
      (index % 2 ? assistant : user)(`${index} ${'x'.repeat(2000)}`),
    );
    await chat.person.caller.chat.send({ boardId: chat.person.boardId, changeId: 'long', messages });
    const sent = chat.server.requests[0]?.body.messages ?? [];
    expect(sent.length).toBeLessThan(40);
    expect(sent[1]?.role).toBe('user');
    expect(sent.at(-1)?.content?.slice(0, 2)).toBe('98');
    expect(sent[0]?.content).toContain('messages of the conversation are left out');
  });

  it('sends questions and answers in turn', async () => {
    chat.server.script(says('ok'));
    const messages = [assistant('Hi!'), user('One'), user('Two'), assistant('Three'), user('Four')];
    await chat.person.caller.chat.send({ boardId: chat.person.boardId, changeId: 'turns', messages });
    const [, ...sent] = chat.server.requests[0]?.body.messages ?? [];
    expect(sent.map((message) => message.content)).toEqual(['One\n\nTwo', 'Three', 'Four']);
  });
});
