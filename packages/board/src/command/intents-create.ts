import type { Id } from '../model.js';
import type { Operation } from '../operations.js';
import { nameCard } from '../decide-context.js';
import { indexOf, readForm } from './card-index.js';
import { listItems } from './intents-checklists.js';
import { quoted } from './choices.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import type { NewCards } from './slot-values.js';
import { isQuote, textOf } from './words.js';

/** The operations that make new cards. */
function createCards(cards: NewCards, scene: Scene): readonly Operation[] | string {
  const { board, context } = scene;
  const { beside, place, details, titles } = cards;
  const other = beside && board.card(beside.cardId);
  const columnId = cards.columnId ?? other?.columnId ?? board.columns()[0]?.id;
  if (columnId === undefined) return 'This board has no column yet. Add one first: “add column Backlog”.';
  if (other && other.columnId !== columnId) return 'The card that it is to be beside is in another column.';
  const top = place === 'top' ? { before: board.cardsIn(columnId)[0]?.id ?? null } : {};
  const first = other ? (beside.side === 'above' ? { before: other.id } : { after: other.id }) : top;
  const isPlaced = place === 'top' || other !== undefined;
  let above: Id | null = null;
  return titles.flatMap((title): Operation[] => {
    const cardId = context.newId();
    const where = above === null || !isPlaced ? first : { after: above };
    above = cardId;
    return [
      { type: 'card.create', cardId, columnId, title, ...(details !== undefined && { details }), ...where },
      ...fill(cardId, cards, scene),
    ];
  });
}

/** A title that a card has already, and a place: that card may be meant. */
function askAgain({ titles, columnId, isFramed, isQuoted }: NewCards, scene: Scene, { clause }: Place): Doubt | null {
  const { board, context } = scene;
  const [title, ...others] = titles;
  if (title === undefined || others.length > 0 || columnId === undefined || isFramed || isQuoted) return null;
  const index = indexOf(context.board);
  const { plain } = readForm(title);
  const [id] = [plain, plain.replace(/^(?:the|a|an|my|our) /u, '')].flatMap((title) => index.titled(title));
  const card = id === undefined ? undefined : board.card(id);
  const column = board.column(columnId);
  if (!card || !column) return null;
  const choices = [
    { label: `Move ${nameCard(board, card)}`, words: `move ${board.key}-${card.number} to ${quoted(column.title)}` },
    { label: `Add another card “${title}”`, words: `add a card called ${quoted(title)} to ${quoted(column.title)}` },
  ];
  return { question: 'There is a card that is called so already.', choices, span: clause };
}

function fill(cardId: Id, cards: NewCards, scene: Scene): Operation[] {
  const { labelIds = [], assigneeIds = [], dueAt, priority, estimate, items } = cards;
  const operations: Operation[] = [];
  if (labelIds.length > 0) operations.push({ type: 'card.label', cardId, add: [...labelIds] });
  if (assigneeIds.length > 0) operations.push({ type: 'card.assign', cardId, add: [...assigneeIds] });
  if (dueAt !== undefined) operations.push({ type: 'card.schedule', cardId, dueAt });
  if (priority !== undefined) operations.push({ type: 'card.prioritize', cardId, priority });
  if (estimate !== undefined) operations.push({ type: 'card.estimate', cardId, estimate });
  if (items) operations.push(...listItems(scene, cardId, { texts: items }));
  return operations;
}

function isOperations(act: object): act is readonly Operation[] {
  return Array.isArray(act);
}

interface Around {
  readonly scene: Scene;
  readonly place: Place;
}

function create(what: NewCards, columnId: Id | undefined, { scene, place }: Around): Act | null {
  // What is said twice is said of something else.
  if (columnId !== undefined && (what.columnId !== undefined || what.more)) return null;
  const cards = columnId === undefined ? what : { ...what, columnId };
  const made = askAgain(cards, scene, place) ?? createCards(cards, scene);
  if (!what.more || typeof made === 'string' || !isOperations(made)) return made;
  const more = create(what.more, undefined, { scene, place });
  return more !== null && typeof more !== 'string' && isOperations(more) ? [...made, ...more] : more;
}

/** “Add Bob to Review”, where Bob is a member: a card that is called so, or him to the cards there? */
function askWhat(called: Called, columnId: Id | undefined, { scene, place }: Around): Doubt | null {
  const { said, board } = scene;
  const title = columnId === undefined ? undefined : board.column(columnId)?.title;
  const { name: span } = place.slots;
  if (columnId === undefined || title === undefined || !span || isQuote(said, span)) return null;
  const name = textOf(said, span);
  const count = board.cardsIn(columnId).length;
  const all = count === 1 ? `the card in ${title}` : `the ${count} cards in ${title}`;
  const there = `all cards in ${quoted(title)}`;
  const use =
    called === 'member'
      ? { label: `Assign ${name} to ${all}`, words: `assign ${name} to ${there}` }
      : { label: `Label ${all} as ${name}`, words: `label ${there} as ${name}` };
  const card = { label: `Add a card called “${name}”`, words: `add a card called ${quoted(name)} to ${quoted(title)}` };
  return {
    question: `“${name}” is a ${called} here. What is meant?`,
    choices: count > 0 ? [use, card] : [card],
    span: place.clause,
  };
}

type Called = 'member' | 'label';

function isUnknown({ isQuoted, titles, columnId }: NewCards, scene: Scene): boolean {
  const isCard = (title: string) => {
    const again = scene.reader.resay(quoted(title));
    return again.reader.canBe('card', { from: 0, to: 1 });
  };
  return isQuoted && columnId !== undefined && !titles.some(isCard);
}

export const CREATE_INTENTS: readonly Intent[] = [
  intent({
    name: 'a member to a column',
    say: ['(add|put|assign) {name:person} (to|in|into|on) {column:column}'],
    slots: { name: 'person', column: 'column' },
    act: ({ column }, scene, place) => askWhat('member', column, { scene, place }),
  }),
  intent({
    name: 'a label to a column',
    say: ['(add|put) {name:label} (to|in|into|on) {column:column}'],
    slots: { name: 'label', column: 'column' },
    act: ({ column }, scene, place) => askWhat('label', column, { scene, place }),
  }),
  intent({
    name: 'create',
    say: [
      '(add|create|insert|jot down|note down|capture) {what:newcards}',
      '(add|create|insert) (in|to|on|into) {column:column} ,? {what:newcards}',
      '(in|to|on|for) {column:column} ,? (add|create|insert) {what:newcards}',
    ],
    slots: { what: 'newcards', column: 'column' },
    act: ({ what, column }, scene, place) => (what ? create(what, column, { scene, place }) : []),
  }),
  intent({
    name: 'create',
    say: [
      '(make|new|start|open|write|put|put up|put down|stick|pop|log|file|set up|raise|give me|i need|we need|need|i want|we want|i would like|id like|we would like|wed like) {what:newcards}',
      '(in|to|on|for) {column:column} ,? (make|put|open|write|start) {what:newcards}',
    ],
    slots: { what: 'newcards', column: 'column' },
    // “Write the docs” is no wish for a card, but “write a card called …” is, and a title in quotation marks that no card has.
    act: ({ what, column }, scene, place) =>
      what && (what.isFramed || isUnknown(what, scene)) ? create(what, column, { scene, place }) : null,
  }),
];
