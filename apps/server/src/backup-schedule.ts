import { backUpDaily, type BackupPlace } from '@talkan/api/db/make-backup';
import type { Config } from './config.js';
import type { Log } from './log.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const QUIET_HOUR = 3;

interface ScheduleTimes {
  readonly firstLookMs: number;
  readonly lookEveryMs: number;
  readonly restMs: number;
}

const TIMES: ScheduleTimes = {
  // A server that has just been started has better things to do, and one that ends at once need not leave a backup.
  firstLookMs: MINUTE_MS,
  // By the clock, not by a timer of a day: that one stands still while a laptop sleeps.
  lookEveryMs: 10 * MINUTE_MS,
  // What failed does not fail less in ten minutes, and each time is a line in the log.
  restMs: HOUR_MS,
};

export interface BackupSchedule {
  /** No more are begun. One that is being made is left to end, or to be cut off: the next one removes what it leaves. */
  readonly stop: () => void;
}

/** Whether it is time for a daily backup: at night, or as soon as the last one is a day old. */
export function isBackupDue(last: number | null, now: Date): boolean {
  if (last === null) return true;
  const age = now.getTime() - last;
  return age >= 24 * HOUR_MS || (now.getHours() === QUIET_HOUR && age >= HOUR_MS);
}

/** Makes the daily backup when it is time. Of several servers on one database the first one does. */
export function scheduleBackups(
  { databaseFile, backupFolder, log }: Pick<Config, 'databaseFile' | 'backupFolder'> & { readonly log: Log },
  times = TIMES,
): BackupSchedule {
  const place: BackupPlace = { databaseFile, folder: backupFolder };
  let restUntil = 0;
  let timer = setTimeout(() => void look(), times.firstLookMs).unref();
  let stopped = false;

  async function look(): Promise<void> {
    if (Date.now() >= restUntil) await makeIfDue();
    if (!stopped) timer = setTimeout(() => void look(), times.lookEveryMs).unref();
  }

  async function makeIfDue(): Promise<void> {
    const began = performance.now();
    try {
      const backup = await backUpDaily(place, (last) => isBackupDue(last, new Date()));
      if (backup === null) return;
      const { file, bytes, lost } = backup;
      log.info({ file, bytes, ms: Math.round(performance.now() - began) }, 'The daily backup was made.');
      if (lost > 0) log.warn({ file, lost }, 'Some files on cards were not there to be copied into the backup.');
    } catch (error) {
      restUntil = Date.now() + times.restMs;
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ error }, `The daily backup failed and is tried again in an hour. ${reason}`);
    }
  }

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
