import type { Origin } from '@talkan/board/change';
import type { Board } from '@talkan/board/model';
import { createVault, type Vault } from './assistant/vault.js';
import { createCrowd, type Crowd } from './auth/crowd.js';
import { authenticate, type Session } from './auth/sessions.js';
import { createTurns, type Turns } from './auth/turns.js';
import { DEMO_LOGIN, type Credentials } from './auth/users.js';
import { createBoardCache, type BoardCache } from './boards/board-cache.js';
import { createCardCounts, type CardCounts } from './boards/overview.js';
import { createGroupCommit, type GroupCommit } from './boards/group-commit.js';
import { createLive, type Live } from './boards/live/live.js';
import type { Clock } from './clock.js';
import type { FileLimits } from './files/file-limits.js';
import { createFiles, type Files } from './files/files.js';
import { openDatabase, type Db, type OpenOptions } from './db/open.js';
import type { Storage } from './db/storage.js';
import { seedFirstStart } from './first-start.js';

/** The language model that the assistant asks, and where. */
export interface ModelConfig {
  /** An OpenAI-compatible endpoint, up to and including its `/v1`. */
  readonly baseUrl: string;
  /** Empty: it asks for none. */
  readonly apiKey: string;
  readonly model: string;
  /** The tokens that it can hold at once, question and answer included; left out: as few as a small one does. */
  readonly contextTokens?: number;
  /** Milliseconds to wait for the next sign of life, and for a whole turn; left out: the assistant's own bounds. */
  readonly patience?: { readonly idleMs?: number; readonly turnMs?: number };
}

/** Everything that is made once per process. */
export interface Services {
  readonly db: Db;
  /** Whether changes can be saved just now. */
  readonly storage: Storage;
  readonly boards: BoardCache;
  readonly cardCounts: CardCounts;
  /** The queue of changes to boards. */
  readonly commits: GroupCommit;
  /** Tells those who watch a board what happens on it. */
  readonly live: Live;
  /** The files on cards. */
  readonly files: Files;
  /** Sign-ins of one user from one address, one at a time. */
  readonly signIns: Turns;
  /** Bounds the sign-ins that wait for their turn. */
  readonly crowd: Crowd;
  /** The model that the configuration names: what was chosen in the settings wins over it, see `readModel`. `null`: it names none. */
  readonly model: ModelConfig | null;
  /** Keeps the keys that are saved in the database. */
  readonly vault: Vault;
  readonly clock: Clock;
  close(): Promise<void>;
}

export interface ServiceOptions extends OpenOptions {
  /** `file:data/talkan.db` or `:memory:`. */
  readonly databaseUrl: string;
  readonly model?: ModelConfig | null;
  /** With which keys in the database are encrypted; left out: the one in a file beside the database. */
  readonly secret?: string;
  /** Who may sign in to an empty database; left out: the demo user; `null`: nobody, the database stays empty. */
  readonly firstUser?: Credentials | null;
  readonly clock?: Clock;
  /** Left out: 25 MiB a file, 2 GiB a board. */
  readonly fileLimits?: FileLimits;
}

/**
 * Opens the database, brings it up to date and fills an empty one.
 * @throws an Error with a sentence for whoever starts the server
 */
export async function createServices(options: ServiceOptions): Promise<Services> {
  const { firstUser = DEMO_LOGIN, clock = Date.now, model = null } = options;
  const db = await openDatabase(options.databaseUrl, options);
  const live = createLive({ db, clock });
  const files = createFiles(db.file, options.fileLimits);
  const boards = createBoardCache();
  const publish = (changed: Iterable<Board>) => {
    for (const board of changed) {
      boards.publish(board);
      live.wake(board.id);
    }
  };
  const services: Services = {
    db,
    storage: db.storage,
    boards,
    cardCounts: createCardCounts(),
    commits: createGroupCommit({ db, publish }),
    live,
    files,
    signIns: createTurns(),
    crowd: createCrowd(),
    model,
    vault: createVault({ secret: options.secret, databaseFile: db.file }),
    clock,
    close: async () => {
      live.stop();
      await files.close();
      await db.close();
    },
  };
  try {
    if (firstUser) await seedFirstStart(services, firstUser);
  } catch (error) {
    await services.close();
    throw error;
  }
  return services;
}

/** What the host knows about one HTTP request. */
export interface RequestInfo {
  /** The token of an `Authorization: Bearer` header. Where it is not `null` the cookie is ignored. */
  readonly bearer: string | null;
  /** The session token of the cookie. */
  readonly cookie: string | null;
  /** Whether a browser sent it (`Origin` or `Sec-Fetch-Site`): a sign-in then sets the cookie and returns no token. */
  readonly browser: boolean;
  readonly address: string;
  readonly requestId: string;
  readonly origin: Origin;
  setSessionCookie(token: string | null, maxAgeSeconds: number): void;
}

export interface Context {
  readonly services: Services;
  readonly request: RequestInfo;
  readonly session: Session | null;
}

/** Finds whose token it is. */
export type Authenticate = (token: string) => Promise<Session | null>;

/** @param find left out: asks the database */
export async function createContext(
  services: Services,
  request: RequestInfo,
  find: Authenticate = (token) => authenticate(services, token),
): Promise<Context> {
  const token = request.bearer ?? request.cookie;
  return { services, request, session: token === null ? null : await find(token) };
}
