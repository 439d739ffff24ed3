import path from 'node:path';
import { hashPassword } from '@talkan/api/auth/passwords';
import { startSession } from '@talkan/api/auth/sessions';
import { insertUser } from '@talkan/api/auth/users';
import { createBoardWithin } from '@talkan/api/boards/create-board';
import { timeOf } from '@talkan/api/clock';
import { createServices } from '@talkan/api/context';
import { writeTransaction } from '@talkan/api/db/open';
import type { Operation } from '@talkan/board/operations';
import { FRESH, jsonRequest } from '../load/request.ts';
import { cardsOf, COLUMNS, LOGIN } from '../reference/board.ts';
import { messageFrom, startProcess, type Running } from './process.ts';
import type { ServerKind } from './server.ts';

const program = path.join(import.meta.dirname, '..', '..', 'apps', 'server', 'dist', 'main.js');

export interface Seeded {
  readonly boardId: string;
  /** A session of the board's owner. */
  readonly token: string;
}

interface SeedOptions {
  readonly cards: number;
  readonly folder: string;
  /** People beside the owner, named person-1 and so on, with the owner's password. */
  readonly people?: number;
}

/** Fills a new database with one board, through the code that the server itself writes with. */
export async function seedTalkan({ cards, folder, people = 0 }: SeedOptions): Promise<Seeded> {
  const services = await createServices({ databaseUrl: urlIn(folder), firstUser: null });
  const passwordHash = await hashPassword(LOGIN.password);
  const at = timeOf(services.clock);
  const operations: Operation[] = [
    ...COLUMNS.map(({ id, title }): Operation => ({ type: 'column.create', columnId: id, title })),
    ...cardsOf(cards).map(({ id, ...rest }): Operation => ({ type: 'card.create', cardId: id, ...rest })),
  ];
  const seeded = await writeTransaction(services.db, async (trx) => {
    const ownerId = await insertUser(trx, { username: LOGIN.username, passwordHash, demoPassword: true }, at);
    for (let person = 1; person <= people; person += 1) {
      await insertUser(trx, { username: `person-${person}`, passwordHash, demoPassword: false }, at);
    }
    const board = await createBoardWithin(trx, services, { ownerId, key: 'BM', title: 'Bench', operations });
    return { boardId: board.id, token: await startSession(trx, ownerId, services.clock) };
  });
  await services.close();
  return seeded;
}

export interface SeededBoards {
  /** The last of the boards. */
  readonly boardId: string;
  /** A session of who owns them all. */
  readonly token: string;
}

interface BoardsOptions {
  readonly folder: string;
  readonly boards: number;
  /** On each. */
  readonly cards: number;
  /** The card of this number, counted over all boards. */
  readonly cardOf: (index: number) => { readonly columnId: string; readonly title: string; readonly details: string };
}

/** Fills a new database with several boards of one owner. */
export async function seedBoards({ folder, boards, cards, cardOf }: BoardsOptions): Promise<SeededBoards> {
  const services = await createServices({ databaseUrl: urlIn(folder), firstUser: null });
  const passwordHash = await hashPassword(LOGIN.password);
  const at = timeOf(services.clock);
  const columns = COLUMNS.map(({ id, title }): Operation => ({ type: 'column.create', columnId: id, title }));
  const ownerId = await writeTransaction(services.db, (trx) =>
    insertUser(trx, { username: LOGIN.username, passwordHash, demoPassword: true }, at),
  );
  let boardId = '';
  for (let made = 0; made < boards; made += 1) {
    const created = Array.from({ length: cards }, (_, index): Operation => {
      const card = cardOf(made * cards + index);
      return { type: 'card.create', cardId: `card-${index + 1}`, ...card };
    });
    const filling = { ownerId, key: 'BM', title: `Bench ${made + 1}`, operations: [...columns, ...created] };
    boardId = await writeTransaction(services.db, async (trx) => (await createBoardWithin(trx, services, filling)).id);
  }
  const token = await writeTransaction(services.db, (trx) => startSession(trx, ownerId, services.clock));
  await services.close();
  return { boardId, token };
}

interface LaunchOptions {
  readonly folder: string;
  readonly nodeArgs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The server as it is shipped, on the database in this folder. */
export function launchTalkan({ folder, nodeArgs = [], env }: LaunchOptions): Running {
  // Empty ones win over a developer's own .env.
  const unset = ['HOST', 'PUBLIC_URL', 'TRUST_PROXY', 'TALKAN_USER', 'TALKAN_PASSWORD', 'ALLOW_DEMO_LOGIN'];
  const model = ['AI_API_KEY', 'OPENROUTER_API_KEY', 'AI_BASE_URL', 'AI_MODEL', 'AI_CONTEXT_TOKENS'];
  return startProcess({
    command: process.execPath,
    args: [...nodeArgs, program],
    cwd: folder,
    env: {
      ...Object.fromEntries([...unset, ...model].map((name) => [name, ''])),
      PORT: '0',
      DATABASE_URL: urlIn(folder),
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
}

/** Waits until it serves; the port that it has found. */
export async function portOf(running: Running): Promise<number> {
  await messageFrom(running, (message) => (message === 'ready' ? true : null));
  const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(running.output())?.[1];
  if (port === undefined) throw new Error(`Talkan does not say where it listens: ${running.output()}`);
  return Number(port);
}

export const talkan: ServerKind = {
  name: 'talkan',
  about: 'Talkan as it is shipped',
  async start({ cards, folder, nodeArgs = [] }) {
    const { boardId } = await seedTalkan({ cards, folder });
    const running = launchTalkan({ folder, nodeArgs });
    const port = await portOf(running);
    return {
      running,
      port,
      moveRequest: (move) => {
        const operations = [{ type: 'card.move', ...move }];
        return jsonRequest('POST', '/trpc/boards.commit', { boardId, changeId: FRESH, operations });
      },
    };
  },
};

function urlIn(folder: string): string {
  return `file:${path.join(folder, 'talkan.db')}`;
}
