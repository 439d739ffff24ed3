import { PRIORITIES, type Id } from '../../model.js';
import { intent, type Intent } from '../intent.js';
import type { CardSet } from '../find-card-set.js';
import { normsOf } from '../words.js';
import type { Scene } from '../scene.js';
import { sayHas, sayHowMany, tellSet } from '../say-set.js';
import { nameTraits, type Trait } from '../trait.js';
import { inColumns, ofPeople, workOf } from '../traits.js';
import { allCards, answer, counted, isDone, listOf, lowered, nameCards, type Answer } from './say.js';

const WHAT =
  '(what is|whats|what are|what|which are|which is|which|show me what is|show me whats|tell me what is|tell me whats|list what is|list whats|show what is|show whats|see what is)';
const CARDS = '(cards|tasks|tickets|issues|items|stories|things|todos|jobs|work)';

function countSet(scene: Scene, set: CardSet): Answer {
  return answer(`${sayHowMany(scene, set)}.`, set.ids);
}

function isOf(scene: Scene, person: Id, id: Id): boolean {
  return scene.board.card(id)?.assigneeIds.includes(person) === true;
}

/** Those of the cards that have something more in common. */
function withTrait({ board }: Scene, set: CardSet, also: Trait): CardSet {
  const ids = set.ids.filter((id) => {
    const card = board.card(id);
    return card !== undefined && also.test(card);
  });
  return { ...set, ids, traits: [...set.traits, also] };
}

export function ofPerson(scene: Scene, set: CardSet, person: Id): CardSet {
  return withTrait(scene, set, ofPeople(scene, [person]));
}

/** The most urgent of what is not done. */
function tellMostUrgent(scene: Scene): Answer {
  const open = allCards(scene.board).filter((card) => !isDone(scene.board, card));
  const top = PRIORITIES.find((priority) => open.some((card) => card.priority === priority));
  const ids = open.filter(({ priority }) => top !== undefined && priority === top).map(({ id }) => id);
  if (top === undefined) return answer('No unfinished card has a priority.');
  const of = top === 'urgent' ? top : `of ${top} priority`;
  return answer(
    `${counted(ids.length, 'unfinished card is', 'unfinished cards are')} ${of}: ${nameCards(scene, ids)}.`,
    ids,
  );
}

export function allOf(scene: Scene): CardSet {
  return { ids: allCards(scene.board).map(({ id }) => id), traits: [], filter: null, isSingle: false };
}

function tellPoints(scene: Scene, set: CardSet): Answer {
  const { ids, traits } = set;
  const estimates = ids.map((id) => scene.board.card(id)?.estimate ?? null);
  const known = estimates.filter((estimate) => estimate !== null);
  const without = estimates.length - known.length;
  const sum = Math.round(known.reduce((one, other) => one + other, 0) * 100) / 100;
  if (ids.length === 0) return answer(`${sayHowMany(scene, set)}.`);
  const rest = without > 0 ? ` ${counted(without, 'card has', 'cards have')} no estimate.` : '';
  const what = nameTraits(traits, ids.length);
  if (known.length === 0) return answer(`No estimate is known of the ${what}.`, ids);
  return answer(`The estimates of the ${what} come to ${sum}.${rest}`, ids);
}

/** Who has which of the cards: “Ana has …, you have …”. */
function tellWho(scene: Scene, set: CardSet): Answer {
  const has = scene.context.people.flatMap(({ id }) => {
    const own = set.ids.filter((card) => isOf(scene, id, card));
    return own.length === 0 ? [] : [`${sayHas(scene, id)} ${nameCards(scene, own)}.`];
  });
  if (has.length > 0) return answer(has.join(' '), set.ids);
  return answer(set.ids.length === 0 ? `Nobody: ${lowered(sayHowMany(scene, set))}.` : 'Nobody has any of them.');
}

function columnWith(scene: Scene, isMost: boolean): Answer | null {
  const counts = scene.board.columns().map(({ id, title }) => ({ title, count: scene.board.cardsIn(id).length }));
  if (counts.length === 0) return answer('This board has no columns.');
  const numbers = counts.map(({ count }) => count);
  const best = isMost ? Math.max(...numbers) : Math.min(...numbers);
  const titles = counts.filter(({ count }) => count === best).map(({ title }) => `“${title}”`);
  return answer(`${listOf(titles)}, with ${counted(best, 'card')}${titles.length > 1 ? ' each' : ''}.`);
}

export const SET_INTENTS: readonly Intent[] = [
  intent({
    name: 'which cards',
    say: [
      `${WHAT} {traits:traits}`,
      '(what|which cards|what cards) {traits:traits}',
      `${WHAT} else? is? {traits:traits}`,
      `${WHAT} {set:set}`,
      '(which|what) of the? {set:set}',
      '(what|which) {set:set} (are there|do we have|exist|is there)',
      '(list|tell me|give me|name) {set:set}',
      '(which|what) {set:set} (does|do|has|have) {person:person} (have|got|own|)',
      '(what is|whats|what has|what does) {person:person} (got|have) {traits:traits}',
      `${WHAT} (all|currently|still)? {column:column}`,
      'who has {set:set}',
      '(what is|whats|what) on (the board|this board)',
    ],
    slots: { traits: 'traits', set: 'set', column: 'column', person: 'person' },
    act: ({ traits, set, column, person }, scene, { clause }) => {
      if (column !== undefined) return tellSet(scene, withTrait(scene, allOf(scene), inColumns(scene, [column])));
      const about = traits ?? set;
      if (!about) return null;
      // “What about next week?” may be about anything.
      if (about.ids.length === 0 && scene.said.words[clause.from + 1]?.norm === 'about') return null;
      if (person !== undefined) return tellSet(scene, ofPerson(scene, about, person));
      return scene.said.words[clause.from]?.norm === 'who' ? tellWho(scene, about) : tellSet(scene, about);
    },
  }),
  intent({
    name: 'cards, named alone',
    say: ['{set:set}', '{traits:traits}'],
    slots: { set: 'set', traits: 'traits' },
    act({ set, traits }, scene, { clause }) {
      // “Due tomorrow” may be meant of what was spoken of, and “done” alone of anything.
      const first = scene.said.words[clause.from]?.norm ?? '';
      const isSaid = clause.to - clause.from > 1 ? !LINKS.has(first) : ALONE.has(first);
      const isClear = scene.spokenIds.length === 0 && isSaid;
      const about = set ?? (isClear ? traits : undefined);
      // “All done” is news, and no question.
      const isNews = NEWS.test(normsOf(scene.said, clause).join(' '));
      if (!about || about.traits.length === 0 || isNews) return null;
      // “The bug” is one of several, and may be the answer to something.
      return about.isSingle && about.ids.length !== 1 ? null : tellSet(scene, about);
    },
  }),
  intent({
    name: 'how many cards',
    say: [
      'how many {set:set}',
      'how many {set:set} (are|is) there',
      'how many {set:set} (do we have|have we got|exist)',
      'how many {set:set} (does|do|has|have) {people:people} (have|got|)',
      `how many ${CARDS} (does|do|has|have) {people:people} (have|got|) {traits:traits}?`,
      `how many of {people:people} 's ${CARDS} (are|is) {traits:traits}`,
      `how many ${CARDS} (is|are) {people:people} assigned to`,
      `how many ${CARDS} (is|are|am) {doer:person} (working on|doing)`,
      `how many ${CARDS} (are there|do we have|are on the board|are there on the board|are there in total|does the board have|)`,
      `how many ${CARDS} (are|is|are there|is there|do we have|have we got)? {traits:traits}`,
      'how many are {traits:traits}',
      'how many (are there|do we have) {traits:traits}',
      '(count|number of|count the|the number of|what is the number of|whats the number of) {set:set}',
    ],
    slots: { set: 'set', traits: 'traits', people: 'people', doer: 'person' },
    act({ set, traits, people, doer }, scene) {
      if (doer !== undefined) return countSet(scene, withTrait(scene, allOf(scene), workOf(scene, [doer])));
      const about = set ?? traits;
      const some = about ?? allOf(scene);
      return countSet(scene, people ? withTrait(scene, some, ofPeople(scene, people)) : some);
    },
  }),
  intent({
    name: 'which of those',
    say: [
      '(which|what|how many) of (these|those|them) (are|is|have|has)? {traits:traits}',
      'are any of (these|those|them) {traits:traits}',
    ],
    slots: { traits: 'traits' },
    act({ traits }, scene, { clause }) {
      const spoken = scene.spokenIds.filter((id) => scene.board.card(id) !== undefined);
      if (!traits || spoken.length < 2) return null;
      const ids = spoken.filter((id) => traits.ids.includes(id));
      if (normsOf(scene.said, clause).includes('many'))
        return answer(`${ids.length} of those ${spoken.length} cards.`, ids);
      return answer(ids.length === 0 ? 'None of them.' : `${nameCards(scene, ids)}.`, ids);
    },
  }),
  intent({
    name: 'what is most urgent',
    say: [
      `(what is|whats|which is|which|what) (the|our)? most (urgent|important|pressing) (card|task|thing|one|item|issue|ticket|)`,
    ],
    slots: {},
    act: (_, scene) => tellMostUrgent(scene),
  }),
  intent({
    name: 'how many points',
    say: [
      'how many (points|story points|hours) (are|is|do we have|have we got) there? {traits:traits}',
      'how many (points|story points|hours) (are|is) there? (in|left in)? {column:column}',
      'how many (points|story points|hours) (does|do|has|have) {person:person} (have|got) {traits:traits}?',
      '(what is|whats|) the? total (estimate|points|effort) (of|for) {set:set}',
      '(what is|whats|) the? total (estimate|points|effort) (in|of|for)? {column:column}',
      '(what is|whats|) the? total (estimate|points|effort) {traits:traits}',
      '(sum|add) up the (estimates|points) (of|for) {set:set}',
      '(what is|whats|) the? (sum|total) (of|) (of the|of all|the|) (estimates|points) (of|for|) {set:set}',
      '(what is|whats|) the? (sum|total) (of|) (of the|of all|the|) (estimates|points) {traits:traits}',
    ],
    slots: { set: 'set', traits: 'traits', person: 'person', column: 'column' },
    act({ set, traits, person, column }, scene) {
      const about = set ?? traits;
      if (column !== undefined) return tellPoints(scene, withTrait(scene, allOf(scene), inColumns(scene, [column])));
      if (person !== undefined) return tellPoints(scene, ofPerson(scene, about ?? allOf(scene), person));
      return about ? tellPoints(scene, about) : null;
    },
  }),
  intent({
    name: 'which column has the most cards',
    say: [
      `(which|what) (column|list|lane) has the? most ${CARDS}`,
      '(which|what) (column|list|lane) is the? (fullest|biggest|longest)',
    ],
    slots: {},
    act: (_, scene) => columnWith(scene, true),
  }),
  intent({
    name: 'which column has the fewest cards',
    say: [`(which|what) (column|list|lane) has the? (fewest|least) ${CARDS}`],
    slots: {},
    act: (_, scene) => columnWith(scene, false),
  }),
];

const NEWS = /^(?:all|everything) (?:is |are )?(?:done|finished|completed?)$/u;
const LINKS = new Set(['is', 'are', 'that', 'which', 'and', 'who']);
const ALONE = new Set(['overdue', 'unassigned', 'blocked', 'unlabeled', 'late']);
