import type { Board, Card, Id, Priority } from '../model.js';
import { formOf, formText, readForm } from './card-index.js';
import { listOf, nameOf, titleOf } from './questions/say.js';
import { clear, SURE, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { DATE_RULES } from './traits-dates.js';
import {
  EXCEPT,
  adjective,
  filterTrait,
  mapClear,
  readColumns,
  rule,
  trait,
  type Trait,
  type TraitRule,
} from './trait.js';
import { isQuote, normsOf, textOf, type Span } from './words.js';

/** Said of cards, and hardly part of what they are called. */
const VAGUE = new Set(
  (
    'old new other same remaining rest next last first following above below big small important recent previous ' +
    'current only good bad active closed archived deleted empty long short red these those two three four five ten ' +
    'few some more most relevant related similar wrong her his their its our your'
  ).split(' '),
);

/** “All spring cards” are those whose titles have the word, where it is no word for anything else. */
export function titleWord(scene: Scene, at: number): Trait | null {
  const word = scene.said.words[at];
  if (word?.kind !== 'word' || VAGUE.has(word.norm) || ENDS_TEXT.has(word.norm) || word.norm.length < 3) return null;
  const [stem = ''] = readForm(word.text).stems;
  const words = `with “${word.text}”`;
  return trait({ test: (card) => formOf(card).stems.includes(stem), words, filter: { text: word.text } });
}

/** Cards that stand in any of the columns. */
export function inColumns(scene: Scene, columnIds: readonly Id[]): Trait {
  const words = `in ${columnIds.map((id) => titleOf(scene.board, id)).join(' or ')}`;
  return trait({ test: ({ columnId }) => columnIds.includes(columnId), words, columnIds });
}

/** Of people: “of Ana”; of several, what any of them has. */
export function ofPeople(scene: Scene, people: readonly Id[]): Trait {
  const isAlone = people.length === 1;
  const own = (id: Id) => (isAlone && id === scene.context.actorId ? 'yours' : nameOf(scene, id));
  const words = `of ${people.map(own).join(' or ')}`;
  const [only = null] = people;
  return filterTrait(scene, { people }, { words, ownerId: isAlone ? only : null });
}

/** Whoever was named before “her”, “his” or “their” cards; of “her” and “his” that is one person. */
function namedBefore({ said, reader }: Scene, { from }: Span): readonly Id[] {
  const ids = new Set<Id>();
  for (let at = 0; at < from; at += 1) {
    // “Ana's cards and her cards” are those of two people.
    if (said.words[at]?.norm === "'s") return [];
    for (const to of [at + 1, at + 2]) {
      const person =
        to <= from && !SELF.has(said.words[at]?.norm ?? '') ? reader.slot('person', { from: at, to }) : null;
      if (person?.kind === 'clear') ids.add(person.value);
    }
  }
  return ids.size === 1 || said.words[from]?.norm === 'their' ? [...ids] : [];
}

const SELF = new Set(['i', 'me', 'myself']);

/** What somebody has, and has not finished yet. */
export function workOf(scene: Scene, people: readonly Id[]): Trait {
  const of = ofPeople(scene, people);
  const names = listOf(people.map((id) => nameOf(scene, id)));
  const are = people.length > 1 || names === 'you' ? 'are' : 'is';
  return trait({
    test: (card) => of.test(card) && !isDone(scene.board, card),
    words: `that ${names} ${are} working on`,
  });
}

function withLabel(scene: Scene, labelId: Id): Trait {
  const name = scene.board.label(labelId)?.name ?? '';
  return filterTrait(scene, { labels: [labelId] }, { words: `labelled “${name}”` });
}

/** Cards that show all of the labels. */
function withLabels(scene: Scene, labelIds: readonly Id[]): Trait {
  const [only] = labelIds;
  if (only !== undefined && labelIds.length === 1) return withLabel(scene, only);
  const all = labelIds.map((id) => withLabel(scene, id));
  return trait({
    test: (card) => all.every(({ test }) => test(card)),
    words: all.map(({ words }) => words).join(' and '),
  });
}

function withPriority(scene: Scene, priority: Priority | null): Trait {
  const words = priority === null ? 'without a priority' : priority === 'urgent' ? priority : `${priority}-priority`;
  return filterTrait(scene, { priorities: [priority ?? 'none'] }, { words, isBefore: priority !== null });
}

/** By its estimate; a card without one is of no size. */
function ofSize({ is, points }: { is: 'of' | 'over' | 'under'; points: number }): Trait {
  const compare = {
    of: (one: number) => one === points,
    over: (one: number) => one > points,
    under: (one: number) => one < points,
  };
  const test = ({ estimate }: Card) => estimate !== null && compare[is](estimate);
  return trait({
    test,
    words: `${is === 'of' ? 'with' : `with ${is}`} ${points} ${points === 1 ? 'point' : 'points'}`,
  });
}

function isDone(board: Board, card: Card): boolean {
  return board.column(card.columnId)?.done === true;
}

function isBlocked(board: Board, card: Card): boolean {
  return card.links.some(({ kind, cardId }) => {
    const other = kind === 'blocked_by' ? board.card(cardId) : undefined;
    return other !== undefined && !isDone(board, other);
  });
}

function withText(scene: Scene, span: Span | undefined, where: 'title' | 'all'): Reading<Trait> {
  if (!span) return null;
  const text = textOf(scene.said, span);
  // “About Ana” is not of what has her name in it.
  if (scene.reader.slot('person', span)?.kind === 'clear' && !isQuote(scene.said, span)) return null;
  // What goes on with more about the cards is no text, unless it is in quotation marks.
  if (normsOf(scene.said, span).some((norm) => ENDS_TEXT.has(norm)) && !isQuote(scene.said, span)) return null;
  const { stems } = readForm(text);
  const has = (card: Card) => {
    const words = new Set(formOf(card).stems);
    if (stems.every((word) => words.has(word))) return true;
    return where === 'all' && ` ${formText(card.details).stems.join(' ')} `.includes(` ${stems.join(' ')} `);
  };
  return clear(trait({ test: has, words: `with “${text}”`, filter: { text } }), SURE.words);
}

const ENDS_TEXT = new Set([...EXCEPT, 'and', 'or', ',', 'but', 'that', 'which', 'from']);
const NO =
  '(without|and no|with no|without any|with out|have no|has no|having no|dont have|doesnt have|do not have|does not have|lack|lacks|lacking) (a|an|any|the)?';
const OF_ANY = '(assigned to|belonging to|of|for|owned by|that belong to|on)';

export const TRAIT_RULES: readonly TraitRule[] = [
  rule(['(in|from|on|of|inside|under|within|out of) {columns:columns}'], ({ slots }, scene) =>
    mapClear(slots['columns'] ? readColumns(scene, slots['columns']) : null, (ids) => inColumns(scene, ids)),
  ),
  adjective(['{column:column}'], ({ slots }, scene) => {
    const column = scene.reader.slot('column', slots['column']);
    return column?.kind === 'clear' ? clear(inColumns(scene, [column.value]), column.sure) : null;
  }),
  rule([`${OF_ANY} {people:people}`, '{people:people} (has|have|owns|own|is assigned to)'], ({ slots }, scene) =>
    mapClear(scene.reader.slot('people', slots['people']), (ids) => ofPeople(scene, ids)),
  ),
  rule(['(that|which)? {people:people} (is|are|am) (working on|doing|busy with)'], ({ slots }, scene) =>
    mapClear(scene.reader.slot('people', slots['people']), (ids) => workOf(scene, ids)),
  ),
  rule(['(of|is|are)? mine', '(that|which)? i (have|own|am assigned to)'], (_, scene) =>
    clear(ofPeople(scene, [scene.context.actorId])),
  ),
  adjective(["{person:person} 's"], ({ slots }, scene) =>
    mapClear(scene.reader.slot('person', slots['person']), (id) => ofPeople(scene, [id])),
  ),
  adjective(['my'], (_, scene) => clear(ofPeople(scene, [scene.context.actorId]))),
  adjective(['(her|his|their)'], (_, scene, span) => {
    const people = namedBefore(scene, span);
    return people.length === 0 ? null : clear(ofPeople(scene, people));
  }),
  adjective(['(unassigned|ownerless|unowned)'], (_, scene) =>
    clear(filterTrait(scene, { people: ['none'] }, { words: 'unassigned', isBefore: true })),
  ),
  rule(
    [
      `${NO} (assignee|assignees|owner|owners|one assigned|people|person)`,
      '(assigned to|of) (nobody|noone|no one|no-one)',
      '(nobody|noone|no one) (has|owns|is working on|is assigned to|has picked up|picked up|has taken|took)',
      '(has|have|did) (nobody|noone|no one|not anyone) (picked up|pick up|taken|take|claimed|claim)',
      `${NO} (anyone|anybody) (assigned|on it|on them|assigned to it|assigned to them)`,
      '(that|which)? (have|has|with) (nobody|noone|no one) (assigned|on it|on them|)',
      'not assigned (to anyone|to anybody|)',
      '(have|has|with) (nobody|noone|no one) assigned',
    ],
    (_, scene) => clear(filterTrait(scene, { people: ['none'] }, { words: 'without an assignee' })),
  ),
  rule(
    [
      '(labeled|tagged|marked) (as|with)? both? {labels:labels}',
      '(with|having|have|has) (the|a|an)? (label|labels|tag|tags) {labels:labels}',
      '(with|having|have|has) (the|a|an)? {labels:labels} (label|labels|tag|tags)',
    ],
    ({ slots }, scene) => mapClear(scene.reader.slot('labels', slots['labels']), (ids) => withLabels(scene, ids)),
  ),
  adjective(['{label:label}'], ({ slots }, scene) => {
    const label = scene.reader.slot('label', slots['label']);
    return label?.kind === 'clear' ? clear(withLabel(scene, label.value), label.sure) : null;
  }),
  adjective(['(unlabeled|untagged)'], (_, scene) =>
    clear(filterTrait(scene, { labels: ['none'] }, { words: 'unlabelled', isBefore: true })),
  ),
  rule(
    [`${NO} (label|labels|tag|tags) {labels:labels}`, `${NO} {labels:labels} (label|labels|tag|tags)`],
    ({ slots }, scene) =>
      mapClear(scene.reader.slot('labels', slots['labels']), (ids) => {
        const { test, words } = withLabels(scene, ids);
        return trait({ test: (card) => !test(card), words: `not ${words}` });
      }),
  ),
  rule([`${NO} (label|labels|tag|tags)`], (_, scene) =>
    clear(filterTrait(scene, { labels: ['none'] }, { words: 'without labels' })),
  ),
  adjective(['{priority:priority} (priority|prio)'], ({ slots }, scene) => {
    const priority = scene.reader.slot('priority', slots['priority']);
    // “No priority” is none of the priorities.
    return priority?.kind === 'clear' && priority.value !== null ? clear(withPriority(scene, priority.value)) : null;
  }),
  adjective(['(urgent|critical)'], (_, scene) => clear(withPriority(scene, 'urgent'))),
  adjective(['high-priority'], (_, scene) => clear(withPriority(scene, 'high'))),
  adjective(['low-priority'], (_, scene) => clear(withPriority(scene, 'low'))),
  rule(
    [
      '(with|of|at) {priority:priority} (priority|prio)',
      '(with|of) (priority|prio) {priority:priority}',
      'marked as? {priority:priority}',
    ],
    ({ slots }, scene) =>
      mapClear(scene.reader.slot('priority', slots['priority']), (value) => withPriority(scene, value)),
  ),
  rule([`${NO} priority`], (_, scene) => clear(withPriority(scene, null))),
  adjective(['(done|finished|completed|complete)'], (_, { board }) => {
    const doneIds = board.columns().filter(({ done }) => done);
    return doneIds.length === 0
      ? null
      : clear(trait({ test: (card) => isDone(board, card), words: 'done', isBefore: true }));
  }),
  adjective(
    ['still? (open|unfinished|incomplete|undone|remaining)', 'not (done|finished|complete|completed) yet?'],
    (_, { board }) => {
      const doneIds = board.columns().filter(({ done }) => done);
      return doneIds.length === 0
        ? null
        : clear(trait({ test: (card) => !isDone(board, card), words: 'unfinished', isBefore: true }));
    },
  ),
  adjective(['blocked'], (_, { board }) =>
    clear(trait({ test: (card) => isBlocked(board, card), words: 'blocked', isBefore: true })),
  ),
  rule(
    [
      '(about|regarding|called|named|titled) {text:words}',
      'with {text:words} in (the|its|their) (title|titles|name|names)',
    ],
    ({ slots }, scene) => withText(scene, slots['text'], 'title'),
  ),
  rule(
    [
      '(that|which)? (containing|contain|contains|mentioning|mention|mentions|matching|saying) (a|an|the)? {text:words}',
    ],
    ({ slots }, scene) => withText(scene, slots['text'], 'all'),
  ),
  rule(
    [
      '(created|added|made|written|reported|opened|filed) by {person:person}',
      '{person:person} (created|added|made|wrote)',
    ],
    ({ slots }, scene) =>
      mapClear(scene.reader.slot('person', slots['person']), (id) =>
        trait({ test: ({ createdBy }) => createdBy === id, words: `created by ${nameOf(scene, id)}` }),
      ),
  ),
  rule(
    ['(with|of|estimated at|worth) {number:number} (points|point|pts|sp)', 'estimated at {number:number}'],
    ({ slots }, scene) =>
      mapClear(scene.reader.slot('number', slots['number']), (points) => ofSize({ is: 'of', points })),
  ),
  rule(
    ['(with|of|that have|have)? (more|over|bigger|larger) than? {number:number} (points|point|pts|sp)'],
    ({ slots }, scene) =>
      mapClear(scene.reader.slot('number', slots['number']), (points) => ofSize({ is: 'over', points })),
  ),
  rule(
    ['(with|of|that have|have)? (less|fewer|under|smaller) than? {number:number} (points|point|pts|sp)'],
    ({ slots }, scene) =>
      mapClear(scene.reader.slot('number', slots['number']), (points) => ofSize({ is: 'under', points })),
  ),
  rule([`${NO} (estimate|estimates|points)`], () =>
    clear(trait({ test: ({ estimate }) => estimate === null, words: 'without an estimate' })),
  ),
  adjective(['(unestimated)'], () =>
    clear(trait({ test: ({ estimate }) => estimate === null, words: 'unestimated', isBefore: true })),
  ),
  rule([`${NO} (details|description|descriptions)`], () =>
    clear(trait({ test: ({ details }) => details.trim() === '', words: 'without details' })),
  ),
  rule([`${NO} (checklist|checklists)`], () =>
    clear(trait({ test: ({ checklists }) => checklists.length === 0, words: 'without a checklist' })),
  ),
  ...DATE_RULES,
];
