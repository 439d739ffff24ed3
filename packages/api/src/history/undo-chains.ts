import type { Id } from '@talkan/board/model';
import type { Undone } from '@talkan/board/tell-change';
import type { Queries } from '../db/open.js';

/** What an undo took back, named as the entry that it was. */
export interface UndoneEntry extends Undone {
  /** The first change of a run; else the same as `seq`. */
  readonly from: number;
}

/** Which change undoes which, on one board. */
export interface UndoChains {
  /** What an undo took back or did again, however often it was undone in between; `undefined` for a change that undoes none. */
  undone(seq: number): UndoneEntry | undefined;
  /** The undo by which a change is undone as things are now: one that was itself undone does not count. */
  readonly undoneBy: (seq: number) => number | undefined;
}

export async function readUndoChains(db: Queries, boardId: Id): Promise<UndoChains> {
  const rows = await db
    .selectFrom('changes')
    .select(['seq', 'undoes', 'undoes_from'])
    .where('board_id', '=', boardId)
    .where('undoes', 'is not', null)
    .orderBy('seq', 'desc')
    .execute();
  const targets = new Map<number, Pick<UndoneEntry, 'seq' | 'from'>>();
  const takers = new Map<number, number>();
  const runs = await readUndoneRuns(db, boardId);
  // The last first: an undo counts unless one of those that come after it took it back.
  for (const { seq, undoes, undoes_from: from } of rows) {
    if (undoes === null) continue;
    targets.set(seq, { seq: undoes, from: from ?? undoes });
    if (takers.has(seq)) continue;
    for (const taken of runs.get(seq) ?? [undoes]) if (!takers.has(taken)) takers.set(taken, seq);
  }
  return {
    undone(seq) {
      let root: Pick<UndoneEntry, 'seq' | 'from'> | undefined;
      let again = true;
      for (let next = targets.get(seq); next; next = targets.get(next.seq)) {
        root = next;
        again = !again;
      }
      return root && { ...root, again };
    },
    undoneBy: (seq) => takers.get(seq),
  };
}

/** By the undo of each: the changes of a run are all that its author made from its first to its last. */
async function readUndoneRuns(db: Queries, boardId: Id): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await db
    .selectFrom('changes as undos')
    .innerJoin('changes as lasts', (join) =>
      join.onRef('lasts.board_id', '=', 'undos.board_id').onRef('lasts.seq', '=', 'undos.undoes'),
    )
    .innerJoin('changes as members', (join) =>
      join
        .onRef('members.board_id', '=', 'lasts.board_id')
        .onRef('members.actor_id', '=', 'lasts.actor_id')
        .onRef('members.seq', '>=', 'undos.undoes_from')
        .onRef('members.seq', '<=', 'undos.undoes'),
    )
    .select(['undos.seq as undo', 'members.seq as member'])
    .where('undos.board_id', '=', boardId)
    .where('undos.undoes', 'is not', null)
    .where('undos.undoes_from', 'is not', null)
    .execute();
  const runs = new Map<number, number[]>();
  for (const { undo, member } of rows) {
    const run = runs.get(undo);
    if (run) run.push(member);
    else runs.set(undo, [member]);
  }
  return runs;
}
