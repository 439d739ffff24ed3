import { DatabaseSync } from 'node:sqlite';
import { cardOf, columnOf, commentOf, headOf, labelOf } from '@talkan/api/boards/rows';
import { uploadedFileOf } from '@talkan/api/files/rows';
import type { Change } from '@talkan/board/change';
import type { BoardHead, BoardSnapshot, Card, Column, Comment, Id, Label, UploadedFile } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import type { Setting } from './setting.ts';

/** What stands in the file in the end, read by another library than the server's. */
export interface Records {
  /** What SQLite says of the file: `ok`. */
  readonly integrity: string;
  readonly head: BoardHead;
  readonly columns: readonly Column[];
  readonly cards: readonly Card[];
  readonly labels: readonly Label[];
  readonly comments: readonly Comment[];
  readonly files: readonly UploadedFile[];
  /** Which cards have ever had which of them. */
  readonly fileUses: readonly FileUse[];
  /** Which cards' and comments' words can be found. */
  readonly searchTexts: readonly SearchText[];
  readonly roles: ReadonlyMap<Id, Role>;
  readonly log: readonly Change[];
  /** The boards that are kept whole now and then. */
  readonly kept: readonly BoardSnapshot[];
}
export interface FileUse {
  readonly fileId: Id;
  readonly cardId: Id;
}
interface SearchText {
  readonly cardId: Id;
  /** Empty: it is the card's own text. */
  readonly commentId: Id;
}

type Row = Record<string, unknown>;

export function readRecords({ servers, boardId }: Pick<Setting, 'servers' | 'boardId'>): Records {
  const file = servers[0]?.databaseUrl.slice('file:'.length) ?? '';
  const database = new DatabaseSync(file);
  const all = (sql: string) => database.prepare(sql).all(boardId) as Row[];
  /** The rows that a mapping of the server's takes. */
  const rowsOf = <To>(table: string, map: (row: never) => To) =>
    all(`select * from ${table} where board_id = ?`).map((row) => map(row as never));
  const [head] = all('select * from boards where id = ?');
  if (!head) throw new Error('There is no such board.');
  try {
    return {
      integrity: String(Object.values(database.prepare('pragma integrity_check').get() ?? {})[0]),
      head: headOf(head as Parameters<typeof headOf>[0]),
      columns: rowsOf('columns', columnOf),
      cards: rowsOf('cards', cardOf),
      labels: rowsOf('labels', labelOf),
      comments: rowsOf('comments', commentOf),
      files: rowsOf('files', uploadedFileOf),
      fileUses: rowsOf('file_uses', (row: Row) => ({ fileId: String(row['file_id']), cardId: String(row['card_id']) })),
      searchTexts: rowsOf('search_texts', (row: Row) => ({
        cardId: String(row['card_id']),
        commentId: String(row['comment_id']),
      })),
      roles: new Map(rowsOf('members', (row: Row) => [String(row['user_id']), row['role'] as Role])),
      log: all('select * from changes where board_id = ? order by seq').map(changeOf),
      kept: all('select board from snapshots where board_id = ? order by seq').map(
        ({ board }) => JSON.parse(String(board)) as BoardSnapshot,
      ),
    };
  } finally {
    database.close();
  }
}

function changeOf(row: Row): Change {
  const change = {
    v: row['v'],
    boardId: row['board_id'],
    seq: row['seq'],
    changeId: row['change_id'],
    actorId: row['actor_id'],
    origin: row['origin'],
    at: row['at'],
    operations: JSON.parse(String(row['operations'])),
    patches: JSON.parse(String(row['patches'])),
    ...(row['undoes'] === null ? {} : { undoes: row['undoes'] }),
    ...(row['undoes_from'] === null ? {} : { undoesFrom: row['undoes_from'] }),
  };
  return change as Change;
}
