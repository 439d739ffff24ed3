import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseBusyError, retryBusy } from './busy.js';
import { exists, giveToOwner } from './files.js';

/**
 * `use`: by everybody who has the database open, any number of them. `upkeep`: by whoever makes a backup, one at a time, while others use it.
 * `alone`: by whoever replaces the file; nobody may use it meanwhile.
 */
export type Hold = 'use' | 'upkeep' | 'alone';

// SQLite's own locks on a file that stays empty: SHARED, RESERVED and EXCLUSIVE mean just that, on every system, and end with their process.
// The database itself cannot tell: one whose first page is damaged cannot even be locked.
const BEGIN = {
  use: ['begin', 'select 1 from sqlite_schema'],
  upkeep: ['begin immediate'],
  alone: ['begin exclusive'],
} as const satisfies Record<Hold, readonly string[]>;

export interface LockWish {
  readonly databaseFile: string;
  readonly hold: Hold;
  /** Milliseconds to wait for others; 0 asks once. */
  readonly patience: number;
}

/** Holds `<database>.lock` until the function that it gives is called, or the process ends; null where others hold it. */
export async function lockDatabase({ databaseFile, hold, patience }: LockWish): Promise<(() => void) | null> {
  const { default: Sqlite } = await import('better-sqlite3');
  const file = `${databaseFile}.lock`;
  // Where nothing can be written nobody can replace the database, and two that copy it elsewhere do no harm. Opening it says what is wrong.
  if (!(await makeEmpty(file, databaseFile))) return () => {};
  const lock = new Sqlite(file, { timeout: 0 });
  try {
    // Otherwise the lock would write a journal, of a change that is never made.
    await retryBusy(() => lock.pragma('journal_mode = MEMORY'), patience);
    for (const statement of BEGIN[hold]) await retryBusy(() => lock.exec(statement), patience);
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (error instanceof DatabaseBusyError) return null;
    throw error;
  }
}

/** Whether the file is there now. It is never opened where it is: closing a file ends all locks that its process has on it. */
async function makeEmpty(file: string, databaseFile: string): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await (await open(file, 'wx', 0o600)).close();
    await giveToOwner(file, databaseFile);
    return true;
  } catch {
    return exists(file);
  }
}
