import type { Id } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { cardOfRun, foldRun, growRun } from '@talkan/board/run';
import { t } from '@talkan/words/words';
import { sql } from 'kysely';
import type { Queries } from '../db/open.js';
import { changeOf, findChange, type LoggedChange } from './log.js';

/** Most changes are alone, and most runs short. */
const PAGES = [1, 10, 100] as const;
/** Who looks for the end of a run looks ahead no further than this. */
const AHEAD = 5_000;

/** The undo by which a change is undone as things are now. */
type UndoneBy = (seq: number) => number | undefined;
type Part = LoggedChange & { readonly undoneBy: number | undefined };

/** An entry of a board's history: a change, or a person's run of edits from the change `from` on. */
export interface EntryName {
  readonly boardId: Id;
  readonly seq: number;
  readonly from?: number | undefined;
}

/** An entry as one change, or why there is no such entry. */
export async function findEntry(db: Queries, { boardId, seq, from = seq }: EntryName): Promise<LoggedChange | Refusal> {
  const last = await findChange(db, boardId, seq);
  if (!last) return refuse('not_found', t`There is no change ${seq} on this board.`);
  if (from === seq) return last;
  const run = await readRun(db, last);
  const start = run.findIndex((change) => change.seq === from);
  if (start >= 0) return foldRun(run.slice(start));
  return refuse(
    'invalid',
    t`The changes ${from} to ${seq} are not one run of edits. Name one change, or the whole run.`,
  );
}

/** The run that ends with this change, which may be all of it; oldest first. */
export async function readRun(
  db: Queries,
  last: LoggedChange,
  undoneBy: UndoneBy = () => undefined,
): Promise<readonly LoggedChange[]> {
  const mark = (change: LoggedChange): Part => ({ ...change, undoneBy: undoneBy(change.seq) });
  let run: readonly Part[] = [mark(last)];
  if (cardOfRun(last) === undefined) return run;
  for (let page = 0; ; page++) {
    const limit = PAGES[page] ?? 100;
    const first = run[0] ?? last;
    const own = await readOwn(db, first, limit);
    // Grown without what others did at first: that is read only for as far as the run can reach.
    const reach = grow(run, own.map(mark));
    const added = reach.slice(0, -run.length);
    const [earliest] = added;
    if (!earliest) return run;
    const others = await readOthers(db, earliest, first);
    run = grow(
      run,
      [...added, ...others.map(mark)].toSorted((a, b) => b.seq - a.seq),
    );
    if (run[0] !== earliest || added.length < limit) return run;
  }
}

/** The run that this change is in, which may go on after it. */
export async function readRunAround(
  db: Queries,
  change: LoggedChange,
  undoneBy: UndoneBy,
): Promise<readonly LoggedChange[]> {
  const mark = (one: LoggedChange): Part => ({ ...one, undoneBy: undoneBy(one.seq) });
  let end = change;
  for (let steps = 0; steps < AHEAD && cardOfRun(change) !== undefined; steps++) {
    const next = await readNext(db, end);
    if (!next) break;
    const before = [...(await readOthers(db, end, next)), end];
    if (grow([mark(next)], before.map(mark)).length < 2) break;
    end = next;
  }
  // What goes on for longer than a run may is several, the last of them told first.
  for (;;) {
    const run = await readRun(db, end, undoneBy);
    const [first] = run;
    if (!first || first.seq <= change.seq) return run;
    const [previous] = await readOwn(db, first, 1);
    if (!previous) return run;
    end = previous;
  }
}

function grow(run: readonly Part[], earlier: readonly Part[]): readonly Part[] {
  let grown = run;
  for (const change of earlier) {
    const next = growRun(grown, change);
    if (next === null) break;
    grown = next;
  }
  return grown;
}

/** What its author changed before it, the last first. */
async function readOwn(db: Queries, { boardId, actorId, seq }: LoggedChange, limit: number): Promise<LoggedChange[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('actor_id', '=', actorId)
    .where('seq', '<', seq)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(changeOf);
}

async function readNext(db: Queries, { boardId, actorId, seq }: LoggedChange): Promise<LoggedChange | undefined> {
  const row = await db
    .selectFrom('changes')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('actor_id', '=', actorId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row && changeOf(row);
}

/** What others did to the card between two edits of it, the last first. */
async function readOthers(db: Queries, earlier: LoggedChange, later: LoggedChange): Promise<LoggedChange[]> {
  if (later.seq - earlier.seq < 2) return [];
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('board_id', '=', later.boardId)
    .where('seq', '>', earlier.seq)
    .where('seq', '<', later.seq)
    .where('actor_id', '<>', later.actorId)
    // In JSON a quotation mark within a text has a backslash before it, so that this finds ids alone.
    .where(sql<boolean>`instr(patches, ${`"id":"${cardOfRun(later)}"`}) > 0`)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(changeOf);
}
