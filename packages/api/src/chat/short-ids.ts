import type { Board, Card, Column, Id } from '@talkan/board/model';
import { createSimilarity } from './similarity.js';

export type Named = 'card' | 'column';

/** What is archived and can still be named, to bring it back. */
export interface Archive {
  readonly cards: readonly Card[];
  readonly columns: readonly Column[];
}

/** The names by which a model and this server speak of columns and cards during one turn. */
export interface Names {
  /** `c1` or `k3`; the id itself for what came onto the board during the turn. */
  short(entity: Named, id: Id): string;
  /**
   * The id that is meant, or null. What the model itself created in this turn comes first, then real ids, then short ones,
   * card numbers (`RM-4`) and titles that only one bears.
   */
  resolve(entity: Named, name: string): Id | null;
  /** Lets the model name what it creates. */
  declare(entity: Named, name: string, id: Id): void;
  /** Whether something has this id already, in any way in which the model could mean it. */
  isTaken(entity: Named, id: string): boolean;
  /** Up to five things that the model may have meant, as `k3 "Title"`. */
  near(entity: Named, name: string): string[];
}

const PREFIX = { card: 'k', column: 'c' } as const;
const NEAR = 5;

/** `current` gives the board with what was staged so far, for titles of things that are new. */
export function createNames(start: Board, archive: Archive, current: () => Board): Names {
  const rows = {
    column: [...start.columns(), ...archive.columns],
    card: [...start.columns().flatMap((column) => start.cardsIn(column.id)), ...archive.cards],
  };
  const shortOf = { column: shorten('column', rows.column), card: shorten('card', rows.card) };
  const idOf = { column: invert(shortOf.column), card: invert(shortOf.card) };
  const declared = { column: new Map<string, Id>(), card: new Map<string, Id>() };

  function rowsNow(entity: Named): readonly (Card | Column)[] {
    const board = current();
    const columns = board.columns();
    return entity === 'column' ? columns : columns.flatMap((column) => board.cardsIn(column.id));
  }

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
    const real = shortOf[entity].has(name) ? name : rowOf(entity, name)?.id;
    return declared[entity].get(name) ?? real ?? idOf[entity].get(name.toLowerCase());
  }

  function byNumber(name: string): Id | null {
    const [, number] = new RegExp(`^(?:#|${start.key}-)(\\d{1,9})$`, 'i').exec(name) ?? [];
    return number === undefined ? null : (rows.card.find((card) => card.number === Number(number))?.id ?? null);
  }

  return {
    short: (entity, id) => shortOf[entity].get(id) ?? id,
    resolve(entity, raw) {
      const name = bare(raw);
      if (name === '') return null;
      return byId(entity, name) ?? (entity === 'card' ? byNumber(name) : null) ?? byTitle(entity, name);
    },
    declare: (entity, name, id) => void declared[entity].set(bare(name), id),
    isTaken: (entity, name) => byId(entity, bare(name)) !== undefined,
    near(entity, name) {
      const short = (row: Card | Column): string => shortOf[entity].get(row.id) ?? row.id;
      const score = createSimilarity(name);
      return rowsNow(entity)
        .map((row) => ({ row, score: Math.max(score(row.title), score(short(row))) }))
        .toSorted((one, other) => other.score - one.score)
        .slice(0, NEAR)
        .map(({ row }) => `${short(row)} ${JSON.stringify(row.title.slice(0, 80).toWellFormed())}`);
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
