import type { CommandContext, Understanding } from '@talkan/board/command/command';
import type { Completion } from '@talkan/board/command/complete';
import type { Loading } from '../ui/use-loaded';
import type { CommandLanguage } from './language';

/** What somebody has typed so far, as a command. */
export interface Typed {
  readonly understood: Understanding;
  readonly completions: readonly Completion[];
  /** Whether it begins as commands do, and is more than a word that is looked for. */
  readonly isCommand: boolean;
  /** Whether it needs no model: every word means one thing that can be done. */
  readonly isCertain: boolean;
  /** Why it cannot be understood on this page, and what to do. */
  readonly hurdle: string | null;
}

interface Reading {
  readonly language: CommandLanguage;
  readonly calendar: Loading<CommandContext['readCalendarDay']>;
  readonly context: Omit<CommandContext, 'readCalendarDay'>;
}

const NO_CALENDAR =
  'Dates such as “24 Dec” cannot be read just now: that part of the page could not be fetched. Say “tomorrow” or “in 3 days” instead, or try again once you are online.';

/** Understands what is typed; `null` as long as there is not all to understand it with. */
export function readTyped(text: string, { language, calendar, context }: Reading): Typed | null {
  let lacksCalendar = false;
  const readCalendarDay =
    calendar.part ??
    (() => {
      lacksCalendar = true;
      return null;
    });
  const whole = { ...context, readCalendarDay };
  const understood = language.understand(text, whole);
  const completions = language.complete(text, whole);
  const [first = '', second] = text.trim().toLowerCase().split(/\s+/u);
  const isCommand = language.isVerb(first) && second !== undefined;
  if (!lacksCalendar) {
    return { understood, completions, isCommand, isCertain: language.isCertain(understood, text), hurdle: null };
  }
  // What words that may be a date were taken for without it counts for nothing.
  if (!calendar.isAway) return null;
  const refused = { kind: 'refused', reason: NO_CALENDAR, understood: [], suggestions: [] } as const;
  return { understood: refused, completions: [], isCommand, isCertain: false, hurdle: NO_CALENDAR };
}
