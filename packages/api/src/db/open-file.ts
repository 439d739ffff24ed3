import { statSync } from 'node:fs';
import { Kysely } from 'kysely';
import { newestBackup } from './backups.js';
import { eraOf } from './era.js';
import { checkFile } from './check-file.js';
import { connectFile, diagnose } from './connections.js';
import { codeOf } from './file-problem.js';
import { migrate } from './migrate.js';
import { connectFailure, migrateFailure } from './opening-failure.js';
import { probe } from './probe.js';
import { runOn, versionOf } from './run-statement.js';
import { runWithin } from './run-within.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { createStorage, type StorageGuard } from './storage.js';
import type { Tables } from './tables.js';
import { upgrade } from './upgrade.js';

/** As `openDatabase` opens it: the connections to one file, and who watches its disk. */
export async function openFile(path: string, backups: { readonly folder?: string } | null = null) {
  const opening = { path, newestBackup: () => newestBackup(path, backups?.folder) };
  const isNew = (sizeOf(path) ?? 0) === 0;
  const connections = await connectFile(path).catch(async (error: unknown) => {
    throw await connectFailure(error, opening);
  });
  const storage = createStorage({
    diagnose: () => diagnose(path),
    newestBackup: opening.newestBackup,
    canWrite: connections.canWrite,
  });
  const write = new Kysely<Tables>({
    dialect: sqliteDialect({ seat: connections.writer, begin: 'begin immediate', storage }),
  });
  const reading = readingOnly(storage);
  const read = new Kysely<Tables>({
    dialect: sqliteDialect({ seat: connections.reader, begin: 'begin', storage: reading }),
  });
  const first = diagnose(path);
  if (first !== 'failing') storage.report(first, 'found at the start');
  const close = async () => {
    await storage.stop();
    await read.destroy();
    connections.closeReaders();
    // Last, so that it folds the write-ahead log back into the file.
    await write.destroy();
    // Kysely closes only what it has used.
    connections.writer.close();
  };
  try {
    await (backups === null ? migrate(write) : upgrade(write, { databaseFile: path, ...backups }));
  } catch (error) {
    await close();
    throw await migrateFailure(error, opening);
  }
  const era = eraOf(connections.instant.database());
  const check = isNew ? null : checkFile(path);
  if (check) storage.awaitCheck(check.done);
  // What was opened on a disk that could only be read stays so. Nobody else has a connection meanwhile.
  const renew = () => write.connection().execute(() => read.connection().execute(async () => connections.renew()));
  storage.probeWith(async () => {
    if (storage.state().status === 'read_only' || !connections.canWrite()) await renew();
    await probe(write);
  });
  return {
    read,
    write,
    lookUp: runOn({ seat: connections.instant, blame: (error) => reading.blame(error) }),
    version: versionOf(connections.instant),
    era,
    runWithin: runWithin(connections.writer, storage),
    storage,
    close: async () => {
      await check?.stop();
      await close();
    },
  };
}

function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}

/** A reader waits for nothing, and what it may not write is its asker's mistake. */
function readingOnly(storage: StorageGuard) {
  return {
    admit: async () => {},
    blame: (error: unknown) => (codeOf(error) === 'SQLITE_READONLY' ? error : storage.blame(error)),
    saved: () => {},
  };
}
