import type { Id } from '../model.js';
import { quoted } from './choices.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import { isOnlyPolite } from './guards.js';
import { assign, unassign } from './intents-people.js';
import { moveInto } from './moves.js';
import { onEach } from './on-cards.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { isQuote, textOf } from './words.js';

/** “The” is that of what was spoken of, where no other is named. */
const SET = '(set|change) (the|its|their)';
/** More than this a question does not offer. */
const MOST_CHOICES = 6;

/** The cards that were spoken of, by the clause before or in what was said before. */
function withSpoken({ board, spokenIds, before }: Scene, act: (cards: readonly Id[]) => Act): Act | null {
  // A link is of two cards: either of them may be meant.
  if (before === 'link' || before === 'unlink') return null;
  const ids = spokenIds.filter((id) => board.card(id) !== undefined);
  return ids.length > 0 ? act(ids) : null;
}

const WHICH = 'That says two priorities. Say which one.';

/** “… and due on Friday”: of what was spoken of just before. */
const FOLLOWING: readonly Intent[] = [
  intent({
    name: 'due, of what was spoken of',
    say: [
      '(it is|its|they are)? (due|due date|deadline) (on|by|at|in|for|:|is)? {date:date}',
      `${SET} (due date|deadline) (to|:) {date:date}`,
    ],
    slots: { date: 'date' },
    act: ({ date }, scene) =>
      date === undefined
        ? null
        : withSpoken(scene, (cards) => onEach(cards, (cardId) => ({ type: 'card.schedule', cardId, dueAt: date }))),
  }),
  intent({
    name: 'prioritize what was spoken of',
    say: [
      '(as|with|at|its|it is)? {priority:priority} (priority|prio)',
      'with? (priority|prio) (:|is)? {priority:priority}',
      `${SET} (priority|prio) (to|:) {priority:priority}`,
    ],
    slots: { priority: 'priority' },
    act: ({ priority }, scene) =>
      priority === undefined
        ? null
        : withSpoken(scene, (cards) => onEach(cards, (cardId) => ({ type: 'card.prioritize', cardId, priority }))),
  }),
  intent({
    name: 'prioritize what was spoken of, in a word',
    say: ['{priority:priority}'],
    slots: { priority: 'priority' },
    act({ priority }, scene, { clause }) {
      // A label may be called so, too.
      if (!priority || scene.before === null || scene.reader.slot('label', clause)) return null;
      const { board, context } = scene;
      // “High and low” are not one after the other.
      const isSet = (id: Id) => board.card(id)?.priority !== (context.board.card(id)?.priority ?? null);
      return withSpoken(scene, (cards) =>
        cards.some(isSet) ? WHICH : onEach(cards, (cardId) => ({ type: 'card.prioritize', cardId, priority })),
      );
    },
  }),
  intent({
    name: 'estimate what was spoken of',
    say: [
      'with? (an|a)? (estimate|est|estimated) (of|at|to|:|.)? {number:number} points?',
      'with? {number:number} (points|point|pts|sp)',
      `${SET} estimate (to|at|:) {number:number} (points|point|)`,
    ],
    slots: { number: 'number' },
    act: ({ number }, scene) =>
      number === undefined
        ? null
        : withSpoken(scene, (cards) =>
            onEach(cards, (cardId) => ({ type: 'card.estimate', cardId, estimate: number })),
          ),
  }),
  intent({
    name: 'assign what was spoken of',
    say: ['(assign|assigned|add) to? {people:people}', '(its|it is|thats|that is) for {people:people}'],
    slots: { people: 'people' },
    act: ({ people }, scene) =>
      withSpoken(scene, (cards) => assign(cards, people)) ??
      `Say to which card: “assign ${scene.board.key}-1 to …”. A card of that name takes quotation marks.`,
  }),
  intent({
    name: 'move what was spoken of',
    say: ['(move|send|shift|transfer|drag) (to|into|over to|back to) {column:column}'],
    slots: { column: 'column' },
    act: ({ column }, scene) =>
      column === undefined || (scene.before === null && scene.spokenIds.length > 1)
        ? null
        : withSpoken(scene, (cards) => moveInto(cards, column, scene)),
  }),
  intent({
    name: 'unassign from what was spoken of',
    say: ['unassign {people:people}'],
    slots: { people: 'people' },
    act: ({ people }, scene, place) =>
      withSpoken(scene, (cards) => unassign(scene, cards, people)) ??
      askWhole(scene, place, () => ({
        question: 'From which cards?',
        choices: scene.context.people
          .filter(({ id }) => people?.length === 1 && people.includes(id))
          .map(({ name }) => ({
            label: `All cards of ${name}`,
            words: `unassign ${quoted(name)} from all cards of ${quoted(name)}`,
          })),
      })),
  }),
  intent({
    name: 'label what was spoken of',
    say: [
      '(labeled|tagged) (as|with)? {labels:labels}',
      'with the? (label|labels|tag|tags) {labels:labels}',
      'with the? {labels:labels} (label|labels|tag|tags)',
    ],
    slots: { labels: 'labels' },
    act: ({ labels = [] }, scene) =>
      withSpoken(scene, (cards) => onEach(cards, (cardId) => ({ type: 'card.label', cardId, add: [...labels] }))),
  }),
];

/** What is written on them, in quotation marks. */
const COMMENTING: readonly Intent[] = [
  intent({
    name: 'comment on what was spoken of',
    say: ['(comment|say|write) :? {text:text}', 'add (a|the)? (comment|note) (saying|:)? {text:text}'],
    slots: { text: 'text' },
    act: ({ text }, scene, { slots }) =>
      text === undefined || !slots['text'] || !isQuote(scene.said, slots['text'])
        ? null
        : withSpoken(scene, (cards) =>
            onEach(cards, (cardId) => {
              return { type: 'comment.create', cardId, commentId: scene.context.newId(), text };
            }),
          ),
  }),
];

/** Asked only where that is all that was said: what follows might be the answer. */
function askWhole({ said }: Scene, { clause }: Place, ask: () => Omit<Doubt, 'span'>): Doubt | null {
  const rest = { from: clause.to, to: said.words.length };
  const isWhole = said.words.slice(clause.to).every(({ kind }) => kind === 'sign') || isOnlyPolite(said, rest);
  const { question, choices } = ask();
  return clause.from === 0 && isWhole && choices.length > 0 ? { question, choices, span: clause } : null;
}

/** What is left out is asked for. */
const UNFINISHED: readonly Intent[] = [
  intent({
    name: 'assign, but to whom?',
    say: ['(assign|reassign) {cards:cards}'],
    slots: { cards: 'cards' },
    act: (_, scene, place) =>
      askWhole(scene, place, () => ({
        question: 'To whom?',
        choices: scene.context.people.slice(0, MOST_CHOICES).map(({ name }) => ({
          label: name,
          words: `${textOf(scene.said, place.clause)} to "${name}"`,
        })),
      })),
  }),
  intent({
    name: 'move, but where to?',
    say: ['(move|drag|shift|transfer|send) {cards:cards}'],
    slots: { cards: 'cards' },
    act: ({ cards = [] }, scene, place) =>
      askWhole(scene, place, () => ({
        question: 'Where to?',
        choices: scene.board
          .columns()
          .filter(({ id }) => cards.some((card) => scene.board.card(card)?.columnId !== id))
          .slice(0, MOST_CHOICES)
          .map(({ title }) => ({ label: title, words: `${textOf(scene.said, place.clause)} to ${quoted(title)}` })),
      })),
  }),
  intent({
    name: 'label, but how?',
    say: ['(label|tag) {cards:cards}'],
    slots: { cards: 'cards' },
    act: (_, scene, place) =>
      endsInLabel(scene, place)
        ? null
        : askWhole(scene, place, () => ({
            question: 'With which label?',
            choices: scene.board
              .labels()
              .slice(0, MOST_CHOICES)
              .map(({ name }) => ({ label: name, words: `${textOf(scene.said, place.clause)} as "${name}"` })),
          })),
  }),
];

/** “Label all bus cards Urgent” says with which. */
function endsInLabel({ reader }: Scene, { clause }: Place): boolean {
  return reader.slot('label', { from: clause.to - 1, to: clause.to })?.kind === 'clear';
}

export const SPOKEN_INTENTS: readonly Intent[] = [...FOLLOWING, ...COMMENTING, ...UNFINISHED];
