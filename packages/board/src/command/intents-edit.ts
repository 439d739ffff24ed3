import { duplicateCard } from '../compose-card.js';
import type { Id } from '../model.js';
import type { Edit } from '../operations.js';
import { fingerprint } from '../text.js';
import { takeFacts } from './card-facts.js';
import { quoted } from './choices.js';
import { intent, type Act, type Intent } from './intent.js';
import { SURE, type Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { isQuote, normsOf, textOf, type Span } from './words.js';

const DETAILS = '(details|detail|description|body|text|notes)';

function editDetails(cardId: Id, details: Edit): Act {
  return [{ type: 'card.edit', cardId, details }];
}

/** The same details with a line below them; a conflict where they are other ones by then. */
function append(cardId: Id, text: string, { board }: Scene): Act {
  const was = board.card(cardId)?.details ?? '';
  const to = was.trim() === '' ? text : `${was.trimEnd()}\n\n${text}`;
  return editDetails(cardId, { to, was: fingerprint(was) });
}

function duplicate(cardId: Id, scene: Scene, columnId: Id | undefined): Act {
  const card = scene.board.card(cardId);
  if (!card) return [];
  const { context } = scene;
  const operations = duplicateCard(scene.board, card, {
    newId: context.newId,
    people: new Set(context.people.map(({ id }) => id)),
  });
  if (columnId === undefined || columnId === card.columnId) return operations;
  // Below the first is no place in another column: there it goes to the end.
  return operations.map((operation) =>
    operation.type === 'card.create' ? { ...operation, columnId, before: null, after: null } : operation,
  );
}

/** “Rename A to B due Friday”: the end may be said of the card. */
function doubtFacts(scene: Scene, span: Span | undefined): Doubt | null {
  if (!span || isQuote(scene.said, span) || takeFacts(scene, span).title.to === span.to) return null;
  const text = textOf(scene.said, span);
  return { question: 'Is all of that the title?', choices: [{ label: `“${text}”`, words: quoted(text) }], span };
}

/** How soon somebody is to be called. */
const SOON = new Set(
  'about again at back before after by early first for immediately in later on once soon up when'.split(' '),
);

export const EDIT_INTENTS: readonly Intent[] = [
  intent({
    name: 'rename',
    say: [
      '(rename|retitle) {card:card} (to|as|->|into) {title:text}',
      '(rename|retitle) {card:card} : {title:text}',
      '(change|set|edit|update|correct|fix) the? (title|name) (of|for) {card:card} (to|as|:|into) {title:text}',
      "(change|set|edit|update) {card:card} 's (title|name) (to|as|into) {title:text}",
      '(change|set|edit|update) {card:card} (title|name) to {title:text}',
      '(give) {card:card} the (title|name) {title:text}',
      '{card:card} (should|must|needs to|ought to|is to) be (named|titled|renamed to|renamed) {title:text}',
      '(rename|retitle) {card:card} {quoted:quote}',
      '(change|edit|correct|fix) {card:card} (to|into) {quoted:quote}',
      'the (title|name) (of|for) {card:card} (is|should be|is to be) (now|) {quoted:quote}',
    ],
    slots: { card: 'card', title: 'text', quoted: 'quote' },
    act({ card, title, quoted }, scene, { slots }) {
      const to = title ?? quoted;
      if (card === undefined || to === undefined) return [];
      return doubtFacts(scene, slots['title']) ?? [{ type: 'card.edit', cardId: card, title: to }];
    },
  }),
  intent({
    name: 'call',
    say: [
      'call {card:card} {title:text} instead?',
      '{card:card} (should|must|needs to|ought to|is to) be called {title:text} instead?',
    ],
    slots: { card: 'card', title: 'text' },
    act({ card, title }, { said, reader }, { slots }) {
      const { card: cardAt, title: titleAt } = slots;
      if (card === undefined || title === undefined || !cardAt || !titleAt) return null;
      const named = reader.slot('card', cardAt);
      const isExact = named?.kind === 'clear' && named.sure === SURE.exact;
      // “Call the plumber tomorrow” is no wish for another title, nor is “the plumber should be called first thing”.
      const isTitle = isExact && !reader.canBe('date', titleAt) && !SOON.has(normsOf(said, titleAt)[0] ?? '');
      return isTitle || isQuote(said, titleAt) ? [{ type: 'card.edit', cardId: card, title }] : null;
    },
  }),
  intent({
    name: 'set details',
    say: [
      `(set|change|edit|update|replace|make) the? ${DETAILS} (of|for|on) {card:card} (to|as|with|:) :? {text:text}`,
      `(set|change|edit|update|replace) {card:card} 's ${DETAILS} (to|as|with|:) :? {text:text}`,
      `(set|change|edit|update) {card:card} ${DETAILS} (to|as|:) {text:text}`,
      `(give) {card:card} the ${DETAILS} :? {text:text}`,
      'describe {card:card} (as|with|:) {text:text}',
      'the? (description|details) (of|for|on) {card:card} (:|->) {text:text}',
      `the ${DETAILS} (of|for|on) {card:card} (is|are|should be|should say|should read) (:|->) {text:text}`,
      `the ${DETAILS} (of|for|on) {card:card} (is|are|should be|should say|should read) {quoted:quote}`,
    ],
    slots: { card: 'card', text: 'text', quoted: 'quote' },
    act({ card, text, quoted }) {
      const details = text ?? quoted;
      return card === undefined || details === undefined ? [] : editDetails(card, details);
    },
  }),
  intent({
    name: 'append to details',
    say: [
      `(append|add|put|write) {text:text} (to|in|into) the? ${DETAILS} (of|for|on) {card:card}`,
      `(append|add) {text:text} (to|in|into) {card:card} 's ${DETAILS}`,
      `(append|add|write) (a (note|line|sentence))? (to|in) the? ${DETAILS} (of|for|on) {card:card} (:|that) {text:text}`,
      `(append|add|write) (a (note|line|sentence))? (to|in) {card:card} 's ${DETAILS} (:|that) {text:text}`,
      'append {text:text} to {card:card}',
    ],
    slots: { card: 'card', text: 'text' },
    act: ({ card, text }, scene) => (card === undefined || text === undefined ? [] : append(card, text, scene)),
  }),
  intent({
    name: 'add details',
    say: [`add (a|the|) ${DETAILS} to {card:card} : {text:text}`, `add (a|the|) ${DETAILS} {text:text} to {card:card}`],
    slots: { card: 'card', text: 'text' },
    act: ({ card, text }, scene) => (card === undefined || text === undefined ? [] : append(card, text, scene)),
  }),
  intent({
    name: 'clear details',
    say: [
      `(clear|remove|delete|empty|erase|wipe) the? ${DETAILS} (of|from|on|for|in) {card:card}`,
      `(clear|remove|delete|empty|erase|wipe) {card:card} 's ${DETAILS}`,
    ],
    slots: { card: 'card' },
    act({ card }, { board }) {
      if (card === undefined) return [];
      return board.card(card)?.details === '' ? 'It has no details.' : editDetails(card, '');
    },
  }),
  intent({
    name: 'duplicate',
    say: [
      '(duplicate|copy|clone) {card:card} (to|in|into) {column:column}',
      '(duplicate|copy|clone) {card:card}',
      'make (a|another) (copy|duplicate) of {card:card}',
      '(create|add) a (copy|duplicate) of {card:card}',
    ],
    slots: { card: 'card', column: 'column' },
    act: ({ card, column }, scene) => (card === undefined ? [] : duplicate(card, scene, column)),
  }),
];
