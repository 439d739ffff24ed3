import { matcherOf, type CardFilter } from '../filter.js';
import type { Act, Intent } from './intent.js';
import { intent } from './intent.js';
import type { Understanding } from './command.js';
import { cardsNear, indexOf, readForm } from './card-index.js';
import { clockOf } from './days.js';
import type { CardSet } from './find-card-set.js';
import { allCards, answer, nameCards, nameOf } from './questions/say.js';
import { tellSet } from './say-set.js';
import type { Scene } from './scene.js';
import { nameTraits } from './trait.js';
import { normsOf } from './words.js';

const SMALL = /^(?:for|the|a|an|by|with|about|it|them|that|this|me|all|cards?)\b/iu;
const SHOW =
  '(show|show me|show me only|show only|only show|only show me|just show|just show me|show just|show me just|display|display only|filter|filter by|filter for|filter to|filter the cards by|see|see only|only|view|find|find me|search|search for|look for|highlight)';

/** “Hide everything but …” */
const BUT = 'hide (everything|all|all cards) (but|except|except for|apart from|other than)';

type FilterUnderstood = Extract<Understanding, { kind: 'filter' }>;

function filterFor(scene: Scene, filter: CardFilter, sentence: string): FilterUnderstood {
  const matches = matcherOf(scene.board, filter, clockOf(scene.context));
  const cardIds = allCards(scene.board)
    .filter(matches)
    .map(({ id }) => id);
  return { kind: 'filter', filter, sentence, cardIds };
}

/** A filter where one says it; else the cards are named: a filter that shows more or less than was asked for is wrong. */
function show(scene: Scene, set: CardSet): Act {
  const { filter } = set;
  if (!filter) return tellSet(scene, set);
  if (Object.keys(filter).length === 0) return clearFilter(scene);
  return filterFor(scene, filter, `Show only ${nameTraits(set.traits)}.`);
}

function clearFilter(scene: Scene): Act {
  return {
    kind: 'filter',
    filter: {},
    sentence: 'Show all cards.',
    cardIds: allCards(scene.board).map(({ id }) => id),
  };
}

export const FILTER_INTENTS: readonly Intent[] = [
  intent({
    name: 'show cards',
    say: [
      `${SHOW} {set:set}`,
      `(only|just|filter|filter by|filter for|filter to|${BUT}|only show whats|only show what is|show only what is|show only whats) {traits:traits}`,
    ],
    slots: { set: 'set', traits: 'traits' },
    act({ set, traits }, scene) {
      const about = set ?? traits;
      return about ? show(scene, about) : null;
    },
  }),
  intent({
    name: 'show several cards',
    say: [`${SHOW} {cards:cards}`, '(list|name) {cards:cards}'],
    slots: { cards: 'cards' },
    act({ cards }, scene, { clause, slots }) {
      if (!cards || cards.length < 2 || scene.reader.slot('set', slots['cards'])) return null;
      // “My bugs and docs”: whether these are mine, too, nobody can tell.
      if (normsOf(scene.said, clause).some((norm) => norm === 'my' || norm === "'s")) return null;
      return answer(`These are ${cards.length} cards: ${nameCards(scene, cards)}.`, cards);
    },
  }),
  intent({
    name: 'show the cards with a label',
    say: [
      '(filter|filter by|filter for|filter on|filter to) the? (label|labels|tag|tags) {labels:labels}',
      `(filter|filter by|filter for|filter to|${BUT}) {labels:labels}`,
    ],
    slots: { labels: 'labels' },
    act({ labels }, scene) {
      if (!labels) return null;
      const names = labels.map((id) => `“${scene.board.label(id)?.name ?? ''}”`).join(' or ');
      return filterFor(scene, { labels }, `Show only cards labelled ${names}.`);
    },
  }),
  intent({
    name: 'show the cards of people',
    say: ['(filter|filter by|filter for|filter to) (assignee|person|owner|) {people:people}'],
    slots: { people: 'people' },
    act({ people }, scene) {
      if (!people) return null;
      return filterFor(
        scene,
        { people },
        `Show only cards of ${people.map((id) => (people.length === 1 && id === scene.context.actorId ? 'yours' : nameOf(scene, id))).join(' or ')}.`,
      );
    },
  }),
  intent({
    name: 'show the cards of a priority',
    say: ['(filter|filter by|filter for|filter to) priority? {priority:priority} priority?'],
    slots: { priority: 'priority' },
    act({ priority }, scene) {
      if (!priority) return null;
      return filterFor(scene, { priorities: [priority] }, `Show only cards of ${priority} priority.`);
    },
  }),
  intent({
    name: 'show all cards',
    say: [
      '(clear|remove|reset|drop|delete|cancel|undo) (the|all|my|any|all the) (filter|filters)',
      '(clear|reset|unset|no) (filter|filters)',
      '(show|show me|display|see) (everything|all|all cards|all the cards|every card|all of the cards|the whole board) (again|)',
      '(turn|switch) (the|) (filter|filters) off',
      '(turn|switch) off the? (filter|filters)',
    ],
    slots: {},
    act: (_, scene) => clearFilter(scene),
  }),
  intent({
    name: 'search cards',
    say: [
      '(find|find me|search|search for|look for|filter for|filter by text|filter for text) (cards|card|) (with|about|for|) {text:text}',
    ],
    slots: { text: 'text' },
    act({ text }, scene) {
      if (text === undefined || SMALL.test(text)) return null;
      const found = filterFor(scene, { text }, `Show only cards with “${text}”.`);
      if (found.cardIds.length > 0) return found;
      // A card may be called so in other forms of the words: then there is more to say than that no text is just this.
      const { stems } = readForm(text);
      return stems.length === 1 && cardsNear(indexOf(scene.board), stems, scene.isVerb).length === 0
        ? answer(`There are no cards with “${text}”.`)
        : null;
    },
  }),
];
