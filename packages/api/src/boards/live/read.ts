import type { Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import type { Role } from '@talkan/board/roles';
import { sql, type Selectable } from 'kysely';
import { sessionBounds } from '../../auth/sessions.js';
import type { Clock } from '../../clock.js';
import type { Queries } from '../../db/open.js';
import type { ChangesTable } from '../../db/tables.js';
import { chunked } from '../load.js';
import { refuseNewer, undoingOf } from '../log.js';
import { changeEvent, type LiveEvent, type PlainChange } from './events.js';

/** Changes in one page of the log. */
export const CHANGES_PAGE = 200;
/** A single change may be larger; a page of such must not stand in memory for each who catches up. */
const PAGE_BYTES = 4 * 1024 * 1024;

/** Another text whenever anything was committed: by another process, or by this one's own writer. */
export async function databaseVersion(db: Queries): Promise<string> {
  // In memory there is one connection, which data_version does not count the commits of.
  const { rows } = await sql<{ data_version: number; own: number }>`
    select data_version, total_changes() as own from pragma_data_version()
  `.execute(db);
  return rows.map((row) => `${row.data_version}:${row.own}`).join();
}

/** A piece of a board's log: what comes after `after`. */
export interface LogPiece {
  readonly boardId: Id;
  readonly after: number;
  /** How many changes at most. */
  readonly limit?: number;
}

/** The log after `after`, at most a page of it, as events. Nothing: there is no more. */
export async function readChanges(db: Queries, boardId: Id, after: number): Promise<LiveEvent[]> {
  const rows = await readRows(db, { boardId, after });
  return rows.map((row) => {
    const json = JSON.stringify({ type: 'change', ...headOf(row) });
    return changeEvent(row.seq, `${json.slice(0, -1)},"patches":${row.patches}}`);
  });
}

/** The same as data. */
export async function listChanges(db: Queries, piece: LogPiece): Promise<PlainChange[]> {
  const rows = await readRows(db, piece);
  return rows.map((row) => ({ ...headOf(row), patches: JSON.parse(row.patches) as Patch[] }));
}

const COLUMNS = ['v', 'seq', 'change_id', 'actor_id', 'origin', 'at', 'patches', 'undoes', 'undoes_from'] as const;
type Row = Pick<Selectable<ChangesTable>, (typeof COLUMNS)[number]>;

async function readRows(db: Queries, { boardId, after, limit = CHANGES_PAGE }: LogPiece): Promise<Row[]> {
  const sizes = await db
    .selectFrom('changes')
    .select(['seq', sql<number>`octet_length(patches)`.as('bytes')])
    .where('board_id', '=', boardId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const [first] = sizes;
  if (!first) return [];
  let upTo = first.seq;
  let bytes = 0;
  for (const row of sizes) {
    bytes += row.bytes;
    if (bytes > PAGE_BYTES) break;
    upTo = row.seq;
  }
  return db
    .selectFrom('changes')
    .select(COLUMNS)
    .where('board_id', '=', boardId)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();
}

function headOf(row: Row): Omit<PlainChange, 'patches'> {
  refuseNewer(row.v);
  const { seq, change_id: changeId, actor_id: actorId, origin, at } = row;
  return { seq, changeId, actorId, origin, at, ...undoingOf(row) };
}

/** How far the board's log is. */
export async function readSeq(db: Queries, boardId: Id): Promise<number> {
  const row = await db.selectFrom('boards').select('seq').where('id', '=', boardId).executeTakeFirst();
  return row?.seq ?? 0;
}

/** What each of these sessions may do on the board: `null` if it is no member's any more; a session that has ended is left out. */
export async function readRoles(
  db: Queries,
  boardId: Id,
  sessions: { readonly tokenHashes: readonly string[]; readonly clock: Clock },
): Promise<ReadonlyMap<string, Role | null>> {
  const { idleSince, bornAfter } = sessionBounds(sessions.clock);
  const roles = new Map<string, Role | null>();
  for (const hashes of chunked(sessions.tokenHashes, 5_000)) {
    const rows = await db
      .selectFrom('sessions')
      .leftJoin('members', (join) =>
        join.onRef('members.user_id', '=', 'sessions.user_id').on('members.board_id', '=', boardId),
      )
      .select(['sessions.token_hash', 'members.role'])
      .where('sessions.token_hash', 'in', hashes)
      .where('sessions.last_seen_at', '>', idleSince)
      .where('sessions.created_at', '>', bornAfter)
      .execute();
    for (const row of rows) roles.set(row.token_hash, row.role);
  }
  return roles;
}
