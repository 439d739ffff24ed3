import type { Id } from '../../model.js';
import { intent, type Intent } from '../intent.js';
import type { CardSet } from '../find-card-set.js';
import type { Scene } from '../scene.js';
import { allCards, answer, capital, counted, isDone, listOf, nameCards, nameOf, type Answer } from './say.js';

const WHAT =
  '(what is|whats|what are|what|which are|which is|which|show me what is|show me whats|tell me what is|tell me whats|list what is|list whats|show what is|show whats|see what is)';
const CARDS = '(cards|tasks|tickets|issues|items|stories|things|todos|work)';

/** “There are 2 overdue cards: …”. */
export function tellSet(scene: Scene, { ids, phrase, isSingle }: CardSet): Answer {
  if (ids.length === 0) return answer(`There are no ${phrase}.`);
  if (isSingle && ids.length === 1) return answer(`That is ${nameCards(scene, ids)}.`, ids);
  if (ids.length === 1) return answer(`There is one: ${nameCards(scene, ids)}.`, ids);
  return answer(`There are ${ids.length} ${phrase}: ${nameCards(scene, ids)}.`, ids);
}

function countSet({ ids, phrase }: CardSet): Answer {
  if (ids.length === 0) return answer(`None: there are no ${phrase}.`);
  const noun = ids.length === 1 ? phrase.replace(/\bcards\b/u, 'card') : phrase;
  return answer(`There ${ids.length === 1 ? 'is' : 'are'} ${ids.length} ${noun}.`, ids);
}

function tellWhether(scene: Scene, { ids, phrase }: CardSet): Answer {
  if (ids.length === 0) return answer(`No, there are no ${phrase}.`);
  return answer(`Yes, ${counted(ids.length, 'card')}: ${nameCards(scene, ids)}.`, ids);
}

function isOf(scene: Scene, person: Id, id: Id): boolean {
  return scene.board.card(id)?.assigneeIds.includes(person) === true;
}

/** Those of the cards that are somebody's. */
function ofPerson(scene: Scene, set: CardSet, person: Id): CardSet {
  const ids = set.ids.filter((id) => isOf(scene, person, id));
  return {
    ...set,
    ids,
    phrase: `${set.phrase} ${person === scene.context.actorId ? 'of yours' : `of ${nameOf(scene, person)}`}`,
  };
}

function has(scene: Scene, person: Id): string {
  return person === scene.context.actorId ? 'You have' : `${capital(nameOf(scene, person))} has`;
}

function tellWork(scene: Scene, person: Id, { isOpen }: { isOpen: boolean }): Answer {
  const cards = allCards(scene.board).filter((card) => isOf(scene, person, card.id));
  const ids = cards.filter((card) => !isOpen || !isDone(scene.board, card)).map(({ id }) => id);
  const noun = isOpen && scene.board.columns().some(({ done }) => done) ? 'unfinished card' : 'card';
  if (ids.length === 0) return answer(`${has(scene, person)} no ${noun}s.`);
  return answer(`${has(scene, person)} ${counted(ids.length, noun)}: ${nameCards(scene, ids)}.`, ids);
}

function tellPoints(scene: Scene, { ids, phrase }: CardSet): Answer {
  const estimates = ids.map((id) => scene.board.card(id)?.estimate ?? null);
  const known = estimates.filter((estimate) => estimate !== null);
  const without = estimates.length - known.length;
  const sum = Math.round(known.reduce((one, other) => one + other, 0) * 100) / 100;
  if (ids.length === 0) return answer(`None: there are no ${phrase}.`);
  const rest = without > 0 ? ` ${counted(without, 'card has', 'cards have')} no estimate.` : '';
  return answer(`The estimates of the ${phrase} come to ${sum}.${rest}`, ids);
}

function mostCards(scene: Scene, isMost: boolean): Answer {
  const counts = new Map(scene.context.people.map(({ id }) => [id, 0]));
  for (const { assigneeIds } of allCards(scene.board)) {
    for (const id of assigneeIds) if (counts.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const best = isMost ? Math.max(...counts.values()) : Math.min(...counts.values());
  const people = [...counts].filter(([, count]) => count === best).map(([id]) => nameOf(scene, id));
  if (best === 0 && isMost) return answer('Nobody: no card is assigned to anybody.');
  return answer(`${capital(listOf(people))}, with ${counted(best, 'card')}${people.length > 1 ? ' each' : ''}.`);
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
      '(do we have|have we got|have we) {set:set}',
      'who has {set:set}',
      '(what is|whats|what) on (the board|this board)',
    ],
    slots: { traits: 'traits', set: 'set' },
    act: ({ traits, set }, scene, { clause }) => {
      const about = traits ?? set;
      if (!about) return null;
      if (scene.said.words[clause.from]?.norm !== 'who') return tellSet(scene, about);
      const people = [...new Set(about.ids.flatMap((id) => scene.board.card(id)?.assigneeIds ?? []))];
      if (people.length === 0) return answer(`Nobody has any ${about.phrase}.`);
      const names = people.map((id) => nameOf(scene, id));
      return answer(`${capital(listOf(names))}: ${nameCards(scene, about.ids)}.`, about.ids);
    },
  }),
  intent({
    name: 'whether there are cards',
    say: [
      '(is|are) there {set:set}',
      '(is|are) {set:set}',
      'have we got {set:set}',
      '(does|do|has) {person:person} (have|got)? {set:set}',
      'have i (got|)? {set:set}',
      'is (anything|something) {traits:traits}',
      '(anything|anything else) {traits:traits}',
      'any {bare:set}',
    ],
    slots: { set: 'set', bare: 'set', traits: 'traits', person: 'person' },
    act({ set, bare, traits, person }, scene, { clause }) {
      const loose = traits ?? bare;
      if (loose) return tellWhether(scene, loose);
      if (!set) return null;
      const first = scene.said.words[clause.from]?.norm;
      const second = scene.said.words[clause.from + 1]?.norm ?? '';
      if (person !== undefined) return tellWhether(scene, ofPerson(scene, set, person));
      if (first === 'have' && second === 'i') return tellWhether(scene, ofPerson(scene, set, scene.context.actorId));
      // “Is TK-3 blocked” is about one card; “is anything overdue” about all.
      if (second !== 'there' && !WHETHER.has(second)) return null;
      return tellWhether(scene, set);
    },
  }),
  intent({
    name: 'how many cards',
    say: [
      'how many {set:set}',
      'how many {set:set} (are|is) there',
      'how many {set:set} (do we have|have we got|exist)',
      'how many {set:set} (does|do|has|have) {person:person} (have|got|)',
      `how many ${CARDS} (does|do|has|have) {person:person} (have|got|)`,
      `how many ${CARDS} (is|are) {person:person} (working on|assigned to)`,
      `how many ${CARDS} (are there|do we have|are on the board|are there on the board|are there in total|does the board have|)`,
      `how many ${CARDS} (are|is)? {traits:traits}`,
      'how many are {traits:traits}',
      'how many (are there|do we have) {traits:traits}',
      '(count|number of|count the|the number of|what is the number of|whats the number of) {set:set}',
    ],
    slots: { set: 'set', traits: 'traits', person: 'person' },
    act({ set, traits, person }, scene) {
      const about = set ?? traits;
      if (about) return countSet(person === undefined ? about : ofPerson(scene, about, person));
      const ids = allCards(scene.board).map(({ id }) => id);
      const all: CardSet = { ids, phrase: 'cards', filter: null, isSingle: false };
      if (person !== undefined) return countSet(ofPerson(scene, all, person));
      return answer(`There ${ids.length === 1 ? 'is' : 'are'} ${counted(ids.length, 'card')} on the board.`);
    },
  }),
  intent({
    name: 'what somebody has to do',
    say: [
      '(what is|whats|what are|what) {person:person} (working on|doing|busy with)',
      "(what is|whats) on {person:person} 's (plate|list)",
      "(what is|whats) {person:person} 's (work|workload)",
      '(what does|what do) {person:person} (have to do|need to do|have left|still have to do|have on their plate|work on)',
      '(what is|whats) on my (plate|list|desk)',
      '(what is|whats) my (work|workload)',
      '(what am i|what should i be) (working on|doing)',
      'what have i (got|) to do',
    ],
    slots: { person: 'person' },
    act: ({ person }, scene) => tellWork(scene, person ?? scene.context.actorId, { isOpen: true }),
  }),
  intent({
    name: 'what somebody has',
    say: [
      '(what does|what do) {person:person} (have|own)',
      'what has {person:person} got',
      `(which|what) ${CARDS} (does|do|has|have) {person:person} (have|got|own)`,
      `(which|what) ${CARDS} (are|is) (mine|my own)`,
      '(what is|whats) mine',
      'what am i assigned to',
      'what is {person:person} assigned to',
    ],
    slots: { person: 'person' },
    act: ({ person }, scene) => tellWork(scene, person ?? scene.context.actorId, { isOpen: false }),
  }),
  intent({
    name: 'how many points',
    say: [
      'how many (points|story points|hours) (are|is) (there|) {traits:traits}',
      'how many (points|story points|hours) (does|do|has) {person:person} have',
      '(what is|whats|) the? total (estimate|points|effort) (of|for) {set:set}',
      '(what is|whats|) the? total (estimate|points|effort) {traits:traits}',
      '(sum|add) up the (estimates|points) (of|for) {set:set}',
    ],
    slots: { set: 'set', traits: 'traits', person: 'person' },
    act({ set, traits, person }, scene) {
      const about = set ?? traits;
      if (about) return tellPoints(scene, about);
      if (person === undefined) return null;
      const ids = allCards(scene.board).map(({ id }) => id);
      return tellPoints(scene, ofPerson(scene, { ids, phrase: 'cards', filter: null, isSingle: false }, person));
    },
  }),
  intent({
    name: 'who has the most cards',
    say: [
      `who has (the|) most ${CARDS}`,
      'who has (the|) most to do',
      `who (is assigned|is assigned to) the most ${CARDS}`,
    ],
    slots: {},
    act: (_, scene) => mostCards(scene, true),
  }),
  intent({
    name: 'who has the fewest cards',
    say: [`who has (the|) (fewest|least) ${CARDS}`],
    slots: {},
    act: (_, scene) => mostCards(scene, false),
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

const WHETHER = new Set(['any', 'anything']);
