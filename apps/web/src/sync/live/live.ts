import type { AppRouter } from '@talkan/api/root';
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { sessionEnded, signingOut } from '../../auth/session';
import { CardMover } from '../../presence/card-mover';
import { Lifted } from '../../presence/lifted';
import { PeopleAtCard } from '../../presence/people-at-card';
import { PeopleBar } from '../../presence/people-bar';
import type { Signs } from '../../presence/signs';
import { SlotFace } from '../../presence/slot-face';
import { startTelling } from '../../presence/start-telling';
import type { OthersTeller } from '../../presence/tell-others';
import { fetchNoticing } from '../../update/server-build';
import type { BoardStore } from '../board-state';
import type { LiveClient } from './events';
import { startLiveBoard, type LiveBoard } from './live-board';

const url = '/trpc';
const TICK_MS = 5000;
/** A tick that comes this late was slept through. */
const SLEPT_MS = 30_000;

const client: LiveClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url }),
      // What a page says last it says while it goes.
      false: httpLink({ url, fetch: (input, init) => fetchNoticing(input, { ...init, keepalive: true }) }),
    }),
  ],
});

/** Listens to what the server pushes, for as long as the page is there. Returns the way to stop it. */
export function startLive(store: BoardStore, signs: Signs): () => void {
  signs.parts.set({ PeopleBar, PeopleAtCard, CardMover, SlotFace, Lifted });
  const teller = startTelling(store, signs);
  let live: LiveBoard | null = open(store, signs, teller);
  let ticked = Date.now();
  const stop = new AbortController();
  const { signal } = stop;
  const look = () => live?.look();
  const close = () => {
    live?.stop();
    live = null;
  };
  const resume = () => {
    if (!signingOut.get()) live ??= open(store, signs, teller);
  };
  const tick = () => {
    const slept = Date.now() - ticked > SLEPT_MS;
    ticked = Date.now();
    if (slept) live?.awoke();
  };
  const timer = setInterval(tick, TICK_MS);
  addEventListener('online', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  // A browser keeps a page for its Back button only if that holds nothing open.
  addEventListener('pagehide', close, { signal });
  addEventListener('pageshow', resume, { signal });
  const releases = [sessionEnded.subscribe(look), signingOut.subscribe(() => (signingOut.get() ? close() : resume()))];
  return () => {
    stop.abort();
    for (const release of releases) release();
    clearInterval(timer);
    teller.stop();
    close();
  };
}

function open(store: BoardStore, signs: Signs, teller: OthersTeller): LiveBoard {
  const name = `talkan:live:${signs.userId}:${store.getState().board.id}`;
  // Browsers have locks on https and on this very machine; not on plain http in a home network.
  const locks: LockManager | undefined = navigator.locks;
  return startLiveBoard({
    store,
    signs,
    client,
    heard: teller.hear,
    together: locks ? { locks, name, channel: new BroadcastChannel(name) } : null,
    isVisible: () => document.visibilityState === 'visible',
    isSignedIn: () => !sessionEnded.get(),
  });
}
