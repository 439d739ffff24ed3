import type { Card, Id } from '../model.js';
import type { Operation } from '../operations.js';
import { intent, type Act, type Intent, type Place } from './intent.js';
import { cardsOf, nameCards, onEach, onThoseWith } from './on-cards.js';
import type { Scene } from './scene.js';
import { isQuote, normsOf, textOf } from './words.js';

const EVERYONE =
  '(everyone|everybody|anyone|anybody|all|all people|all assignees|the assignee|the assignees|assignee|assignees|the owner|whoever)';
const TAKE = '(unassign|remove|delete|take|drop|kick|detach)';
const OFF = '(from|off|off of|of)';

export function assign(cards: readonly Id[] | undefined, people: readonly Id[] = []): readonly Operation[] {
  return onEach(cards, (cardId) => ({ type: 'card.assign', cardId, add: [...people] }));
}

/** Those people and no others. */
function reassign(scene: Scene, cards: readonly Id[] | undefined, people: readonly Id[] = []): readonly Operation[] {
  return cardsOf(scene, cards).map((card): Operation => {
    const remove = card.assigneeIds.filter((id) => !people.includes(id));
    return { type: 'card.assign', cardId: card.id, add: [...people], ...(remove.length > 0 && { remove }) };
  });
}

/** “Give it to Ana”, where it is Bob's: also, or instead of him? */
function give(scene: Scene, { cards, people }: Who, { clause, slots }: Place): Act | null {
  const { people: named, cards: meant } = slots;
  if (!named || !meant || !people) return null;
  const theirs = cardsOf(scene, cards).filter(({ assigneeIds }) => assigneeIds.some((id) => !people.includes(id)));
  if (theirs.length === 0) return assign(cards, people);
  const others = theirs.flatMap(({ assigneeIds }) => assigneeIds.filter((id) => !people.includes(id)));
  const [who, what] = [textOf(scene.said, named), textOf(scene.said, meant)];
  const now = namesOf(scene, [...new Set(others)]);
  return {
    question: `${nameCards(scene, theirs)} ${theirs.length === 1 ? 'is' : 'are'} assigned to ${now}. Is that to stay so?`,
    choices: [
      { label: `No: ${namesOf(scene, people)} instead`, words: `reassign ${what} to ${who}` },
      { label: `Yes: ${namesOf(scene, people)} as well`, words: `assign ${what} to ${who}` },
    ],
    span: clause,
  };
}

function isOperations(act: Act | null): act is readonly Operation[] {
  return Array.isArray(act);
}

interface Who {
  readonly cards: readonly Id[] | undefined;
  readonly people: readonly Id[] | undefined;
}

function namesOf({ context }: Scene, people: readonly Id[]): string {
  return people.map((id) => context.people.find((person) => person.id === id)?.name ?? 'somebody').join(' and ');
}

export function unassign(scene: Scene, cards: readonly Id[] | undefined, people: readonly Id[] = []): Act {
  const all = cardsOf(scene, cards);
  const isOn = ({ assigneeIds }: Card) => people.some((id) => assigneeIds.includes(id));
  return onThoseWith(all, isOn, {
    make: ({ id }) => [{ type: 'card.assign', cardId: id, remove: [...people] }],
    none: `${nameCards(scene, all)} ${all.length === 1 ? 'is' : 'are'} not assigned to ${namesOf(scene, people)}.`,
  });
}

function unassignAll(scene: Scene, cards: readonly Id[] | undefined): Act {
  const all = cardsOf(scene, cards);
  return onThoseWith(all, ({ assigneeIds }) => assigneeIds.length > 0, {
    make: ({ id, assigneeIds }) => [{ type: 'card.assign', cardId: id, remove: [...assigneeIds] }],
    none: `${nameCards(scene, all)} ${all.length === 1 ? 'is' : 'are'} assigned to nobody.`,
  });
}

function replace(
  scene: Scene,
  cards: readonly Id[] | undefined,
  { from, to }: { from?: Id | undefined; to?: Id | undefined },
) {
  if (from === undefined || to === undefined) return null;
  const all = cardsOf(scene, cards);
  const others = all.filter(({ assigneeIds }) => !assigneeIds.includes(from));
  if (others.length > 0)
    return unassign(
      scene,
      others.map(({ id }) => id),
      [from],
    );
  return all.map(({ id }): Operation => ({ type: 'card.assign', cardId: id, remove: [from], add: [to] }));
}

const ASSIGNING: readonly Intent[] = [
  intent({
    name: 'assign',
    say: [
      '(assign|delegate|allocate) {cards:cards} (to|->) {people:people}',
      '(assign|give|hand|hand over|pass) {cards:cards} to {people:people} (too|also|as well)',
      '(assign|add|put) {people:people} (to|on|onto) {cards:cards} (too|also|as well|)',
      '(have|let) {people:people} (do|take|handle|own|work on) {cards:cards}',
      '{cards:cards} (is|are) (now)? (for|assigned to) {people:people}',
      '{cards:cards} (should|must) (be assigned|go) to {people:people}',
      '(make|set) {people:people} (the|an)? (assignee|owner) (of|for|on) {cards:cards}',
      '(set) the? (assignee|assignees|owner) (of|for|on) {cards:cards} to {people:people}',
      "(put|add) {cards:cards} on {people:people} 's (plate|list)",
      '(assign) {cards:cards} {people:people}',
      '(assign) {people:people} {cards:cards}',
      '(put|sign) {people:people} (down|up) for {cards:cards}',
      '(make) {people:people} (responsible|accountable) for {cards:cards}',
      '(put) {people:people} in charge of {cards:cards}',
      "{cards:cards} 's? (assignee|owner) (:|->|is|should be)? {people:people}",
    ],
    slots: { cards: 'cards', people: 'people' },
    act: ({ cards, people }) => assign(cards, people),
  }),
  intent({
    name: 'assign, said without a verb',
    say: [
      '{cards:cards} (to|->) {people:people}',
      '{people:people} (on|->|is on|are on|is now on|are now on) {cards:cards}',
    ],
    slots: { cards: 'cards', people: 'people' },
    verbless: true,
    act: ({ cards, people }) => assign(cards, people),
  }),
  intent({
    name: 'assign or reassign',
    say: [
      '(give|hand|hand over|hand off|pass|pass on) {cards:cards} (over|on|)? to {people:people}',
      'give {people:people} {cards:cards}',
      '{people:people} (will|should|can|must|has to|needs to)? (both|all)? (takes|take|takes over|take over|does|do|own|owns|handle|handles|gets|get|takes on|take on|takes care of|take care of|looks after|look after|deals with|deal with|look at|look into|picks up|pick up|work on) {cards:cards}',
      "{cards:cards} (is|are) {people:people} 's (job|task|responsibility|) (now|)",
      '{cards:cards} now? (goes|go|belongs|belong) to {people:people}',
      'let {people:people} have {cards:cards}',
    ],
    slots: { cards: 'cards', people: 'people' },
    act: ({ cards, people }, scene, place) => give(scene, { cards, people }, place),
  }),
  intent({
    name: 'assign and schedule',
    say: [
      '(assign|delegate|allocate|give|hand) {cards:cards} to {people:people} (by|to be done by|due by) {date:date}',
      '{people:people} (will|should|must|has to|needs to) (do|take|handle|finish|complete|deliver) {cards:cards} by {date:date}',
    ],
    slots: { cards: 'cards', people: 'people', date: 'date' },
    act({ cards, people = [], date }, scene, place) {
      if (date === undefined) return null;
      const isAlso = ['assign', 'delegate', 'allocate'].includes(normsOf(scene.said, place.clause)[0] ?? '');
      const added = isAlso ? assign(cards, people) : give(scene, { cards, people }, place);
      // Whether others are to stay has to be said first, and then for when it is.
      if (!isOperations(added)) return 'Others are assigned to that. Say “reassign … to …”, and then when it is due.';
      return [...added, ...onEach(cards, (cardId) => ({ type: 'card.schedule', cardId, dueAt: date }))];
    },
  }),
  intent({
    name: 'assign to whoever speaks',
    say: ['(ill|i will) (take|do|handle|own|pick up|work on) {cards:cards} myself?', '{cards:cards} (is|are) mine'],
    slots: { cards: 'cards' },
    act: ({ cards }, { context }) => assign(cards, [context.actorId]),
  }),
  intent({
    name: 'reassign',
    say: [
      '(reassign|re-assign) {cards:cards} to {people:people}',
      '(assign|give|hand|hand over|pass) {cards:cards} to {people:people} instead',
      '(change|switch) the? (assignee|owner|assignees) (of|for|on) {cards:cards} to {people:people}',
    ],
    slots: { cards: 'cards', people: 'people' },
    act: ({ cards, people }, scene) => reassign(scene, cards, people),
  }),
  intent({
    name: 'replace a person',
    say: [
      '(reassign|re-assign|move|transfer|switch|change) {cards:cards} from {from:person} to {to:person}',
      "{to:person} (takes|take|is taking|'s taking|will take) over? {cards:cards} (from|off) {from:person}",
      '(replace|swap) {from:person} (with|by|for) {to:person} (on|for|in|at) {cards:cards}',
      '(change) the? (assignee|owner) (of|for|on) {cards:cards} from {from:person} to {to:person}',
      '(assign|put) {to:person} instead of {from:person} (to|on) {cards:cards}',
      '(take|remove|unassign) {from:person} (off|from) {cards:cards} and (put|add|assign) {to:person} (on|to)? (it|them)? instead',
      '(assign|reassign|give|hand|hand over|pass) {cards:cards} to {to:person} (instead of|rather than|not) {from:person}',
    ],
    slots: { cards: 'cards', from: 'person', to: 'person' },
    act: ({ cards, from, to }, scene) => replace(scene, cards, { from, to }),
  }),
];

const UNASSIGNING: readonly Intent[] = [
  intent({
    name: 'unassign',
    say: [
      `${TAKE} {people:people} ${OFF} {cards:cards}`,
      'unassign {cards:cards} from {people:people}',
      'take {cards:cards} (from|off|away from) {people:people}',
      "{cards:cards} (is|are) no longer {people:people} 's",
      '{cards:cards} (is|are) no longer assigned to {people:people}',
      '{people:people} (is|are) no longer (on|working on|assigned to) {cards:cards}',
    ],
    slots: { cards: 'cards', people: 'people' },
    act: ({ cards, people }, scene) => unassign(scene, cards, people),
  }),
  intent({
    name: 'unassign everyone',
    say: [
      `${TAKE} ${EVERYONE} ${OFF} {cards:cards}`,
      '(clear|remove|delete|drop) (all|the)? (assignee|assignees|people|owner|owners) (of|from|on|for) {cards:cards}',
      "(clear|remove|delete|drop) {cards:cards} 's (assignee|assignees|people|owner)",
      'unassign {cards:cards}',
      '(make|mark|set|leave) {cards:cards} (as)? unassigned',
      '(assign|give) {cards:cards} to (nobody|no one|noone|none)',
      '(assign|put) (nobody|no one|noone) (to|on) {cards:cards}',
      '(nobody|no one|noone) is (doing|working on|on) {cards:cards} (any more|anymore|any longer|now)',
    ],
    slots: { cards: 'cards' },
    act({ cards }, scene, { clause, slots: { cards: meant } }) {
      const said = normsOf(scene.said, clause).join(' ');
      // “Unassign Ana” is about her, and not about all who are on a card with her name.
      const isPerson = meant && !isQuote(scene.said, meant) && scene.reader.slot('person', meant)?.kind === 'clear';
      // “Unassign all” names neither whom nor from what, and “remove all of Ana's cards” no people.
      const isUnsaid = meant && normsOf(scene.said, meant).join(' ') === 'all';
      return isPerson || isUnsaid || /^[a-z]+ all of /u.test(said) ? null : unassignAll(scene, cards);
    },
  }),
];

export const PEOPLE_INTENTS: readonly Intent[] = [...ASSIGNING, ...UNASSIGNING];
