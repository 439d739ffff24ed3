import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChatApp, TEST_KEY, type ChatApp } from '../testing/chat-app.js';
import { callsTools, chunk, says, stream, type CallStyle } from '../testing/replies.js';

let chat: ChatApp;
beforeEach(async () => {
  // With room for a function for each operation.
  chat = await startChatApp({ contextTokens: 32_768 });
});
afterEach(() => chat.close());

const MOVE = { name: 'card_move', arguments: { cardId: 'card-4', columnId: 'col-review' } };

describe('a turn with tools', () => {
  it.each<CallStyle>(['pieces', 'whole', 'null-names', 'no-index', 'no-ids', 'bare', 'zero-index', 'object', 'twice'])(
    'commits one change from calls in the style %s and says what was done',
    async (style) => {
      const create = { name: 'card_create', arguments: { cardId: 'new1', columnId: 'c5', title: 'Celebrate' } };
      chat.server.script(callsTools([MOVE, create], style), says('All done!'));
      const answer = await chat.send('Move the status card to review and add a card to celebrate to Done');
      expect(answer.message).toBe(
        '- Moved RM-4 “Refine status language” from “In Progress” to “Review”.\n- Added “Celebrate” to “Done”.',
      );
      expect(answer.change?.seq).toBe(2);
      expect(answer.change?.items.map((item) => item.entity)).toEqual(['card', 'card']);
      expect(answer.proposal).toBeNull();
      expect(await chat.columnOf('Refine status language')).toBe('Review');
      expect(await chat.columnOf('Celebrate')).toBe('Done');
    },
  );

  it('signs the change with the assistant as its origin', async () => {
    chat.server.script(callsTools([MOVE]), says(''));
    await chat.send('Move the status card to review');
    const change = await chat.app.services.db.read
      .selectFrom('changes')
      .selectAll()
      .where('seq', '=', 2)
      .executeTakeFirstOrThrow();
    expect(change).toMatchObject({ origin: 'assistant', actor_id: chat.person.id });
  });

  it('understands short ids, card numbers, titles and real ids', async () => {
    for (const cardId of ['k4', 'RM-4', 'rm-4', 'Refine status language', '`card-4`']) {
      for (const columnId of ['c4', 'Review', 'col-review']) {
        chat.server.script(callsTools([{ name: 'card_move', arguments: { cardId, columnId } }]), says('ok'));
        const { change } = await chat.send('Move the status card to review');
        expect(change?.items).toEqual([
          {
            entity: 'card',
            type: 'card.move',
            id: 'card-4',
            text: 'Moved RM-4 “Refine status language” from “In Progress” to “Review”.',
            brief: 'Moved from “In Progress” to “Review”.',
          },
        ]);
        const back = { type: 'card.move', cardId: 'card-4', columnId: 'col-progress', before: 'card-5' } as const;
        await chat.person.caller.boards.commit({
          boardId: chat.person.boardId,
          changeId: `back-${change?.seq}`,
          operations: [back],
        });
      }
    }
  });

  it('lets a model that makes one call at a time go on until it has finished', async () => {
    chat.server.script(
      callsTools([{ name: 'column_create', arguments: { columnId: 'new1', title: 'Later' } }]),
      callsTools([{ name: 'card_create', arguments: { cardId: 'new1', columnId: 'new1', title: 'Sleep' } }]),
      callsTools([{ name: 'card_move', arguments: { cardId: 'new1', columnId: 'Later', before: null, after: '' } }]),
      callsTools([{ name: 'card_move', arguments: { cardId: 'k1', columnId: 'new1', before: 'new1' } }]),
      says('I added the column.'),
    );
    const answer = await chat.send(
      'Make a column Later with a card Sleep, and put the roadmap card into Later before it',
    );
    expect(answer.change?.items).toHaveLength(3);
    expect(answer.message).not.toContain('I added');
    const board = await chat.person.caller.boards.get({ boardId: chat.person.boardId });
    const later = board.columns.find((column) => column.title === 'Later');
    expect(board.cards.filter((card) => card.columnId === later?.id).map((card) => card.title)).toEqual([
      'Align roadmap themes',
      'Sleep',
    ]);
    expect(chat.server.requests).toHaveLength(5);
  });

  it('ends when the model only repeats itself', async () => {
    chat.server.always(callsTools([MOVE], 'whole'));
    const answer = await chat.send('Move the status card to review');
    expect(answer.change?.items).toHaveLength(1);
    expect(chat.server.requests.length).toBeLessThan(4);
  });

  it('gives up on a model that never ends, and changes nothing', async () => {
    let count = 0;
    chat.server.always((response, seen) =>
      callsTools([{ name: 'card_edit', arguments: { cardId: 'k1', title: `Title ${++count}` } }])(response, seen),
    );
    await expect(chat.send('Go on')).rejects.toThrow('Nothing was changed.');
    expect(await chat.titles()).toContain('Align roadmap themes');
  });

  it('tells the model once about an unknown id, with near ones, and takes the corrected call', async () => {
    chat.server.script(
      callsTools([{ name: 'card_move', arguments: { cardId: 'k44', columnId: 'Reviews' } }]),
      callsTools([MOVE]),
      says('Moved.'),
    );
    const answer = await chat.send('Move the status card to review');
    expect(answer.change).not.toBeNull();
    const told = chat.server.requests[1]?.body.messages.at(-1);
    expect(told?.role).toBe('tool');
    expect(told?.content).toMatch(/There is no .*Did you mean/);
    expect(told?.content).toContain('k4 ');
  });

  it('commits nothing when the corrected call fails too, although others would do', async () => {
    chat.server.script(
      callsTools([MOVE, { name: 'card_move', arguments: { cardId: 'k99', columnId: 'c1' } }]),
      callsTools([{ name: 'card_move', arguments: { cardId: 'k98', columnId: 'c1' } }]),
    );
    const answer = await chat.send('Move both');
    expect(answer).toMatchObject({ change: null, proposal: null });
    expect(answer.message).toBe(
      'Nothing was changed. Part of it cannot be done: There is no card "k98" on this board.',
    );
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
  });

  it('commits nothing when the model gives up on what was refused', async () => {
    chat.server.script(
      callsTools([MOVE, { name: 'column_archive', arguments: { columnId: 'c1' } }]),
      says('I moved the card, but the column could not be archived.'),
    );
    const answer = await chat.send('Move it and archive the backlog');
    expect(answer.message).toMatch(/^Nothing was changed\. Part of it cannot be done: .*Backlog/);
    const told = chat.server.requests[1]?.body.messages.filter((message) => message.role === 'tool');
    expect(told).toHaveLength(2);
    expect(await chat.columnOf('Refine status language')).toBe('In Progress');
  });

  it('keeps a question of the model about what it could not do', async () => {
    chat.server.script(
      callsTools([{ name: 'card_move', arguments: { cardId: 'the design card', columnId: 'c5' } }]),
      says('I moved nothing. Do you mean RM-4 or RM-5?'),
    );
    expect((await chat.send('Move the design card')).message).toBe(
      'Nothing was changed. Part of it cannot be done: There is no card "the design card" on this board.\n\nDo you mean RM-4 or RM-5?',
    );
  });

  it('does not let a new card take the id of another one', async () => {
    const create = (cardId: string) => ({ name: 'card_create', arguments: { cardId, columnId: 'c1', title: 'New' } });
    for (const taken of ['k3', 'card-3']) {
      chat.server.script(callsTools([create(taken)]), callsTools([create('new1')]), says('ok'));
      expect((await chat.send('Add a card called New')).change?.items).toHaveLength(1);
      expect(chat.server.requests.at(-2)?.body.messages.at(-1)?.content).toContain('already');
    }
  });

  it('tells long details before they are replaced', async () => {
    const { boardId, caller } = chat.person;
    const details = `Beginning ${'x'.repeat(5000)} end`;
    const operations = [{ type: 'card.edit' as const, cardId: 'card-1', details }];
    await caller.boards.commit({ boardId, changeId: 'long', operations });
    const edit = { name: 'card_edit', arguments: { cardId: 'k1', details: 'Short' } };
    chat.server.script(callsTools([edit]), callsTools([edit]), says('ok'));
    expect((await chat.send('Make the details of the roadmap card just “Short”')).change?.items[0]?.text).toContain(
      'Changed the details of RM-1',
    );
    expect(chat.server.requests[0]?.body.messages[0]?.content).not.toContain('xx end');
    expect(chat.server.requests[1]?.body.messages.at(-1)?.content).toContain('xx end');
  });

  it.each([
    ['text that is no JSON', '{"cardId": "k1"'],
    ['an array', '[1]'],
    ['nothing', ''],
    ['an unknown field', '{"cardId":"k1","columnId":"c2","position":"top"}'],
    ['a number for an id', '{"cardId":1,"columnId":"c2"}'],
  ])('gives %s as arguments back to the model', async (_, text) => {
    chat.server.script(callsTools([{ name: 'card_move', arguments: text }]), callsTools([MOVE]), says('ok'));
    expect((await chat.send('Move the status card to review')).change?.items).toHaveLength(1);
    expect(chat.server.requests[1]?.body.messages.at(-1)?.content).toContain('not possible');
  });

  it('gives an unknown function back to the model', async () => {
    chat.server.script(callsTools([{ name: 'delete_everything', arguments: {} }]), says('I cannot do that.'));
    const answer = await chat.send('Delete everything');
    expect(answer.change).toBeNull();
    expect(chat.server.requests[1]?.body.messages.at(-1)?.content).toContain('card_move');
  });

  it('gives reasoning back with the calls that came from it', async () => {
    const call = { name: 'card_move', arguments: JSON.stringify(MOVE.arguments) };
    const chunks = [
      chunk({ reasoning_content: 'Hm.' }),
      chunk({ tool_calls: [{ index: 0, id: 'a', extra_content: { s: 1 }, function: call }] }, 'tool_calls'),
    ];
    chat.server.script(stream(chunks), says('ok'));
    await chat.send('Move the status card to review');
    const assistant = chat.server.requests[1]?.body.messages.find((message) => message.role === 'assistant');
    expect(assistant?.['reasoning_content']).toBe('Hm.');
    expect(assistant?.tool_calls?.[0]).toMatchObject({ extra_content: { s: 1 } });
  });

  it('does not overwrite a text that somebody changed during the turn', async () => {
    chat.server.script(async (response, seen) => {
      await chat.person.caller.boards.commit({
        boardId: chat.person.boardId,
        changeId: 'meanwhile',
        operations: [{ type: 'card.edit', cardId: 'card-1', title: 'Typed meanwhile' }],
      });
      await callsTools([{ name: 'card_edit', arguments: { cardId: 'k1', title: 'From the model' } }])(response, seen);
    }, says('Renamed.'));
    const answer = await chat.send('Rename the first card');
    expect(answer.message).toMatch(/^Nothing was changed\./);
    expect(answer.change).toBeNull();
    expect(await chat.titles()).toContain('Typed meanwhile');
  });

  it('sends the key, the tools and the board, and no option that some servers refuse', async () => {
    chat.server.script(says('Hello'));
    await chat.send('Hello');
    const [request] = chat.server.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.authorization).toBe(`Bearer ${TEST_KEY}`);
    expect(Object.keys(request?.body ?? {}).toSorted()).toEqual([
      'messages',
      'model',
      'stream',
      'stream_options',
      'tools',
    ]);
    expect(request?.body.tools).toHaveLength(27);
    expect(JSON.stringify(request?.body.tools)).not.toMatch(/strict|pattern|maxLength|anyOf|"was"/);
    expect(request?.body.messages[0]?.content).toContain('k4 RM-4 "Refine status language"');
  });
});
