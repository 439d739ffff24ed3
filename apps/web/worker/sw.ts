import { DOORS, kindOf } from './addresses';
import { keepBuild } from './keep-build';

/** The names of the build's files, put in by it. Another build is another worker. */
declare const TALKAN_FILES: readonly string[];
declare const TALKAN_BUILD: string;
declare const self: ServiceWorkerGlobalScope;

interface NetworkRoute {
  readonly condition: { readonly urlPattern: { readonly pathname: string } };
  readonly source: 'network';
}
declare global {
  interface ExtendableEvent {
    /** Of an install event, and not in every browser: what goes to the server without waking this worker. */
    addRoutes?(routes: readonly NetworkRoute[]): Promise<void>;
  }
}

const FILES = TALKAN_FILES;
const PREFIX = 'talkan-files-';
const PAGE = '/';
/** A page that was opened before an update may still ask for parts of its own build. */
const BUILDS_KEPT = 2;
/** By then the page is opened as it was, and finds out by itself whether the server answers. */
const PATIENCE_MS = 500;

// The app opens without the server: one page, and the files of the same build. Nothing of what is on a board is ever in here.

self.addEventListener('install', (event) => {
  event.waitUntil(install(event));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
self.addEventListener('message', (event) => {
  // A page that waits for this worker.
  event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const kind = kindOf({ mode: request.mode, pathname });
  if (kind === 'page') event.respondWith(answerPage(event));
  if (kind === 'asset') event.respondWith(answerAsset(request));
});

async function install(event: ExtendableEvent): Promise<void> {
  const paths = DOORS.flatMap((door) => [door, `${door}/*`]);
  const routes = paths.map((pathname): NetworkRoute => ({
    condition: { urlPattern: { pathname } },
    source: 'network',
  }));
  await event.addRoutes?.(routes);
  const page = await fetch(PAGE, { cache: 'no-cache' });
  const text = await page.clone().text();
  // The server may have been updated in between: its page belongs to another build then, and that one's worker comes soon.
  if (!page.ok || !text.includes(`"${TALKAN_BUILD}"`)) throw new Error('This is the page of another build.');
  await keepBuild(caches, { name: PREFIX + TALKAN_BUILD, files: FILES, address: PAGE, page });
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + TALKAN_BUILD);
  const old = names.slice(0, names.length - (BUILDS_KEPT - 1));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** The page comes from the server whenever that answers: nobody is held on an old version. */
async function answerPage(event: FetchEvent): Promise<Response> {
  const fresh = fetchPage(event).catch(() => undefined);
  const inTime = await Promise.race([fresh, wait(PATIENCE_MS)]);
  // What stands before a server that is down answers in its place.
  if (inTime && inTime.status < 500) return inTime;
  const cache = await caches.open(PREFIX + TALKAN_BUILD);
  return (await cache.match(PAGE)) ?? (await fresh) ?? Response.error();
}

async function fetchPage(event: FetchEvent): Promise<Response> {
  const preloaded: unknown = await event.preloadResponse;
  return preloaded instanceof Response ? preloaded : fetch(event.request);
}

async function answerAsset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
