import type { Id } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { Queries } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';
import { inMb } from './file-limits.js';

interface Claim {
  readonly boardId: Id;
  /** Bytes that are to come in addition. */
  readonly bytes: number;
  /** Of all files of the board. */
  readonly most: number;
}

/** @throws RefusalError (limit) where the files of the board would become too much */
export async function checkRoom(db: Queries, { boardId, bytes, most }: Claim): Promise<void> {
  const row = await db
    .selectFrom('files')
    .select((select) => select.fn.sum<number | null>('size').as('bytes'))
    .where('board_id', '=', boardId)
    .executeTakeFirstOrThrow();
  if ((row.bytes ?? 0) + bytes <= most) return;
  const message = t`The files of this board would be more than ${inMb(most)} together. Delete archived cards with files for ever to make room.`;
  throw new RefusalError(refuse('limit', message, [boardId]));
}
