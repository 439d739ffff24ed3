const LOAD_FAILURES = [
  'Failed to fetch dynamically imported module',
  'error loading dynamically imported module',
  'Importing a module script failed',
  'Unable to preload CSS',
];

/**
 * Whether an error says that a file of the page itself could not be loaded, in the words of any browser. As a rule it is one of an older
 * build that the server no longer has.
 */
export function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && LOAD_FAILURES.some((words) => error.message.includes(words));
}
