import type { BoardContent } from '@talkan/board/diff';
import { LIMITS } from '@talkan/board/limits';
import type { BoardSnapshot, Id } from '@talkan/board/model';
import { details, id, name, title } from '@talkan/board/operation-parts';
import { z } from 'zod';

const column = z.strictObject({
  id,
  title: name,
  cardIds: z.array(id).max(LIMITS.cards, 'Must be at most 20,000 cards'),
});
const card = z.strictObject({ id, title, details });

// zod's record drops this key without a word; a card that is sent must not vanish.
const cards = z.preprocess(
  (value, context) => {
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')) {
      context.addIssue({ code: 'custom', path: ['__proto__'], message: 'This cannot be a card’s id' });
    }
    return value;
  },
  z.record(id, card),
);

/** A board as one piece of data, the shape of the first contract. `version` is the `seq` that it was read at. */
export const wholeBoard = z
  .strictObject({
    columns: z.array(column).max(LIMITS.columns, `Must be at most ${LIMITS.columns} columns`),
    cards,
    version: z.int().min(0).optional(),
  })
  .superRefine((board, context) => {
    for (const problem of placementProblems(board)) context.addIssue({ code: 'custom', ...problem });
  });
export type WholeBoardInput = z.output<typeof wholeBoard>;

export interface WholeBoard {
  readonly columns: readonly { readonly id: Id; readonly title: string; readonly cardIds: readonly Id[] }[];
  readonly cards: Readonly<Record<Id, { readonly id: Id; readonly title: string; readonly details: string }>>;
  readonly version: number;
}

/** A board in the shape of the first contract. */
export function wholeBoardOf(board: BoardSnapshot): WholeBoard {
  const cardIds = new Map<Id, Id[]>(board.columns.map((column) => [column.id, []]));
  for (const card of board.cards) cardIds.get(card.columnId)?.push(card.id);
  return {
    columns: board.columns.map(({ id, title }) => ({ id, title, cardIds: cardIds.get(id) ?? [] })),
    cards: Object.fromEntries(board.cards.map(({ id, title, details = '' }) => [id, { id, title, details }])),
    version: board.seq,
  };
}

/** What was sent, column by column, for the comparison with what is. */
export function contentSent(board: WholeBoardInput): BoardContent {
  const cards = new Map(Object.entries(board.cards));
  return {
    columns: board.columns.map(({ id, title, cardIds }) => ({
      id,
      title,
      cards: cardIds.flatMap((cardId) => cards.get(cardId) ?? []),
    })),
  };
}

interface PlacementProblem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Every card stands in one column, once; every id that is named is there. */
function placementProblems(board: Pick<WholeBoardInput, 'columns' | 'cards'>): PlacementProblem[] {
  const problems: PlacementProblem[] = [];
  const columnIds = new Set<Id>();
  const placed = new Set<Id>();
  for (const [index, column] of board.columns.entries()) {
    if (columnIds.has(column.id)) {
      problems.push({ path: ['columns', index, 'id'], message: `There are two columns with the id “${column.id}”` });
    }
    columnIds.add(column.id);
    for (const [at, cardId] of column.cardIds.entries()) {
      const path = ['columns', index, 'cardIds', at];
      if (!Object.hasOwn(board.cards, cardId))
        problems.push({ path, message: `There is no card “${cardId}” in cards` });
      if (placed.has(cardId)) problems.push({ path, message: `The card “${cardId}” stands on the board twice` });
      placed.add(cardId);
    }
  }
  for (const [key, card] of Object.entries(board.cards)) {
    if (card.id !== key)
      problems.push({ path: ['cards', key, 'id'], message: `Must be the key that it stands under, “${key}”` });
    if (!placed.has(key)) problems.push({ path: ['cards', key], message: 'Stands in no column’s cardIds' });
  }
  return problems;
}
