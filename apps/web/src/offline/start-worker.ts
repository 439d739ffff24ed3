import { savesData } from '../ui/saves-data';

/** A page that never rests has it fetched all the same. */
const IDLE_WITHIN_MS = 10_000;

/**
 * Has the browser open this app without the server, too: the worker fetches all parts of it that were not needed yet, so that none is waited
 * for later. Not while it is developed, nor where each byte counts; and only https and this very machine have workers.
 */
export function startWorker(): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!import.meta.env.PROD || !workers || savesData()) return;
  // A browser that refuses opens the app with the server alone.
  const register = () => void workers.register('/sw.js', { updateViaCache: 'none' }).catch(() => {});
  if ('requestIdleCallback' in globalThis) requestIdleCallback(register, { timeout: IDLE_WITHIN_MS });
  else register();
}
