import type { Card, CardDate } from '../model.js';
import { nameDay } from './calendar.js';
import { clockOf, dayOfDate, daysNamed, monthNamed, plusDays, type Days } from './days.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { adjective, filterTrait, mapClear, rule, trait, type Trait, type TraitRule } from './trait.js';
import { normsOf, type Span } from './words.js';

export const NAMED = '(today|tomorrow|yesterday|this week|next week|last week|this month|next month|last month)';
const NO =
  '(without|and no|with no|without any|with out|have no|has no|having no|dont have|doesnt have|do not have|does not have|lack|lacks|lacking) (a|an|any|the)?';
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, days: 1, week: 7, weeks: 7, month: 30, months: 30 };

/** The days that the words have a name for. */
export function daysIn(scene: Scene, span: Span): Days | null {
  const words = normsOf(scene.said, span);
  const clock = clockOf(scene.context);
  return daysNamed(words.slice(-2).join(' '), clock) ?? daysNamed(words.slice(-1).join(' '), clock);
}

function dueOn(scene: Scene, { first, last }: Days, words: string): Trait {
  const clock = clockOf(scene.context);
  const isToday = first === last && first === clock.dayOf(clock.now);
  const test = ({ dueAt }: Card) => dueAt !== null && isWithin(dayOfDate(dueAt, clock), { first, last });
  return trait({ test, words, filter: isToday ? { due: ['today'] } : null });
}

/** Days with or without a name of their own: `today`, `next week`, `Friday`. */
function spanDue(scene: Scene, span: Span | undefined): { readonly days: Days; readonly words: string } | null {
  if (!span) return null;
  const clock = clockOf(scene.context);
  const words = normsOf(scene.said, span).join(' ');
  const named = daysNamed(words, clock);
  if (named) return { days: named, words };
  const date = scene.reader.slot('date', span);
  if (date?.kind !== 'clear') return null;
  const day = dayOfDate(date.value, clock);
  return { days: { first: day, last: day }, words: `on ${nameDay(day)}` };
}

export function isWithin(day: string, { first, last }: Days): boolean {
  return first <= day && day <= last;
}

function dueBy(
  scene: Scene,
  date: CardDate,
  { side, words }: { side: 'before' | 'by' | 'after' | 'on'; words: string },
): Trait {
  const clock = clockOf(scene.context);
  const day = dayOfDate(date, clock);
  const compare: Readonly<Record<typeof side, (due: string) => boolean>> = {
    before: (due) => due < day,
    by: (due) => due <= day,
    after: (due) => due > day,
    on: (due) => due === day,
  };
  return trait({ test: ({ dueAt }) => dueAt !== null && compare[side](dayOfDate(dueAt, clock)), words });
}

/** “Due in June”, “due before December”. */
function dueInMonth({ context }: Scene, [, side = '', name = '', ...more]: readonly string[]): Reading<Trait> {
  const clock = clockOf(context);
  const month = more.length === 0 ? monthNamed(name, clock.dayOf(clock.now)) : null;
  if (!month) return null;
  const isThen = (day: string) =>
    side === 'in' ? isWithin(day, month) : side === 'before' ? day < month.first : day > month.last;
  const test = ({ dueAt }: Card) => dueAt !== null && isThen(dayOfDate(dueAt, clock));
  return clear(trait({ test, words: `due ${side} ${name.charAt(0).toUpperCase()}${name.slice(1)}` }));
}

function dueRule(say: readonly string[], side: 'before' | 'by' | 'after' | 'on'): TraitRule {
  return rule(say, ({ slots }, scene) =>
    mapClear(scene.reader.slot('date', slots['date']), (date) =>
      dueBy(scene, date, { side, words: `due ${side} ${nameDay(date.slice(0, 10))}` }),
    ),
  );
}

/** The number and unit of `for 2 weeks`, in days. */
function daysOf(scene: Scene, number: Span | undefined, unit: Span | undefined): number | null {
  // “Older than a week” has no number.
  const count = number ? scene.reader.slot('number', number) : clear(1);
  const [word = ''] = unit ? normsOf(scene.said, unit) : [];
  const days = Object.hasOwn(UNIT_DAYS, word) ? (UNIT_DAYS[word] ?? null) : null;
  return count?.kind === 'clear' && days !== null ? count.value * days : null;
}

function untouched(scene: Scene, days: number | null): Reading<Trait> {
  return days === null ? null : clear(filterTrait(scene, { untouched: days }, { words: `untouched for ${days} days` }));
}

const UNTOUCHED = '(untouched|unchanged|idle|inactive|not touched|not changed|not updated|not been touched)';

export const DATE_RULES: readonly TraitRule[] = [
  adjective(['(overdue|late)'], (_, scene) =>
    clear(filterTrait(scene, { due: ['overdue'] }, { words: 'overdue', isBefore: true })),
  ),
  rule(['past (due|their due date|its due date|the due date|their deadline|the deadline)'], (_, scene) =>
    clear(filterTrait(scene, { due: ['overdue'] }, { words: 'overdue', isBefore: true })),
  ),
  rule(['due (on|in)? {one:words} or (on|in)? {other:words}'], ({ slots }, scene) => {
    const [one, other] = [spanDue(scene, slots['one']), spanDue(scene, slots['other'])];
    const clock = clockOf(scene.context);
    return one && other
      ? clear(
          trait({
            test: ({ dueAt }) => {
              const day = dueAt === null ? null : dayOfDate(dueAt, clock);
              return day !== null && (isWithin(day, one.days) || isWithin(day, other.days));
            },
            words: `due ${one.words} or ${other.words}`,
          }),
        )
      : null;
  }),
  rule([`due (on|in|by)? ${NAMED}`], (_, scene, { to }) => {
    const span = { from: to - 2, to };
    const days = daysIn(scene, span);
    const norms = normsOf(scene.said, span).join(' ');
    return days ? clear(dueOn(scene, days, `due ${norms.replace(/^due /u, '')}`)) : null;
  }),
  rule(['due (in|within) the? next? {number:number} {unit:words}'], ({ slots }, scene) => {
    const days = daysOf(scene, slots['number'], slots['unit']);
    const today = clockOf(scene.context).dayOf(scene.context.now);
    return days === null
      ? null
      : clear(dueOn(scene, { first: today, last: plusDays(today, days) }, `due within ${days} days`));
  }),
  rule(['due (in|before|after) {month:words}'], (_, scene, span) => dueInMonth(scene, normsOf(scene.said, span))),
  rule(['due (between|from) {first:date} (and|to|until|till) {last:date}'], ({ slots }, scene) => {
    const [first, last] = [scene.reader.slot('date', slots['first']), scene.reader.slot('date', slots['last'])];
    if (first?.kind !== 'clear') return first;
    if (last?.kind !== 'clear') return last;
    const clock = clockOf(scene.context);
    const days = { first: dayOfDate(first.value, clock), last: dayOfDate(last.value, clock) };
    return days.last < days.first
      ? null
      : clear(dueOn(scene, days, `due from ${nameDay(days.first)} to ${nameDay(days.last)}`));
  }),
  dueRule(['due (before|until) {date:date}'], 'before'),
  dueRule(['due by {date:date}'], 'by'),
  dueRule(['due after {date:date}'], 'after'),
  dueRule(['due (on|at)? {date:date}'], 'on'),
  rule(
    [`${NO} (due|)? (date|dates|deadline|deadlines)`, 'not due', 'that (have|has) no (due date|deadline)'],
    (_, scene) => clear(filterTrait(scene, { due: ['none'] }, { words: 'without a due date' })),
  ),
  adjective(['undated'], (_, scene) =>
    clear(filterTrait(scene, { due: ['none'] }, { words: 'undated', isBefore: true })),
  ),
  rule(['with a? (due date|deadline|due dates|deadlines)'], () =>
    clear(trait({ test: ({ dueAt }) => dueAt !== null, words: 'with a due date' })),
  ),
  rule(
    [
      `${UNTOUCHED} (for|in|since)? (more than|over|at least|the last|)? {number:number} {unit:words}`,
      '(havent|hasnt|have not|has not|not) been? (touched|changed|updated) (for|in) (more than|over|)? {number:number} {unit:words}',
    ],
    ({ slots }, scene) => untouched(scene, daysOf(scene, slots['number'], slots['unit'])),
  ),
  rule([`${UNTOUCHED} for (a|one) (week|month|day)`], (_, scene, { to }) =>
    untouched(scene, UNIT_DAYS[normsOf(scene.said, { from: to - 1, to })[0] ?? ''] ?? null),
  ),
  adjective(['stale'], (_, __, span) => ({ kind: 'doubt', doubt: { question: STALE, choices: [], span } })),
  rule([`(created|added|made|opened) (on|in)? ${NAMED}`], (_, scene, { to }) => {
    const span = { from: to - 2, to };
    const days = daysIn(scene, span);
    const clock = clockOf(scene.context);
    const norms = normsOf(scene.said, span).join(' ');
    return days
      ? clear(
          trait({
            test: ({ createdAt }) => isWithin(clock.dayOf(createdAt), days),
            words: `created ${norms.replace(/^(?:created|added|made|opened) /u, '')}`,
          }),
        )
      : null;
  }),
  rule(['older than ({number:number}|a|an|one) {unit:words}'], ({ slots }, scene) => {
    const days = daysOf(scene, slots['number'], slots['unit']);
    if (days === null) return null;
    const since = new Date(Date.parse(scene.context.now) - days * 86_400_000).toISOString();
    return clear(trait({ test: ({ createdAt }) => createdAt < since, words: `older than ${days} days` }));
  }),
];

const STALE = 'How long is stale? Say for example “untouched for 14 days”.';
