import type { Card } from '../../model.js';
import { readForm } from '../card-index.js';
import { clockOf, dayOfDate } from '../days.js';
import { intent, type Intent } from '../intent.js';
import type { Scene } from '../scene.js';
import { normsOf, type Span } from '../words.js';
import { blockers, dueAndLate, estimate, isLate, labels, people, place, priority, yesOrNo } from './about-cards.js';
import { isDone, nameCards, oneCard, titleOf, type Answer } from './say.js';

interface Checked {
  readonly is: boolean;
  readonly why: string;
}

function whether(name: string, say: readonly string[], check: (scene: Scene, card: Card) => Checked): Intent {
  return intent({
    name,
    say,
    slots: { card: 'card' },
    act({ card }, scene) {
      const found = oneCard(scene, card);
      return found ? yesOrNo(scene, found, check(scene, found)) : null;
    },
  });
}

function isIn(scene: Scene, card: Card): string {
  return `is in ${titleOf(scene.board, card.columnId)}`;
}

/** In “Ready for pickup” a card is ready, though it is not done. */
function isAsCalled({ said, board }: Scene, { columnId }: Card, clause: Span): boolean {
  const { stems } = readForm(board.column(columnId)?.title ?? '');
  return normsOf(said, clause).some((norm) => AS_CALLED.has(norm) && stems.includes(norm));
}

const AS_CALLED = new Set(['done', 'finished', 'complete', 'completed', 'ready', 'closed']);

function tellIfBlocked(scene: Scene, card: Card): Checked {
  const ids = blockers(scene, card);
  if (ids.length > 0) return { is: true, why: `is blocked by ${nameCards(scene, ids)}` };
  // Some say it with a label.
  const isLabeled = scene.board.labelsOf(card).some(({ name }) => name.toLowerCase() === 'blocked');
  return { is: isLabeled, why: isLabeled ? labels(scene, card) : 'is not blocked by any card' };
}

export const WHETHER_INTENTS: readonly Intent[] = [
  intent({
    name: 'whether a card is done',
    say: [
      'is {card:card} (done|finished|complete|completed|ready|closed) (yet|already|)',
      'did we (finish|complete) {card:card}',
      '(has|have) {card:card} been (done|finished|completed|closed|sorted|sorted out|dealt with) (yet|already|)',
    ],
    slots: { card: 'card' },
    act({ card }, scene, { clause }) {
      const found = oneCard(scene, card);
      return found
        ? yesOrNo(scene, found, {
            is: isDone(scene.board, found) || isAsCalled(scene, found, clause),
            why: isIn(scene, found),
          })
        : null;
    },
  }),
  whether('whether a card is overdue', ['is {card:card} (overdue|late)'], (scene, card) => {
    const is = isLate(scene, card);
    const why = is ? dueAndLate(scene, card) : isDone(scene.board, card) ? isIn(scene, card) : dueAndLate(scene, card);
    return { is, why };
  }),
  whether('whether a card is blocked', ['is {card:card} blocked'], tellIfBlocked),
  whether(
    'whether a card has a due date',
    ['(does|do|has) {card:card} (have|got|) (a|any) (due date|deadline)'],
    (scene, card) => ({ is: card.dueAt !== null, why: dueAndLate(scene, card) }),
  ),
  whether(
    'whether a card has an owner',
    [
      '(does|has) {card:card} (have|) (an|any) (owner|assignee)',
      'is {card:card} (assigned|taken|assigned to anyone|assigned to anybody|assigned to somebody|assigned to someone)',
      'is (anyone|anybody|somebody|someone) (working on|on|assigned to) {card:card}',
      'does (anyone|anybody) (work on|have|own) {card:card}',
      '(has|have) (anyone|anybody|somebody|someone) (been assigned to|been put on|taken|picked up|started) {card:card} yet?',
    ],
    (scene, card) => ({ is: card.assigneeIds.length > 0, why: people(scene, card) }),
  ),
  whether('whether a card has a priority', ['(does|has) {card:card} (have|) a priority'], (_, card) => ({
    is: card.priority !== null,
    why: priority(card),
  })),
  whether(
    'whether a card has an estimate',
    ['(does|has) {card:card} (have|) (an|any) estimate', 'is {card:card} estimated'],
    (_, card) => ({
      is: card.estimate !== null,
      why: estimate(card),
    }),
  ),
  whether(
    'whether a card has labels',
    ['(does|has) {card:card} (have|) (any|a) (label|labels|tag|tags)'],
    (scene, card) => ({
      is: scene.board.labelsOf(card).length > 0,
      why: labels(scene, card),
    }),
  ),
  whether(
    'whether a card has details',
    ['(does|has) {card:card} (have|) (any|a|) (details|description)'],
    (_, card) => {
      const is = card.details.trim() !== '';
      return { is, why: is ? 'has details' : 'has no details' };
    },
  ),
  whether(
    'whether a card has a checklist',
    ['(does|has) {card:card} (have|) (any|a|) (checklist|checklists)'],
    (_, { checklists }) => ({
      is: checklists.length > 0,
      why: checklists.length > 0 ? 'has a checklist' : 'has no checklist',
    }),
  ),
  intent({
    name: 'whether a card is somebody’s',
    say: [
      'is {card:card} (assigned to|owned by|on) {person:person}',
      "is {card:card} {person:person} 's",
      'is {person:person} (working on|assigned to|on|doing) {card:card}',
      'does {person:person} have {card:card}',
      'am i (working on|assigned to|on|doing) {card:card}',
      'is {card:card} mine',
    ],
    slots: { card: 'card', person: 'person' },
    careful: true,
    act({ card, person }, scene): Answer | null {
      const found = card === undefined ? undefined : scene.board.card(card);
      if (!found) return null;
      const is = found.assigneeIds.includes(person ?? scene.context.actorId);
      return yesOrNo(scene, found, { is, why: people(scene, found) });
    },
  }),
  intent({
    name: 'whether a card is in a column',
    say: [
      '(is|are) {card:card} (in|still in|already in) {column:column} (yet|already|)',
      'is {card:card} {column:column} (yet|already|)',
    ],
    slots: { card: 'card', column: 'column' },
    act({ card, column }, scene): Answer | null {
      const found = card === undefined ? undefined : scene.board.card(card);
      if (!found || column === undefined) return null;
      return yesOrNo(scene, found, { is: found.columnId === column, why: `is ${place(scene, found)}` });
    },
  }),
  intent({
    name: 'whether a card has a label',
    say: [
      'is {card:card} (labeled|tagged|marked) (as|with|) {label:label}',
      '(does|has) {card:card} (have|) the? (label|tag) {label:label}',
      '(is|are) {card:card} (a|an)? {label:label} (yet|already|)',
    ],
    slots: { card: 'card', label: 'label' },
    act({ card, label }, scene, { slots }): Answer | null {
      const found = card === undefined ? undefined : scene.board.card(card);
      // “Is it urgent?” asks for the priority, whatever labels there are.
      const isPriority = slots['label'] && scene.reader.slot('priority', slots['label']) !== null;
      if (!found || label === undefined || isPriority) return null;
      const is = scene.board.labelsOf(found).some(({ id }) => id === label);
      return yesOrNo(scene, found, { is, why: labels(scene, found) });
    },
  }),
  intent({
    name: 'whether a card has a priority of that kind',
    say: ['is {card:card} (of|) {priority:priority} (priority|)'],
    slots: { card: 'card', priority: 'priority' },
    act({ card, priority: asked }, scene): Answer | null {
      const found = card === undefined ? undefined : scene.board.card(card);
      if (!found || asked === undefined || asked === null) return null;
      return yesOrNo(scene, found, { is: found.priority === asked, why: priority(found) });
    },
  }),
  intent({
    name: 'whether a card is due then',
    say: ['is {card:card} due (on|by|) {date:date}'],
    slots: { card: 'card', date: 'date' },
    act({ card, date }, scene, { clause }): Answer | null {
      const found = card === undefined ? undefined : scene.board.card(card);
      if (!found || date === undefined) return null;
      const clock = clockOf(scene.context);
      const isBy = scene.said.words.slice(clause.from, clause.to).some(({ norm }) => norm === 'by');
      const due = found.dueAt === null ? null : dayOfDate(found.dueAt, clock);
      const day = dayOfDate(date, clock);
      const is = due !== null && (isBy ? due <= day : due === day);
      return yesOrNo(scene, found, { is, why: dueAndLate(scene, found) });
    },
  }),
];
