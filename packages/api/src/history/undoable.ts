import { applyPatches } from '@talkan/board/board';
import type { Id } from '@talkan/board/model';
import { invertPatches } from '@talkan/board/patch';
import { isRefusal } from '@talkan/board/refusal';
import { tellChange } from '@talkan/board/tell-change';
import { sql } from 'kysely';
import { readBoard, rewind } from '../boards/load.js';
import { findChange } from '../boards/log.js';
import type { Membership } from '../boards/members.js';
import { findEntry, readRun } from '../boards/runs.js';
import type { Services } from '../context.js';
import type { Queries } from '../db/open.js';
import { createUserNames } from '../boards/user-names.js';
import { readUndoChains, type UndoChains } from './undo-chains.js';

/** How many of their own changes a person can walk back. */
const DEPTH = 10_000;
/** The change that made the board. What undoing it archives nobody means who says “undo”. */
const MAKING = 1;

/** What is to be sent to `boards.undo`. */
export interface UndoStep {
  readonly seq: number;
  /** The first change of a run of edits, which is one step; else the same as `seq`. */
  readonly from: number;
  /** What is to be undone, or done again. */
  readonly sentence: string;
}
export interface Undoable {
  readonly undo: UndoStep | null;
  readonly redo: UndoStep | null;
}

/** Where a person stands in the walk through their own changes on a board, whichever door these came by. */
export async function findUndoable(
  services: Services,
  { membership, actorId }: { readonly membership: Membership; readonly actorId: Id },
): Promise<Undoable> {
  const { boardId } = membership;
  const { read } = services.db;
  const chains = await readUndoChains(read, boardId);
  const { undo, redo } = walk(await readOwn(read, { boardId, actorId }));
  const isOpen = ({ seq }: OwnChange) => chains.undoneBy(seq) === undefined;
  const undoNext = undo.findLast((change) => isOpen(change) && change.seq !== MAKING);
  const redoNext = redo.findLast(isOpen);
  const tell = (entry: Entry) => sentenceOf(services, { membership, chains, entry });
  const step = undoNext && { seq: undoNext.seq, from: await firstOf(read, { boardId, seq: undoNext.seq, chains }) };
  const undone = redoNext && { seq: redoNext.undoes ?? 0, from: redoNext.undoes_from ?? redoNext.undoes ?? 0 };
  return {
    undo: step ? { ...step, sentence: await tell(step) } : null,
    redo: undone ? { seq: redoNext.seq, from: redoNext.seq, sentence: await tell(undone) } : null,
  };
}

type Entry = Pick<UndoStep, 'seq' | 'from'>;

interface OwnChange {
  readonly seq: number;
  readonly undoes: number | null;
  readonly undoes_from: number | null;
  /** Changed nothing, or cannot be undone, as a deletion for ever. */
  readonly inert: number;
}

async function readOwn(db: Queries, { boardId, actorId }: { boardId: Id; actorId: Id }): Promise<OwnChange[]> {
  const rows = await db
    .selectFrom('changes')
    .select(['seq', 'undoes', 'undoes_from', sql<number>`(operations = '[]' or patches = '[]')`.as('inert')])
    .where('board_id', '=', boardId)
    .where('actor_id', '=', actorId)
    .orderBy('seq', 'desc')
    .limit(DEPTH)
    .execute();
  return rows.toReversed();
}

/** Undoing takes changes from one pile and puts their undo on the other; anything new ends what could be redone. */
function walk(changes: readonly OwnChange[]): { readonly undo: OwnChange[]; readonly redo: OwnChange[] } {
  const undo: OwnChange[] = [];
  const redo: OwnChange[] = [];
  for (const change of changes) {
    if (take(undo, change)) redo.push(change);
    else if (take(redo, change)) undo.push(change);
    else if (change.undoes !== null || change.inert === 0) {
      undo.push(change);
      redo.length = 0;
    }
  }
  return { undo, redo };
}

/** Takes from a pile what this change undoes: of a run all that is there of it. */
function take(pile: OwnChange[], { undoes, undoes_from: from }: OwnChange): boolean {
  const last = pile.findLastIndex((change) => change.seq === undoes);
  if (undoes === null || last < 0) return false;
  const first = pile.findIndex((change) => change.seq >= (from ?? undoes));
  pile.splice(first, last + 1 - first);
  return true;
}

/** Where the run begins that ends with this change: so much of it as is not undone. */
async function firstOf(
  db: Queries,
  { boardId, seq, chains }: { readonly boardId: Id; readonly seq: number; readonly chains: UndoChains },
): Promise<number> {
  const last = await findChange(db, boardId, seq);
  const [first] = last ? await readRun(db, last, chains.undoneBy) : [];
  return first?.seq ?? seq;
}

interface Telling {
  readonly membership: Membership;
  readonly chains: UndoChains;
  readonly entry: Entry;
}

/** What was done again is told in the words of what it began with. */
async function sentenceOf(services: Services, { membership, chains, entry }: Telling): Promise<string> {
  const { boardId, seq: now } = membership;
  const { read } = services.db;
  const undone = chains.undone(entry.seq);
  const { seq, from } = undone?.again ? undone : entry;
  // The log may have been read further than the board was when the request came in: another process writes, too.
  const board = await readBoard(services, boardId, Math.max(now, seq));
  const change = await findEntry(read, { boardId, seq, from });
  const after = await rewind(read, board, seq);
  if (isRefusal(change) || !after) throw new Error(`The log of board ${boardId} has no changes ${from} to ${seq}`);
  const before = applyPatches(after, invertPatches(change.patches));
  const names = createUserNames(read);
  await names.learn(change);
  return tellChange(before, change, { undone: undone?.again ? undefined : undone, nameOf: names.nameOf }).sentence;
}
