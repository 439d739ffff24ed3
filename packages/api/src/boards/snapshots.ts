import { createBoard, snapshotOf } from '@talkan/board/board';
import type { Board, BoardSnapshot } from '@talkan/board/model';
import type { Queries, Trx } from '../db/open.js';

/** A board is kept whole after so many changes, */
export const SNAPSHOT_EVERY = 500;
/** and so many times as many for each so many cards: writing a large one must not cost more than the changes themselves. */
const CARDS = 1_250;

/** Keeps the board of a change that is being committed, where it is time for that. */
export async function keepSnapshot(trx: Trx, board: Board): Promise<void> {
  if (board.seq % (SNAPSHOT_EVERY * Math.max(1, Math.ceil(board.cardCount / CARDS))) !== 0) return;
  const row = { board_id: board.id, seq: board.seq, board: JSON.stringify(snapshotOf(board)) };
  await trx.insertInto('snapshots').values(row).execute();
}

/** Where to start walking to `seq` from: this later board, or a snapshot that is nearer. */
export async function nearestBoard(db: Queries, board: Board, seq: number): Promise<Board> {
  // Reading a whole board costs more than a few hundred steps.
  if (board.seq - seq <= SNAPSHOT_EVERY) return board;
  const kept = db.selectFrom('snapshots').select('seq').where('board_id', '=', board.id);
  const above = await kept.where('seq', '>=', seq).orderBy('seq').limit(1).executeTakeFirst();
  const below = await kept.where('seq', '<', seq).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const candidates = [board, ...(above ? [above] : []), ...(below ? [below] : [])];
  const nearest = candidates.reduce((a, b) => (Math.abs(b.seq - seq) < Math.abs(a.seq - seq) ? b : a));
  if (nearest.seq >= board.seq) return board;
  const row = await db
    .selectFrom('snapshots')
    .select('board')
    .where('board_id', '=', board.id)
    .where('seq', '=', nearest.seq)
    .executeTakeFirstOrThrow();
  return createBoard(JSON.parse(row.board) as BoardSnapshot);
}
