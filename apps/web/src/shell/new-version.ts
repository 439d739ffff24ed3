import { showToast } from '../ui/toast';

/**
 * A part of the page that cannot be loaded is, as a rule, one of an older build that the server no longer has. Vite tells of it before
 * the import fails; the boundary around that part says the rest.
 */
export function watchForNewVersion(): void {
  addEventListener('vite:preloadError', () => {
    showToast({
      id: 'new-version',
      tone: 'bad',
      message: 'A part of Talkan could not be loaded. It may have been updated: reload the page.',
      action: { label: 'Reload', run: () => location.reload() },
    });
  });
}

const LOAD_FAILURES = [
  'Failed to fetch dynamically imported module',
  'error loading dynamically imported module',
  'Importing a module script failed',
  'Unable to preload CSS',
];

/** Whether an error says that a file of the page itself could not be loaded, in the words of any browser. */
export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && LOAD_FAILURES.some((words) => error.message.includes(words));
}
