import { membersOnly, type Composing } from './compose-context.js';
import { LIMITS } from './limits.js';
import type { Board, Card, Checklist, Id } from './model.js';
import type { Operation } from './operations.js';

/** The items that a text comes to: one a line, without the marks that a list has elsewhere. Too long a line is cut. */
export function itemTexts(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(MARK, '').trim().slice(0, LIMITS.title).replace(HALF, '').trim())
    .filter((line) => line !== '');
}

/** `- `, `* `, `• `, `1. `, each with or without a box behind it, or a box alone. */
const MARK = /^\s*(?:(?:[-*+•]|\d{1,9}[.)])\s+)?(?:\[[ xX]?\]\s+)?/;
/** What a cut may leave of a pair of surrogates. */
const HALF = /[\uD800-\uDBFF]$/;

/** Adds items at the end of a checklist, in order, as one change. */
export function addItems(
  at: { readonly cardId: Id; readonly checklist: Checklist },
  texts: readonly string[],
  { newId }: Composing,
): Operation[] {
  let above = at.checklist.items.at(-1)?.id ?? null;
  return texts.map((text) => {
    const itemId = newId();
    const after = above;
    above = itemId;
    return { type: 'item.create', cardId: at.cardId, checklistId: at.checklist.id, itemId, text, after };
  });
}

/** Makes a card of a checklist's item, below the card that has it; who had the item has the card. Nothing where either is gone. */
export function itemToCard(
  board: Board,
  item: { readonly cardId: Id; readonly itemId: Id },
  composing: Composing,
): Operation[] {
  const card = board.card(item.cardId);
  const found = card?.checklists.flatMap(({ items }) => items).find(({ id }) => id === item.itemId);
  if (!card || !found) return [];
  const cardId = composing.newId();
  const people = found.assigneeId === null ? [] : membersOnly([found.assigneeId], composing);
  const create: Operation = { type: 'card.create', cardId, columnId: card.columnId, title: found.text };
  return [
    { ...create, ...below(board, card) },
    ...people.map((id): Operation => ({ type: 'card.assign', cardId, add: [id] })),
    { type: 'item.delete', ...item },
  ];
}

/** The place right below a card. */
export function below(board: Board, card: Card): { readonly after: Id; readonly before: Id | null } {
  const cards = board.cardsIn(card.columnId);
  return { after: card.id, before: cards[cards.indexOf(card) + 1]?.id ?? null };
}
