import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotOf } from '@talkan/board/board';
import type { Board } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Trx } from '../db/open.js';
import { failureOf, testApp, type Person, type TestApp } from '../testing.js';
import { createBoardCache } from './board-cache.js';
import { createGroupCommit, type GroupCommit, type Work } from './group-commit.js';
import { readBoard } from './load.js';

let folder = '';
let app: TestApp;
let ann: Person;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-group-'));
  app = await testApp({ databaseUrl: `file:${join(folder, 'talkan.db')}` });
  ann = await app.user('ann');
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const create = (cardId: string): Operation => ({ type: 'card.create', cardId, columnId: 'col-done', title: cardId });
const commit = (operation: Operation, changeId: string = randomUUID()) =>
  ann.caller.boards.commit({ boardId: ann.boardId, changeId, operations: [operation] });
const board = () => ann.caller.boards.get({ boardId: ann.boardId });
const logLength = async () => (await app.services.db.read.selectFrom('changes').select('seq').execute()).length;

/** A queue of its own on the same database, and how often something was shown after a COMMIT. */
function watchedQueue(): { readonly queue: GroupCommit; readonly published: (readonly Board[])[] } {
  const published: (readonly Board[])[] = [];
  const publish = (boards: Iterable<Board>) => void published.push([...boards]);
  return { queue: createGroupCommit({ db: app.services.db, publish }), published };
}

const user = (id: string) => ({ id, username: id, password_hash: '', demo_password: 0, created_at: '' });
const addUser =
  (id: string): Work<string> =>
  async (trx) => {
    await trx.insertInto('users').values(user(id)).execute();
    return id;
  };
const usersLike = async (prefix: string) => {
  const rows = await app.services.db.read.selectFrom('users').select('id').where('id', 'like', `${prefix}%`).execute();
  return rows.map((row) => row.id).toSorted();
};

describe('changes that come at the same time', () => {
  it('go into one transaction, and are numbered in the order in which they came', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => commit(create(`new-${index}`))));
    expect(answers.map((answer) => answer.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    const numbers = (await board()).cards.filter((card) => card.id.startsWith('new-')).map((card) => card.number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 9));
  });

  it('share one COMMIT, and what comes meanwhile has the next one', async () => {
    const { queue, published } = watchedQueue();
    let late: Promise<string> | undefined;
    const first: Work<string> = async (trx) => {
      late ??= queue.commit(addUser('g-late'));
      return addUser('g-0')(trx, { boards: new Map(), roles: new Map() });
    };
    await Promise.all([queue.commit(first), queue.commit(addUser('g-1')), queue.commit(addUser('g-2'))]);
    expect(published).toHaveLength(1);
    await late;
    expect(published).toHaveLength(2);
    expect(await usersLike('g-')).toEqual(['g-0', 'g-1', 'g-2', 'g-late']);
  });

  it('are each decided on the result of the one before', async () => {
    const made = commit(create('twin'));
    const again = failureOf(commit(create('twin')));
    const archived = commit({ type: 'card.archive', cardId: 'twin' });
    const moved = failureOf(commit({ type: 'card.move', cardId: 'twin', columnId: 'col-review' }));
    expect([await made, await archived].map((answer) => answer.seq)).toEqual([2, 3]);
    expect([(await again).refusal?.ids, (await moved).refusal?.ids]).toEqual([['twin'], ['twin']]);
    expect(await logLength()).toBe(3);
  });

  it('give a retry in the same breath the first one’s answer', async () => {
    const [first, second] = await Promise.all([commit(create('once'), 'same-id'), commit(create('once'), 'same-id')]);
    expect(second).toEqual(first);
    expect(await logLength()).toBe(2);
  });

  it('leave the tables as the board in memory says', async () => {
    const moves = ['card-1', 'card-2', 'card-3', 'card-4', 'card-1', 'card-2'].map((cardId, index) =>
      commit({ type: 'card.move', cardId, columnId: index % 2 === 0 ? 'col-review' : 'col-done' }),
    );
    await Promise.all(moves);
    const fromTables = await readBoard({ ...app.services, boards: createBoardCache() }, ann.boardId, 7);
    const inMemory = app.services.boards.get(ann.boardId);
    expect(inMemory && snapshotOf(inMemory)).toEqual(snapshotOf(fromTables));
  });
});

describe('a change that fails among others', () => {
  it('is taken back alone, whatever it has written before', async () => {
    const { queue } = watchedQueue();
    const failing: Work<string> = async (trx, group) => {
      await addUser('f-wrong')(trx, group);
      throw new Error('after writing');
    };
    const settled = await Promise.allSettled([
      queue.commit(addUser('f-0')),
      queue.commit(failing),
      // What the database itself refuses is no different.
      queue.commit(addUser('f-0')),
      queue.commit(addUser('f-1')),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await usersLike('f-')).toEqual(['f-0', 'f-1']);
  });

  it('does not stand in the way of what comes after it', async () => {
    const { queue } = watchedQueue();
    await expect(queue.commit(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(queue.commit(addUser('after'))).resolves.toBe('after');
  });
});

describe('a COMMIT that fails', () => {
  // A broken reference that is looked at only by the COMMIT.
  const breakCommit = async (trx: Trx) => {
    await sql`pragma defer_foreign_keys = on`.execute(trx);
    const session = { token_hash: 'x', user_id: 'nobody', created_at: '', last_seen_at: '' };
    await trx.insertInto('sessions').values(session).execute();
    return 'broken';
  };

  it('is the failure of all that it held, and nobody is shown anything of it', async () => {
    const before = await board();
    const broken = app.services.commits.commit(breakCommit);
    const settled = await Promise.allSettled([broken, commit(create('lost-1')), commit(create('lost-2'))]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(app.services.boards.get(ann.boardId)?.seq).toBe(1);
    expect(await board()).toEqual(before);
    expect(await logLength()).toBe(1);
  });

  it('leaves the way free: the same changes sent again are made', async () => {
    const broken = app.services.commits.commit(breakCommit);
    await Promise.allSettled([broken, commit(create('twice'), 'twice')]);
    expect((await commit(create('twice'), 'twice')).seq).toBe(2);
    expect((await board()).cards.some((card) => card.id === 'twice')).toBe(true);
  });
});
