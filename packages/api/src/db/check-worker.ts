import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

const { path, lines } = workerData as { readonly path: string; readonly lines: number };

function check(): string[] {
  const database = new Sqlite(path, { timeout: 5_000, readonly: true, fileMustExist: true });
  try {
    const rows = database.pragma(`quick_check(${lines})`) as readonly { readonly quick_check: string }[];
    const found = rows.flatMap((row) => row.quick_check.split('\n')).slice(0, lines);
    return found.join() === 'ok' ? [] : found;
  } finally {
    database.close();
  }
}

/** What makes the file itself the fault, and not the moment: the check may have met a full disk. */
function describe(error: unknown): string[] {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const isDamage = /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
  return isDamage ? [error.message] : [];
}

function answer(): string[] {
  try {
    return check();
  } catch (error) {
    return describe(error);
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- That is for windows: a thread has no origin.
parentPort?.postMessage(answer());
