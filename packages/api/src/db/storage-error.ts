import { sayStorageTrouble, type StorageFault } from '@talkan/board/storage-trouble';
import { t } from '@talkan/words/words';
import { codeOf, reasonDamaged } from './file-problem.js';

/** What a disk that has failed without saying why turns out to be. */
export type Diagnosis = () => Exclude<StorageFault, 'damaged'>;

interface Reason {
  readonly cause?: unknown;
  /** See `StorageTrouble`. */
  readonly backupAt?: number | null;
}

/** Nothing can be saved just now, and nothing of what was asked for was. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault | 'checking';
  readonly #backupAt: number | null;

  constructor(fault: StorageFault | 'checking', { cause, backupAt = null }: Reason = {}) {
    super(sayFault(fault, backupAt), { cause });
    this.fault = fault;
    this.#backupAt = backupAt;
  }

  /** The message in the language of who is told it: several may have waited for what has failed. */
  say(): string {
    return sayFault(this.fault, this.#backupAt);
  }
}

function sayFault(fault: StorageFault | 'checking', backupAt: number | null): string {
  if (fault !== 'checking') return sayStorageTrouble({ fault, backupAt });
  return t`The server is still checking its database and does not save before that. Try again in a moment.`;
}

/** A copy of the database from which it can be restored. */
export interface Restorable {
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is wrong, by SQLite’s code; null: the storage is not to blame. */
export function faultOf(error: unknown, diagnose: Diagnosis): StorageFault | null {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_READONLY')) return 'read_only';
  if (reasonDamaged(error) !== null) return 'damaged';
  // Where the -shm file cannot grow SQLite speaks of an input/output error, and so it does where a mount has become read-only.
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return diagnose();
  return null;
}

const FILE_FAULTS: Readonly<Record<string, Exclude<StorageFault, 'damaged'>>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read_only',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EIO: 'failing',
};

/** The error of writing a file as it is to be thrown: the disk is to blame for it, or something else. */
export function storageErrorOf(error: unknown): unknown {
  const fault = FILE_FAULTS[codeOf(error)];
  return fault === undefined ? error : new StorageError(fault, { cause: error });
}
