import { fold } from '@talkan/board/command/words';
import type { CardDate } from '@talkan/board/model';
import { isEveryday } from './cues.js';
import { wordOf, type Token } from './words.js';

const LOCALES = 'en de fr es it pt nl sv da nb fi pl cs ru uk tr el hu ro id vi ja zh ko ar he hi'.split(' ');
const DAY_MS = 86_400_000;
/** Who says neither a number nor a month means no day that is far away. */
const NEAR_DAYS = 100;
const FAR_DAYS = 800;
const UNITS = [1, 7, 30, 31] as const;

/** Words for times that are near, and how many days away these are at most. */
const RELATIVE: ReadonlyMap<string, number> = new Map(
  [
    [
      3,
      'today tonight tomorrow yesterday eod heute morgen ubermorgen aujourdhui demain hoy manana hoje amanha oggi domani vandaag overmorgen idag imorgon imorgen',
    ],
    [3, 'dzis jutro сегодня завтра послезавтра bugun yarin 今日 明日 今天 明天 오늘 내일'],
    [
      16,
      'weekend eow woche wochenende semaine semana settimana vecka uke uge tydzien неделя неделе неделю hafta 来週 今週 下周 다음주',
    ],
    [21, 'week fortnight'],
    [31, 'day jour jours dia dias tag tage tagen giorno giorni dag dagen'],
    [65, 'month eom monat mois mes mese maand'],
    [400, 'quarter year quartal jahr trimestre annee ano anno jaar'],
  ].flatMap(([days, list]) =>
    String(list)
      .split(' ')
      .map((word): [string, number] => [wordOf(word), Number(days)]),
  ),
);

interface Calendar {
  readonly weekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
}

let calendar: Calendar | undefined;

/** What weekdays and months are called in many languages. */
function readCalendar(): Calendar {
  const weekdays = new Map<string, number>();
  const months = new Map<string, number>();
  const take = (names: Map<string, number>, name: string, value: number) => {
    const word = fold(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
    if (/\p{L}/u.test(word) && word.length >= (/[a-z]/u.test(word) ? 3 : 2) && !names.has(word)) names.set(word, value);
  };
  for (const locale of LOCALES) {
    for (const style of ['long', 'short'] as const) {
      const weekday = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
      const month = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
      const dated = new Intl.DateTimeFormat(locale, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let index = 0; index < 7; index++) take(weekdays, weekday.format(Date.UTC(2023, 0, 1 + index)), index);
      for (let index = 0; index < 12; index++) {
        const day = Date.UTC(2023, index, 1);
        take(months, month.format(day), index + 1);
        for (const { type, value } of dated.formatToParts(day)) if (type === 'month') take(months, value, index + 1);
      }
    }
  }
  return { weekdays, months };
}

function find(names: ReadonlyMap<string, number>, words: readonly string[]): readonly number[] {
  return words.flatMap((word) => names.get(word) ?? names.get(`${word}s`) ?? []);
}

/** Whether a word is about a day or a time, and so names nothing else. Short ones are words of other languages as well. */
export function isDateWord(word: string): boolean {
  if (RELATIVE.has(word)) return true;
  calendar ??= readCalendar();
  return word.length > 3 && find(calendar.weekdays, [word]).length + find(calendar.months, [word]).length > 0;
}

/**
 * Whether words say a date, as far as can be told: the day, the weekday, or that it is soon.
 * @param from what it may be counted from: now first, and the date that was
 */
export function saysDate(date: CardDate, tokens: readonly Token[], from: readonly string[]): boolean {
  calendar ??= readCalendar();
  // Words of every day are short names of months elsewhere: “set”, “out”.
  const words = tokens
    .map(({ word }) => word)
    .filter((word) => word === 'may' || RELATIVE.has(word) || !isEveryday(word));
  const numbers = words.flatMap((word) => /^\d+/u.exec(word)?.[0] ?? []).map(Number);
  const weekdays = find(calendar.weekdays, words);
  const months = find(calendar.months, words);
  const day = new Date(date);
  const ways = from.map((time) => (Date.parse(date.slice(0, 10)) - Date.parse(time.slice(0, 10))) / DAY_MS);
  const [away = 0] = ways;
  if (Math.abs(away) > FAR_DAYS && !numbers.includes(day.getUTCFullYear())) return false;
  // A moment may be on the day before or after, where the person is.
  const dates = [-1, 0, 1].map((shift) => new Date(day.getTime() + (date.length > 10 ? shift * DAY_MS : 0)));
  const isMonth = months.length === 0 || dates.some((one) => months.includes(one.getUTCMonth() + 1));
  if (numbers.length > 0 && isMonth && dates.some((one) => numbers.includes(one.getUTCDate()))) return true;
  if (dates.some((one) => weekdays.includes(one.getUTCDay()))) return Math.abs(away) <= NEAR_DAYS;
  if (weekdays.length > 0) return false;
  if (months.length > 0) return isMonth && numbers.every((number) => number > 31);
  const isAway = (days: number) => (count: number) =>
    UNITS.some((unit) => Math.abs(Math.abs(days) - count * unit) <= Math.max(1, (count * unit) / 10));
  if (ways.some((days) => numbers.some(isAway(days)))) return true;
  return words.some((word) => Math.abs(away) <= (RELATIVE.get(word) ?? -1));
}
