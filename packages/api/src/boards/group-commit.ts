import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Board, Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { writeTransaction, type Db, type Trx } from '../db/open.js';
import { plainStatement, statement } from '../db/statement.js';

/** Changes in one transaction at most: the last of them waits for all the others. */
const MOST = 256;
/** A turn of the loop is over after so long, even within a transaction. */
const LONGEST_HOLD_MS = 10;

const SAVEPOINT = plainStatement('savepoint change');
const RELEASE = plainStatement('release change');
const ROLL_BACK = plainStatement('rollback to change');

const setSeq = statement((db, at: { id: Id; seq: number }) =>
  db.updateTable('boards').set({ seq: at.seq }).where('id', '=', at.id),
);

/** Notes how far a board's log is. The changes of a group to one board do it once, at its end. */
export async function writeSeq(trx: Trx, { id, seq }: Board): Promise<void> {
  await trx.run(setSeq, { id, seq });
}

/** What the changes of one transaction share. */
export interface Group {
  /** Boards as they were left by the changes so far. */
  readonly boards: Map<Id, Board>;
  /** What those who change them may do there, by board and user. */
  readonly roles: Map<string, Role>;
}
/** Decides and writes one change; a throw is its refusal. */
export type Work<Outcome> = (trx: Trx, group: Group) => Promise<Outcome>;

/** The one queue of changes to boards. */
export interface GroupCommit {
  /**
   * Does the work within the next transaction and resolves after its COMMIT. What throws is taken back alone; a COMMIT that
   * fails is the failure of all that it held.
   */
  commit<Outcome>(work: Work<Outcome>): Promise<Outcome>;
}

/**
 * For work that makes several changes: where one of them is refused, none was made, and the transaction's boards are as they were before.
 */
export async function allOrNone<Outcome>({ boards }: Group, work: () => Promise<Outcome>): Promise<Outcome> {
  const before = [...boards];
  try {
    return await work();
  } catch (error) {
    boards.clear();
    for (const [id, board] of before) boards.set(id, board);
    throw error;
  }
}

interface Waiting {
  /** Does it, and returns how to tell its caller. */
  readonly run: (trx: Trx, group: Group) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

export interface GroupCommitOptions {
  readonly db: Db;
  /** Called after a COMMIT, before anybody is answered, with the boards that it has changed. */
  readonly publish: (boards: Iterable<Board>) => void;
}

/**
 * A sync to the disk takes as long for a hundred changes as for one: so all that came in one turn of the loop, or while a commit was on
 * its way, goes into one transaction, each decided on the result of the one before.
 */
export function createGroupCommit({ db, publish }: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let running = false;

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      // Whoever else has sent something by now is heard first, and goes along.
      await nextTurn();
      const next = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await commitTogether(next);
    }
    running = false;
  }

  async function commitTogether(changes: readonly Waiting[]): Promise<void> {
    const group: Group = { boards: new Map(), roles: new Map() };
    try {
      const tell = await writeTransaction(db, (trx) => runAll(trx, group, changes));
      publish(group.boards.values());
      for (const each of tell) each();
    } catch (error) {
      for (const each of changes) each.fail(error);
    }
  }

  return {
    commit: (work) =>
      new Promise((resolve, reject) => {
        // Whoever comes first commits for all; each is refused in the language in which they asked.
        const run = AsyncLocalStorage.bind(async (trx: Trx, group: Group) => {
          const outcome = await work(trx, group);
          return () => resolve(outcome);
        });
        waiting.push({ run, fail: reject });
        if (running) return;
        running = true;
        void commitAll();
      }),
  };
}

async function runAll(trx: Trx, group: Group, changes: readonly Waiting[]): Promise<(() => void)[]> {
  const tell: (() => void)[] = [];
  let turnBegan = performance.now();
  for (const each of changes) {
    tell.push(await runOne(trx, group, each));
    if (performance.now() - turnBegan < LONGEST_HOLD_MS) continue;
    await nextTurn();
    turnBegan = performance.now();
  }
  for (const board of group.boards.values()) await writeSeq(trx, board);
  return tell;
}

async function runOne(trx: Trx, group: Group, { run, fail }: Waiting): Promise<() => void> {
  await trx.run(SAVEPOINT, {});
  try {
    const tell = await run(trx, group);
    await trx.run(RELEASE, {});
    return tell;
  } catch (error) {
    await takeBack(trx, error);
    return () => fail(error);
  }
}

/** @throws the error itself where SQLite has given up the whole transaction, as it does on a full disk */
async function takeBack(trx: Trx, error: unknown): Promise<void> {
  try {
    await trx.run(ROLL_BACK, {});
    await trx.run(RELEASE, {});
  } catch {
    throw error;
  }
}
