import { PRIORITIES, type Card, type Id, type Priority } from '../model.js';
import type { Operation } from '../operations.js';
import { intent, type Act, type Intent } from './intent.js';
import { cardsOf, nameCards, onEach, onThoseWith } from './on-cards.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import { textOf, type Span } from './words.js';

const SET = '(set|make|mark|change|give|flag|update|put|move)';
const CLEAR = '(remove|clear|delete|drop|unset|reset|take away|take off)';
const PRIORITY = '(priority|prio)';
const POINTS = '(points|point|pts|pt|story points|story point|sp|hours|hour|hrs|h|days|day)';
const ESTIMATE = '(estimate|estimation|estimates|size|points|story points|effort)';

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

const PRIORITY_INTENTS: readonly Intent[] = [
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

function estimate(cards: readonly Id[] | undefined, number: number | undefined): Act | null {
  return number === undefined ? null : onEach(cards, (cardId) => ({ type: 'card.estimate', cardId, estimate: number }));
}

function addToEstimate(scene: Scene, cards: readonly Id[] | undefined, by: number | undefined): Act | null {
  if (by === undefined) return null;
  const all = cardsOf(scene, cards);
  const missing = all.filter((card) => card.estimate === null);
  if (missing.length > 0)
    return `${nameCards(scene, missing)} ${missing.length === 1 ? 'has' : 'have'} no estimate yet.`;
  const sum = (card: Card) => Math.round(((card.estimate ?? 0) + by) * 100) / 100;
  const low = all.filter((card) => sum(card) < 0);
  if (low.length > 0)
    return `${nameCards(scene, low)} ${low.length === 1 ? 'has' : 'have'} a smaller estimate than that.`;
  return all.map((card): Operation => ({ type: 'card.estimate', cardId: card.id, estimate: sum(card) }));
}

const ESTIMATE_INTENTS: readonly Intent[] = [
  intent({
    name: 'estimate',
    say: [
      `(estimate|re-estimate|reestimate|size) {cards:cards} (at|as|to|with|:)? {number:number} ${POINTS}?`,
      `${SET} (the|an)? ${ESTIMATE} (of|for|on) {cards:cards} (to|as|at|:|->)? {number:number} ${POINTS}?`,
      `${SET} {cards:cards} 's ${ESTIMATE} (to|as|at|:|->)? {number:number} ${POINTS}?`,
      `${SET} {cards:cards} (an)? estimate (of|to|at|:)? {number:number} ${POINTS}?`,
      `(give|set|make) {cards:cards} (to|at)? {number:number} (points|point|pts|pt|story points|story point|sp)`,
      `(the|)? estimate (of|for) {cards:cards} (is|:|=|->|to|should be) {number:number} ${POINTS}?`,
      `(the|)? story points (of|for) {cards:cards} (is|are|:|=|->|to)? {number:number}`,
      '{number:number} (points|point|pts|pt|story points|story point|sp) (for|on) {cards:cards}',
      `{cards:cards} (is|are) worth {number:number} (points|point|pts|pt|story points|story point|sp)`,
      `{cards:cards} (is|are|takes|needs|should be|will take|will be|should take|is about|takes about) (estimated)? (at|about|roughly|around)? {number:number} (points|point|pts|pt|story points|story point|sp)`,
      `{cards:cards} (takes|take|needs|need|will take|should take|will need) (about|roughly|around)? {number:number} (hours|hour|hrs|h|days|day)`,
      `{cards:cards} (is|are) estimated (at|to be) {number:number} ${POINTS}?`,
      `{cards:cards} (:|->|=)? {number:number} (points|point|pts|pt|story points|story point|sp)`,
      `{cards:cards} 's? (:)? estimate (:|->|is|to|of|=)? {number:number} ${POINTS}?`,
      `(add|put) (an)? estimate (of)? {number:number} ${POINTS}? (to|on) {cards:cards}`,
      `(add|put|assign) {number:number} (points|point|pts|pt|story points|story point|sp) (to|on) {cards:cards}`,
      `(raise|increase|lower|reduce|decrease) the? ${ESTIMATE} (of|for|on) {cards:cards} to {number:number} ${POINTS}?`,
    ],
    slots: { cards: 'cards', number: 'number' },
    act: ({ cards, number }) => estimate(cards, number),
  }),
  intent({
    name: 'estimate, but how much?',
    say: ['(estimate|re-estimate|size) {cards:cards}'],
    slots: { cards: 'cards' },
    act: (_, { board }) => `Say how much: “estimate ${board.key}-1 at 3”.`,
  }),
  intent({
    name: 'estimate otherwise',
    say: [
      `(change|raise|lower|correct) the? ${ESTIMATE} (of|for|on) {cards:cards} from {was:number} to {number:number} ${POINTS}?`,
      `(re-estimate|reestimate|change) {cards:cards} from {was:number} to {number:number} ${POINTS}?`,
    ],
    slots: { cards: 'cards', was: 'number', number: 'number' },
    act({ cards, was, number }, scene) {
      const others = cardsOf(scene, cards).filter((card) => card.estimate !== was);
      return others.length === 0
        ? estimate(cards, number)
        : `The estimate of ${nameCards(scene, others)} is not ${was}.`;
    },
  }),
  intent({
    name: 'raise the estimate by',
    say: [`(raise|increase|bump) the? ${ESTIMATE} (of|for|on) {cards:cards} by {number:number} ${POINTS}?`],
    slots: { cards: 'cards', number: 'number' },
    act: ({ cards, number }, scene) => addToEstimate(scene, cards, number),
  }),
  intent({
    name: 'lower the estimate by',
    say: [`(lower|reduce|decrease) the? ${ESTIMATE} (of|for|on) {cards:cards} by {number:number} ${POINTS}?`],
    slots: { cards: 'cards', number: 'number' },
    act: ({ cards, number }, scene) => addToEstimate(scene, cards, number === undefined ? undefined : -number),
  }),
  intent({
    name: 'clear estimates',
    say: [
      `${CLEAR} (the|any)? ${ESTIMATE} (of|from|on|for|off) {cards:cards}`,
      `${CLEAR} {cards:cards} 's ${ESTIMATE}`,
      '{cards:cards} (has|have|needs) no estimate (any more|anymore|)',
      '(no|without) estimate (for|on) {cards:cards}',
      `(set|change) the? ${ESTIMATE} (of|for|on) {cards:cards} to (none|nothing)`,
    ],
    slots: { cards: 'cards' },
    act({ cards }, scene) {
      const all = cardsOf(scene, cards);
      return onThoseWith(all, (card) => card.estimate !== null, {
        make: ({ id }) => [{ type: 'card.estimate', cardId: id, estimate: null }],
        none: `${nameCards(scene, all)} ${all.length === 1 ? 'has' : 'have'} no estimate.`,
      });
    },
  }),
];

export const NUMBER_INTENTS: readonly Intent[] = [...PRIORITY_INTENTS, ...ESTIMATE_INTENTS];
