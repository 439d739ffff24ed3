import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '@talkan/board/model';
import type { ChatAnswer } from '../chat-request.js';
import { startChatApp, type ChatApp } from '../testing/chat-app.js';
import { callsTools, says, saysJson, type WantedCall } from '../testing/replies.js';

let chat: ChatApp;
beforeEach(async () => {
  chat = await startChatApp();
});
afterEach(() => chat.close());

const call = (name: string, fields: Record<string, unknown>): WantedCall => ({ name, arguments: fields });

/** Says yes: nothing of all this was asked for. */
async function agree({ proposal }: ChatAnswer): Promise<string> {
  const { boardId, caller } = chat.person;
  const proposalId = proposal?.id ?? 'none';
  return (await caller.chat.accept({ boardId, proposalId, changeId: `yes-${proposalId}` })).message;
}

/** What a turn did with these calls of the model, once somebody has said yes. */
async function doing(...calls: WantedCall[]): Promise<string> {
  chat.server.script(callsTools(calls), says('ok'), says('ok'));
  const answer = await chat.send('Please');
  chat.server.clear();
  return agree(answer);
}

const cardOf = async (id: string): Promise<Card | undefined> => {
  const board = await chat.person.caller.boards.get({ boardId: chat.person.boardId });
  return board.cards.find((card) => card.id === id) as Card | undefined;
};

describe('the operations that a model is offered', () => {
  it('put labels on cards by their names, and make those that are not there', async () => {
    expect(
      await doing(
        call('label_create', { name: 'Bug' }),
        call('card_label', { cardId: 'k4', add: ['bug'] }),
        call('card_label', { cardId: 'k5', add: '#Bug' }),
      ),
    ).toBe(
      '- Added the label “Bug”.\n- Added the label “Bug” to RM-4 “Refine status language”.\n- Added the label “Bug” to RM-5 “Design card layout”.',
    );
    expect((await cardOf('card-4'))?.labelIds).toHaveLength(1);
    expect(
      await doing(call('label_create', { name: 'BUG' }), call('card_label', { cardId: 'k4', remove: ['Bug'] })),
    ).toBe('Removed the label “Bug” from RM-4 “Refine status language”.');
  });

  it('assign people by name, whoever is in the chat too', async () => {
    const bob = await chat.app.member(chat.person.boardId, 'editor');
    expect(await doing(call('card_assign', { cardId: 'k4', add: [bob.username, 'me'] }))).toBe(
      `Assigned ${bob.username} and ${chat.person.username} to RM-4 “Refine status language”.`,
    );
    expect((await cardOf('card-4'))?.assigneeIds).toEqual([bob.id, chat.person.id]);
    expect(await doing(call('card_assign', { cardId: 'k4', remove: `@${bob.username}` }))).toContain('Unassigned');
  });

  it('set dates, priorities and estimates, and take them away', async () => {
    await doing(
      call('card_schedule', { cardId: 'RM-4', startAt: '2026-12-01', dueAt: '2026-12-04T15:00' }),
      call('card_prioritize', { cardId: 'RM-4', priority: 'High' }),
      call('card_estimate', { cardId: 'RM-4', estimate: '3' }),
    );
    expect(await cardOf('card-4')).toMatchObject({
      startAt: '2026-12-01',
      dueAt: '2026-12-04T15:00:00.000Z',
      priority: 'high',
      estimate: 3,
    });
    await doing(
      // Models send null and empty texts for what they have nothing to say about.
      call('card_schedule', { cardId: 'RM-4', startAt: null, dueAt: '' }),
      call('card_schedule', { cardId: 'RM-4', dueAt: 'none', startAt: null }),
      call('card_prioritize', { cardId: 'RM-4', priority: 'none' }),
      call('card_estimate', { cardId: 'RM-4', estimate: 'none' }),
    );
    const card = await cardOf('card-4');
    expect(card?.startAt).toBe('2026-12-01');
    expect([card?.dueAt ?? null, card?.priority ?? null, card?.estimate ?? null]).toEqual([null, null, null]);
  });

  it('make checklists, and tick their items by their texts', async () => {
    expect(
      await doing(
        call('checklist_create', { cardId: 'k4', checklistId: 'new1', title: 'Before' }),
        call('item_create', { cardId: 'k4', checklistId: 'new1', text: 'Ask' }),
        call('item_create', { cardId: 'k4', text: 'Write' }),
      ),
    ).toContain('- Added the item “Write” to RM-4 “Refine status language”.');
    await doing(
      call('item_edit', { cardId: 'k4', itemId: 'ask', done: 'true', assigneeId: 'me' }),
      call('item_edit', { itemId: 'i2', text: 'Write it down', cardId: 'k4' }),
    );
    expect((await cardOf('card-4'))?.checklists[0]?.items).toMatchObject([
      { text: 'Ask', done: true, assigneeId: chat.person.id },
      { text: 'Write it down', done: false },
    ]);
  });

  it('comment in the name of the person in the chat', async () => {
    const { boardId, caller, id } = chat.person;
    expect(await doing(call('comment_create', { cardId: 'k4', text: 'Looks good' }))).toBe(
      'Commented on RM-4 “Refine status language”: “Looks good”.',
    );
    const { comments } = await caller.comments.list({ boardId, cardId: 'card-4' });
    expect(comments).toMatchObject([{ authorId: id, text: 'Looks good' }]);
  });

  it('limit a column, say that its cards count as done, and link cards', async () => {
    await doing(
      call('column_edit', { columnId: 'Review', limit: 3, done: null }),
      call('column_edit', { columnId: 'Done', done: true }),
      call('card_link', { cardId: 'k4', kind: 'blocks', otherId: 'RM-5' }),
    );
    const board = await chat.person.caller.boards.get({ boardId: chat.person.boardId });
    expect(board.columns.find(({ id }) => id === 'col-review')).toMatchObject({ limit: 3 });
    expect(board.columns.find(({ id }) => id === 'col-done')).toMatchObject({ done: true });
    expect((await cardOf('card-4'))?.links).toEqual([{ kind: 'blocks', cardId: 'card-5' }]);
    expect(await doing(call('column_edit', { columnId: 'Review', limit: 'none' }))).toContain('Removed the limit');
  });

  it('are the same for an answer in JSON', async () => {
    chat.server.script(
      saysJson({
        message: 'ok',
        operations: [
          { type: 'label.create', name: 'Bug' },
          { type: 'card.label', cardId: 'Refine status language', add: ['Bug'] },
          { type: 'card_assign', cardId: 'k4', add: ['me'] },
        ],
      }),
    );
    expect((await chat.send('Please')).proposal?.items).toHaveLength(3);
  });

  it.each([
    [
      call('card_label', { cardId: 'k4', add: ['Bgu'] }),
      'There is no label "Bgu" on this board.',
      'Did you mean "Bug"',
    ],
    [
      call('card_assign', { cardId: 'k4', add: ['anna'] }),
      'There is no person "anna" on this board.',
      'Did you mean "',
    ],
    [call('item_edit', { cardId: 'k4', itemId: 'Aks', done: true }), 'There is no item "Aks" on this card.', '"Ask"'],
    [call('card_schedule', { cardId: 'k4', dueAt: 'soonish' }), '"soonish" is no date.', 'Write a day as'],
    [call('card_schedule', { cardId: 'k4', dueAt: '03/04/2026' }), '"03/04/2026" is no date.', 'Write a day as'],
    [call('card_schedule', { cardId: 'k4', dueAt: 'next weekend' }), 'It could be ', 'Write a day as'],
    [call('card_prioritize', { cardId: 'k4', priority: 'vital' }), 'priority:', ''],
  ])('tell the model what it may have meant by what there is not: %o', async (wanted, problem, near) => {
    await chat.person.caller.boards.commit({
      boardId: chat.person.boardId,
      changeId: 'before',
      operations: [
        { type: 'label.create', labelId: 'bug', name: 'Bug', hue: 0 },
        { type: 'checklist.create', cardId: 'card-4', checklistId: 'list', title: 'Before' },
        { type: 'item.create', cardId: 'card-4', checklistId: 'list', itemId: 'one', text: 'Ask' },
      ],
    });
    chat.server.script(callsTools([wanted]), says('I cannot.'));
    const { change, message } = await chat.send('Please');
    expect(change).toBeNull();
    expect(message).toMatch(/^Nothing was changed\./);
    const told = JSON.parse(chat.server.requests[1]?.body.messages.at(-1)?.content ?? '') as { problem: string };
    expect(told.problem).toContain(problem);
    expect(told.problem).toContain(near);
  });
});

describe('a date as a model writes it', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-01T15:00', '2026-12-01T14:00:00.000Z'],
    ['2026-12-01 15:00:00', '2026-12-01T14:00:00.000Z'],
    ['2026-12-01T15:00:00Z', '2026-12-01T15:00:00.000Z'],
    ['2026-12-01T15:00:00+05:30', '2026-12-01T09:30:00.000Z'],
    ['24 December 2026', '2026-12-24'],
  ])('%s is %s where the person is in Berlin', async (written, meant) => {
    const { boardId, caller } = chat.person;
    chat.server.script(callsTools([call('card_schedule', { cardId: 'k4', dueAt: written })]), says('ok'));
    const messages = [{ role: 'user' as const, content: 'When is it?' }];
    await agree(await caller.chat.send({ boardId, changeId: 'one', messages, timeZone: 'Europe/Berlin' }));
    expect((await cardOf('card-4'))?.dueAt).toBe(meant);
  });
});
