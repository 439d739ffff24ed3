import type { CommandContext } from '@talkan/board/command/command';
import { useMemo } from 'react';
import { useLoaded, useLoading, type Loading } from '../ui/use-loaded';
import type { CommandLanguage } from './language';

const loadLanguage = async () => (await import('./language')).language;
const loadMore = async () => (await import('@talkan/board/command/intents-more')).MORE_INTENTS;
const loadCalendar = async () => (await import('@talkan/board/command/calendar-words')).readCalendarDay;

/** What typed commands are understood with. */
export interface Speech {
  readonly language: CommandLanguage | null;
  readonly more: Loading<CommandContext['more']>;
  readonly calendar: Loading<CommandContext['readCalendarDay']>;
}

/** Fetches the language of the commonest commands, and after it the rest: what else can be said, and the reader of dates of the calendar. */
export function useLanguage(isWanted: boolean): Speech {
  const language = useLoaded(loadLanguage, isWanted);
  const more = useLoading(loadMore, language !== null);
  const calendar = useLoading(loadCalendar, language !== null);
  return useMemo(() => ({ language, more, calendar }), [language, more, calendar]);
}
