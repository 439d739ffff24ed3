import type { Board, Card, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { fingerprint } from '@talkan/board/text';
import { placeAmong, textOf, type Author } from './author.ts';
import { makeFieldOperation } from './field-operations.ts';

const MOST_CARDS = 90;
const MOST_COLUMNS = 9;

/** What somebody does in one go: mostly one thing, now and then several. */
export function makeOperations(author: Author): Operation[] {
  const { dice } = author;
  const count = dice.chance(0.12) ? dice.between(2, 4) : 1;
  return Array.from({ length: count }, () => makeOperation(author));
}

function makeOperation(author: Author): Operation {
  const { dice, board, cardIds, columnIds } = author;
  const columns = board.columns().map(({ id }) => id);
  const columnId = dice.pick(columns) ?? 'col-done';
  const cardId = cardOf(author)?.id ?? 'card-1';
  if (dice.chance(0.35)) return makeFieldOperation(author, cardId);
  const roll = dice.below(100);
  if (roll < 40) return { type: 'card.move', cardId, columnId, ...placeAmong(dice, cardsOf(board)) };
  if (roll < 64) return createOrArchive(author, columnId);
  if (roll < 71) return { type: 'card.archive', cardId };
  if (roll < 83) return { type: 'card.restore', cardId: dice.pick(cardIds) ?? cardId };
  if (roll < 85) return { type: 'board.rename', title: textOf(author) };
  if (roll < 88) return { type: 'column.rename', columnId, title: textOf(author) };
  if (roll < 92) return { type: 'column.move', columnId, ...placeAmong(dice, columns) };
  if (roll < 95) return { type: 'column.restore', columnId: dice.pick(columnIds) ?? columnId };
  const empty = columns.filter((id) => board.cardsIn(id).length === 0);
  if (roll < 98 || columns.length >= MOST_COLUMNS) {
    return { type: 'column.archive', columnId: dice.pick(empty) ?? columnId };
  }
  return { type: 'column.create', columnId: author.nextId(), title: textOf(author), ...placeAmong(dice, columns) };
}

/** Keeps the board at a size at which people meet. */
function createOrArchive(author: Author, columnId: Id): Operation {
  const { dice, board } = author;
  const card = cardOf(author);
  if (card && board.cardCount >= MOST_CARDS) return { type: 'card.archive', cardId: card.id };
  const place = dice.chance(0.3) ? placeAmong(dice, cardsOf(board)) : {};
  return { type: 'card.create', cardId: author.nextId(), columnId, title: textOf(author), details: '', ...place };
}

/** What somebody began to type, over the text that they saw then. */
export interface Draft {
  readonly cardId: Id;
  readonly field: 'title' | 'details';
  readonly was: string;
}

/** Few cards are at the top of everybody's list, so that texts collide. */
export function beginDraft({ dice, board }: Pick<Author, 'dice' | 'board'>): Draft | null {
  const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
  const card = dice.pick(dice.chance(0.5) ? cards.slice(0, 6) : cards);
  if (!card) return null;
  const field = dice.pick(['title', 'details'] as const) ?? 'title';
  return { cardId: card.id, field, was: fingerprint(card[field]) };
}

export function editOf({ cardId, field, was }: Draft, to: string): Operation {
  return { type: 'card.edit', cardId, [field]: { to, was } };
}

function cardOf({ dice, board }: Author): Card | undefined {
  const column = dice.pick(board.columns().filter(({ id }) => board.cardsIn(id).length > 0));
  return column && dice.pick(board.cardsIn(column.id));
}

function cardsOf(board: Board): Id[] {
  return board.columns().flatMap(({ id }) => board.cardsIn(id).map((card) => card.id));
}
