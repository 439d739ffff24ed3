import type { Card, Id } from '../model.js';
import type { Operation } from '../operations.js';
import { intent, type Act, type Intent } from './intent.js';
import { cardsOf, nameCards, onEach, onThoseWith } from './on-cards.js';
import type { Scene } from './scene.js';

const SET = '(set|make|mark|change|give|flag|update|put|move)';
const CLEAR = '(remove|clear|delete|drop|unset|reset|take away|take off)';
const POINTS = '(points|point|pts|pt|story points|story point|sp|hours|hour|hrs|h|days|day)';
const ESTIMATE = '(estimate|estimation|estimates|size|points|story points|effort)';

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

export const ESTIMATE_INTENTS: readonly Intent[] = [
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
