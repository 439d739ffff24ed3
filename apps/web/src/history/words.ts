import { language, type Language } from '@talkan/words/language';
import { andMore } from '@talkan/board/describe';
import { doneVerbs } from '@talkan/board/teller';
import { t } from '@talkan/words/words';
import type { HistoryEntry } from './story';

const clock = new Intl.DateTimeFormat(language().locale, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(language().locale, { dateStyle: 'full', timeStyle: 'medium' });

export function sayClock(at: string): string {
  return say(clock, at);
}

export function sayFull(at: string): string {
  return say(full, at);
}

/** `Today`, `Yesterday`, `Thursday 19 November`; with the year where that is another one. */
export function sayDay(at: string, now = new Date()): string {
  const date = new Date(at);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return t`Today`;
  if (date.toDateString() === yesterday.toDateString()) return t`Yesterday`;
  return nameDay(at, date.getFullYear() === now.getFullYear() ? 'ofYear' : 'ofAnyYear', language());
}

const days = new Map<string, Readonly<Record<'ofYear' | 'ofAnyYear', Intl.DateTimeFormat>>>();

/** A day by its weekday, in a language. */
export function nameDay(
  at: string,
  which: 'ofYear' | 'ofAnyYear',
  { code, locale }: Pick<Language, 'code' | 'locale'>,
): string {
  const formats = days.get(locale) ?? {
    ofYear: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
    ofAnyYear: new Intl.DateTimeFormat(locale, { dateStyle: 'full' }),
  };
  days.set(locale, formats);
  const day = say(formats[which], at);
  // Some browsers put a comma behind an English weekday, and others do not.
  return code === 'en' ? day.replace(',', '') : day;
}

function say(format: Intl.DateTimeFormat, at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : format.format(date);
}

/** The entries, each with the name of its day where it is the first of one. */
export function withDays(entries: readonly HistoryEntry[], now = new Date()): readonly DatedEntry[] {
  let last = '';
  return entries.map((entry) => {
    const day = sayDay(entry.at, now);
    const isFirst = day !== last;
    last = day;
    return { entry, day: isFirst ? day : null };
  });
}

export interface DatedEntry {
  readonly entry: HistoryEntry;
  /** Set on the first entry of a day. */
  readonly day: string | null;
}

/** What no sentence holds. */
const MARK = '\u0000';

/** A sentence in two: what came first, and that there was more. */
export function splitSentence({
  sentence,
  count,
}: Pick<HistoryEntry, 'sentence' | 'count'>): readonly [string, string | null] {
  const [, rest = ''] = andMore(MARK, count - 1).split(MARK);
  if (rest === '' || !sentence.endsWith(rest)) return [sentence, null];
  return [`${sentence.slice(0, -rest.length)}.`, rest.replace(/^[,\s]+|\.$/gu, '')];
}

/** Whether words were put in or taken away: the sentence tells everything else in full. */
export function hasTexts({ items }: Pick<HistoryEntry, 'items'>): boolean {
  const { add, change, rename } = doneVerbs();
  return items.some(({ text }) =>
    [add, change, rename].some((verb) => text.startsWith(verb) || text.endsWith(`${verb}.`)),
  );
}

export interface TextPart {
  readonly text: string;
  readonly isCard: boolean;
}

const BOARD_KEY = /^[A-Z][A-Z0-9]{0,9}$/;

/** A sentence, cut where it names cards of this board. */
export function splitCards(sentence: string, boardKey: string): readonly TextPart[] {
  if (!BOARD_KEY.test(boardKey)) return [{ text: sentence, isCard: false }];
  const name = new RegExp(`((?<![\\p{L}\\p{N}_-])${boardKey}-[1-9]\\d{0,8}(?![\\p{L}\\p{N}_-]))`, 'u');
  return sentence
    .split(name)
    .map((text, index) => ({ text, isCard: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
