import { language } from '@talkan/words/language';
import { inSense, t } from '@talkan/words/words';
import { isWholeDay } from './dates.js';
import type { CardDate, Id, Priority } from './model.js';
import type { OperationOf } from './operations.js';
import { tellStill, type Clause, type Named, type Teller } from './teller.js';

interface ValueWords {
  readonly set: (value: string) => Named;
  readonly gone: () => Named;
}

/** What a card has one of. */
export const VALUES = {
  due: {
    set: (value) => ({ named: (card) => t`the due date of ${card} to ${value}`, alone: t`the due date to ${value}` }),
    gone: () => ({ named: (card) => t`the due date of ${card}`, alone: t`the due date` }),
  },
  start: {
    set: (value) => ({
      named: (card) => t`the start date of ${card} to ${value}`,
      alone: t`the start date to ${value}`,
    }),
    gone: () => ({ named: (card) => t`the start date of ${card}`, alone: t`the start date` }),
  },
  priority: {
    set: (value) => ({ named: (card) => t`the priority of ${card} to ${value}`, alone: t`the priority to ${value}` }),
    gone: () => ({ named: (card) => t`the priority of ${card}`, alone: t`the priority` }),
  },
  estimate: {
    set: (value) => ({ named: (card) => t`the estimate of ${card} to ${value}`, alone: t`the estimate to ${value}` }),
    gone: () => ({ named: (card) => t`the estimate of ${card}`, alone: t`the estimate` }),
  },
} satisfies Readonly<Record<string, ValueWords>>;

/** When a card begins, and when it is due. */
export function tellDates(teller: Teller, { cardId, startAt, dueAt }: OperationOf<'card.schedule'>): readonly Clause[] {
  const due = dueAt === undefined ? null : { words: VALUES.due, value: dueAt && dateInWords(dueAt) };
  if (startAt === undefined) return [due === null ? tellStill(teller, cardId) : tellValue(teller, cardId, due)];
  const start = tellValue(teller, cardId, { words: VALUES.start, value: startAt && dateInWords(startAt) });
  if (due === null) return [start];
  // The card was named already.
  const rest = tellValue({ ...teller, about: (_id, { alone }) => alone }, cardId, due);
  if (rest.verb !== start.verb) return [start, rest];
  return [{ verb: start.verb, rest: inSense('clauses')`${start.rest} and ${rest.rest}` }];
}

/** What a card has one of is set, or taken away. */
export function tellValue(
  { verbs, about }: Teller,
  cardId: Id,
  { words, value }: { readonly words: ValueWords; readonly value: string | null },
): Clause {
  if (value === null) return { verb: verbs.remove, rest: about(cardId, words.gone()) };
  return { verb: verbs.set, rest: about(cardId, words.set(value)) };
}

const formats = new Map<string, Readonly<Record<'days' | 'moments', Intl.DateTimeFormat>>>();

/** A date as it stands in a sentence, which many read: a moment in UTC. */
export function dateInWords(date: CardDate): string {
  const { days, moments } = formatsFor(language().locale);
  const time = new Date(isWholeDay(date) ? `${date}T00:00:00.000Z` : date);
  return isWholeDay(date) ? days.format(time) : `${moments.format(time)} UTC`;
}

function formatsFor(locale: string) {
  const known = formats.get(locale);
  if (known) return known;
  const made = {
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
    moments: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
  };
  formats.set(locale, made);
  return made;
}

/** As it stands within a sentence. */
export function priorityInWords(priority: Priority): string {
  return PRIORITIES[priority]();
}

const PRIORITIES: Readonly<Record<Priority, () => string>> = {
  urgent: () => t`urgent`,
  high: () => t`high`,
  medium: () => t`medium`,
  low: () => t`low`,
};
