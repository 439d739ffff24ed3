import type { Id, UploadedFile } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { expressionBuilder, type Selectable } from 'kysely';
import type { Queries, Trx } from '../db/open.js';
import { statement, unplanned, type Run } from '../db/statement.js';
import type { FilesTable, Tables } from '../db/tables.js';

/** Ids in one query. */
const CHUNK = 500;

export function uploadedFileOf({ id, name, size, type, width, height }: Selectable<FilesTable>): UploadedFile {
  return { id, name, size, type, width, height };
}

/** Those of these files that the board has: what an `attachment.add` is decided with. */
export async function loadFiles(trx: Queries, boardId: Id, ids: readonly Id[]): Promise<UploadedFile[]> {
  const found: UploadedFile[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    const some = ids.slice(at, at + CHUNK);
    const query = trx.selectFrom('files').selectAll().where('board_id', '=', boardId).where('id', 'in', some);
    found.push(...(await query.execute()).map(uploadedFileOf));
  }
  return found;
}

/** Of a file in the query around it: whether a card has it, or has had it. */
export function isUsed() {
  const where = expressionBuilder<Tables, 'files'>();
  return where.exists(
    where
      .selectFrom('file_uses')
      .select('file_uses.card_id')
      .whereRef('file_uses.board_id', '=', 'files.board_id')
      .whereRef('file_uses.file_id', '=', 'files.id'),
  );
}

interface FileVisit {
  readonly boardId: Id;
  readonly id: Id;
  readonly userId: Id;
}

const visibleFile = statement((db, at: FileVisit) =>
  db
    .selectFrom('members')
    .innerJoin('files', 'files.board_id', 'members.board_id')
    .selectAll('files')
    .where('members.board_id', '=', unplanned(at.boardId))
    .where('members.user_id', '=', unplanned(at.userId))
    .where('files.id', '=', unplanned(at.id))
    .where((where) => where.or([where('files.created_by', '=', unplanned(at.userId)), isUsed()])),
);

/** A file that this user may see: a member one that is on a card, and before that the one who has uploaded it. */
export async function findFile(run: Run, visit: FileVisit): Promise<UploadedFile | Refusal> {
  const [row] = await run(visibleFile, visit);
  return row ? uploadedFileOf(row) : refuse('not_found', t`There is no such file, or it is not shared with you.`, []);
}

export interface FileUse {
  readonly fileId: Id;
  readonly cardId: Id;
}

/**
 * Notes that cards have these files, which from now on everybody on the board may see, and which stay for as long as one of the cards is there:
 * also where they are removed from it, since that can be undone. Files that the board does not have are passed over.
 */
export async function recordUses(trx: Trx, boardId: Id, uses: readonly FileUse[]): Promise<void> {
  for (const { fileId, cardId } of uses) {
    await trx
      .insertInto('file_uses')
      .columns(['board_id', 'file_id', 'card_id'])
      .expression(
        trx
          .selectFrom('files')
          .select((select) => ['board_id', 'id', select.val(cardId).as('card_id')])
          .where('board_id', '=', boardId)
          .where('id', '=', fileId),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * Forgets a card that is deleted for ever, and the files that no other card has ever had. Returns these: their bytes are to be removed once the
 * transaction has been committed.
 */
export async function releaseFiles(trx: Trx, boardId: Id, cardId: Id): Promise<Id[]> {
  const released = await trx
    .deleteFrom('file_uses')
    .where('board_id', '=', boardId)
    .where('card_id', '=', cardId)
    .returning('file_id')
    .execute();
  const gone: Id[] = [];
  for (const { file_id: id } of released) {
    const deleted = await trx
      .deleteFrom('files')
      .where('board_id', '=', boardId)
      .where('id', '=', id)
      .where((where) => where.not(isUsed()))
      .returning('id')
      .execute();
    gone.push(...deleted.map((row) => row.id));
  }
  return gone;
}
