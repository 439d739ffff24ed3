import type { CommandContext, Understanding } from '@talkan/board/command/command';
import type { Completion } from '@talkan/board/command/complete';
import { t } from '@talkan/words/words';
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
  readonly more: Loading<CommandContext['more']>;
  readonly calendar: Loading<CommandContext['readCalendarDay']>;
  readonly context: Omit<CommandContext, 'more' | 'readCalendarDay'>;
}

const NO_CALENDAR = t`Dates such as “24 Dec” cannot be read just now: that part of the page could not be fetched. Say “tomorrow” or “in 3 days” instead, or try again once you are online.`;
const NO_MORE = t`Only the plainest commands are understood just now: the rest of the language could not be fetched. Try again once you are online.`;
const NONE: CommandContext['more'] = [];

/** Understands what is typed; `null` as long as there is not all to understand it with. */
export function readTyped(text: string, { language, more, calendar, context }: Reading): Typed | null {
  let lacksCalendar = false;
  const readCalendarDay =
    calendar.part ??
    (() => {
      lacksCalendar = true;
      return null;
    });
  const whole = { ...context, more: more.part ?? NONE, readCalendarDay };
  const understood = language.understand(text, whole);
  const completions = language.complete(text, whole);
  const [first = '', second] = text.trim().toLowerCase().split(/\s+/u);
  const isVerb = language.grammarOf(whole).isVerb(first);
  const isCommand = isVerb && second !== undefined;
  const isCertain = language.isCertain(understood, text);
  const isPlain = isVerb && isCertain && !MAY_ASK.test(text);
  // What words that may be a date, or more than the commonest commands, were taken for without these counts for nothing.
  if (!more.part && !isPlain) return more.isAway ? unread(NO_MORE, isCommand) : null;
  if (lacksCalendar) return calendar.isAway ? unread(NO_CALENDAR, isCommand) : null;
  return { understood, completions, isCommand, isCertain, hurdle: null };
}

/** What questions are made of, and what is said of columns. */
const MAY_ASK =
  /\?|(?<!\p{L})(?:wh(?:at|o|om|ose|en|ere|y|ich)(?:s|\p{P}s)?|how|is|are|was|were|do|does|did|has|have|had|can|any\p{L}*|show|list|tell|find|help|filter|hide|columns?|lanes?)(?!\p{L})/iu;

function unread(hurdle: string, isCommand: boolean): Typed {
  const understood = { kind: 'refused', reason: hurdle, understood: [], suggestions: [] } as const;
  return { understood, completions: [], isCommand, isCertain: false, hurdle };
}
