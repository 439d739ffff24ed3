import { setTimeout as wait } from 'node:timers/promises';
import type { AppRouter } from '@talkan/api/root';
import type { Id } from '@talkan/board/model';
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { EventSource } from 'eventsource';
import { createQueue } from '../../apps/web/src/offline/queue.ts';
import { createSpare } from '../../apps/web/src/offline/spare.ts';
import { memoryShelf } from '../../apps/web/src/offline/testing/memory-shelf.ts';
import { memoryStorage } from '../../apps/web/src/offline/testing/memory-storage.ts';
import { createSigns } from '../../apps/web/src/presence/signs.ts';
import type { BoardStore } from '../../apps/web/src/sync/board-state.ts';
import { createBoardStore } from '../../apps/web/src/sync/board-store.ts';
import type { LiveClient } from '../../apps/web/src/sync/live/events.ts';
import { startLiveBoard, type LiveBoard } from '../../apps/web/src/sync/live/live-board.ts';
import { createTransport } from '../../apps/web/src/sync/transport.ts';
import type { Proxy } from '../support/proxy.ts';
import type { Ledger } from './ledger.ts';

/** tRPC's own client, signed in by a token, as every client here has it. */
export function apiOf(url: string, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({
          url: `${url}/trpc`,
          EventSource,
          eventSourceOptions: {
            fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...headers } }),
          },
        }),
        false: httpLink({ url: `${url}/trpc`, headers }),
      }),
    ],
  });
}
export type Api = ReturnType<typeof apiOf>;

export interface ClientOptions {
  readonly name: string;
  readonly boardId: Id;
  readonly userId: Id;
  readonly token: string;
  readonly line: Proxy;
  readonly ledger: Ledger;
}

/** The web app without its screen: its store, its queue and its live feed, over real HTTP. */
export interface Client extends ClientOptions {
  readonly api: Api;
  readonly store: () => BoardStore;
  readonly live: () => LiveBoard;
  /** Leaves the page, with whatever waits to be sent, and opens it again. */
  reload(): Promise<void>;
  stop(): void;
}

/** Quicker than the app's, so that a minute holds many tries. */
export const delay = (failures: number) => Math.min(2_000, 100 * 2 ** failures);
const RETRY_MS = 200;

export async function openClient(options: ClientOptions): Promise<Client> {
  const { boardId, userId, ledger, line, token } = options;
  const api = apiOf(line.url, token);
  // What the browser keeps outlives its pages, of which one is open at a time.
  const browser = { owner: { userId, boardId }, shelf: memoryShelf(), spare: createSpare(memoryStorage()) };
  let pages = 0;
  const transport = ledger.record(createTransport(api, boardId), userId);

  async function open() {
    let snapshot = await transport.load().catch(() => null);
    while (snapshot === null) {
      await wait(RETRY_MS);
      snapshot = await transport.load().catch(() => null);
    }
    const own = `page-${(pages += 1)}`;
    const outbox = createQueue({ ...browser, pages: { own, alive: async () => new Set([own]) } });
    const left = await outbox.load();
    const store = createBoardStore({ snapshot, transport, outbox, left, actorId: userId, delay });
    const unwatch = neverBack(store, options);
    store.start();
    const live = startLiveBoard({
      store,
      signs: createSigns(userId),
      client: checked(api, options),
      together: null,
      isVisible: () => true,
      isSignedIn: () => true,
      delay,
    });
    const close = () => {
      outbox.leave();
      live.stop();
      store.stop();
      unwatch();
    };
    return { store, live, close };
  }

  let page = await open();
  return {
    ...options,
    api,
    store: () => page.store,
    live: () => page.live,
    async reload() {
      page.close();
      page = await open();
    },
    stop: () => page.close(),
  };
}

/** Nobody may see the board go back. */
function neverBack(store: BoardStore, { name, ledger }: ClientOptions): () => void {
  let { seq } = store.getState().board;
  return store.subscribe(() => {
    const now = store.getState().board.seq;
    if (now < seq) ledger.faults.push(`${name}: its board went back from ${seq} to ${now}.`);
    seq = now;
  });
}

/** Each stream tells of each change after the last one that its client knew, once and in order; so do all streams of a page together. */
function checked(api: Api, { name, ledger }: ClientOptions): LiveClient {
  let newest = 0;
  return {
    boards: {
      present: api.boards.present,
      watch: {
        subscribe(input, handlers) {
          let last = Number(input.lastEventId);
          ledger.counts.streams += 1;
          return api.boards.watch.subscribe(input, {
            ...handlers,
            onData(pushed) {
              const event = 'data' in pushed ? pushed.data : pushed;
              if (event.type === 'change') {
                const isNext = event.seq === last + 1 && event.seq > newest;
                if (!isNext) ledger.faults.push(`${name}: its stream told of ${event.seq} after ${last}.`);
                ledger.counts.delivered += 1;
                last = event.seq;
                newest = Math.max(newest, last);
              }
              handlers.onData(pushed);
            },
          });
        },
      },
    },
  };
}
