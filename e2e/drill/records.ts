import { DatabaseSync } from 'node:sqlite';
import type { Change } from '@talkan/board/change';
import type { BoardSnapshot, Card, Column } from '@talkan/board/model';
import type { Setting } from './setting.ts';

/** What stands in the file in the end, read by another library than the server's. */
export interface Records {
  /** What SQLite says of the file: `ok`. */
  readonly integrity: string;
  readonly head: {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly seq: number;
    readonly last_number: number;
  };
  readonly columns: readonly Column[];
  readonly cards: readonly Card[];
  readonly log: readonly Change[];
  /** The boards that are kept whole now and then. */
  readonly kept: readonly BoardSnapshot[];
}

type Row = Record<string, unknown>;

export function readRecords({ servers, boardId }: Pick<Setting, 'servers' | 'boardId'>): Records {
  const file = servers[0]?.databaseUrl.slice('file:'.length) ?? '';
  const database = new DatabaseSync(file);
  const all = (sql: string) => database.prepare(sql).all(boardId) as Row[];
  try {
    return {
      integrity: String(Object.values(database.prepare('pragma integrity_check').get() ?? {})[0]),
      head: all('select id, key, title, seq, last_number from boards where id = ?')[0] as Records['head'],
      columns: all(
        'select id, rank, title, archived_at as "archivedAt" from columns where board_id = ? order by rank, id',
      ) as unknown as Column[],
      cards: all(
        `select id, number, column_id as "columnId", rank, title, details, archived_at as "archivedAt",
          created_at as "createdAt", created_by as "createdBy" from cards where board_id = ? order by number`,
      ) as unknown as Card[],
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
