import type { ReadCalendarDay } from '@talkan/board/command/day-words';
import { useLoaded, useLoading, type Loading } from '../ui/use-loaded';
import type { CommandLanguage } from './language';

const loadLanguage = async () => (await import('./language')).language;
const loadCalendar = async () => (await import('@talkan/board/command/calendar-words')).readCalendarDay;

/** What typed commands are understood with. */
export interface Speech {
  readonly language: CommandLanguage | null;
  readonly calendar: Loading<ReadCalendarDay>;
}

/** Fetches the typed command language, and after it what few texts need: the reader of dates of the calendar. */
export function useLanguage(isWanted: boolean): Speech {
  const language = useLoaded(loadLanguage, isWanted);
  return { language, calendar: useLoading(loadCalendar, language !== null) };
}
