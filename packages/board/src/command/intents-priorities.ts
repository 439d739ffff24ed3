import { PRIORITIES, type Id, type Priority } from '../model.js';
import type { Operation } from '../operations.js';
import { intent, type Act, type Intent } from './intent.js';
import { cardsOf, nameCards, onEach, onThoseWith } from './on-cards.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { textOf, type Span } from './words.js';

const SET = '(set|make|mark|change|give|flag|update|put|move)';
const CLEAR = '(remove|clear|delete|drop|unset|reset|take away|take off)';
const PRIORITY = '(priority|prio)';

function prioritize(cards: readonly Id[] | undefined, priority: Priority | null | undefined): Act | null {
  return priority === undefined ? null : onEach(cards, (cardId) => ({ type: 'card.prioritize', cardId, priority }));
}

/** Only with the word “priority” does “no” mean one. */
function prioritizeOnly(cards: readonly Id[] | undefined, priority: Priority | null | undefined): Act | null {
  return priority === null ? null : prioritize(cards, priority);
}

/** One step up or down. */
function step(scene: Scene, cards: readonly Id[] | undefined, by: 1 | -1): Act {
  const operations: Operation[] = [];
  for (const card of cardsOf(scene, cards)) {
    if (card.priority === null) return `${nameCards(scene, [card])} has no priority yet. Say which one to set.`;
    const priority = PRIORITIES[PRIORITIES.indexOf(card.priority) - by];
    if (!priority) {
      return `${nameCards(scene, [card])} has the ${by === 1 ? 'highest' : 'lowest'} priority already: ${card.priority}.`;
    }
    operations.push({ type: 'card.prioritize', cardId: card.id, priority });
  }
  return operations;
}

/** To a priority that is higher, or lower, than what there is. */
function stepTo(
  scene: Scene,
  cards: readonly Id[] | undefined,
  to: { priority?: Priority | null | undefined; by: 1 | -1 },
) {
  const { priority, by } = to;
  if (!priority) return null;
  const at = PRIORITIES.indexOf(priority);
  const wrong = cardsOf(scene, cards).filter((card) => {
    const now = card.priority === null ? PRIORITIES.length : PRIORITIES.indexOf(card.priority);
    return by === 1 ? at > now : at < now && card.priority !== null;
  });
  if (wrong.length === 0) return prioritize(cards, priority);
  return `The priority of ${nameCards(scene, wrong)} is ${by === 1 ? 'higher' : 'lower'} than that. Say “set the priority”, if it is meant.`;
}

function whichPriority(cards: string, clause: Span): Doubt {
  const choices = PRIORITIES.map((priority) => ({
    label: priority,
    words: `set the priority of ${cards} to ${priority}`,
  }));
  return { question: 'Which priority?', choices, span: clause };
}

export const PRIORITY_INTENTS: readonly Intent[] = [
  intent({
    name: 'prioritize',
    say: [
      `${SET} {cards:cards} (to|as|a|at)? {priority:priority}`,
      `prioritize {cards:cards} (to|as|at)? {priority:priority}`,
      `(set|change) the? ${PRIORITY} to {priority:priority} (on|for|of) {cards:cards}`,
      `{cards:cards} (is|are|should be|must be|needs to be) (now|really|very|super|extremely)? {priority:priority}`,
    ],
    slots: { cards: 'cards', priority: 'priority' },
    act: ({ cards, priority }) => prioritizeOnly(cards, priority),
  }),
  intent({
    name: 'prioritize and schedule',
    say: [
      `${SET} {cards:cards} (to|as|a)? {priority:priority} ${PRIORITY}? (and|,) due (on|by|at)? {date:date}`,
      `${SET} {cards:cards} due (on|by|at)? {date:date} (and|,) {priority:priority} ${PRIORITY}?`,
    ],
    slots: { cards: 'cards', priority: 'priority', date: 'date' },
    act({ cards, priority, date }) {
      if (priority === undefined || priority === null || date === undefined) return null;
      return (cards ?? []).flatMap((cardId): Operation[] => [
        { type: 'card.prioritize', cardId, priority },
        { type: 'card.schedule', cardId, dueAt: date },
      ]);
    },
  }),
  intent({
    name: 'prioritize, said without a verb',
    say: [`{cards:cards} (:|->)? {priority:priority}`],
    slots: { cards: 'cards', priority: 'priority' },
    verbless: true,
    act: ({ cards, priority }) => prioritizeOnly(cards, priority),
  }),
  intent({
    name: 'set the priority',
    say: [
      `${SET} {cards:cards} (to|as|a|at)? {priority:priority} ${PRIORITY}`,
      `${SET} (the|a)? ${PRIORITY} (of|for|on) {cards:cards} (to|as|:|->)? {priority:priority}`,
      `${SET} {cards:cards} 's ${PRIORITY} (to|as|:|->)? {priority:priority}`,
      `${SET} {cards:cards} (to|a)? ${PRIORITY} (to|of|:)? {priority:priority}`,
      `(the|)? ${PRIORITY} (of|for) {cards:cards} (is|:|=|->|to|should be) {priority:priority}`,
      `{cards:cards} 's ${PRIORITY} (is|:|=|->|should be) {priority:priority}`,
      `{cards:cards} (is|are|has|have|should be|should have|gets|needs to be|needs|must be) (a|now)? {priority:priority} ${PRIORITY}`,
      `{cards:cards} (:|->)? {priority:priority} ${PRIORITY}`,
      `{cards:cards} (:)? ${PRIORITY} (:|->|is)? {priority:priority}`,
      `(add|put|set|) {priority:priority} (${PRIORITY} (to|on|for|:)|:) {cards:cards}`,
      `set ${PRIORITY} (to|:)? {priority:priority} (on|for|of) {cards:cards}`,
    ],
    slots: { cards: 'cards', priority: 'priority' },
    act: ({ cards, priority }) => prioritize(cards, priority),
  }),
  intent({
    name: 'top priority',
    say: [
      `${SET} {cards:cards} (a|the|as|as a|to)? (top|highest) ${PRIORITY}`,
      `{cards:cards} (is|are) (a|the|our)? (top|highest) ${PRIORITY}`,
    ],
    slots: { cards: 'cards' },
    act: ({ cards }) => prioritize(cards, 'urgent'),
  }),
  intent({
    name: 'set another priority',
    say: [
      `(change|raise|lower|switch) the? ${PRIORITY} (of|for|on) {cards:cards} from {was:priority} to {priority:priority}`,
      `{cards:cards} (is|are) (no longer|not) (a|of|)? {was:priority} (${PRIORITY}|) (any more|anymore|now|) , (make|set) (it|them) to? {priority:priority}`,
    ],
    slots: { cards: 'cards', was: 'priority', priority: 'priority' },
    act({ cards, was, priority }, scene) {
      const others = cardsOf(scene, cards).filter((card) => card.priority !== was);
      return others.length === 0
        ? prioritize(cards, priority)
        : `The priority of ${nameCards(scene, others)} is not ${was ?? 'none'}.`;
    },
  }),
  intent({
    name: 'some priority',
    say: [
      '(prioritize|deprioritize|reprioritize) {cards:cards}',
      `{cards:cards} (is not|isnt|are not|arent|is no longer|are no longer) (a|of|) {now:priority} (${PRIORITY}|) (any more|anymore|now|)`,
    ],
    slots: { cards: 'cards', now: 'priority' },
    act: (_, { said }, { clause, slots }) =>
      slots['cards'] ? whichPriority(textOf(said, slots['cards']), clause) : null,
  }),
  intent({
    name: 'raise the priority',
    say: [
      `(raise|increase|bump|bump up|up) (the)? ${PRIORITY} (of|for|on) {cards:cards}`,
      `(raise|increase|bump|bump up) {cards:cards} 's ${PRIORITY}`,
      'make {cards:cards} more (urgent|important)',
    ],
    slots: { cards: 'cards' },
    act: ({ cards }, scene) => step(scene, cards, 1),
  }),
  intent({
    name: 'raise the priority to',
    say: [
      `(raise|increase|bump|bump up|up|upgrade|escalate) (the)? ${PRIORITY} (of|for|on) {cards:cards} to {priority:priority}`,
      `(raise|bump|bump up|upgrade|escalate) {cards:cards} up? to {priority:priority} ${PRIORITY}?`,
    ],
    slots: { cards: 'cards', priority: 'priority' },
    act: ({ cards, priority }, scene) => stepTo(scene, cards, { priority, by: 1 }),
  }),
  intent({
    name: 'lower the priority',
    say: [
      `(lower|decrease|reduce|drop) (the)? ${PRIORITY} (of|for|on) {cards:cards}`,
      `(lower|decrease|reduce) {cards:cards} 's ${PRIORITY}`,
      'make {cards:cards} less (urgent|important)',
    ],
    slots: { cards: 'cards' },
    act: ({ cards }, scene) => step(scene, cards, -1),
  }),
  intent({
    name: 'lower the priority to',
    say: [
      `(lower|decrease|reduce|drop|downgrade) (the)? ${PRIORITY} (of|for|on) {cards:cards} to {priority:priority}`,
      `(lower|drop|downgrade|reduce) {cards:cards} to {priority:priority} ${PRIORITY}?`,
    ],
    slots: { cards: 'cards', priority: 'priority' },
    act: ({ cards, priority }, scene) => stepTo(scene, cards, { priority, by: -1 }),
  }),
  intent({
    name: 'clear priorities',
    say: [
      `(remove|clear|delete|unset|reset|take away|take off) (the|any)? ${PRIORITY} (of|from|on|for|off) {cards:cards}`,
      `${CLEAR} (the|any)? ${PRIORITY} (from|off) {cards:cards}`,
      `${CLEAR} {cards:cards} 's ${PRIORITY}`,
      `(drop|lower|reduce|decrease|downgrade) the? ${PRIORITY} (of|for|on) {cards:cards} to (none|nothing|no priority)`,
    ],
    slots: { cards: 'cards' },
    act({ cards }, scene) {
      const all = cardsOf(scene, cards);
      return onThoseWith(all, ({ priority }) => priority !== null, {
        make: ({ id }) => [{ type: 'card.prioritize', cardId: id, priority: null }],
        none: `${nameCards(scene, all)} ${all.length === 1 ? 'has' : 'have'} no priority.`,
      });
    },
  }),
];
