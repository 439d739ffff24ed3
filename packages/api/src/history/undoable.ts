import type { Id } from '@talkan/board/model';
import { tellChange } from '@talkan/board/tell-change';
import { sql } from 'kysely';
import { readBoard, rewind } from '../boards/load.js';
import { findChange } from '../boards/log.js';
import type { Membership } from '../boards/members.js';
import type { Services } from '../context.js';
import type { Queries } from '../db/open.js';
import { readUndoChains, type UndoChains } from './undo-chains.js';

/** How many of their own changes a person can walk back. */
const DEPTH = 10_000;

/** A change to be sent to `boards.undo`. */
export interface UndoStep {
  readonly seq: number;
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
  const isOpen = ({ seq }: OwnChange) => !chains.isTaken(seq);
  const undoNext = undo.findLast(isOpen);
  const redoNext = redo.findLast(isOpen);
  const tell = (seq: number) => sentenceOf(services, { membership, chains, seq });
  return {
    undo: undoNext ? { seq: undoNext.seq, sentence: await tell(undoNext.seq) } : null,
    redo: redoNext?.undoes ? { seq: redoNext.seq, sentence: await tell(redoNext.undoes) } : null,
  };
}

interface OwnChange {
  readonly seq: number;
  readonly undoes: number | null;
  /** Changed nothing, or cannot be undone, as a deletion for ever. */
  readonly inert: number;
}

async function readOwn(db: Queries, { boardId, actorId }: { boardId: Id; actorId: Id }): Promise<OwnChange[]> {
  const rows = await db
    .selectFrom('changes')
    .select(['seq', 'undoes', sql<number>`(operations = '[]' or patches = '[]')`.as('inert')])
    .where('board_id', '=', boardId)
    .where('actor_id', '=', actorId)
    .orderBy('seq', 'desc')
    .limit(DEPTH)
    .execute();
  return rows.toReversed();
}

/** Undoing takes a change from one pile and puts its undo on the other; anything new ends what could be redone. */
function walk(changes: readonly OwnChange[]): { readonly undo: OwnChange[]; readonly redo: OwnChange[] } {
  const undo: OwnChange[] = [];
  const redo: OwnChange[] = [];
  for (const change of changes) {
    if (change.undoes !== null && take(undo, change.undoes)) redo.push(change);
    else if (change.undoes !== null && take(redo, change.undoes)) undo.push(change);
    else if (change.undoes !== null || change.inert === 0) {
      undo.push(change);
      redo.length = 0;
    }
  }
  return { undo, redo };
}

function take(pile: OwnChange[], seq: number): boolean {
  const index = pile.findLastIndex((change) => change.seq === seq);
  if (index < 0) return false;
  pile.splice(index, 1);
  return true;
}

interface Telling {
  readonly membership: Membership;
  readonly chains: UndoChains;
  readonly seq: number;
}

/** What was done again is told in the words of what it began with. */
async function sentenceOf(services: Services, { membership, chains, seq }: Telling): Promise<string> {
  const { read } = services.db;
  const undone = chains.undone(seq);
  const told = undone?.again ? undone.seq : seq;
  const board = await readBoard(services, membership.boardId, membership.seq);
  const change = await findChange(read, membership.boardId, { seq: told });
  const before = await rewind(read, board, told - 1);
  if (!change || !before) throw new Error(`The log of board ${membership.boardId} has no change ${told}`);
  return tellChange(before, change, undone?.again ? undefined : undone).sentence;
}
