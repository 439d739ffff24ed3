import { isCardDate } from '@talkan/board/dates';
import { fromGerman } from './german-dates';
import { addDays, addMonths, nextWeekday, type Day } from './days';

/** What somebody typed as a date; without a time, the whole day is meant. */
export interface ReadDate {
  readonly day: Day;
  readonly time: string | null;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** A day without a year that was longer ago is one of next year. */
const LONG_AGO = 180;

/** Reads `24 Nov`, `2026-11-24`, `24.11.`, `tomorrow`, `next Monday`, `in 3 days`, each with a time behind it or without; in German, too. */
export function readDate(text: string, today: Day): ReadDate | null {
  const words = fromGerman(text.toLowerCase().replaceAll(',', ' ').trim().replaceAll(/\s+/gu, ' '));
  const [, said = words, clock] =
    /^(.*?)(?:^| )(?:at )?(\d{1,2}[:.]\d{2}(?: ?[ap]m)?|\d{1,2} ?[ap]m|noon)$/.exec(words) ?? [];
  const time = clock === undefined ? null : readTime(clock);
  const day = said === '' && time !== null ? today : readDay(said, today);
  if (day === null || (clock !== undefined && time === null) || !isCardDate(day)) return null;
  return { day, time };
}

function readTime(clock: string): string | null {
  if (clock === 'noon') return '12:00';
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap]m)?$/.exec(clock) ?? [];
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || (half && (Number(hours) < 1 || Number(hours) > 12))) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function readDay(words: string, today: Day): Day | null {
  if (words === 'today') return today;
  if (words === 'tomorrow' || (words.length >= 3 && 'tomorrow'.startsWith(words))) return addDays(today, 1);
  if (words === 'yesterday') return addDays(today, -1);
  const weekday = indexOf(WEEKDAYS, words.replace(/^(?:next|on) /, ''));
  if (weekday >= 0) return nextWeekday(today, weekday);
  return readDistance(words, today) ?? readNumbers(words, today) ?? readMonth(words, today);
}

function readDistance(words: string, today: Day): Day | null {
  const [, many, unit] =
    /^in (an?|\d{1,3}) (day|week|month)s?$/.exec(words) ?? /^next( )(week|month)$/.exec(words) ?? [];
  if (many === undefined) return null;
  const count = /\d/.test(many) ? Number(many) : 1;
  return unit === 'month' ? addMonths(today, count) : addDays(today, unit === 'week' ? count * 7 : count);
}

function readNumbers(words: string, today: Day): Day | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return words;
  // Day before month, as in most of the world.
  const [, date, month, year] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?$/.exec(words) ?? [];
  return date === undefined ? null : dayOf({ date, month: Number(month), year }, today);
}

function readMonth(words: string, today: Day): Day | null {
  const [, date, name, year] = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(\p{L}{3,})\.?(?: (\d{4}))?$/u.exec(words) ?? [];
  if (date !== undefined) return dayOf({ date, month: indexOf(MONTHS, name ?? '') + 1, year }, today);
  const [, first, day, ofYear] = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(words) ?? [];
  return day === undefined ? null : dayOf({ date: day, month: indexOf(MONTHS, first ?? '') + 1, year: ofYear }, today);
}

function dayOf(
  { date, month, year }: { readonly date: string; readonly month: number; readonly year: string | undefined },
  today: Day,
): Day | null {
  const inYear = (full: string) => `${full}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (year !== undefined) return inYear(year.length === 2 ? `20${year}` : year);
  const thisYear = Number(today.slice(0, 4));
  const day = inYear(String(thisYear));
  return day < addDays(today, -LONG_AGO) ? inYear(String(thisYear + 1)) : day;
}

/** Of the name that begins so; three letters are enough. */
function indexOf(names: readonly string[], word: string): number {
  return word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
}
