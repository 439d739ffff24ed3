import { boardView } from './board-view.js';
import { isWholeDay } from './dates.js';
import { PRIORITIES, type Board, type Card, type CardDate, type Id, type Priority, type Time } from './model.js';

/** Stands for cards that have none of a kind. */
export const NONE = 'none';
type OrNone<Value> = Value | typeof NONE;

export const DUE_SPANS = ['overdue', 'today', 'week', 'fortnight', 'later', NONE] as const;
/** When a card is due: `week` is within seven days, overdue ones apart; each of the later spans holds what the earlier ones do. */
export type DueSpan = (typeof DUE_SPANS)[number];

/** What cards are looked for: of each kind any, of all kinds together all. What is left out, or empty, asks for nothing. */
export interface CardFilter {
  readonly text?: string | undefined;
  readonly labels?: readonly OrNone<Id>[] | undefined;
  readonly people?: readonly OrNone<Id>[] | undefined;
  readonly due?: readonly DueSpan[] | undefined;
  readonly priorities?: readonly OrNone<Priority>[] | undefined;
  /** Days: changed within so many. */
  readonly changed?: number | undefined;
  /** Days: not changed for so many. */
  readonly untouched?: number | undefined;
}

/** What time it is for whoever looks. */
export interface FilterClock {
  readonly now: Time;
  /** The day of a moment where they are, as `YYYY-MM-DD`. */
  readonly dayOf: (moment: Time) => string;
}

/** Whether any of it asks for something. */
export function isFiltering(filter: CardFilter): boolean {
  return Object.values(filter).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '',
  );
}

const DAY_MS = 86_400_000;

/** Tells, for one board, whether a card is looked for. */
export function matcherOf(board: Board, filter: CardFilter, clock: FilterClock): (card: Card) => boolean {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const tests: ((card: Card) => boolean)[] = [];
  if (words.length > 0) tests.push((card) => hasWords(board, card, words));
  if (filter.labels?.length) {
    const wanted = new Set<string>(filter.labels);
    tests.push((card) =>
      anyOf(
        wanted,
        board.labelsOf(card).map(({ id }) => id),
      ),
    );
  }
  if (filter.people?.length) {
    const wanted = new Set<string>(filter.people);
    tests.push((card) => anyOf(wanted, card.assigneeIds));
  }
  if (filter.priorities?.length) {
    const wanted = new Set<string>(filter.priorities);
    tests.push((card) => wanted.has(card.priority ?? NONE));
  }
  const { due, changed, untouched } = filter;
  if (due?.length) tests.push((card) => due.some((span) => isDue(board, card, { span, clock })));
  const since = (days: number) => new Date(Date.parse(clock.now) - days * DAY_MS).toISOString();
  if (changed !== undefined) tests.push((card) => card.changedAt >= since(changed));
  if (untouched !== undefined) tests.push((card) => card.changedAt < since(untouched));
  return (card) => tests.every((test) => test(card));
}

function anyOf(wanted: ReadonlySet<string>, ids: readonly Id[]): boolean {
  return ids.length === 0 ? wanted.has(NONE) : ids.some((id) => wanted.has(id));
}

function hasWords(board: Board, card: Card, words: readonly string[]): boolean {
  const labels = board.labelsOf(card).map(({ name }) => name);
  const items = card.checklists.flatMap((list) => [list.title, ...list.items.map(({ text }) => text)]);
  const text = [`${board.key}-${card.number}`, card.title, card.details, ...labels, ...items].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

const SPAN_DAYS = { today: 0, week: 7, fortnight: 14 } as const;

function isDue(board: Board, card: Card, { span, clock }: { span: DueSpan; clock: FilterClock }): boolean {
  const { dueAt } = card;
  if (dueAt === null) return span === NONE;
  if (span === NONE) return false;
  const isDone = board.column(card.columnId)?.done === true;
  const overdue = !isDone && isOverdue(dueAt, clock);
  if (span === 'overdue') return overdue;
  const days = daysUntil(dueAt, clock);
  if (span === 'later') return days > SPAN_DAYS.fortnight;
  return !overdue && days >= 0 && days <= SPAN_DAYS[span];
}

/** Whether a date has passed: a day when it is over where somebody is. */
export function isOverdue(dueAt: CardDate, { now, dayOf }: FilterClock): boolean {
  return isWholeDay(dueAt) ? dueAt < dayOf(now) : dueAt < now;
}

/** Whole days from today, where somebody is, to a date. */
export function daysUntil(dueAt: CardDate, { now, dayOf }: FilterClock): number {
  const day = isWholeDay(dueAt) ? dueAt : dayOf(dueAt);
  return Math.round((Date.parse(day) - Date.parse(dayOf(now))) / DAY_MS);
}

/** A filter from what somebody may have typed into an address: whatever makes no sense is left out. */
export function readFilter(read: (name: string) => string | null): CardFilter {
  const list = (name: string) =>
    (read(name) ?? '')
      .split(',')
      .filter((part) => part !== '')
      .slice(0, 100);
  const among = <Value extends string>(name: string, values: readonly Value[]) =>
    list(name).flatMap((part) => values.find((value) => value === part) ?? []);
  const days = (name: string) => {
    const count = Number(read(name) ?? '');
    return Number.isInteger(count) && count >= 1 && count <= 3650 ? count : undefined;
  };
  const filter: CardFilter = {
    text: (read('q') ?? '').slice(0, 500),
    labels: list('label'),
    people: list('person'),
    due: among('due', DUE_SPANS),
    priorities: among('priority', [...PRIORITIES, NONE]),
    changed: days('changed'),
    untouched: days('untouched'),
  };
  return filter;
}

/** The other way round: name and value, for all that the filter asks for. */
export function writeFilter(filter: CardFilter): readonly (readonly [string, string])[] {
  const { text, labels, people, due, priorities, changed, untouched } = filter;
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['q', text],
    ['label', labels?.join(',')],
    ['person', people?.join(',')],
    ['due', due?.join(',')],
    ['priority', priorities?.join(',')],
    ['changed', changed?.toString()],
    ['untouched', untouched?.toString()],
  ];
  return entries.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** The board with only those cards that are looked for. What is not shown keeps its place: what is put between two that are goes there. */
export function filteredBoard(board: Board, matches: (card: Card) => boolean): Board {
  const lanes = new Map<Id, readonly Card[]>();
  const cardsIn = (columnId: Id) => {
    const known = lanes.get(columnId);
    if (known) return known;
    const cards = board.cardsIn(columnId).filter(matches);
    lanes.set(columnId, cards);
    return cards;
  };
  return boardView(board, { cardsIn });
}
