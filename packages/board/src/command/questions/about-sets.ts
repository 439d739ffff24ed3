import type { Id } from '../../model.js';
import { intent, type Intent } from '../intent.js';
import type { CardSet } from '../find-card-set.js';
import type { Scene } from '../scene.js';
import { sayHas, sayHowMany } from '../say-set.js';
import { nameTraits } from '../trait.js';
import { ofPeople } from '../traits.js';
import { allCards, answer, capital, counted, isDone, listOf, lowered, nameCards, nameOf, type Answer } from './say.js';

const WHAT =
  '(what is|whats|what are|what|which are|which is|which|show me what is|show me whats|tell me what is|tell me whats|list what is|list whats|show what is|show whats|see what is)';
const CARDS = '(cards|tasks|tickets|issues|items|stories|things|todos|work)';

/** “There are 2 overdue cards: …”, “Ana has one: …”. */
export function tellSet(scene: Scene, set: CardSet): Answer {
  const { ids, isSingle } = set;
  const there = sayHowMany(scene, set);
  if (ids.length === 0) return answer(`${there}.`);
  if (isSingle && ids.length === 1) return answer(`That is ${nameCards(scene, ids)}.`, ids);
  if (ids.length === 1) return answer(`There is one: ${nameCards(scene, ids)}.`, ids);
  return answer(`${there}: ${nameCards(scene, ids)}.`, ids);
}

function countSet(scene: Scene, set: CardSet): Answer {
  return answer(`${sayHowMany(scene, set)}.`, set.ids);
}

function tellWhether(scene: Scene, set: CardSet): Answer {
  const { ids } = set;
  const there = lowered(sayHowMany(scene, set));
  if (ids.length === 0) return answer(`No, ${there}.`);
  return answer(ids.length === 1 ? `Yes: ${nameCards(scene, ids)}.` : `Yes, ${there}: ${nameCards(scene, ids)}.`, ids);
}

function isOf(scene: Scene, person: Id, id: Id): boolean {
  return scene.board.card(id)?.assigneeIds.includes(person) === true;
}

/** Those of the cards that are somebody's. */
function ofPerson(scene: Scene, set: CardSet, person: Id): CardSet {
  const ids = set.ids.filter((id) => isOf(scene, person, id));
  return { ...set, ids, traits: [...set.traits, ofPeople(scene, [person])] };
}

function allOf(scene: Scene): CardSet {
  return { ids: allCards(scene.board).map(({ id }) => id), traits: [], filter: null, isSingle: false };
}

/** Whether a card still is to be done; where no column is for those that are done, all are. */
function isOpen({ board }: Scene, id: Id): boolean {
  const card = board.card(id);
  return card !== undefined && !isDone(board, card);
}

function tellWork(scene: Scene, person: Id, { onlyOpen }: { onlyOpen: boolean }): Answer {
  const ids = allOf(scene).ids.filter((id) => isOf(scene, person, id) && (!onlyOpen || isOpen(scene, id)));
  const noun = onlyOpen && scene.board.columns().some(({ done }) => done) ? 'unfinished card' : 'card';
  const has = sayHas(scene, person);
  if (ids.length === 0) return answer(`${has} no ${noun}s.`);
  return answer(`${has} ${counted(ids.length, noun)}: ${nameCards(scene, ids)}.`, ids);
}

function tellPoints(scene: Scene, set: CardSet): Answer {
  const { ids, traits } = set;
  const estimates = ids.map((id) => scene.board.card(id)?.estimate ?? null);
  const known = estimates.filter((estimate) => estimate !== null);
  const without = estimates.length - known.length;
  const sum = Math.round(known.reduce((one, other) => one + other, 0) * 100) / 100;
  if (ids.length === 0) return answer(`${sayHowMany(scene, set)}.`);
  const rest = without > 0 ? ` ${counted(without, 'card has', 'cards have')} no estimate.` : '';
  return answer(`The estimates of the ${nameTraits(traits, ids.length)} come to ${sum}.${rest}`, ids);
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
      return scene.said.words[clause.from]?.norm === 'who' ? tellWho(scene, about) : tellSet(scene, about);
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
      const some = about ?? allOf(scene);
      return countSet(scene, person === undefined ? some : ofPerson(scene, some, person));
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
    act: ({ person }, scene) => tellWork(scene, person ?? scene.context.actorId, { onlyOpen: true }),
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
    act: ({ person }, scene) => tellWork(scene, person ?? scene.context.actorId, { onlyOpen: false }),
  }),
  intent({
    name: 'how many points',
    say: [
      'how many (points|story points|hours) (are|is) (there|) {traits:traits}',
      'how many (points|story points|hours) (does|do|has) {person:person} have',
      '(what is|whats|) the? total (estimate|points|effort) (of|for) {set:set}',
      '(what is|whats|) the? total (estimate|points|effort) {traits:traits}',
      '(sum|add) up the (estimates|points) (of|for) {set:set}',
      '(what is|whats|) the? (sum|total) (of|) (of the|of all|the|) (estimates|points) (of|for|) {set:set}',
      '(what is|whats|) the? (sum|total) (of|) (of the|of all|the|) (estimates|points) {traits:traits}',
    ],
    slots: { set: 'set', traits: 'traits', person: 'person' },
    act({ set, traits, person }, scene) {
      const about = set ?? traits;
      if (about) return tellPoints(scene, about);
      return person === undefined ? null : tellPoints(scene, ofPerson(scene, allOf(scene), person));
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
