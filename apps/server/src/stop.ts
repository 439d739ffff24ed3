import type { Services } from '@talkan/api/context';
import type { Drain } from './http/drain.js';
import type { Log } from './log.js';

interface Running {
  readonly drain: Drain;
  readonly services: Services;
  /** What is done from time to time. */
  readonly schedules: readonly { readonly stop: () => void }[];
  readonly log: Log;
}

/** Ends in order on SIGTERM, SIGINT or pm2's message; at once on a second one. */
export function stopOnSignal({ drain, services, schedules, log }: Running): void {
  let stoppingSince: number | null = null;

  async function stop(reason: string): Promise<void> {
    if (stoppingSince !== null) {
      // One Ctrl-C comes twice: from the terminal, and from the npm that was started in it.
      if (performance.now() - stoppingSince > 500) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    log.info({ reason }, 'Talkan stops.');
    try {
      // Before the connections are waited for: a stream does not end by itself.
      services.live.stop();
      for (const schedule of schedules) schedule.stop();
      await drain.finish();
      await services.close();
      process.exit(0);
    } catch (error) {
      log.error({ error }, 'Talkan did not stop in order.');
      process.exit(1);
    }
  }

  // What follows an error that nobody has caught is not known any more: end, and let whoever supervises start afresh.
  function crash(error: unknown): void {
    log.fatal({ error }, 'Talkan ends because of an error that nothing caught.');
    process.exit(1);
  }

  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('message', (message) => {
    if (message === 'shutdown') void stop('pm2');
  });
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}
