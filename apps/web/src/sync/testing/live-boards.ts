import type { Id } from '@talkan/board/model';
import { createContext } from '@talkan/api/context';
import { appRouter, type AppRouter } from '@talkan/api/root';
import { testApp, type Person, type TestApp } from '@talkan/api/testing';
import { createTRPCClient, httpLink, unstable_localLink as localLink } from '@trpc/client';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createSigns, type Signs } from '../../presence/signs';
import { createQueue } from '../../offline/queue';
import { createSpare } from '../../offline/spare';
import { memoryShelf, type MemoryShelf } from '../../offline/testing/memory-shelf';
import type { BoardStore } from '../board-state';
import { createBoardStore } from '../board-store';
import type { LiveClient } from '../live/events';
import { startLiveBoard, type LiveBoard, type LiveBoardOptions } from '../live/live-board';
import { createTransport } from '../transport';

/** The way to the server: tRPC's own wire format into the real router, and what can go wrong on the way. */
interface Wire {
  /** `cut`: the server never hears of it. `lost`: the server has it, its answer does not arrive. */
  fault: 'none' | 'cut' | 'lost' | 'signed-out';
  /** Holds the answers back of what is asked from now on. */
  gate: Promise<void>;
  /** The procedures that were called. */
  readonly calls: string[];
  /** The streams that are open. */
  readonly streams: Set<{ readonly cut: () => void }>;
}

/** A page that listens. */
export interface LivePage {
  readonly store: BoardStore;
  readonly signs: Signs;
  readonly live: LiveBoard;
}

export interface LiveBoards {
  readonly app: TestApp;
  readonly person: Person;
  readonly wire: Wire;
  /** What the browser keeps over a reload. */
  readonly shelf: MemoryShelf;
  /** The number of the board's last change, when it was made. */
  readonly base: number;
  /** A page of `who` with the board open; it is gone once its store is stopped. */
  open(who?: Person, delay?: number): Promise<BoardStore>;
  /** The same, with changes arriving by themselves. */
  listen(who?: Person, options?: Partial<LiveBoardOptions>): Promise<LivePage>;
  /** The number of the board's last change, now. */
  seq(): Promise<number>;
  /** Commits from elsewhere. */
  elsewhere(...operations: Parameters<Person['caller']['boards']['commit']>[0]['operations']): Promise<void>;
  close(): Promise<void>;
}

/** The real server without HTTP, and stores that speak to it as the web app's do. */
export async function liveBoards(): Promise<LiveBoards> {
  const app = await testApp();
  const person = await app.user();
  const shelf = memoryShelf();
  const wire: Wire = { fault: 'none', gate: Promise.resolve(), calls: [], streams: new Set() };
  const stops: (() => void)[] = [];
  const gone = new Set<Id>();
  let opened = 0;
  const { boardId, caller } = person;
  const seq = async () => (await caller.boards.get({ boardId })).seq;

  async function open(who = person, delay = 5): Promise<BoardStore> {
    const snapshot = await who.caller.boards.get({ boardId: who.boardId });
    const owner = { userId: who.id, boardId: who.boardId };
    const own = `page-${++opened}`;
    const pages = { own, alive: async (names: readonly Id[]) => new Set(names.filter((name) => !gone.has(name))) };
    const outbox = createQueue({ owner, shelf, pages, spare: createSpare(null) });
    const store = createBoardStore({
      snapshot,
      transport: createTransport(clientOf(app, who, wire), who.boardId),
      outbox,
      left: await outbox.load(),
      actorId: who.id,
      delay: () => delay,
    });
    const stop = () => {
      gone.add(own);
      store.stop();
    };
    stops.push(stop);
    store.start();
    return { ...store, stop };
  }

  return {
    app,
    person,
    wire,
    shelf,
    base: await seq(),
    seq,
    open,
    async listen(who = person, options = {}) {
      const store = await open(who);
      const signs = createSigns(who.id);
      const live = startLiveBoard({
        store,
        signs,
        client: liveClientOf(app, who, wire),
        together: null,
        isVisible: () => true,
        isSignedIn: () => true,
        delay: () => 5,
        ...options,
      });
      stops.push(() => live.stop());
      return { store, signs, live };
    },
    async elsewhere(...operations) {
      await caller.boards.commit({ boardId, changeId: `elsewhere-${await seq()}`, operations });
    },
    async close() {
      for (const stop of stops.toReversed()) stop();
      await app.close();
    },
  };
}

function clientOf(app: TestApp, who: Person, wire: Wire) {
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { fault, gate } = wire;
    wire.calls.push(new URL(request.url).pathname.replace('/trpc/', ''));
    if (fault === 'cut') throw new TypeError('fetch failed');
    const answer = await fetchRequestHandler({
      endpoint: '/trpc',
      req: request,
      router: appRouter,
      createContext: () => contextOf(app, fault === 'signed-out' ? 'nobody' : who.token),
    });
    await gate;
    if (fault === 'lost') throw new TypeError('fetch failed');
    return answer;
  };
  const links = [httpLink({ url: 'http://talkan.test/trpc', fetch: (url, init) => send(url, init as RequestInit) })];
  return createTRPCClient<AppRouter>({ links });
}

function contextOf(app: TestApp, bearer: string) {
  return createContext(app.services, {
    bearer,
    cookie: null,
    browser: false,
    address: '127.0.0.1',
    requestId: 'request-1',
    origin: 'web',
    setSessionCookie: () => {},
  });
}

/** The real router's subscription, with a wire that can be cut. */
function liveClientOf(app: TestApp, who: Person, wire: Wire): LiveClient {
  const link = localLink({ router: appRouter, createContext: async () => contextOf(app, who.token) });
  const { boards } = createTRPCClient<AppRouter>({ links: [link] });
  return {
    boards: {
      watch: {
        subscribe(input, handlers) {
          wire.calls.push('boards.watch');
          if (wire.fault === 'cut') {
            const timer = setTimeout(() => handlers.onError(new TypeError('fetch failed')));
            return { unsubscribe: () => clearTimeout(timer) };
          }
          const subscription = boards.watch.subscribe(input, handlers);
          const stream = { cut: () => handlers.onError(new TypeError('network error')) };
          wire.streams.add(stream);
          return {
            unsubscribe() {
              wire.streams.delete(stream);
              subscription.unsubscribe();
            },
          };
        },
      },
      present: {
        mutate: async (input) => {
          if (wire.fault === 'cut') throw new TypeError('fetch failed');
          return boards.present.mutate(input);
        },
      },
    },
  };
}

/** The titles of a column's cards, from top to bottom. */
export function titlesIn(store: BoardStore, columnId: Id): string[] {
  const { board } = store.getState();
  return board.cardsIn(columnId).map((card) => card.title);
}
