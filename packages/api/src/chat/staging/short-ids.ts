import type { CommandPerson } from '@talkan/board/command/command';
import type { Board, Card, Column, Id } from '@talkan/board/model';
import { quote } from '../prompt/data-block.js';
import { findByName, findPerson, nearNames } from './find-by-name.js';
import { createSimilarity } from './similarity.js';

/** What is named by a short id. */
export type Named = 'card' | 'column';
/** What is named at all. */
export type Nameable = Named | 'label' | 'person';

/** What is archived and can still be named, to bring it back: what was archived last, and what a turn has looked up since. */
export interface Archive {
  readonly cards: Card[];
  readonly columns: Column[];
}

/** What there is to be named. */
export interface NamedThings {
  readonly board: Board;
  readonly archive: Archive;
  /** The members of the board. */
  readonly people: readonly CommandPerson[];
  readonly context: { readonly actorId: Id };
}

/** The names by which a model and this server speak of what is on the board during one turn. */
export interface Names {
  /** `c1` or `k3`; null for what has none, as it came onto the board during the turn. */
  short(entity: Named, id: Id): string | null;
  /**
   * The id that is meant, or null. What the model itself created in this turn comes first, then real ids, then short ones,
   * card numbers (`RM-4`) and titles and names that only one bears.
   */
  resolve(entity: Nameable, name: string): Id | null;
  /** Lets the model name what it creates. */
  declare(entity: Nameable, name: string, id: Id): void;
  /** Whether something has this id already, in any way in which the model could mean it. */
  isTaken(entity: Nameable, id: string): boolean;
  /** Up to five things that the model may have meant, as `k3 "Title"`. */
  near(entity: Nameable, name: string): string[];
}

const PREFIX = { card: 'k', column: 'c' } as const;
const NEAR = 5;
/** The person in the chat, as models write of whoever says “I”. */
const ME = /^@?(?:me|myself|i)$/iu;

/** `current` gives the board with what was staged so far, for titles of things that are new. */
export function createNames(things: NamedThings, current: () => Board): Names {
  const { board: start, archive, people, context } = things;
  const rows = {
    column: [...start.columns(), ...archive.columns],
    card: [...start.columns().flatMap((column) => start.cardsIn(column.id)), ...archive.cards],
  };
  const shortOf = { column: shorten('column', rows.column), card: shorten('card', rows.card) };
  const idOf = { column: invert(shortOf.column), card: invert(shortOf.card) };
  const declared: Record<Nameable, Map<string, Id>> = {
    column: new Map(),
    card: new Map(),
    label: new Map(),
    person: new Map(),
  };

  // Gone through once: on a large board a look at every title for every name would hold up the whole server.
  const titled: Partial<Record<Named, Map<string, Id[]>>> = {};
  function byTitle(entity: Named, name: string): Id | null {
    const wanted = name.toLowerCase();
    const created = [...declared[entity].values()].filter((id) => rowOf(entity, id)?.title.toLowerCase() === wanted);
    const [only, ...others] = [...((titled[entity] ??= indexTitles(rows[entity])).get(wanted) ?? []), ...created];
    return only !== undefined && others.length === 0 ? only : null;
  }

  function rowOf(entity: Named, id: Id): Card | Column | undefined {
    return entity === 'card' ? current().card(id) : current().column(id);
  }

  function byId(entity: Named, name: string): Id | undefined {
    const isReal = shortOf[entity].has(name) || archive[`${entity}s`].some(({ id }) => id === name);
    const real = isReal ? name : rowOf(entity, name)?.id;
    return declared[entity].get(name) ?? real ?? idOf[entity].get(name.toLowerCase());
  }

  function byNumber(name: string): Id | null {
    const [, digits] = new RegExp(`^(?:#|${start.key}-)(\\d{1,9})$`, 'i').exec(name) ?? [];
    const isIt = ({ number }: Card) => number === Number(digits);
    return digits === undefined ? null : ((rows.card.find(isIt) ?? archive.cards.find(isIt))?.id ?? null);
  }

  function resolve(entity: Nameable, name: string): Id | null {
    switch (entity) {
      case 'card':
        return byId(entity, name) ?? byNumber(name) ?? byTitle(entity, name);
      case 'column':
        return byId(entity, name) ?? byTitle(entity, name);
      case 'label':
        return declared.label.get(name) ?? findByName(current().labels(), name.replace(/^#/, ''));
      case 'person':
        return ME.test(name) ? context.actorId : findPerson(people, name.replace(/^@/, ''));
    }
  }

  function near(entity: Named, name: string): string[] {
    const board = current();
    const columns = board.columns();
    const living = entity === 'column' ? columns : columns.flatMap((column) => board.cardsIn(column.id));
    const score = createSimilarity(name);
    const short = ({ id }: Card | Column): string => shortOf[entity].get(id) ?? '';
    return living
      .map((row) => ({ row, score: Math.max(score(row.title), score(short(row))) }))
      .toSorted((one, other) => other.score - one.score)
      .slice(0, NEAR)
      .map(({ row }) => `${short(row)} ${quote(row.title, 80)}`.trim());
  }

  return {
    short: (entity, id) => shortOf[entity].get(id) ?? null,
    resolve(entity, raw) {
      const name = bare(raw);
      return name === '' ? null : resolve(entity, name);
    },
    declare: (entity, name, id) => void declared[entity].set(bare(name), id),
    isTaken(entity, raw) {
      const name = bare(raw);
      return entity === 'card' || entity === 'column' ? byId(entity, name) !== undefined : declared[entity].has(name);
    },
    near(entity, name) {
      switch (entity) {
        case 'card':
        case 'column':
          return near(entity, name);
        case 'label':
          return nearNames(current().labels(), name);
        case 'person':
          return nearNames(people, name);
      }
    },
  };
}

/** Short ids are never equal to a real id of the same board: real ones come first, and would take the short one's place. */
function shorten(entity: Named, rows: readonly { readonly id: Id }[]): Map<Id, string> {
  const real = new Set(rows.map((row) => row.id));
  const short = new Map<Id, string>();
  let next = 1;
  for (const { id } of rows) {
    while (real.has(`${PREFIX[entity]}${next}`)) next++;
    short.set(id, `${PREFIX[entity]}${next++}`);
  }
  return short;
}

function invert(short: ReadonlyMap<Id, string>): Map<string, Id> {
  return new Map([...short].map(([id, name]) => [name, id]));
}

function indexTitles(rows: readonly (Card | Column)[]): Map<string, Id[]> {
  const titled = new Map<string, Id[]>();
  for (const { id, title, archivedAt } of rows) {
    if (archivedAt !== null) continue;
    const key = title.toLowerCase();
    if (!titled.get(key)?.push(id)) titled.set(key, [id]);
  }
  return titled;
}

/** Models put names in quotes, backticks and brackets. */
function bare(name: string): string {
  return name
    .trim()
    .replaceAll(/^["'`[(<]+|["'`\])>]+$/g, '')
    .trim();
}
