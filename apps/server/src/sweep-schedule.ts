import type { Services } from '@talkan/api/context';
import { sweepFiles } from '@talkan/api/files/sweep';
import type { Log } from './log.js';

const MINUTE_MS = 60_000;
const TIMES = { firstMs: 2 * MINUTE_MS, everyMs: 6 * 60 * MINUTE_MS };

export interface SweepSchedule {
  readonly stop: () => void;
}

/** Removes files that belong to no card, soon after the start and then four times a day. Several servers on one database do no harm to each other. */
export function scheduleSweep(services: Services, log: Log, times = TIMES): SweepSchedule {
  let timer = setTimeout(() => void sweep(), times.firstMs).unref();
  let stopped = false;

  async function sweep(): Promise<void> {
    try {
      const swept = await sweepFiles(services);
      if (swept.unused + swept.strays > 0) log.info(swept, 'Files that belong to no card were removed.');
    } catch (error) {
      log.warn({ error }, 'Files that belong to no card could not be removed; this is tried again later.');
    }
    if (!stopped) timer = setTimeout(() => void sweep(), times.everyMs).unref();
  }

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
