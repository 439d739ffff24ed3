import { applyPatches, createBoard } from '@talkan/board/board';
import { decideChange } from '@talkan/board/decide';
import { contentOf } from '@talkan/board/diff';
import type { Board } from '@talkan/board/model';
import { isRefusal } from '@talkan/board/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoardUpdate } from './board-update.js';
import { mergeOrder } from './merge-order.js';
import type { Fields } from '../replies/records.js';
import { createNames } from './short-ids.js';
import { createStage } from './stage.js';
import { baseOf } from '../testing/base.js';

const NOW = '2026-01-01T00:00:00.000Z';
const START = createBoard({
  id: 'board',
  key: 'RM',
  title: 'Board',
  seq: 1,
  lastNumber: 4,
  columns: ['todo', 'doing', 'done'].map((id, index) => ({
    id,
    rank: `a${index}`,
    title: id.toUpperCase(),
    archivedAt: null,
  })),
  cards: ['one', 'two', 'three', 'four'].map((id, index) => ({
    id,
    number: index + 1,
    columnId: index < 3 ? 'todo' : 'doing',
    rank: `a${index}`,
    title: `Card ${id}`,
    details: `Details of ${id}`,
    archivedAt: null,
    createdAt: NOW,
    createdBy: 'somebody',
  })),
});

/** The board after an update, as columns of titles, or the sentence that refuses it. */
function after(update: Fields): string | Record<string, string[]> {
  const base = baseOf(START);
  const stage = createStage(base);
  const operations = readBoardUpdate(START, update, stage.names);
  if (typeof operations === 'string') return operations;
  for (const { type, ...fields } of operations) expect(stage.take(type, fields)).toMatchObject({ kind: 'staged' });
  expect(stage.operations().some((operation) => operation.type.endsWith('.archive'))).toBe(false);
  const decided = decideChange(START, stage.operations(), { ...base.context, loaded: new Map() });
  if (isRefusal(decided)) return decided.message;
  return shownOn(applyPatches(START, decided.patches));
}

function shownOn(board: Board): Record<string, string[]> {
  return Object.fromEntries(
    contentOf(board).columns.map((column) => [
      column.title,
      column.cards.map((card) => card.title.replace('Card ', '')),
    ]),
  );
}

describe('a board update', () => {
  it('in full changes what differs', () => {
    const update = {
      columns: [
        { id: 'done', title: 'DONE', cardIds: ['one'] },
        { id: 'todo', title: 'Later', cardIds: ['three', 'two'] },
        { id: 'doing', title: 'DOING', cardIds: ['four', 'new-card'] },
      ],
      cards: { 'new-card': { id: 'new-card', title: 'Fresh', details: '' }, two: { id: 'two', title: 'Card 2' } },
    };
    expect(after(update)).toEqual({ DONE: ['one'], Later: ['three', '2'], DOING: ['four', 'Fresh'] });
  });

  it('leaves what it does not mention as it was', () => {
    expect(after({})).toEqual(shownOn(START));
    expect(after({ columns: [{ id: 'done', cardIds: ['two'] }] })).toEqual({
      TODO: ['one', 'three'],
      DOING: ['four'],
      DONE: ['two'],
    });
    expect(after({ columns: [{ id: 'todo', cardIds: ['three', 'one'] }] })).toEqual({
      TODO: ['three', 'two', 'one'],
      DOING: ['four'],
      DONE: [],
    });
    expect(after({ cards: { one: { title: 'Other' } } })).toMatchObject({ TODO: ['Other', 'two', 'three'] });
    expect(after({ columns: [{ id: 'todo', title: 'Later' }] })).toMatchObject({ Later: ['one', 'two', 'three'] });
    expect(after({ columns: [] })).toEqual(shownOn(START));
  });

  it('keeps details that it leaves out', () => {
    const names = createNames(baseOf(START), () => START);
    const operations = readBoardUpdate(START, { cards: { one: { title: 'Other' } } }, names);
    expect(operations).toEqual([
      { type: 'card.edit', cardId: 'one', title: expect.objectContaining({ to: 'Other' }) as unknown },
    ]);
  });

  it('understands short ids, numbers, lists of cards and cards inside columns', () => {
    expect(after({ columns: [{ id: 'c3', cardIds: ['k2', 'RM-3'] }] })).toMatchObject({ DONE: ['two', 'three'] });
    expect(after({ columns: [{ id: 'c3', cardIds: ['k9'] }], cards: [{ id: 'k9', title: 'Fresh' }] })).toMatchObject({
      DONE: ['Fresh'],
    });
    expect(after({ columns: [{ id: 'DONE', cards: [{ id: 'new1', title: 'Fresh' }, { id: 'one' }] }] })).toMatchObject({
      DONE: ['Fresh', 'one'],
    });
    expect(after({ columns: [{ id: 'new2', title: 'Next', cardIds: [] }, { id: 'todo' }] })).toMatchObject({
      Next: [],
    });
  });

  it.each<[string, Fields, RegExp]>([
    [
      'a card in two places',
      {
        columns: [
          { id: 'todo', cardIds: ['one'] },
          { id: 'done', cardIds: ['one'] },
        ],
      },
      /two places/,
    ],
    ['a column in two places', { columns: [{ id: 'todo' }, { id: 'c1' }] }, /two places/],
    ['a card that is not there', { columns: [{ id: 'todo', cardIds: ['ghost'] }] }, /ghost/],
    ['a new card without a place', { cards: { new1: { title: 'Lost' } } }, /Lost/],
    ['a new column without a title', { columns: [{ id: 'c9' }] }, /c9/],
    ['columns that are none', { columns: ['todo', 1] }, /needs an id/],
  ])('with %s makes no sense', (_, update, sentence) => {
    expect(after(update)).toMatch(sentence);
  });

  it('never throws, whatever it is', () => {
    const fields = fc.record({ columns: fc.jsonValue(), cards: fc.jsonValue() }, { requiredKeys: [] });
    fc.assert(
      fc.property(fields, (update) => {
        after(update);
      }),
    );
  });
});

describe('an order of which a part was sent', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 9 }).map(String), { maxLength: 10 });
  it('keeps everything once, and what was sent in the order sent', () => {
    fc.assert(
      fc.property(ids, ids, (old, sent) => {
        const merged = mergeOrder(old, sent);
        expect(merged.toSorted()).toEqual([...new Set([...old, ...sent])].toSorted());
        expect(merged.filter((id) => sent.includes(id))).toEqual(sent);
        const left = old.filter((id) => !sent.includes(id));
        expect(merged.filter((id) => left.includes(id))).toEqual(left);
      }),
    );
  });
});
