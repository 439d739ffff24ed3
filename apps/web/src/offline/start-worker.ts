/** Has the browser open this app without the server, too. Not while it is developed; and only https and this very machine have workers. */
export function startWorker(): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!import.meta.env.PROD || !workers) return;
  // A browser that refuses opens the app with the server alone.
  workers.register('/sw.js', { updateViaCache: 'none' }).catch(() => {});
}
