import type { Board, Checklist, Id } from '../model.js';
import { formText, readForm } from './card-index.js';
import { SMALL } from './find-card.js';
import { partsOf } from './find-list.js';
import { clear, SURE, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isNear } from './typos.js';
import { isQuote, textOf, type Span } from './words.js';

/** An item of a card's checklist. */
export interface ItemAt {
  readonly cardId: Id;
  readonly itemId: Id;
}

/** What the items of all cards are called, and those that are called so. */
type ItemIndex = ReadonlyMap<string, readonly ItemAt[]>;

const NO_ITEMS: readonly ItemAt[] = [];
const indexes = new WeakMap<Board, ItemIndex>();
const FRAME = /^(?:the )?(?:item |todo |step |subtask )?(?:called |named )?/iu;

/** Items of checklists by their texts: one, or several of a list. The card that is named beside them chooses among them. */
export function findItems(scene: Scene, span: Span): Reading<readonly ItemAt[]> {
  const whole = itemsCalled(scene, span);
  if (whole) return whole;
  const parts = partsOf(scene, span);
  if (parts.length < 2) return null;
  const found: ItemAt[] = [];
  let sure = 1;
  for (const part of parts) {
    const one = itemsCalled(scene, part);
    if (one?.kind !== 'clear') return null;
    found.push(...one.value);
    sure = Math.min(sure, one.sure);
  }
  return clear(found, sure);
}

function itemsCalled(scene: Scene, span: Span): Reading<readonly ItemAt[]> {
  const text = textOf(scene.said, span);
  const { plain } = readForm(isQuote(scene.said, span) ? text : text.replace(FRAME, ''));
  const index = itemIndexOf(scene);
  if (plain === '' || index.size === 0) return null;
  const exact = index.get(plain) ?? index.get(readForm(text).plain);
  if (exact) return clear(exact);
  const near = only([...index].filter(([other]) => isNear(plain, other)));
  if (near) return clear(near, SURE.near);
  const wanted = readForm(plain).stems.filter((word) => !SMALL.has(word));
  const has = (other: string) => wanted.every((word) => readForm(other).stems.includes(word));
  const partly = wanted.length === 0 ? null : only([...index].filter(([other]) => has(other)));
  return partly && clear(partly, SURE.words);
}

function only(found: readonly (readonly [string, readonly ItemAt[]])[]): readonly ItemAt[] | null {
  const [first, ...others] = found;
  return first && others.length === 0 ? first[1] : null;
}

/** Of the board as it is said on: the clauses before may have added items. */
function itemIndexOf({ board, context, freshIds, spokenIds }: Scene): ItemIndex {
  const known = indexOfItems(context.board);
  if (board === context.board) return known;
  const fresh = [...new Set([...freshIds, ...spokenIds])].flatMap((id) => board.card(id) ?? []);
  if (fresh.every(({ checklists }) => checklists.length === 0)) return known;
  const index = new Map(known);
  for (const card of fresh) addItems(index, card.id, card.checklists);
  return index;
}

function indexOfItems(board: Board): ItemIndex {
  const known = indexes.get(board);
  if (known) return known;
  const index = new Map<string, readonly ItemAt[]>();
  for (const { id } of board.columns()) {
    for (const card of board.cardsIn(id)) addItems(index, card.id, card.checklists);
  }
  indexes.set(board, index);
  return index;
}

function addItems(index: Map<string, readonly ItemAt[]>, cardId: Id, checklists: readonly Checklist[]): void {
  for (const item of checklists.flatMap(({ items }) => items)) {
    const { plain } = formText(item.text);
    const others = index.get(plain) ?? NO_ITEMS;
    if (!others.some((other) => other.itemId === item.id && other.cardId === cardId)) {
      index.set(plain, [...others, { cardId, itemId: item.id }]);
    }
  }
}
