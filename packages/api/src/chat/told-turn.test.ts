import { afterEach, beforeEach, expect, it } from 'vitest';
import { createContext } from '../context.js';
import { appRouter, callerOf } from '../root.js';
import { PLAIN_REQUEST } from '../testing.js';
import { startChatApp, type ChatApp } from './testing/chat-app.js';
import { callsTools, chunk, deltasOf, says, stream } from './testing/replies.js';
import { eventsOf } from './testing/turns.js';

let chat: ChatApp;
beforeEach(async () => {
  chat = await startChatApp();
});
afterEach(() => chat.close());

const MOVE = { name: 'card_move', arguments: { cardId: 'k4', columnId: 'c4' } };
const SEARCH = { name: 'search_cards', arguments: { column: 'Review' } };
const TEXT = 'Move RM-4 “Refine status language” to Review as soon as you have looked at that';
const inputOf = (turnId: string) => ({ boardId: chat.person.boardId, conversationId: 'talk', turnId, text: TEXT });

it('tells what a turn is at, then what came of it and what it took', async () => {
  const words = [chunk({ content: 'Anything ' }), chunk({ content: 'else?' }), chunk({}, 'stop')];
  const price = { choices: [], usage: { prompt_tokens: 10, completion_tokens: 3, cost: 0.5 } };
  chat.server.script(callsTools([SEARCH]), callsTools([MOVE]), stream([...words, price]));
  const events = await eventsOf(chat.person.caller, inputOf('told'));
  expect(events).toEqual([
    { kind: 'begun', conversationId: 'talk', turnId: 'told' },
    { kind: 'asked', model: 'test/model', rung: 'tools' },
    { kind: 'reading', sentence: 'Looks for cards: in “Review”.' },
    {
      kind: 'pending',
      operation: { type: 'card.move', cardId: 'card-4', columnId: 'col-review' },
      item: expect.objectContaining({ id: 'card-4', text: expect.stringMatching(/^Move RM-4/) }),
    },
    { kind: 'text', text: 'Anything' },
    { kind: 'text', text: ' else?' },
    {
      kind: 'answer',
      patches: [expect.objectContaining({ id: 'card-4' })],
      turn: expect.objectContaining({
        rung: 'tools',
        tokens: { prompt: 90, completion: 7 },
        cost: 0.5,
        answer: expect.objectContaining({
          message: 'Moved RM-4 “Refine status language” from “In Progress” to “Review”.\n\nAnything else?',
        }),
      }),
    },
  ]);
});

it('does nothing of what was told where it is stopped before the answer is whole', async () => {
  chat.server.script(stream(deltasOf([MOVE], 'pieces'), { ending: 'hang' }));
  const stop = new AbortController();
  const request = { ...PLAIN_REQUEST, bearer: chat.person.token };
  const call = callerOf(await createContext(chat.app.services, request), stop.signal);
  const kinds: string[] = [];
  const told = (async () => {
    for await (const event of await call(appRouter.chat.turn, inputOf('stopped'))) {
      kinds.push(event.kind);
      if (event.kind === 'pending') stop.abort();
    }
  })();
  await expect(told).rejects.toThrow();
  expect(kinds).toEqual(['begun', 'asked', 'pending']);
  await chat.server.requests[0]?.gone;
  expect(await chat.columnOf('Refine status language')).toBe('In Progress');
});

it('tells the form in which a turn was answered when no form of the model’s can be read', async () => {
  chat.server.always(says('{"operations": ['));
  const events = await eventsOf(chat.person.caller, { ...inputOf('last'), text: 'move the language card to Review' });
  expect(events.at(-1)).toMatchObject({
    kind: 'answer',
    turn: { rung: 'commands', model: 'test/model', tokens: { prompt: 320 }, answer: { change: { seq: 2 } } },
  });
});
