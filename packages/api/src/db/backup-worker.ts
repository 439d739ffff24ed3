// What takes long on a database file, in a thread of its own: a server's loop goes on meanwhile. Imports nothing of ours, so that tests can run it from its source.
import { closeSync, fdatasyncSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite, { type Database } from 'better-sqlite3';

/**
 * `copy` makes a copy of a database that may be in use, and looks through it; `inspect` looks through a file that nobody uses; `list` only reads which files
 * copies have on their cards.
 */
export type Task =
  | { readonly task: 'copy'; readonly from: string; readonly to: string }
  | { readonly task: 'inspect'; readonly file: string }
  | { readonly task: 'list'; readonly copies: readonly string[] };

export interface Inspection {
  /** What is wrong with it, a few of the first; empty: it is whole. */
  readonly problems: readonly string[];
  /** The steps that it has been through, in no order; null: it is not a database of Talkan. */
  readonly migrations: readonly string[] | null;
  /** The files on its cards, as `board/file`. */
  readonly files: readonly string[];
}

export type Outcome =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly code: string; readonly message: string };

const PROBLEMS_TOLD = 3;
/** 8 MB. A disk that is given hundreds at once lets everybody else’s commits wait until it has written them. */
const PAGES_A_STEP = 2048;

async function perform(task: Task): Promise<Inspection> {
  if (task.task === 'list') return { problems: [], migrations: null, files: [...new Set(task.copies.flatMap(list))] };
  if (task.task === 'inspect') return inspect(task.file);
  await copy(task.from, task.to);
  return inspect(task.to);
}

async function copy(from: string, to: string): Promise<void> {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true });
  const written = openSync(to, 'r+');
  try {
    // One view of it from the first page to the last: without that a copy starts over whenever somebody writes.
    source.exec('begin');
    source.prepare('select count(*) from sqlite_schema').get();
    const progress = () => {
      fdatasyncSync(written);
      return PAGES_A_STEP;
    };
    await source.backup(to, { progress });
  } finally {
    closeSync(written);
    source.close();
  }
}

function inspect(file: string): Inspection {
  const database = new Sqlite(file, { fileMustExist: true });
  try {
    // One file that opens alone, also where nothing can be written; with a write-ahead log beside it that is folded in.
    database.pragma('journal_mode = DELETE');
    const problems = problemsOf(database);
    return { problems, migrations: migrationsOf(database), files: problems.length === 0 ? filesOf(database) : [] };
  } finally {
    database.close();
  }
}

function list(file: string): string[] {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return filesOf(database);
  } finally {
    database.close();
  }
}

/** Names of files with a path of their own are none that Talkan has given. */
const FILE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\/[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** None in a database from before there were any. */
function filesOf(database: Database): string[] {
  const has = database.prepare("select 1 from sqlite_schema where type = 'table' and name = 'files'").get();
  if (has === undefined) return [];
  const files = database.prepare("select board_id || '/' || id from files").pluck().all().map(String);
  return files.filter((file) => FILE.test(file));
}

function problemsOf(database: Database): string[] {
  const damaged = database.prepare(`pragma integrity_check(${PROBLEMS_TOLD})`).pluck().all().map(String);
  if (damaged.join() !== 'ok') return damaged;
  const dangling = database.prepare('pragma foreign_key_check').pluck().all().slice(0, PROBLEMS_TOLD);
  return dangling.map((table) => `a row of ${String(table)} names one that is not there`);
}

function migrationsOf(database: Database): string[] | null {
  const table = database.prepare("select 1 from sqlite_schema where type = 'table' and name = 'migrations'").get();
  return table === undefined ? null : database.prepare('select name from migrations').pluck().all().map(String);
}

async function answer(task: Task): Promise<Outcome> {
  try {
    return { ok: true, inspection: await perform(task) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await answer(workerData as Task), []);
