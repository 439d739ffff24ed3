import { sweepUses } from '@talkan/api/assistant/sweep';
import type { Services } from '@talkan/api/context';
import { sweepFiles } from '@talkan/api/files/sweep';
import type { Log } from './log.js';

const MINUTE_MS = 60_000;
const TIMES = { firstMs: 2 * MINUTE_MS, everyMs: 6 * 60 * MINUTE_MS };

export interface SweepSchedule {
  readonly stop: () => void;
}

/**
 * Removes files that belong to no card, and what is too old to count towards a limit, soon after the start and then four times a day.
 * Several servers on one database do no harm to each other.
 */
export function scheduleSweep(services: Services, log: Log, times = TIMES): SweepSchedule {
  let timer = setTimeout(() => void sweep(), times.firstMs).unref();
  let stopped = false;

  async function sweep(): Promise<void> {
    await attempt('Files that belong to no card', async () => {
      const { unused, strays } = await sweepFiles(services);
      return unused + strays;
    });
    await attempt('Old uses of the assistant’s model', () => sweepUses(services));
    if (!stopped) timer = setTimeout(() => void sweep(), times.everyMs).unref();
  }

  async function attempt(what: string, work: () => Promise<number>): Promise<void> {
    try {
      const removed = await work();
      if (removed > 0) log.info({ removed }, `${what} were removed.`);
    } catch (error) {
      log.warn({ error }, `${what} could not be removed; this is tried again later.`);
    }
  }

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
