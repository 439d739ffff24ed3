import { randomUUID } from 'node:crypto';
import { readSettings, saveSettings } from '@talkan/api/assistant/settings';
import { startSession } from '@talkan/api/auth/sessions';
import { commitOperations } from '@talkan/api/boards/commit';
import { insertBoard } from '@talkan/api/boards/create-board';
import { boardInView } from '@talkan/api/boards/load';
import { cardOf, columnOf, commentOf } from '@talkan/api/boards/rows';
import { createServices, type Services } from '@talkan/api/context';
import { writeTransaction } from '@talkan/api/db/open';
import { loadedKey, type LoadedRow } from '@talkan/board/decide-context';
import type { Role } from '@talkan/board/roles';
import type { Script } from '../script.ts';
import type { World } from '../world.ts';

/** A database beside the server’s process, where boards are put up for one case each and looked at afterwards. */
export interface Stage {
  /** The only board, for now, of whoever talks to it. */
  putUp(script: Script, role: Role): Promise<OnStage>;
  close(): Promise<void>;
}

export interface OnStage {
  readonly boardId: string;
  /** A session of whoever talks to the board. */
  readonly token: string;
  look(): Promise<World>;
  /** Nobody is on the board any more. */
  clear(): Promise<void>;
}

export async function openStage(databaseUrl: string, now: string): Promise<Stage> {
  let time = Date.parse(now);
  const services = await createServices({ databaseUrl, firstUser: null, clock: () => time });
  return {
    async putUp(script, role) {
      await addPeople(services, script);
      await liftLimits(services, script.me);
      const boardId = await addBoard(services, script);
      for (const { at, by, does } of script.changes) {
        time = Date.parse(at);
        const request = { boardId, changeId: randomUUID(), actorId: by, origin: 'web', operations: does } as const;
        await commitOperations(services, request);
      }
      time = Date.parse(now);
      const token = await writeTransaction(services.db, async (trx) => {
        const of = trx.updateTable('members').set({ role }).where('board_id', '=', boardId);
        await of.where('user_id', '=', script.me).execute();
        return startSession(trx, script.me, services.clock);
      });
      return {
        boardId,
        token,
        look: () => lookAt(services, boardId, script),
        clear: async () => {
          await writeTransaction(services.db, (trx) =>
            trx.deleteFrom('members').where('board_id', '=', boardId).execute(),
          );
        },
      };
    },
    close: () => services.close(),
  };
}

/** A benchmark asks more often than any person. */
async function liftLimits(services: Services, userId: string): Promise<void> {
  const { version } = await readSettings(services);
  const limits = { personTurns: 0, allTurns: 0, personTokens: 0, allTokens: 0 };
  if (version === 0) await saveSettings(services, { version, userId, limits });
}

async function addPeople({ db }: Services, { people, now }: Script): Promise<void> {
  await writeTransaction(db, async (trx) => {
    // Nobody signs in with a password: these have a session.
    const unused = { password_hash: 'none', demo_password: 0, created_at: now } as const;
    const rows = people.map(({ id, name }) => ({ id, username: name, ...unused }));
    await trx
      .insertInto('users')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

async function addBoard({ db }: Services, { key, title, me, people, changes, now }: Script): Promise<string> {
  const boardId = randomUUID();
  const at = changes[0]?.at ?? now;
  await writeTransaction(db, async (trx) => {
    await insertBoard(trx, { id: boardId, key, title, ownerId: me, at });
    const others = people.filter(({ id }) => id !== me);
    if (others.length === 0) return;
    const rows = others.map(({ id }) => ({ board_id: boardId, user_id: id, role: 'editor' as const, created_at: at }));
    await trx.insertInto('members').values(rows).execute();
  });
  return boardId;
}

async function lookAt({ db }: Services, boardId: string, script: Script): Promise<World> {
  const board = await boardInView(db.read, boardId, undefined);
  const cards = db.read.selectFrom('cards').selectAll().where('board_id', '=', boardId);
  const columns = db.read.selectFrom('columns').selectAll().where('board_id', '=', boardId);
  const comments = db.read.selectFrom('comments').selectAll().where('board_id', '=', boardId);
  const rows = new Map<string, LoadedRow>();
  for (const row of await cards.where('archived_at', 'is not', null).execute()) {
    rows.set(loadedKey('card', row.id), cardOf(row));
  }
  for (const row of await columns.where('archived_at', 'is not', null).execute()) {
    rows.set(loadedKey('column', row.id), columnOf(row));
  }
  for (const row of await comments.execute()) rows.set(loadedKey('comment', row.id), commentOf(row));
  return { script, board, rows, log: [] };
}
