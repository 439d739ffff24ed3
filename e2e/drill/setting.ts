import { randomUUID } from 'node:crypto';
import { insertFiles } from '@talkan/api/files/upload';
import { TEST_PASSWORD, testApp } from '@talkan/api/testing';
import type { Id } from '@talkan/board/model';
import { startProxy, type Fault, type Proxy } from '../support/proxy.ts';
import { errorsIn, startServer, type TalkanServer } from '../support/server.ts';
import type { LoadedBoard } from '../../apps/web/src/sync/transport.ts';
import { apiOf } from './client.ts';
import type { Dice } from './dice.ts';

/** Somebody who may change the board. */
interface Editor {
  readonly id: Id;
  readonly username: string;
}

/** A way to the server on which things go wrong, until it is healed. */
export interface Line extends Proxy {
  heal(): void;
}

/** The servers, the board, and those whose board it is. */
export interface Setting {
  readonly servers: readonly TalkanServer[];
  readonly boardId: Id;
  readonly editors: readonly Editor[];
  /** Files that were uploaded to it, and are on no card yet. */
  readonly fileIds: readonly Id[];
  /** A session of its own. */
  signIn(editor: Editor): Promise<string>;
  /** A bad line to the servers, for the client with this number. */
  openLine(client: number, dice: Dice): Promise<Line>;
  readonly lines: readonly Line[];
  /** The board as this server has it. */
  ask(server: number): Promise<LoadedBoard>;
  /** Ends the servers as a power cut does: what they have acknowledged must stand in the file. Returns what they complained of, by their logs. */
  crash(): Promise<string[]>;
  close(): Promise<void>;
}

/** Two of three people have one client, the third has two: somebody's own other window is a colleague, too. */
const CLIENTS_A_PERSON = 4 / 3;
/** Nobody looks into it. */
const FILE = { size: 3, type: 'text/plain', width: null, height: null };

export async function prepare(options: { readonly clients: number; readonly processes: number }): Promise<Setting> {
  const first = await startServer({ LOG_LEVEL: 'warn' });
  const servers = [first];
  while (servers.length < options.processes) servers.push(await startServer({ LOG_LEVEL: 'warn' }, first));
  const lines: Line[] = [];
  const app = await testApp({ databaseUrl: first.databaseUrl });
  const { boardId, ...owner } = await app.user('owner');
  const editors: Editor[] = [owner];
  while (editors.length < Math.ceil(options.clients / CLIENTS_A_PERSON)) {
    const editor = await app.user(`editor-${editors.length}`);
    // REST knows one board a person, the oldest: it is to be this one.
    const member = {
      board_id: boardId,
      user_id: editor.id,
      role: 'editor' as const,
      created_at: '2000-01-01T00:00:00.000Z',
    };
    await app.services.db.write.deleteFrom('members').where('user_id', '=', editor.id).execute();
    await app.services.db.write.insertInto('members').values(member).execute();
    editors.push(editor);
  }
  const files = ['plan.txt', 'notes.txt'].map((name) => ({ id: randomUUID(), name, ...FILE }));
  await insertFiles(app.services, { boardId, userId: owner.id, files });
  await app.close();

  return {
    servers,
    boardId,
    editors,
    fileIds: files.map(({ id }) => id),
    lines,
    ask: (server) => apiOf(servers[server]?.url ?? '', owner.token).boards.get.query({ boardId }),
    async signIn({ username }) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ username, password: TEST_PASSWORD });
      const answer = await fetch(`${first.url}/api/auth/login`, { method: 'POST', headers, body });
      const { token } = (await answer.json()) as { token?: string };
      if (token === undefined) throw new Error(`${username} could not sign in: ${answer.status}`);
      return token;
    },
    async openLine(client, dice) {
      let isBad = true;
      const proxy = await startProxy({
        // Every third client has each request answered by another process, as behind a balancer.
        upstream: () => (client % 3 === 2 ? dice.pick(servers) : servers[client % servers.length])?.url ?? first.url,
        fault: ({ method, path }) =>
          isBad ? faultOf(dice, path.startsWith('/trpc/boards.watch') ? 'STREAM' : method) : null,
        late: () => dice.between(30, 900),
      });
      const line = { ...proxy, heal: () => void (isBad = false) };
      lines.push(line);
      return line;
    },
    async crash() {
      await Promise.all(lines.map((line) => line.close()));
      for (const server of servers) await server.crash();
      return servers.flatMap((server) => errorsIn(server.output()));
    },
    async close() {
      await Promise.all(lines.map((line) => line.close()));
      for (const server of servers.toReversed()) await server.close();
    },
  };
}

function faultOf(dice: Dice, kind: string): Fault | null {
  const roll = dice.below(1000);
  if (kind === 'STREAM') return roll < 100 ? 'bad-gateway' : roll < 200 ? 'break' : null;
  if (roll < 40) return 'delay';
  if (roll < 60) return 'cut';
  if (roll < 80) return 'lose';
  if (roll < 90) return 'break';
  if (roll < 105) return 'bad-gateway';
  return kind === 'POST' && roll < 145 ? 'repeat' : null;
}
