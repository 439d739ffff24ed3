import { t } from '@talkan/words/words';
import { codeOf, reasonDamaged } from './file-problem.js';

/** What is wrong with the place where everything is kept. */
export type StorageFault = 'full' | 'read_only' | 'failing' | 'damaged';

/** What a disk that has failed without saying why turns out to be. */
export type Diagnosis = () => Exclude<StorageFault, 'damaged'>;

/** Nothing can be saved just now, and nothing of what was asked for was. The message is a sentence for a person. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault | 'checking';

  constructor(fault: StorageFault | 'checking', message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

export const SENTENCES: Readonly<Record<Exclude<StorageFault, 'damaged'> | 'checking', () => string>> = {
  full: () =>
    t`The server cannot save, because its disk is full. Nothing that was saved before is lost. Whoever runs it has to free space; then it goes on by itself.`,
  read_only: () =>
    t`The server cannot save, because it may only read its disk. Nothing that was saved before is lost. Whoever runs it has to let it write again; then it goes on by itself.`,
  failing: () =>
    t`The server cannot save, because its disk reports errors. Nothing that was saved before is lost. Whoever runs it has to look at the disk; then it goes on by itself.`,
  checking: () => t`The server is still checking its database and does not save before that. Try again in a moment.`,
};

/** A copy of the database from which it can be restored. */
export interface Restorable {
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function damagedSentence(backup: Restorable | null): string {
  return `${t`The server does not save, because its database file is damaged.`} ${damageAdvice(backup)}`;
}

/** What is to be done about a damaged file. */
export function damageAdvice(backup: Restorable | null): string {
  if (backup === null) return t`Whoever runs it has to replace the file; no backup of it was found.`;
  return t`Whoever runs it has to stop it and restore the newest backup, of ${momentOf(backup.at)}, with “npm run restore”.`;
}

function momentOf(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
    .format(new Date(at))
    .concat(' UTC');
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

const FILE_FAULTS: Readonly<Record<string, keyof typeof SENTENCES>> = {
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
  return fault === undefined ? error : new StorageError(fault, SENTENCES[fault](), { cause: error });
}
