import { loadedCard } from '@talkan/board/decide-context';
import type { Id } from '@talkan/board/model';
import { sql } from 'kysely';
import { loadRows } from '../../boards/load.js';
import { changeOf, type LoggedChange } from '../../boards/log.js';
import type { Queries } from '../../db/open.js';
import { quoteName } from '../prompt/data-block.js';
import { doneColumns } from './done-columns.js';
import type { Found, Lookup } from './lookup.js';
import { placeOf } from './read-card.js';

/** Part of a board's log, and how much of it is told. */
export interface Span {
  /** The number of the first change. */
  readonly from: number;
  /** Only changes before this one. */
  readonly before: number;
  readonly limit: number;
}

/** Changes looked through at once, and how often. */
const WINDOW = 2_000;
const MOST_WINDOWS = 10;

/** The cards that came into a column whose cards count as done, the last first: by somebody, or assigned to them. */
export async function readFinished(lookup: Lookup, span: Span, personId: Id | undefined): Promise<Found> {
  const { base, write } = lookup;
  const done = doneColumns(base.board);
  const lines: string[] = [];
  let { before } = span;
  for (let windows = 0; before > span.from && windows < MOST_WINDOWS && lines.length < span.limit; windows += 1) {
    const from = Math.max(span.from, before - WINDOW);
    lines.push(...(await linesOf(lookup, { ...span, from, before }, { done, personId })));
    before = from;
  }
  const by = personId === undefined ? '' : ` by ${write.person(personId)}`;
  return {
    head:
      done.size === 0 ? 'no column of this board counts as done' : `cards that came to be done${by}, the last first`,
    lines: lines.slice(0, span.limit),
    more: Math.max(0, lines.length - span.limit),
    hint: 'Set limit or until to see more.',
    sentence: `Looks at what was finished${by}.`,
    shows: null,
  };
}

interface Finishing {
  readonly done: ReadonlySet<Id>;
  readonly personId: Id | undefined;
}

async function linesOf(lookup: Lookup, span: Span, { done, personId }: Finishing): Promise<string[]> {
  const { services, base, write } = lookup;
  const { read } = services.db;
  const { board } = base;
  const changes = await readChanges(read, board.id, { ...span, done });
  const moves = changes.flatMap((change) => finishedIn(change, done).map((cardId) => ({ change, cardId })));
  const named = moves.map(({ cardId }) => ({ entity: 'card' as const, id: cardId }));
  const loaded = await loadRows(read, board, named);
  return moves.flatMap(({ change, cardId }) => {
    const card = board.card(cardId) ?? loadedCard({ loaded }, cardId);
    if (!card) return [];
    const { actorId, actor, at } = change;
    if (personId !== undefined && actorId !== personId && !card.assigneeIds.includes(personId)) return [];
    const isStill = card.archivedAt === null && done.has(card.columnId);
    const now = isStill ? '' : `, now ${placeOf(lookup, card)}`;
    return [`${write.card(card)} finished ${write.date(at)} by ${quoteName(actor)}${now}`];
  });
}

interface Wanted extends Pick<Span, 'from' | 'before'> {
  readonly done: ReadonlySet<Id>;
}

/** A change, and the name of who made it, who may have left since. */
interface SignedChange extends LoggedChange {
  readonly actor: string;
}

async function readChanges(db: Queries, boardId: Id, { from, before, done }: Wanted): Promise<SignedChange[]> {
  if (done.size === 0) return [];
  // In JSON a quotation mark within a text has a backslash before it, so that this finds ids alone.
  const comesIn = (columnId: Id) => sql<boolean>`instr(patches, ${`"columnId":"${columnId}"`}) > 0`;
  const rows = await db
    .selectFrom('changes')
    .innerJoin('users', 'users.id', 'changes.actor_id')
    .selectAll('changes')
    .select('users.username')
    .where('board_id', '=', boardId)
    .where('seq', '>=', from)
    .where('seq', '<', before)
    .where((when) => when.or([...done].map(comesIn)))
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ username, ...row }) => ({ ...changeOf(row), actor: username }));
}

function finishedIn({ patches }: LoggedChange, done: ReadonlySet<Id>): Id[] {
  return patches.flatMap((patch) => {
    if (patch.entity !== 'card') return [];
    const [from, to] = [patch.before?.columnId, patch.after?.columnId];
    return to !== undefined && done.has(to) && (from === undefined || !done.has(from)) ? [patch.id] : [];
  });
}
