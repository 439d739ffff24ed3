import type { CardDate } from '../model.js';
import { momentOf, nameDay, wallTimeAt, type Day, type WallTime } from './calendar.js';
import type { Choice } from './command.js';
import { readDays, type Days, type DaysAt } from './day-words.js';
import { durationIn, shiftMoment } from './find-duration.js';
import { clear, SURE, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { PARTS_OF_DAY, readTime } from './time-words.js';
import { isNear } from './typos.js';
import type { Span, Word } from './words.js';

/** A date has no more words than this. */
const MOST_WORDS = 9;
/** Long enough that a slip does not make another one of it. */
const NAMES = [
  'tomorrow',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'august',
  'september',
  'october',
  'november',
  'december',
  'weekend',
];
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAYS = 'mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const RELATIVE =
  'today|tonight|tomorrow|tmrw|tmr|yesterday|eod|eow|eom|eoy|cob|now|noon|midday|morning|afternoon|evening|night';
const UNITS = '(?:minute|min|hour|hr|day|week|wk|fortnight|month|year)s?|weekend|time|oclock|business|play';
const COUNTS =
  'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple|half|more|another|first|second|third';
const SMALL =
  'the|of|in|on|at|by|from|after|this|next|coming|last|end|close|start|beginning|date|is|work|working|am|pm|a.m|p.m';
/** Any other word makes it no date: most words that are asked about have one, and are answered at once. */
const DATE_WORD = new RegExp(
  String.raw`^(?:,|@|'s|\d[\d.:/-]*(?:st|nd|rd|th|am|pm|a\.m|p\.m|h|d|w)?|${MONTHS}|${WEEKDAYS}|${RELATIVE}|${UNITS}|${COUNTS}|${SMALL})$`,
  'u',
);

/** “Dec. 24”, “two weeks’ time”. */
const PASSED_OVER = new Set(['.', "'", '’']);
const LEADING = /^(?:on|this is|the date|date) /u;

/** A day, or a moment where a time is said. All of the words are about it; where they may mean several, it asks. */
export function findDate(scene: Scene, span: Span): Reading<CardDate> {
  const words = dateWords(scene.said.words.slice(span.from, span.to));
  if (!words) return null;
  const { now, timeZone, dateOrder, readCalendarDay } = scene.context;
  const here = wallTimeAt(Date.parse(now), timeZone);
  const at: At = {
    span,
    timeZone,
    here,
    now,
    sure: words.sure,
    today: { today: here.day, dateOrder, readCalendarDay },
  };
  const reading =
    readMoment(words.text, at) ?? readPartOfDay(words.text, at) ?? dayOf(readDays(words.text, at.today), at);
  // On a board with a column “Today” that is meant where both may be.
  const isColumn = scene.reader.slot('column', span)?.kind === 'clear';
  return isColumn && reading?.kind === 'clear' ? { ...reading, sure: reading.sure * SURE.phrase } : reading;
}

interface At {
  readonly span: Span;
  readonly timeZone: string;
  readonly now: string;
  /** What the person's clock shows. */
  readonly here: WallTime;
  readonly today: DaysAt;
  readonly sure: number;
}

interface DateWords {
  readonly text: string;
  readonly sure: number;
}

/** The words as dates are compared; `null` where they cannot be one. */
function dateWords(words: readonly Word[]): DateWords | null {
  if (words.length > MOST_WORDS || !words.every(canBeInDate)) return null;
  let sure: number = SURE.exact;
  const norms = words.flatMap(({ norm, kind }) => {
    if (kind === 'sign' && PASSED_OVER.has(norm)) return [];
    const name = norm.length >= 6 && !NAMES.includes(norm) ? NAMES.filter((one) => isNear(norm, one)) : [];
    if (name.length === 1) sure = SURE.words;
    return name.length === 1 ? name : [norm];
  });
  if (!norms.every((norm) => DATE_WORD.test(norm))) return null;
  // A sign at either end is no part of it: the words without it are tried, too.
  if (words[0]?.kind === 'sign' || words.at(-1)?.kind === 'sign') return null;
  const text = norms.join(' ').replaceAll(' ,', ',').replaceAll(" 's", '').replace(LEADING, '');
  return text === '' ? null : { text, sure };
}

function canBeInDate({ kind, norm }: Word): boolean {
  return kind === 'word' || (kind === 'sign' && (PASSED_OVER.has(norm) || norm === ',' || norm === '@'));
}

function dayOf(days: Days | null, { span, sure }: At): Reading<CardDate> {
  if (!days) return null;
  const [only, ...others] = days;
  if (only === undefined) return null;
  return others.length === 0 ? clear(only, sure) : doubt(days.map(choiceOfDay), span);
}

function readMoment(words: string, at: At): Reading<CardDate> {
  const later = /^in (.+?)(?: time)?$|^(.+) from now$/u.exec(words);
  const duration = later && durationIn(later[1] ?? later[2] ?? '');
  if (duration && (duration.unit === 'hour' || duration.unit === 'minute')) {
    const minute = `${at.now.slice(0, 16)}:00.000Z`;
    return clear(shiftMoment(minute, duration, at.timeZone), at.sure);
  }
  const said = readTime(words);
  if (!said) return null;
  const days = said.day === '' ? [at.today.today] : readDays(said.day, at.today);
  if (!days) return null;
  const times = days.flatMap((day) => said.minutes.map((minutes) => ({ day, minutes })));
  const [only, ...others] = times;
  // Said alone, and over today: today or tomorrow?
  const isOver = said.day === '' && said.minutes.every((minutes) => minutes <= at.here.minutes);
  if (!only || isOver) return null;
  const toCome = said.day === '' ? times.filter(({ minutes }) => minutes > at.here.minutes) : times;
  if (others.length === 0) return clear(momentOf(only, at.timeZone), at.sure);
  return doubt(toCome.map(choiceOfTime), at.span);
}

/** “Tomorrow morning”: a day, or a time of it. */
function readPartOfDay(words: string, at: At): Reading<CardDate> {
  const [, day = '', part = ''] = /^(.*?) ?((?:in the )?(?:morning|afternoon|evening))$/u.exec(words) ?? [];
  const [, minutes] = PARTS_OF_DAY.find(([pattern]) => pattern.test(part)) ?? [];
  if (minutes === undefined) return null;
  const days = day === 'this' ? [at.today.today] : readDays(day, at.today);
  return (
    days &&
    doubt(
      days.flatMap((one) => [choiceOfDay(one), choiceOfTime({ day: one, minutes })]),
      at.span,
    )
  );
}

function doubt(choices: readonly Choice[], span: Span): Reading<CardDate> {
  return { kind: 'doubt', doubt: { question: 'When exactly?', choices, span } };
}

function choiceOfDay(day: Day): Choice {
  return { label: nameDay(day), words: day };
}

function choiceOfTime({ day, minutes }: WallTime): Choice {
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { label: `${nameDay(day)}, ${time}`, words: `${day} ${time}` };
}
