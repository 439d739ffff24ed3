import type { Card, CardDate, Id } from '@talkan/board/model';
import { isWholeDay } from '@talkan/board/dates';
import { isOverdue, matcherOf, NONE } from '@talkan/board/filter';
import { readSearch } from '@talkan/board/search-words';
import { loadRows } from '../../boards/load.js';
import { isCard } from '@talkan/board/decide-context';
import { cardsMatching, commentsMatching, expressionOf, type Archived } from '../../search/matches.js';
import { readArchive } from './archive.js';
import { quote } from '../prompt/data-block.js';
import { doneColumns } from './done-columns.js';
import { countIn, dayIn, flagIn, idIn, startIn, type Found, type Lookup } from './lookup.js';
import { asText, type Fields } from '../replies/records.js';

const MOST = 50;
/** Cards that are looked through where there may be very many: those whose text was written last, or that were archived last. */
const MOST_FOUND = 500;
const MOST_QUERY = 200;
/** Characters, enough to tell what a card is about. */
const MOST_DETAILS = 200;

interface Wanted {
  readonly query: string;
  readonly archived: boolean;
  readonly shows: Shows;
  readonly matches: (card: Card) => boolean;
  /** In words, for the person. */
  readonly about: readonly string[];
}

/** The cards that fit all that is asked for: those of the board in its order, or those of the archive. @throws LookupProblem */
export async function searchBoard(lookup: Lookup, fields: Fields): Promise<Found> {
  const wanted = readWanted(lookup, fields);
  const cards = wanted.archived ? await findArchived(lookup, wanted) : await findLiving(lookup, wanted);
  const shown = cards.slice(0, countIn(fields, 'limit', { usual: 20, most: MOST }));
  const about = wanted.about.join(', ');
  return {
    head: cards.length === 1 ? '1 card found' : `${cards.length} cards found`,
    lines: shown.map((card) => lineOf(lookup, card, wanted.shows)),
    more: cards.length - shown.length,
    hint: 'Search for less, or set limit.',
    sentence: about === '' ? 'Looks through the cards.' : `Looks for cards: ${about}.`,
    shows: null,
  };
}

/** What stands on a line beside what always does. */
interface Shows {
  readonly details: boolean;
  readonly changedAt: boolean;
}

function lineOf({ base, write }: Lookup, card: Card, shows: Shows): string {
  const column = base.board.column(card.columnId) ?? base.archive.columns.find(({ id }) => id === card.columnId);
  const place = column ? ` in ${quote(column.title, 120)}` : '';
  const facts = [
    `${write.card(card)}${place}`,
    ...(card.archivedAt === null ? [] : [`archived ${write.date(card.archivedAt)}`]),
    ...(shows.changedAt ? [`changed ${write.date(card.changedAt)}`] : []),
    ...(shows.details ? write.rest(card) : []),
  ].join(', ');
  return shows.details && card.details !== '' ? `${facts}: ${quote(card.details, MOST_DETAILS)}` : facts;
}

function readWanted({ base, names, write }: Lookup, fields: Fields): Wanted {
  const { board, timeZone } = base;
  const query = asText(fields['query']).trim().slice(0, MOST_QUERY);
  const column = idIn(fields, 'column', { entity: 'column', names });
  const label = isNone(fields['label']) ? NONE : idIn(fields, 'label', { entity: 'label', names });
  const person = isNone(fields['person']) ? NONE : idIn(fields, 'person', { entity: 'person', names });
  const overdue = flagIn(fields, 'overdue');
  const done = flagIn(fields, 'done');
  const since = startIn(fields, 'changed_since', timeZone);
  const dueUntil = dayIn(fields, 'due_until', timeZone);
  const archived = flagIn(fields, 'archived') === true;
  const filter = { ...(label && { labels: [label] }), ...(person && { people: [person] }) };
  const fits = matcherOf(board, filter, write.clock);
  const doneIds = doneColumns(board);
  const isDone = (card: Card) => doneIds.has(card.columnId);
  const isLate = ({ dueAt }: Card) => dueAt !== null && isOverdue(dueAt, write.clock);
  const dayOf = (date: CardDate) => (isWholeDay(date) ? date : write.clock.dayOf(date));
  const tests: ((card: Card) => boolean)[] = [
    fits,
    ...(column === undefined ? [] : [(card: Card) => card.columnId === column]),
    ...(done === undefined ? [] : [(card: Card) => isDone(card) === done]),
    ...(overdue === undefined ? [] : [(card: Card) => (isLate(card) && !isDone(card)) === overdue]),
    ...(since === undefined ? [] : [(card: Card) => card.changedAt >= since]),
    ...(dueUntil === undefined ? [] : [({ dueAt }: Card) => dueAt !== null && dayOf(dueAt) <= dueUntil]),
  ];
  const about = [
    ...(query === '' ? [] : [`“${query}”`]),
    ...(column === undefined ? [] : [`in “${board.column(column)?.title ?? ''}”`]),
    ...nounOf('labelled', label, (id) => board.label(id)?.name ?? ''),
    ...nounOf('assigned to', person, (id) => write.person(id)),
    ...(overdue === undefined ? [] : [overdue ? 'overdue' : 'not overdue']),
    ...(done === undefined ? [] : [done ? 'done' : 'not done']),
    ...(archived ? ['archived'] : []),
    ...(dueUntil === undefined ? [] : [`due until ${dueUntil}`]),
    ...(since === undefined ? [] : [`changed since ${write.date(since)}`]),
  ];
  const shows = { details: flagIn(fields, 'details') === true, changedAt: since !== undefined };
  return { query, archived, shows, about, matches: (card) => tests.every((test) => test(card)) };
}

function isNone(value: unknown): boolean {
  return asText(value).trim().toLowerCase() === NONE;
}

function nounOf(what: string, id: Id | undefined, nameOf: (id: Id) => string): string[] {
  if (id === undefined) return [];
  return [id === NONE ? `${what} none` : `${what} ${nameOf(id)}`];
}

/** Words are looked for in all that a card shows, and in what was said about it: in long texts by the index. */
async function findLiving(lookup: Lookup, { query, matches }: Wanted): Promise<readonly Card[]> {
  const { board } = lookup.base;
  const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
  if (query === '') return cards.filter(matches);
  const words = query.toLowerCase().split(/\s+/u);
  const indexed = await findIndexed(lookup, query, 'exclude');
  const hasWords = (card: Card) => {
    const labels = board.labelsOf(card).map(({ name }) => name);
    const text = [`${board.key}-${card.number}`, card.title, ...labels].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return cards.filter((card) => matches(card) && (indexed.has(card.id) || hasWords(card)));
}

async function findArchived(lookup: Lookup, { query, matches }: Wanted): Promise<readonly Card[]> {
  const { services, base } = lookup;
  const { read } = services.db;
  const found =
    query === ''
      ? (await readArchive(read, base.board.id, { cards: MOST_FOUND, columns: 0 })).cards
      : await loadCards(lookup, await findIndexed(lookup, query, 'only'));
  const cards = found
    .filter(matches)
    .toSorted((one, other) => ((one.archivedAt ?? '') < (other.archivedAt ?? '') ? 1 : -1));
  remember(lookup, cards.slice(0, MOST));
  return cards;
}

/** What a turn has found in the archive it can bring back. */
export function remember({ base }: Pick<Lookup, 'base'>, cards: readonly Card[]): void {
  const known = new Set(base.archive.cards.map(({ id }) => id));
  base.archive.cards.push(...cards.filter(({ id }) => !known.has(id)));
}

async function loadCards({ services, base }: Lookup, ids: ReadonlySet<Id>): Promise<readonly Card[]> {
  const rows = await loadRows(
    services.db.read,
    base.board,
    [...ids].map((id) => ({ entity: 'card' as const, id })),
  );
  return [...rows.values()].filter(isCard);
}

async function findIndexed({ services, base }: Lookup, query: string, archived: Archived): Promise<ReadonlySet<Id>> {
  const words = readSearch(query);
  if (words.length === 0) return new Set();
  const { read } = services.db;
  const { id, key, title } = base.board;
  const { no } = await read
    .selectFrom('search_boards')
    .select('no')
    .where('board_id', '=', id)
    .executeTakeFirstOrThrow();
  const wanted = { boards: [{ no, id, key, title }], archived, limit: MOST_FOUND };
  const texts = await cardsMatching(read, expressionOf(words, ['title', 'details', 'items']), wanted);
  const comments = await commentsMatching(read, expressionOf(words, ['comment']), wanted);
  return new Set([...texts, ...comments].map(({ cardId }) => cardId));
}
