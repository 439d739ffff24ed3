import { addItems } from '../compose-checklists.js';
import type { Composing } from '../compose-context.js';
import type { Card, Checklist, ChecklistItem, Id } from '../model.js';
import type { Operation } from '../operations.js';
import { readForm } from './card-index.js';
import type { ItemAt } from './find-items.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import { cardsOf, nameCards } from './on-cards.js';
import type { Scene } from './scene.js';
import { textsIn } from './texts.js';
import { isQuote, normsOf, textOf, type Span } from './words.js';

const ADD = '(add|put|insert|append|create|make|start)';
const LIST = '(checklist|check list|check-list|todo list|to-do list|subtask list|list of steps)';
const ITEM =
  '(item|items|checklist item|checklist items|todo|todos|to-do|subtask|subtasks|step|steps|check|checkbox|task|point)';
const ON = '(on|in|of|for|from|at|under)';
const REMOVE = '(remove|delete|drop|strike|take|cross out|erase)';
const USUAL_TITLE = 'Checklist';
/** Words that say where, and so may not be part of a text. */
const PLACES = new Set(['on', 'to', 'in', 'of', 'for', 'from', 'checklist', 'with']);

/** A text without quotation marks that may hold more than itself is none. */
function isPlain({ said }: Scene, span: Span | undefined): span is Span {
  return span !== undefined && (isQuote(said, span) || !normsOf(said, span).some((norm) => PLACES.has(norm)));
}

/** Behind “items” a text with an “and” is several. */
const PLURAL = new Set(['items', 'todos', 'subtasks', 'steps']);

function textsAt(scene: Scene, span: Span | undefined): readonly string[] | null {
  if (!isPlain(scene, span)) return null;
  const isSeveral = PLURAL.has(scene.said.words[span.from - 1]?.norm ?? '');
  return textsIn(scene.said, span, isSeveral);
}

const ITEM_WORDS = new Set(['item', 'items', 'entry', 'entries']);

function createList(scene: Scene, cardId: Id | undefined, { slots }: Place): Act | null {
  const { title: named, items } = slots;
  if (cardId === undefined || (named && !isPlain(scene, named))) return null;
  // “A, b” is what stands on it.
  if (named && !isQuote(scene.said, named) && normsOf(scene.said, named).includes(',')) return null;
  const title = named ? textOf(scene.said, named) : USUAL_TITLE;
  // “A checklist item” is something on one, and not what it is called.
  if (named && !isQuote(scene.said, named) && ITEM_WORDS.has(title.toLowerCase())) return null;
  return listItems(scene, cardId, { title, texts: items ? textsIn(scene.said, items) : [] });
}

/** A new checklist with these items. */
export function listItems(
  scene: Scene,
  cardId: Id,
  { title = USUAL_TITLE, texts }: { title?: string; texts: readonly string[] },
): readonly Operation[] {
  const checklistId = scene.context.newId();
  return [
    { type: 'checklist.create', cardId, checklistId, title },
    ...addItems({ cardId, checklist: { id: checklistId, title, items: [] } }, texts, composing(scene)),
  ];
}

/** The checklist that is meant: the one that is called so, or the only one. */
function listOf(card: Card, title: string | null): Checklist | null {
  const { checklists } = card;
  if (title === null) return checklists.length === 1 ? (checklists[0] ?? null) : null;
  const wanted = readForm(title).stems.join(' ');
  const called = checklists.filter((list) => readForm(list.title).stems.join(' ') === wanted);
  return called.length === 1 ? (called[0] ?? null) : null;
}

function addTo(scene: Scene, cardId: Id | undefined, { slots, clause }: Place): Act | null {
  const { items, list: named, card: cardAt } = slots;
  const texts = textsAt(scene, items);
  const [card] = cardsOf(scene, cardId === undefined ? [] : [cardId]);
  if (!card || !texts || !items) return null;
  const title = named ? textOf(scene.said, named) : null;
  const checklist = listOf(card, title);
  if (checklist) return addItems({ cardId: card.id, checklist }, texts, composing(scene));
  // What is no checklist of this card may be anything.
  if (title !== null) return null;
  if (card.checklists.length === 0) return listItems(scene, card.id, { texts });
  const what = texts.map((text) => `"${text.replaceAll('"', '”')}"`).join(' and ');
  const where = cardAt ? textOf(scene.said, cardAt) : '';
  return {
    question: `${nameCards(scene, [card])} has several checklists. Which one?`,
    choices: card.checklists.slice(0, 6).map((list) => ({
      label: list.title,
      words: `add ${what} to the "${list.title}" checklist of ${where}`,
    })),
    span: clause,
  };
}

/** The items that are meant: those of the card that is named, or the only ones that are called so. */
function itemsOn(scene: Scene, items: readonly ItemAt[] | undefined, cardId: Id | undefined): readonly ItemAt[] | null {
  const there = (items ?? []).filter((at) => itemAt(scene, at) !== undefined);
  const on = cardId === undefined ? there : there.filter((at) => at.cardId === cardId);
  return on.length > 0 ? on : null;
}

function itemAt({ board }: Scene, { cardId, itemId }: ItemAt): ChecklistItem | undefined {
  return board
    .card(cardId)
    ?.checklists.flatMap((list) => list.items)
    .find(({ id }) => id === itemId);
}

/** Two items of one text on a card or, where no card is named, on two: which of them? */
function hasTwins(scene: Scene, items: readonly ItemAt[]): boolean {
  const texts = items.map((at) => readForm(itemAt(scene, at)?.text ?? '').plain);
  return new Set(texts).size < texts.length;
}

function composing({ context }: Scene): Composing {
  return { newId: context.newId, people: new Set(context.people.map(({ id }) => id)) };
}

interface Named {
  readonly items: readonly ItemAt[] | undefined;
  readonly card: Id | undefined;
}

function changeItems(
  scene: Scene,
  { items, card }: Named,
  make: (at: ItemAt, item: ChecklistItem) => Operation,
): Act | null {
  const meant = itemsOn(scene, items, card);
  if (!meant) return null;
  if (hasTwins(scene, meant)) {
    return card === undefined
      ? 'Several cards have such an item. Say on which card.'
      : 'That card has several such items. Open it to choose one.';
  }
  return meant.flatMap((at) => {
    const item = itemAt(scene, at);
    return item ? [make(at, item)] : [];
  });
}

function tick(scene: Scene, named: Named, done: boolean): Act | null {
  const act = changeItems(scene, named, (at) => ({ type: 'item.edit', ...at, done }));
  const meant = itemsOn(scene, named.items, named.card) ?? [];
  if (!act || typeof act === 'string' || !meant.every((at) => itemAt(scene, at)?.done === done)) return act;
  return `${meant.length === 1 ? 'That item is' : 'Those items are'} ${done ? 'ticked already' : 'not ticked'}.`;
}

function tickAll(scene: Scene, cardId: Id | undefined, done: boolean): Act | null {
  const [card] = cardsOf(scene, cardId === undefined ? [] : [cardId]);
  if (!card) return null;
  const items = card.checklists.flatMap((list) => list.items).filter((item) => item.done !== done);
  if (items.length === 0) return `${nameCards(scene, [card])} has no item that is ${done ? 'open' : 'ticked'}.`;
  return items.map(({ id }): Operation => ({ type: 'item.edit', cardId: card.id, itemId: id, done }));
}

const LIST_INTENTS: readonly Intent[] = [
  intent({
    name: 'add a checklist',
    say: [
      `${ADD} (a|an|the|another|new) new? ${LIST} (to|on|for|in) {card:card}`,
      `${ADD} (a|an|the|another)? new? ${LIST} (called|named|titled|:)? {title:text} (to|on|for|in) {card:card}`,
      `${ADD} (a|an|the|another)? new? ${LIST} (to|on|for|in) {card:card} (called|named|titled) {title:text}`,
      `${ADD} (a|an|the|another) {title:text} ${LIST} (to|on|for|in) {card:card}`,
      `${ADD} (a|an|the|another|new)? new? ${LIST} (to|on|for|in) {card:card} (with|:|with the items|with items) {items:texts}`,
      `${ADD} (a|an|the|another)? new? ${LIST} (called|named|titled|:)? {title:text} (to|on|for|in) {card:card} (with|:|with the items|with items) {items:texts}`,
    ],
    slots: { card: 'card', title: 'text', items: 'texts' },
    act: ({ card }, scene, place) => createList(scene, card, place),
  }),
  intent({
    name: 'rename a checklist',
    say: [
      `(rename|retitle) the? ${LIST} (of|on) {card:card} (to|as|->) {title:text}`,
      `(rename|retitle) the? ${LIST} {list:text} (of|on) {card:card} (to|as|->) {title:text}`,
    ],
    slots: { card: 'card', list: 'text', title: 'text' },
    act({ card: cardId, list: named, title }, scene) {
      const [card] = cardsOf(scene, cardId === undefined ? [] : [cardId]);
      const list = card && listOf(card, named ?? null);
      return !card || !list || title === undefined
        ? null
        : [{ type: 'checklist.rename', cardId: card.id, checklistId: list.id, title }];
    },
  }),
  intent({
    name: 'delete a checklist',
    say: [
      `${REMOVE} the? ${LIST} (of|from|on|off) {card:card}`,
      `${REMOVE} the? ${LIST} {list:text} (of|from|on|off) {card:card}`,
      `${REMOVE} the? {list:text} ${LIST} (of|from|on|off) {card:card}`,
    ],
    slots: { card: 'card', list: 'text' },
    act({ card: cardId, list: named }, scene) {
      const [card] = cardsOf(scene, cardId === undefined ? [] : [cardId]);
      const list = card && listOf(card, named ?? null);
      if (card && !list && named === undefined) {
        return card.checklists.length === 0
          ? `${nameCards(scene, [card])} has no checklist.`
          : `${nameCards(scene, [card])} has several checklists. Say which one.`;
      }
      return card && list ? [{ type: 'checklist.delete', cardId: card.id, checklistId: list.id }] : null;
    },
  }),
];

const ITEM_INTENTS: readonly Intent[] = [
  intent({
    name: 'add items',
    say: [
      `${ADD} {items:texts} (to|on|in|into|under) the? ${LIST} (of|on|in|for) {card:card}`,
      `${ADD} {items:texts} (to|on|in|into|under) {card:card} 's ${LIST}`,
      `${ADD} (a|an|the)? new? ${ITEM}? {items:texts} (to|on|in|into|under) {card:card} ${LIST}`,
      `${ADD} {items:texts} (to|on|in|into|under) the? {list:text} (list|checklist)? (of|on|in|for) {card:card}`,
      `${ADD} {items:texts} (to|on|in|into|under) {card:card} 's {list:text} (list|checklist)?`,
      `${ADD} (a|an|the)? new? ${ITEM} (called|named|:)? {items:texts} (to|on|in|into) (the)? (checklist of|checklist on)? {card:card}`,
      `${ADD} (a|an|another|the|some|these|two|three|four|five|2|3|4|5)? following? new? ${ITEM} (to|on|for|in) {card:card} ${LIST}? (:|called|saying) {items:texts}`,
      `${ADD} (the|some|these)? following? ${ITEM} to the? ${LIST} (of|on|in|for) {card:card} : {items:texts}`,
      `{card:card} 's? ${LIST} : add? {items:texts}`,
      `${ADD} {items:texts} as (a|an)? ${ITEM} (to|on|in|of|for) {card:card}`,
      `(on|in) {card:card} ,? ${ADD} {items:texts} (to|on|in|into|under) the? ${LIST}`,
    ],
    slots: { card: 'card', items: 'texts', list: 'text' },
    act: ({ card }, scene, place) => addTo(scene, card, place),
  }),
  intent({
    name: 'tick items',
    say: [
      `(tick|tick off|check|check off|cross off|complete|finish|mark off) the? ${ITEM}? {items:items} (off|${ON}) (the)? (checklist of|checklist on)? {card:card} (list|${LIST})?`,
      '(tick|tick off|check|check off|cross off|mark off) {items:items}',
      `(mark|set) {items:items} (as)? (done|complete|completed|finished|checked|ticked) ${ON} {card:card}`,
      `(mark|set) the? {items:items} (item)? (as)? (done|complete|completed|finished|checked|ticked)`,
      `(mark|set) {items:items} ${ON} {card:card} (as|to)? (done|complete|completed|finished|checked|ticked)`,
      `{items:items} ${ON} {card:card} (is|are) (done|complete|completed|finished|checked|ticked)`,
      `{items:items} (is|are) (now|) (done|complete|completed|finished|checked|ticked) ${ON} {card:card}`,
      `(on|in) {card:card} ,? (tick|tick off|check|check off|cross off) {items:items}`,
    ],
    slots: { card: 'card', items: 'items' },
    act: ({ card, items }, scene) => tick(scene, { items, card }, true),
  }),
  intent({
    name: 'untick items',
    say: [
      `(untick|uncheck|reopen|un-tick|un-check|unmark) the? ${ITEM}? {items:items} ${ON} (the)? (checklist of|checklist on)? {card:card}`,
      '(untick|uncheck|un-tick|un-check) {items:items}',
      `(mark|set) {items:items} (as|to)? (not done|undone|open|incomplete|unchecked|unticked|not complete) ${ON} {card:card}`,
      `(mark|set) {items:items} ${ON} {card:card} (as|to)? (not done|undone|open|incomplete|unchecked|unticked|not complete)`,
      `{items:items} ${ON} {card:card} (is|are) (not done|not finished|undone|open) (yet|)`,
    ],
    slots: { card: 'card', items: 'items' },
    act: ({ card, items }, scene) => tick(scene, { items, card }, false),
  }),
  intent({
    name: 'tick all items',
    say: [
      `(tick|tick off|check|check off|complete|finish) (everything|all|all items|all the items|every item|all of it|the whole checklist|all steps|all subtasks) ${ON} {card:card}`,
      `(tick|tick off|check|check off|complete|finish) (all|everything|all of|all items)? (on|in|of)? the ${LIST} ${ON} {card:card}`,
    ],
    slots: { card: 'card' },
    act: ({ card }, scene) => tickAll(scene, card, true),
  }),
  intent({
    name: 'tick an item by its place',
    say: [
      `(tick|tick off|check|check off|cross off|complete) the? {nth:ordinal} ${ITEM} ${ON} the? (checklist of|checklist on|list of)? {card:card} ${LIST}?`,
    ],
    slots: { card: 'card', nth: 'ordinal' },
    act({ card: cardId, nth }, scene) {
      const [card] = cardsOf(scene, cardId === undefined ? [] : [cardId]);
      if (!card || nth === undefined) return null;
      if (card.checklists.length > 1)
        return `${nameCards(scene, [card])} has several checklists. Say what the item is called.`;
      const item = card.checklists.flatMap((list) => list.items)[nth - 1];
      if (!item) return `${nameCards(scene, [card])} has no such item.`;
      return item.done
        ? 'That item is ticked already.'
        : [{ type: 'item.edit', cardId: card.id, itemId: item.id, done: true }];
    },
  }),
  intent({
    name: 'untick all items',
    say: [
      `(untick|uncheck|reset) (everything|all|all items|all the items|every item|all steps|all subtasks) ${ON} {card:card}`,
      `(untick|uncheck|reset) (all|everything|all of|all items)? (on|in|of)? the ${LIST} ${ON} {card:card}`,
    ],
    slots: { card: 'card' },
    act: ({ card }, scene) => tickAll(scene, card, false),
  }),
  intent({
    name: 'delete items',
    say: [
      `${REMOVE} the? ${ITEM}? {items:items} (from|off|on|of|in) (the)? (checklist of|checklist on|list of)? {card:card}`,
      `${REMOVE} {items:items} (from|off) {card:card} 's ${LIST}`,
    ],
    slots: { card: 'card', items: 'items' },
    act: ({ card, items }, scene) => changeItems(scene, { items, card }, (at) => ({ type: 'item.delete', ...at })),
  }),
  intent({
    name: 'rename an item',
    say: [`(rename|change|reword|edit) the? ${ITEM}? {items:items} ${ON} {card:card} (to|into|->|as) {text:text}`],
    slots: { card: 'card', items: 'items', text: 'text' },
    act: ({ card, items, text }, scene) =>
      text === undefined || itemsOn(scene, items, card)?.length !== 1
        ? null
        : changeItems(scene, { items, card }, (at) => ({ type: 'item.edit', ...at, text })),
  }),
  intent({
    name: 'assign an item',
    say: [
      `(assign|give) the? ${ITEM}? {items:items} ${ON} {card:card} to {person:person}`,
      `(assign) {person:person} to the? ${ITEM}? {items:items} ${ON} {card:card}`,
    ],
    slots: { card: 'card', items: 'items', person: 'person' },
    act: ({ card, items, person }, scene) =>
      person === undefined
        ? null
        : changeItems(scene, { items, card }, (at) => ({ type: 'item.edit', ...at, assigneeId: person })),
  }),
];

export const CHECKLIST_INTENTS: readonly Intent[] = [...LIST_INTENTS, ...ITEM_INTENTS];
