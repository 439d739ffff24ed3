import { isAfter, isWholeDay } from '../dates.js';
import type { Card, CardDate, Id } from '../model.js';
import type { Operation } from '../operations.js';
import { addDays } from './calendar.js';
import { shiftDay, shiftMoment, type Duration } from './find-duration.js';
import { intent, type Intent } from './intent.js';
import { cardsOf, nameCards, onEach, onThoseWith } from './on-cards.js';
import type { Scene } from './scene.js';
import { normsOf } from './words.js';

const DUE = '(due|due date|due dates|deadline|deadlines|due day|date)';
const DATES = 'all? the? (due dates|deadlines|dates)';
const START = '(start|start date|start dates|starting date|start day|begin date)';
const OF = '(of|for|on)';
const ON = '(on|by|at|in|to|for|:|=|->|until)';
const SET = '(set|make|mark|change|give|update|edit|put)';
const IS = '(is|are|should be|must be|needs to be|need to be|has to be|have to be|will be)';
const LATER = '(push|push back|postpone|delay|defer|move|move back|shift|extend|snooze|bump|put off|reschedule|slip)';
const EARLIER = '(bring forward|pull forward|pull in|move up|bring up)';
const CLEAR = '(remove|clear|delete|drop|unset|cancel|take|take away|take off|erase|scrap|lose|get rid of)';
const ANY_MORE = '(any more|anymore|any longer|)';
const NOW =
  '(has|have|has been|have been|is|are) (moved|changed|pushed|pushed back|brought forward|slipped|shifted|now)';
const NO = '(none|nothing|no date|never|empty)';

type Field = 'dueAt' | 'startAt';

function schedule(cards: readonly Id[] | undefined, field: Field, date: CardDate | undefined) {
  return date === undefined ? null : onEach(cards, (cardId) => ({ type: 'card.schedule', cardId, [field]: date }));
}

const NAMES: Readonly<Record<Field, string>> = { dueAt: 'due date', startAt: 'start date' };

/** “The dates” are both of them. */
function clearDates(scene: Scene, cards: readonly Id[] | undefined) {
  const all = cardsOf(scene, cards);
  return onThoseWith(all, ({ dueAt, startAt }) => dueAt !== null || startAt !== null, {
    make: ({ id, dueAt, startAt }): Operation[] => [
      {
        type: 'card.schedule',
        cardId: id,
        ...(dueAt !== null && { dueAt: null }),
        ...(startAt !== null && { startAt: null }),
      },
    ],
    none: `${nameCards(scene, all)} ${all.length === 1 ? 'has' : 'have'} no dates.`,
  });
}

function clearDate(scene: Scene, cards: readonly Id[] | undefined, field: Field) {
  const all = cardsOf(scene, cards);
  if (all.length === 0) return [];
  return onThoseWith(all, (card) => card[field] !== null, {
    make: (card): Operation[] => [{ type: 'card.schedule', cardId: card.id, [field]: null }],
    none: `${nameCards(scene, all)} ${all.length === 1 ? 'has' : 'have'} no ${NAMES[field]}.`,
  });
}

interface Shift {
  readonly field: Field;
  readonly by: Duration | undefined;
  readonly earlier?: boolean;
}

/** Later or earlier than it is: all of the cards have such a date, or nothing is done. */
function shift(scene: Scene, cards: readonly Id[] | undefined, { field, by, earlier = false }: Shift) {
  if (!by) return null;
  const all = cardsOf(scene, cards);
  const missing = all.filter((card) => card[field] === null);
  if (missing.length > 0) return `${nameCards(scene, missing)} ${hasNone(missing, field)}`;
  const duration = earlier ? { ...by, amount: -by.amount } : by;
  const operations: Operation[] = [];
  for (const card of all) {
    const date = shifted(card[field], duration, scene.context.timeZone);
    if (date === null)
      return `${nameCards(scene, [card])} is due on a day, without a time. Say how many days to move it.`;
    operations.push({ type: 'card.schedule', cardId: card.id, [field]: date });
  }
  return operations;
}

function hasNone({ length }: readonly Card[], field: Field): string {
  return `${length === 1 ? 'has' : 'have'} no ${NAMES[field]} to move. Set one first.`;
}

function shifted(date: CardDate | null, by: Duration, timeZone: string): CardDate | null {
  if (date === null) return null;
  if (!isWholeDay(date)) return shiftMoment(date, by, timeZone);
  return by.unit === 'hour' || by.unit === 'minute' ? null : shiftDay(date, by);
}

/** To a date, where the words say that it is later or earlier than the one there is. */
function moveTo(scene: Scene, cards: readonly Id[] | undefined, to: { date: CardDate | undefined; later: boolean }) {
  const { date, later } = to;
  if (date === undefined) return null;
  const wrong = cardsOf(scene, cards).filter(
    ({ dueAt }) => dueAt !== null && (later ? isAfter(dueAt, date) : isAfter(date, dueAt)),
  );
  if (wrong.length === 0) return schedule(cards, 'dueAt', date);
  return `${nameCards(scene, wrong)} ${wrong.length === 1 ? 'is' : 'are'} due ${later ? 'later' : 'earlier'} than that. Say “set the due date”, if it is meant.`;
}

/** “From Monday to Friday”: the Friday after that Monday. */
function dueAfter(start: CardDate, due: CardDate): CardDate {
  return isWholeDay(start) && isWholeDay(due) && due < start && addDays(due, 7) > start ? addDays(due, 7) : due;
}

const DUE_INTENTS: readonly Intent[] = [
  intent({
    name: 'due',
    say: [
      `${SET} (the|a)? ${DUE} ${OF} {cards:cards} ${ON}? {date:date}`,
      `${SET} {cards:cards} 's? ${DUE} ${ON} {date:date}`,
      `${SET} {cards:cards} (as|to)? ${DUE} ${ON}? {date:date}`,
      `${SET} {cards:cards} to be ${DUE} ${ON}? {date:date}`,
      `${SET} {cards:cards} ${DUE} ${ON}? {date:date} instead`,
      `(give|set) {cards:cards} (a|the) ${DUE} (of|on|for|:)? {date:date}`,
      'give {cards:cards} (until|till) {date:date}',
      `(put|set|add) (a|the)? ${DUE} (of|on)? {date:date} (on|to|for) {cards:cards}`,
      `(add|put) {date:date} as (the|a)? ${DUE} (on|to|for|of) {cards:cards}`,
      `(set|use|make) {date:date} as (the|a)? ${DUE} (on|to|for|of) {cards:cards}`,
      `schedule {cards:cards} (for|on|by)? {date:date}`,
      '(set|book|plan) {cards:cards} for {date:date}',
      `(the|)? ${DUE} ${OF} {cards:cards} (is|are|:|=|->|to|should be|${NOW}) ${ON}? {date:date}`,
      `{cards:cards} 's? ${DUE} (is|are|:|=|->|should be|${NOW}) ${ON}? {date:date}`,
      `{cards:cards} ,? ${IS} (all|both|now|)? due ${ON}? {date:date}`,
      `{cards:cards} (needs|must|has|have|need|should) (to be|be) (done|finished|ready|completed) by {date:date}`,
      `(finish|complete) {cards:cards} by {date:date}`,
      `${DUE} ${ON}? {date:date} (for|on) {cards:cards}`,
      `(make|set) {date:date} the ${DUE} ${OF} {cards:cards}`,
      `(change|move|reschedule|shift|update) (the)? ${DUE} ${OF} {cards:cards} (to|->) {date:date}`,
      `(change|move|reschedule|shift|update) {cards:cards} 's? ${DUE} (to|->) {date:date}`,
      'reschedule {cards:cards} (to|for|->) {date:date}',
    ],
    slots: { cards: 'cards', date: 'date' },
    act: ({ cards, date }) => schedule(cards, 'dueAt', date),
  }),
  intent({
    name: 'due, said without a verb',
    say: [`{cards:cards} (:|,|->)? ${DUE} ${ON}? {date:date}`, '{cards:cards} by {date:date}'],
    slots: { cards: 'cards', date: 'date' },
    verbless: true,
    act: ({ cards, date }) => schedule(cards, 'dueAt', date),
  }),
  intent({
    name: 'due, but when?',
    say: [
      `(add|set|give|put|change|move) (the|a|an)? new? ${DUE} (to|on|for|of) {cards:cards}`,
      '(postpone|delay|defer|push back|extend|snooze|reschedule) {cards:cards}',
    ],
    slots: { cards: 'cards' },
    act: (_, { board }) => `Say for which day: “${board.key}-1 is due on Friday”.`,
  }),
  intent({
    name: 'clear due dates',
    say: [
      `${CLEAR} (the|a|any|all)? ${DUE} (of|from|on|for|off) {cards:cards}`,
      `${CLEAR} ${DATES} in {column:column}`,
      `${CLEAR} {cards:cards} 's? ${DUE}`,
      `${CLEAR} the? ${DUE} {cards:cards}`,
      `(set|change) (the)? ${DUE} ${OF} {cards:cards} to ${NO}`,
      `(no|without) ${DUE} (for|on) {cards:cards} ${ANY_MORE}`,
      `{cards:cards} (has|have|needs|gets|with) no ${DUE} ${ANY_MORE}`,
      `(make|set) {cards:cards} (to)? (have)? no ${DUE}`,
      `(give) {cards:cards} no ${DUE}`,
      `{cards:cards} (:)? no ${DUE}`,
      '(unschedule) {cards:cards}',
      '{cards:cards} (is not|isnt|are not|arent) due (any more|anymore|any longer)',
      '{cards:cards} (is|are) no longer due',
    ],
    slots: { cards: 'cards', column: 'column' },
    act: ({ cards, column }, scene) => clearDate(scene, cards ?? datedIn(scene, column), 'dueAt'),
  }),
];

const CLEAR_INTENTS: readonly Intent[] = [
  intent({
    name: 'clear dates',
    say: [`${CLEAR} (the|a|any|all|all the)? (date|dates) (of|from|on|for|off) {cards:cards}`],
    slots: { cards: 'cards' },
    act: ({ cards }, scene) => clearDates(scene, cards),
  }),
];

const START_INTENTS: readonly Intent[] = [
  intent({
    name: 'start',
    say: [
      `${SET} (the|a)? ${START} ${OF} {cards:cards} ${ON}? {date:date}`,
      `${SET} {cards:cards} 's ${START} ${ON} {date:date}`,
      `(give|set) {cards:cards} (a|the) ${START} (of|on|for|:)? {date:date}`,
      `(put|set|add) (a|the)? ${START} (of|on)? {date:date} (on|to|for) {cards:cards}`,
      `(start|begin) (work on)? {cards:cards} (on|at|from)? {date:date}`,
      `(move|change|shift|reschedule) (the)? ${START} ${OF} {cards:cards} (to|->) {date:date}`,
      `(the|)? ${START} ${OF} {cards:cards} (is|are|:|=|->|should be) (on)? {date:date}`,
      `{cards:cards} (starts|start|begins|begin|should start|will start|can start|to start|starting) (on|at|from)? {date:date}`,
      `{cards:cards} ${START} (:|on|is)? {date:date}`,
    ],
    slots: { cards: 'cards', date: 'date' },
    act: ({ cards, date }) => schedule(cards, 'startAt', date),
  }),
  intent({
    name: 'start and due',
    say: [
      '(schedule|plan|set) {cards:cards} from {start:date} (to|until|till|-|through) {due:date}',
      '{cards:cards} (runs|goes|lasts|is) from {start:date} (to|until|till|-|through) {due:date}',
      '(start|begin) {cards:cards} on {start:date} and (finish|complete|end) it (on|by) {due:date}',
      '{cards:cards} (starts|start|begins|begin) (on|at)? {start:date} and (is|are)? due (on|by)? {due:date}',
    ],
    slots: { cards: 'cards', start: 'date', due: 'date' },
    act: ({ cards, start, due }) =>
      start === undefined || due === undefined
        ? null
        : onEach(cards, (cardId) => ({ type: 'card.schedule', cardId, startAt: start, dueAt: dueAfter(start, due) })),
  }),
  intent({
    name: 'clear start dates',
    say: [
      `${CLEAR} (the|a|any|all)? ${START} (of|from|on|for|off) {cards:cards}`,
      `${CLEAR} {cards:cards} 's ${START}`,
      `{cards:cards} (has|have|needs) no ${START} (any more|anymore|)`,
      `(no|without) ${START} (for|on) {cards:cards}`,
    ],
    slots: { cards: 'cards' },
    act: ({ cards }, scene) => clearDate(scene, cards, 'startAt'),
  }),
];

/** “The due dates in Review” are those that there are. */
function datedIn({ board }: Scene, column: Id | undefined): readonly Id[] | undefined {
  return column === undefined
    ? undefined
    : board.cardsIn(column).flatMap(({ id, dueAt }) => (dueAt === null ? [] : [id]));
}

const SHIFT_INTENTS: readonly Intent[] = [
  intent({
    name: 'move due dates later',
    say: [
      `${LATER} {cards:cards} (by|back|back by|out|out by|for|for another|later by|on by)? {by:duration}`,
      `${LATER} {cards:cards} (by)? {by:duration} (later|back|out)`,
      `${LATER} (the)? ${DUE} ${OF} {cards:cards} (by|back|back by|out by|for)? {by:duration} (later|back|)`,
      `${LATER} {cards:cards} 's? ${DUE} (by|back|back by|out by)? {by:duration}`,
      `${LATER} ${DATES} in {column:column} (by|back|back by|out by)? {by:duration} (later|back|)`,
      `give {cards:cards} {by:duration} (longer|more|extra|more time)`,
      'give {cards:cards} (another|an extra) {by:duration}',
      `(make) {cards:cards} (due)? {by:duration} later`,
    ],
    slots: { cards: 'cards', column: 'column', by: 'duration' },
    act: ({ cards, column, by }, scene) => shift(scene, cards ?? datedIn(scene, column), { field: 'dueAt', by }),
  }),
  intent({
    name: 'due dates later or earlier, said without a verb',
    say: [
      `(the|)? ${DUE} ${OF} {cards:cards} {by:duration} (later|earlier|sooner)`,
      '{cards:cards} due {by:duration} (later|earlier|sooner)',
    ],
    slots: { cards: 'cards', by: 'duration' },
    verbless: true,
    act: ({ cards, by }, scene, { clause }) =>
      shift(scene, cards, { field: 'dueAt', by, earlier: scene.said.words[clause.to - 1]?.norm !== 'later' }),
  }),
  intent({
    name: 'give more time',
    say: ['give {cards:cards} {by:duration}'],
    slots: { cards: 'cards', by: 'duration' },
    act: ({ cards, by }, scene, { slots }) =>
      slots['by'] && normsOf(scene.said, slots['by']).includes('more')
        ? shift(scene, cards, { field: 'dueAt', by })
        : null,
  }),
  intent({
    name: 'move due dates earlier',
    say: [
      `${EARLIER} {cards:cards} (by)? {by:duration}`,
      `(bring|pull) {cards:cards} (forward|forwards|in) (by)? {by:duration}`,
      `(bring|pull|move) {cards:cards} (by)? {by:duration} (earlier|sooner)`,
      '(move|bring) {cards:cards} up by? {by:duration}',
      `(make) {cards:cards} (due)? {by:duration} (earlier|sooner)`,
      `(bring|pull) (the)? ${DUE} ${OF} {cards:cards} (forward|in) (by)? {by:duration}`,
      `(bring|pull|move) (the)? ${DUE} ${OF} {cards:cards} (by)? {by:duration} (earlier|sooner)`,
    ],
    slots: { cards: 'cards', by: 'duration' },
    act: ({ cards, by }, scene) => shift(scene, cards, { field: 'dueAt', by, earlier: true }),
  }),
  intent({
    name: 'move start dates later',
    say: [`${LATER} (the)? ${START} ${OF} {cards:cards} (by|back|back by|out by)? {by:duration} (later|back|)`],
    slots: { cards: 'cards', by: 'duration' },
    act: ({ cards, by }, scene) => shift(scene, cards, { field: 'startAt', by }),
  }),
  intent({
    name: 'postpone to a date',
    say: [
      `(push back|postpone|delay|defer|extend|snooze|bump|put off) {cards:cards} (to|till|until|->) {date:date}`,
      'push {cards:cards} (till|until) {date:date}',
      `(push|push back|postpone|delay|defer|extend|put off) (the)? ${DUE} ${OF} {cards:cards} (to|till|until|->) {date:date}`,
      `(push|put) {cards:cards} (back|off|out) (to|till|until) {date:date}`,
    ],
    slots: { cards: 'cards', date: 'date' },
    act: ({ cards, date }, scene) => moveTo(scene, cards, { date, later: true }),
  }),
  intent({
    name: 'move to a date',
    say: ['(move|shift|push|set) {cards:cards} (to|->) {date:date}'],
    slots: { cards: 'cards', date: 'date' },
    // A column may be called “Today”.
    act: ({ cards, date }, { reader }, { slots }) =>
      slots['date'] && reader.canBe('column', slots['date']) ? null : schedule(cards, 'dueAt', date),
  }),
  intent({
    name: 'bring forward to a date',
    say: [
      `${EARLIER} {cards:cards} to {date:date}`,
      `(bring|pull) {cards:cards} (forward|forwards|in|ahead) to {date:date}`,
      `(bring|pull) (the)? ${DUE} ${OF} {cards:cards} to {date:date}`,
      `(bring|pull|move) (the)? ${DUE} ${OF} {cards:cards} (forward|forwards|in|ahead) to {date:date}`,
    ],
    slots: { cards: 'cards', date: 'date' },
    act: ({ cards, date }, scene) => moveTo(scene, cards, { date, later: false }),
  }),
];

export const DATE_INTENTS: readonly Intent[] = [...DUE_INTENTS, ...CLEAR_INTENTS, ...START_INTENTS, ...SHIFT_INTENTS];
