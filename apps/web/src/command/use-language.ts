import type { CommandContext } from '@talkan/board/command/command';
import { useMemo } from 'react';
import { useLoaded, useLoading, type Loading } from '../ui/use-loaded';
import type { CommandLanguage } from './language';

const loadLanguage = async () => (await import('./language')).language;
const loadQuestions = async () => (await import('@talkan/board/command/intents-questions')).QUESTION_INTENTS;
const loadCalendar = async () => (await import('@talkan/board/command/calendar-words')).readCalendarDay;

/** What typed commands are understood with. */
export interface Speech {
  readonly language: CommandLanguage | null;
  readonly questions: Loading<CommandContext['questions']>;
  readonly calendar: Loading<CommandContext['readCalendarDay']>;
}

/** Fetches the language of commands, and after it what not all need: questions, and the reader of dates of the calendar. */
export function useLanguage(isWanted: boolean): Speech {
  const language = useLoaded(loadLanguage, isWanted);
  const questions = useLoading(loadQuestions, language !== null);
  const calendar = useLoading(loadCalendar, language !== null);
  return useMemo(() => ({ language, questions, calendar }), [language, questions, calendar]);
}
