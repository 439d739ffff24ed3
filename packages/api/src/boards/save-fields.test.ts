import { randomUUID } from 'node:crypto';
import type { BoardSnapshot, Card, Column } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { wholeCard, wholeColumn, wholeHead } from '@talkan/board/rows';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../testing.js';
import { cardOf, columnOf } from './rows.js';
import { wholeBoardOf, type WholeBoardInput } from './whole-board.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const CARDS = Array.from({ length: 8 }, (_, index) => `card-${index + 1}`);
const COLUMNS = ['col-backlog', 'col-discovery', 'col-progress', 'col-review', 'col-done'];
const hue = fc.integer({ min: 0, max: 359 });
const day = fc.constantFrom('2026-01-02', '2026-03-04T05:06:07.008Z', null);
const cardId = fc.constantFrom(...CARDS);

/** What a whole board does not carry, of one card. */
const fieldsOfCard = fc
  .record({
    cardId,
    otherId: cardId,
    columnId: fc.constantFrom(...COLUMNS),
    dueAt: day,
    priority: fc.constantFrom('urgent' as const, 'low' as const, null),
    estimate: fc.constantFrom(0, 2.5, null),
    hue,
    done: fc.boolean(),
    id: fc.integer({ min: 0, max: 1e6 }).map((number) => `i${number}`),
  })
  .map(({ cardId, otherId, columnId, dueAt, priority, estimate, hue: degrees, done, id }): Operation[] => [
    { type: 'label.create', labelId: id, name: id, hue: degrees },
    { type: 'card.label', cardId, add: [id] },
    { type: 'card.schedule', cardId, dueAt },
    { type: 'card.prioritize', cardId, priority },
    { type: 'card.estimate', cardId, estimate },
    { type: 'checklist.create', cardId, checklistId: `x${id}`, title: 'Steps' },
    { type: 'item.create', cardId, checklistId: `x${id}`, itemId: id, text: 'One' },
    { type: 'item.edit', cardId, itemId: id, done },
    { type: 'comment.create', cardId, commentId: id, text: 'Said' },
    ...(cardId === otherId ? [] : [{ type: 'card.link', cardId, kind: 'relates', otherId } as const]),
    { type: 'column.edit', columnId, hue: degrees, limit: 1 + (degrees % 9), done },
    { type: 'board.edit', description: id, hue: degrees },
  ]);

function labelOf([first]: readonly Operation[]): string {
  return first?.type === 'label.create' ? first.labelId : '';
}

interface Shape {
  readonly order: readonly number[];
  readonly left: readonly string[];
  readonly columnsLeft: readonly string[];
  readonly isVersioned: boolean;
}
const shape: fc.Arbitrary<Shape> = fc.record({
  order: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  left: fc.subarray(CARDS),
  columnsLeft: fc.subarray(COLUMNS, { maxLength: 4 }),
  isVersioned: fc.boolean(),
});

/** Any board that somebody may send: cards anywhere, with other texts, or left out with or without their columns. */
function reshape(
  all: WholeBoardInput,
  version: number,
  { order, left, columnsLeft, isVersioned }: Shape,
): WholeBoardInput {
  const columns = all.columns
    .filter(({ id }) => !columnsLeft.includes(id))
    .map((column) => ({ ...column, cardIds: [] as string[] }));
  const cards = Object.values(all.cards).filter(({ id }) => !left.includes(id));
  for (const [index, { id }] of cards.entries()) columns[(order[index] ?? 0) % columns.length]?.cardIds.push(id);
  const texts = cards.map((card, index) => [card.id, { ...card, title: `T${(order[index] ?? 0) % 5}` }] as const);
  return { columns, cards: Object.fromEntries(texts), ...(isVersioned && { version }) };
}

/** Of all rows, archived ones too, what a whole board does not carry. */
async function uncarried({ boardId, caller }: Person): Promise<unknown> {
  const { read } = app.services.db;
  const cards = await read.selectFrom('cards').selectAll().where('board_id', '=', boardId).orderBy('id').execute();
  const columns = await read.selectFrom('columns').selectAll().where('board_id', '=', boardId).orderBy('id').execute();
  const comments = await read
    .selectFrom('comments')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('id')
    .execute();
  const {
    description,
    hue: degrees,
    limits,
    key,
    labels,
  } = wholeHead(await caller.boards.get({ boardId })) as BoardSnapshot;
  return {
    head: { description, degrees, limits, key, labels },
    cards: cards.map((row) => withoutCarried(cardOf(row))),
    columns: columns.map((row) => ofColumn(columnOf(row))),
    comments,
  };
}

function withoutCarried(card: Card): Partial<Card> {
  const { title: _, details: __, columnId: ___, rank: ____, archivedAt: _____, changedAt: ______, ...rest } = card;
  return rest;
}

function ofColumn({ id, hue: degrees, limit, done }: Column): unknown {
  return { id, degrees, limit, done };
}

it('a saved board loses nothing that its shape does not carry, whatever it moves, archives and brings back', async () => {
  const property = fc.asyncProperty(
    // An id is given once.
    fc.uniqueArray(fieldsOfCard, { minLength: 1, maxLength: 6, selector: labelOf }),
    fc.array(shape, { minLength: 1, maxLength: 4 }),
    async (fields, shapes) => {
      const ann = await app.user();
      const { boardId, caller } = ann;
      const operations: Operation[] = [...fields.flat(), { type: 'card.assign', cardId: 'card-1', add: [ann.id] }];
      await caller.boards.commit({ boardId, changeId: randomUUID(), operations });
      const before = await uncarried(ann);
      const all = structuredClone(wholeBoardOf(await caller.boards.get({ boardId }))) as WholeBoardInput;
      for (const one of shapes) {
        const { seq } = await caller.boards.get({ boardId });
        const sent = reshape(all, seq, one);
        const answer = await caller.boards.save({ boardId, board: sent });
        expect({ ...answer, version: 0 }).toEqual({ ...sent, version: 0 });
        expect(await uncarried(ann)).toEqual(before);
      }
      // All of it comes back with what it had, and the board in memory is that of the tables.
      await caller.boards.save({ boardId, board: { ...all, version: undefined } });
      const { cards, columns } = await caller.boards.get({ boardId });
      expect({
        cards: cards.map((card) => withoutCarried(wholeCard(card))).toSorted(byId),
        columns: columns.map((column) => ofColumn(wholeColumn(column))),
      }).toMatchObject({ cards: (before as { cards: object[] }).cards });
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

const byId = (one: { id?: string }, other: { id?: string }) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1);
