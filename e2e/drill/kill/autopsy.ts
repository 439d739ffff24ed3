import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Id } from '@talkan/board/model';

/** What a server has left behind that was ended from one moment to the next. */
export interface Remains {
  /** What is wrong with the file as such. */
  readonly faults: readonly string[];
  /** The board's log: the number of each change by its changeId. */
  readonly log: ReadonlyMap<Id, number>;
}

/** Looks at a database as it lies there. The server is to find it untouched, so a copy is opened, not the file itself. */
export function examine(file: string, boardId: Id): Remains {
  return withCopy(file, (database) => {
    const rows = database.prepare('select seq, change_id from changes where board_id = ? order by seq').all(boardId);
    const head = database.prepare('select seq from boards where id = ?').get(boardId);
    const log = new Map(rows.map((row) => [String(row['change_id']), Number(row['seq'])]));
    const gap = rows.findIndex((row, index) => row['seq'] !== index + 1);
    return {
      log,
      faults: [
        ...damageIn(database),
        ...(gap < 0 ? [] : [`The log has a gap at ${gap + 1}.`]),
        ...(log.size === rows.length ? [] : ['A change is in the log twice.']),
        ...(head?.['seq'] === rows.length
          ? []
          : [`The board is at ${String(head?.['seq'])}, its log at ${rows.length}.`]),
      ],
    };
  });
}

/** What SQLite itself finds wrong. */
export function damageIn(database: DatabaseSync): string[] {
  const integrity = database.prepare('pragma integrity_check').all().flatMap(Object.values).join('; ');
  const orphans = database.prepare('pragma foreign_key_check').all();
  return [
    ...(integrity === 'ok' ? [] : [`The file is damaged: ${integrity}`]),
    ...(orphans.length === 0 ? [] : [`${orphans.length} rows point to nothing.`]),
  ];
}

export function withCopy<Result>(file: string, look: (database: DatabaseSync) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'talkan-autopsy-'));
  const copy = path.join(folder, 'talkan.db');
  try {
    for (const ending of ['', '-wal']) if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending);
    const database = new DatabaseSync(copy);
    try {
      return look(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
