import type { Id } from '@talkan/board/model';
import type { Undone } from '@talkan/board/tell-change';
import type { Queries } from '../db/open.js';

/** Which change undoes which, on one board. */
export interface UndoChains {
  /** What an undo took back or did again, however often it was undone in between; `undefined` for a change that undoes none. */
  undone(seq: number): Undone | undefined;
  /** Whether it is undone as things are now: an undo that was itself undone does not count. */
  isTaken(seq: number): boolean;
}

export async function readUndoChains(db: Queries, boardId: Id): Promise<UndoChains> {
  const rows = await db
    .selectFrom('changes')
    .select(['seq', 'undoes'])
    .where('board_id', '=', boardId)
    .where('undoes', 'is not', null)
    .orderBy('seq', 'desc')
    .execute();
  const targets = new Map(rows.map((row) => [row.seq, row.undoes]));
  const taken = new Set<number>();
  // The last first: an undo counts unless one of those that come after it took it back.
  for (const { seq, undoes } of rows) if (undoes !== null && !taken.has(seq)) taken.add(undoes);
  return {
    undone(seq) {
      let root = seq;
      let again = true;
      for (let next = targets.get(root); next; next = targets.get(root)) {
        root = next;
        again = !again;
      }
      return root === seq ? undefined : { seq: root, again };
    },
    isTaken: (seq) => taken.has(seq),
  };
}
