import type { Board, Id } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { readBoard, rewind } from '../boards/load.js';
import type { Services } from '../context.js';
import { RefusalError } from '../refusal-error.js';

/** A moment in a board's life. */
export interface Moment {
  readonly boardId: Id;
  readonly seq: number;
  /** How far the board's log was when the request came in. */
  readonly now: number;
}

/**
 * The board as it was right after the change `seq`; 0: before the first one.
 * @throws RefusalError (not_found) for a change that is yet to come
 */
export async function boardAt(services: Services, { boardId, seq, now }: Moment): Promise<Board> {
  const board = await readBoard(services, boardId, now);
  const past = await rewind(services.db.read, board, seq);
  if (past) return past;
  throw new RefusalError(refuse('not_found', t`This board has no change ${seq} yet; it is at ${board.seq}.`));
}
