import { setTimeout as sleep } from 'node:timers/promises';
import { t } from '@talkan/words/words';

/** How long a statement waits for another process's write before it gives up. */
const PATIENCE_MS = 5_000;
/** Short, for a busy writer leaves the database free only for moments, and asking costs some microseconds. */
const LONGEST_PAUSE_MS = 5;

/** Another process held the database for longer than anyone should wait. Nothing was changed. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';

  constructor(cause: unknown) {
    super(t`The database is busy with other changes. Nothing was changed; try again in a moment.`, { cause });
  }
}

// A stale snapshot stays stale however long one waits, so SQLITE_BUSY_SNAPSHOT is an error like any other.
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return error.code.startsWith('SQLITE_BUSY') && error.code !== 'SQLITE_BUSY_SNAPSHOT';
}

/**
 * Runs `attempt` until the database is free. SQLite's own busy_timeout would hold the whole event loop while it waits,
 * so it is switched off and the waiting happens here.
 */
export async function retryBusy<T>(attempt: () => T, patience = PATIENCE_MS): Promise<T> {
  const deadline = Date.now() + patience;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() >= deadline) throw new DatabaseBusyError(error);
    }
    // Two waiting processes must not knock in step.
    await sleep(pause * (0.5 + Math.random()));
  }
}
