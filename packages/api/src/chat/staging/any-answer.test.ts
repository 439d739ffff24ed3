import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operation } from '@talkan/board/operations';
import { startChatApp, type ChatApp } from '../testing/chat-app.js';
import { callsTools, says, saysJson, type WantedCall } from '../testing/replies.js';

let chat: ChatApp;
beforeAll(async () => {
  chat = await startChatApp();
});
afterAll(() => chat.close());

const odd = fc.oneof(fc.constantFrom('new1', '__proto__', 'constructor', ''), fc.string({ maxLength: 5 }));
const card = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('k1', 'k8', 'card-3', 'RM-2', 'Design card layout') },
  odd,
);
const column = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('c1', 'c5', 'col-done', 'Review') }, odd);
const text = fc.oneof(
  { weight: 9, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.jsonValue({ maxDepth: 1 })),
);
const neighbour = fc.option(fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, card, column), { nil: undefined });
const fields = fc.record(
  { cardId: card, columnId: column, before: neighbour, after: neighbour, title: text, details: text, position: text },
  { requiredKeys: ['cardId', 'columnId', 'title'], noNullPrototype: true },
);
const type = fc.constantFrom(...operation.options.map((option) => option.shape.type.value), 'board.explode');
/** Mostly what an operation has, sometimes more. */
const wanted = fc.record({ type, fields, trim: fc.integer({ min: 0, max: 9 }) }).map(({ type, fields, trim }) => {
  const schema = operation.options.find((option) => option.shape.type.value === type);
  const known = Object.entries(fields).filter(([field]) => trim === 0 || !schema || Object.hasOwn(schema.shape, field));
  return { type, ...Object.fromEntries(known) };
});
const update = fc.record(
  {
    columns: fc.array(
      fc.record({ id: column, title: text, cardIds: fc.array(card, { maxLength: 4 }) }, { requiredKeys: ['id'] }),
      { maxLength: 3 },
    ),
    cards: fc.dictionary(card, fc.record({ title: text, details: text }, { requiredKeys: [] }), { maxKeys: 3 }),
  },
  { requiredKeys: [] },
);
const answer = fc.oneof(
  fc.array(wanted, { maxLength: 7 }).map((operations) => saysJson({ message: 'Done', operations })),
  fc
    .array(wanted, { minLength: 1, maxLength: 4 })
    .map((operations) =>
      callsTools(
        operations.map(({ type, ...rest }): WantedCall => ({ name: type.replace('.', '_'), arguments: rest })),
      ),
    ),
  update.map((board) => saysJson({ message: 'Done', board_update: board })),
  fc.string().map((said) => says(said)),
);

it('changes a board by one change or not at all, archives nothing and says the truth, whatever the model answers', async () => {
  const { person, app, server } = chat;
  const { boardId } = person;
  const read = () => person.caller.boards.get({ boardId });
  const archived = () =>
    app.services.db.read.selectFrom('cards').select('id').where('archived_at', 'is not', null).execute();
  const accept = (proposalId: string) =>
    person.caller.chat.accept({ boardId, proposalId, changeId: `accept-${proposalId}` });
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 3 }), async (answers) => {
      const before = await read();
      server.script(...answers);
      server.always(says(''));
      const result = await chat.send('Go').catch((error: { code: string; message: string }) => error);
      // What waits is done all the same, but for what archives.
      const waits = 'code' in result ? null : result.proposal;
      const isKept = waits?.operations.every((one) => !one.type.endsWith('.archive')) ?? false;
      const accepted = waits && isKept ? await accept(waits.id) : null;
      const after = await read();
      if (accepted?.kind === 'done') {
        changes++;
        expect(after.seq).toBe(before.seq + 1);
        expect(accepted.message).not.toBe('');
      } else if ('code' in result) {
        expect(result.code).toBe('BAD_GATEWAY');
        expect(result.message).toContain('Nothing was changed');
        expect(after).toEqual(before);
      } else if (result.change === null) {
        expect(after).toEqual(before);
        expect(result.message).not.toBe('');
      } else {
        changes++;
        expect(after.seq).toBe(before.seq + 1);
        const cards = result.change.items.filter((item) => item.entity === 'card').map((item) => item.id);
        expect(new Set(cards).size).toBeLessThanOrEqual(5);
        expect(result.message).toContain(result.change.items[0]?.text);
      }
      expect(await archived()).toEqual([]);
      // What was not asked for must not be left for the next run.
      server.clear();
      // Nobody asks a hundred times within a minute.
      app.clock.advance(60_000);
    }),
    { numRuns: 100 },
  );
  expect(changes).toBeGreaterThan(5);
});
