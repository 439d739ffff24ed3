import { isCard, type LoadedRow } from '@talkan/board/decide-context';
import type { Card, Comment, Label } from '@talkan/board/model';
import type { World } from './world.ts';

/** Stands in a picture for what may be anything: the colour of a new label, the name of a first checklist. */
export const ANYTHING = Symbol('anything');
type Loose<Value> = Value | typeof ANYTHING;

/** A card as a person sees it: people, labels and other cards by name. */
export interface CardPicture {
  /** Its number as it is shown, or `new “title”`. */
  key: string;
  title: string;
  details: string;
  labels: string[];
  people: string[];
  start: string | null;
  due: string | null;
  priority: string | null;
  estimate: number | null;
  checklists: { title: Loose<string>; items: { text: string; done: boolean; who: string | null }[] }[];
  links: string[];
  comments: string[];
  files: string[];
}

export interface ColumnPicture {
  title: string;
  hue: number | null;
  limit: number | null;
  done: boolean;
  cards: CardPicture[];
}

/** All that there is to a board, but for what nobody chose: ids, ranks, times, the numbers of new cards. */
export interface Picture {
  title: string;
  boardKey: string;
  description: string;
  hue: number | null;
  limits: string;
  archived: boolean;
  columns: ColumnPicture[];
  labels: { name: string; hue: Loose<number> }[];
  archivedCards: CardPicture[];
  archivedColumns: string[];
}

/** @param lastNumber the highest number of a card that is not new */
export function pictureOf({ board, rows, script }: World, lastNumber: number = board.lastNumber): Picture {
  const all = [...rows.values()];
  const archived = all.filter(isCard);
  const nameOf = (id: string) => script.people.find((person) => person.id === id)?.name ?? id;
  const keyOf = ({ number, title }: Pick<Card, 'number' | 'title'>) =>
    number > lastNumber ? newKey(title) : `${board.key}-${number}`;
  const keyOfId = (id: string) => {
    const card = board.card(id) ?? archived.find((one) => one.id === id);
    return card ? keyOf(card) : id;
  };
  const comments = all.filter(isComment).filter(({ archivedAt }) => archivedAt === null);
  const draw = (card: Card): CardPicture => ({
    key: keyOf(card),
    title: titled(card.title),
    details: card.details,
    labels: board
      .labelsOf(card)
      .map(({ name }) => name)
      .toSorted(),
    people: card.assigneeIds.map(nameOf).toSorted(),
    start: card.startAt,
    due: card.dueAt,
    priority: card.priority,
    estimate: card.estimate,
    checklists: card.checklists.map(({ title, items }) => ({
      title,
      items: items.map(({ text, done, assigneeId }) => ({
        text: titled(text),
        done,
        who: assigneeId && nameOf(assigneeId),
      })),
    })),
    links: card.links.map(({ kind, cardId }) => `${kind} ${keyOfId(cardId)}`).toSorted(),
    comments: comments
      .filter(({ cardId }) => cardId === card.id)
      .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
      .map(({ text }) => titled(text)),
    files: card.attachments.map(({ name }) => name),
  });
  return {
    title: board.title,
    boardKey: board.key,
    description: board.description,
    hue: board.hue,
    limits: board.limits,
    archived: board.archivedAt !== null,
    columns: board.columns().map(({ id, title, hue, limit, done }) => {
      return { title: titled(title), hue, limit, done, cards: board.cardsIn(id).map(draw) };
    }),
    labels: board.labels().map(({ name, hue }: Label) => ({ name, hue })),
    archivedCards: archived.map(draw).toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    archivedColumns: all.flatMap((row) => columnTitle(row) ?? []).toSorted(),
  };
}

export const newKey = (title: string) => `new “${titled(title)}”`;

/** Whether what was typed in small letters begins with a capital is a matter of taste. */
export function titled(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function isComment(row: LoadedRow): row is Comment {
  return 'authorId' in row;
}

function columnTitle(row: LoadedRow): string | undefined {
  return 'limit' in row ? titled(row.title) : undefined;
}

/** Where the first difference is, and what it is; `null` where there is none. */
export function differenceOf(expected: unknown, actual: unknown, path = ''): string | null {
  if (expected === ANYTHING) return null;
  if (Array.isArray(expected) && Array.isArray(actual)) return listDifference(expected, actual, path);
  if (isPlain(expected) && isPlain(actual)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const found = differenceOf(expected[name], actual[name], `${path}/${name}`);
      if (found !== null) return found;
    }
    return null;
  }
  return Object.is(expected, actual) ? null : `${path}: ${told(actual)} instead of ${told(expected)}`;
}

function listDifference(expected: readonly unknown[], actual: readonly unknown[], path: string): string | null {
  // Where another one stands, the names of all say more than the first difference.
  const isOther = expected.some((one, index) => shortName(one) !== '' && shortName(one) !== shortName(actual[index]));
  if (expected.length !== actual.length || isOther) {
    const [wanted, found] = [expected, actual].map((list) => list.map(shortName).join(', '));
    return `${path}: [${found}] instead of [${wanted}]`;
  }
  for (const [index, one] of expected.entries()) {
    const found = differenceOf(one, actual[index], `${path}/${shortName(one) || index}`);
    if (found !== null) return found;
  }
  return null;
}

function shortName(value: unknown): string {
  if (!isPlain(value)) return String(value);
  const { key, text, title, name } = value;
  return [key, text, title, name].find((one) => typeof one === 'string') ?? '';
}

function told(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
