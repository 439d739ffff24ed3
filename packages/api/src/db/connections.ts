import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type SqliteModule from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { retryBusy } from './busy.js';
import { codeOf } from './file-problem.js';
import { createSeat, type Seat } from './seat.js';
import { faultOf, type Diagnosis } from './storage-error.js';

/** Less room than this takes no change: a change is some pages, twice. */
const LEAST_ROOM_BYTES = 64 * 1024;

interface Opened {
  readonly writer: Database;
  /** For transactions that read: they may last for some turns of the loop, and what they see grows old meanwhile. */
  readonly reader: Database;
  /** For single statements. */
  readonly instant: Database;
  /** Whether this is a copy of the file, for reading alone, since the file itself could not be opened where it is. */
  readonly isCopy: boolean;
}

/** The connections to one file. */
export interface Connections {
  readonly writer: Seat;
  readonly reader: Seat;
  readonly instant: Seat;
  /** Whether there is a connection that could write, should the disk let it. */
  readonly canWrite: () => boolean;
  /** Connects anew, to be able to write again, while nobody has a connection. Throws while that is not possible. */
  renew(): void;
  closeReaders(): void;
}

/** Connects to a file, and where its disk allows no more than reading, for reading. */
export async function connectFile(path: string): Promise<Connections> {
  const { default: Sqlite } = await import('better-sqlite3');
  let opened = await connect(path).catch((error: unknown) => connectCopy(path, error));
  const seats = {
    writer: createSeat(opened.writer),
    reader: createSeat(opened.reader),
    instant: createSeat(opened.instant),
  };
  return {
    ...seats,
    canWrite: () => !opened.isCopy,
    renew() {
      accessSync(path, constants.W_OK);
      // First: within one process SQLite opens a -shm file once, and as long as anybody has it, for reading alone where it was so.
      if (!opened.isCopy) for (const seat of Object.values(seats)) seat.close();
      opened = openAll(Sqlite, path);
      seats.writer.replace(opened.writer);
      seats.reader.replace(opened.reader);
      seats.instant.replace(opened.instant);
    },
    closeReaders() {
      seats.instant.close();
      seats.reader.close();
    },
  };
}

/** What is the matter with the disk under a file on which SQLite only says that it failed. */
export function diagnose(path: string): ReturnType<Diagnosis> {
  try {
    accessSync(path, constants.W_OK);
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < LEAST_ROOM_BYTES ? 'full' : 'failing';
  } catch (error) {
    return codeOf(error) === 'EROFS' || codeOf(error) === 'EACCES' ? 'read_only' : 'failing';
  }
}

async function connect(path: string): Promise<Opened> {
  const { default: Sqlite } = await import('better-sqlite3');
  if (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true });
    // Made here, so that nobody else on the machine can read it; SQLite gives its other files the same mode.
    await (await open(path, 'a', 0o600)).close();
  }
  return retryBusy(() => openAll(Sqlite, path));
}

function openAll(Sqlite: typeof SqliteModule, path: string): Opened {
  const writer = new Sqlite(path, { timeout: 0 });
  try {
    writer.pragma('journal_mode = WAL');
    // In WAL mode the module itself chooses NORMAL, which can lose what was acknowledged when the power fails.
    writer.pragma('synchronous = FULL');
    writer.pragma('foreign_keys = ON');
    // What is deleted for ever is not to be read in the file’s free pages.
    writer.pragma('secure_delete = ON');
    const openReader = () => new Sqlite(path, { timeout: 0, readonly: true });
    return { writer, reader: openReader(), instant: openReader(), isCopy: false };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/**
 * Even a reader needs the file’s -shm, which a disk that is full or read-only does not let it make: then a copy in the folder for
 * temporary files is read. Nobody can change the file meanwhile, unless by another way to the same disk.
 */
async function connectCopy(path: string, reason: unknown): Promise<Opened> {
  const fault = existsSync(path) ? faultOf(reason, () => diagnose(path)) : null;
  if (fault !== 'full' && fault !== 'read_only') throw reason;
  const { default: Sqlite } = await import('better-sqlite3');
  const folder = await mkdtemp(join(tmpdir(), 'talkan-reading-'));
  try {
    const copy = join(folder, 'talkan.db');
    for (const ending of ['', '-wal']) {
      if (!existsSync(`${path}${ending}`)) continue;
      await copyFile(`${path}${ending}`, `${copy}${ending}`);
      await chmod(`${copy}${ending}`, 0o600);
    }
    const folded = new Sqlite(copy, { timeout: 0 });
    folded.pragma('journal_mode = DELETE');
    folded.close();
    const openReader = () => {
      const database = new Sqlite(copy, { timeout: 0, readonly: true });
      // Reads it, so that it is open before it goes.
      database.pragma('schema_version');
      return database;
    };
    return { writer: openReader(), reader: openReader(), instant: openReader(), isCopy: true };
  } catch {
    throw reason;
  } finally {
    // What is open stays readable where files can be removed while they are in use, and nobody else finds it.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
