import { t } from '@talkan/words/words';
import { keepInTab, readFromTab } from '../ui/storage';
import { showToast } from '../ui/toast';
import { BUILD_HEADER, missingParts, serverBuild } from './server-build';

/** While a server is being updated, its old and its new process may both answer: which of them stays is asked a moment later. */
const SETTLES_MS = 1000;
const RETRY_MS = 15_000;
/** By then a worker that is fetched at all is there. */
const WORKER_MS = 4000;
const ASK_EVERY_MS = 300;
const REOPENED_MS = 5000;
const RELOADED_FOR = 'talkan:reloaded-for';

let looking: ReturnType<typeof setTimeout> | undefined;
let offered: string | null = null;

/**
 * Notices that the server has another build than this page is of, newer or older, and has the page become that one: by itself while nobody
 * has touched it yet, else when its person says so.
 */
export function watchUpdates(): void {
  const own = document.querySelector<HTMLMetaElement>('meta[name=talkan-build]')?.content;
  if (!import.meta.env.PROD || own === undefined) return;
  const look = () => lookIn(SETTLES_MS, own);
  const notice = () => {
    const build = serverBuild.get();
    if (build !== null && build !== own && build !== offered) look();
  };
  serverBuild.subscribe(notice);
  notice();
  // A part of the page is not there any more, or the network is away.
  missingParts.subscribe(look);
}

function lookIn(milliseconds: number, own: string): void {
  clearTimeout(looking);
  looking = setTimeout(() => void settle(own), milliseconds);
}

async function settle(own: string): Promise<void> {
  const build = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ headers }) => headers.get(BUILD_HEADER),
    () => null,
  );
  if (build === null) return lookIn(RETRY_MS, own);
  if (build === own || build === offered) return;
  offered = build;
  const worker = renewWorker();
  // Once for each build: where something in between keeps the old page, it stays usable.
  if (!navigator.userActivation?.hasBeenActive && readFromTab(RELOADED_FOR) !== build) {
    keepInTab(RELOADED_FOR, build);
    return reload(worker);
  }
  showToast({
    id: 'updated',
    message: t`Talkan was updated. What you typed is kept.`,
    action: { label: t`Reload`, run: () => void reload(worker) },
    stays: true,
  });
}

/** With the worker of the same build in its place, so that no old page is opened where the server takes its time. */
async function reload(worker: Promise<unknown>): Promise<void> {
  await Promise.race([worker, new Promise((resolve) => setTimeout(resolve, WORKER_MS))]);
  reloadNow(REOPENED_MS);
}

/** Chromium may lose a page that is asked for while one worker takes the other's place: it is asked for again, with ever more patience. */
function reloadNow(patience: number): void {
  location.reload();
  setTimeout(() => reloadNow(patience * 2), patience);
}

/** Fetches the server's own worker, and resolves once that is the one that opens pages, or cannot be had. */
async function renewWorker(): Promise<void> {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  const registration = await workers?.getRegistration();
  if (!registration) return;
  await registration.update().catch(() => {});
  const coming = registration.installing ?? registration.waiting;
  if (!coming) return;
  await new Promise<void>((resolve) => {
    // It waits for the other one to rest, which what a page asks for at that very moment may keep it from: until it is asked again.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker takes none.
    const asking = setInterval(() => coming.state === 'installed' && coming.postMessage('take over'), ASK_EVERY_MS);
    coming.addEventListener('statechange', () => {
      if (coming.state !== 'activated' && coming.state !== 'redundant') return;
      clearInterval(asking);
      resolve();
    });
  });
}
