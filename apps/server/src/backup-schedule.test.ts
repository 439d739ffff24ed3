import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listBackups } from '@talkan/api/db/backups';
import { openDatabase, type Db } from '@talkan/api/db/open';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBackupDue, scheduleBackups, type BackupSchedule } from './backup-schedule.js';
import { createLog } from './log.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = new Date(2026, 10, 24, 18, 37).getTime();

describe('a daily backup is due', () => {
  it('where there is none yet', () => {
    expect(isBackupDue(null, new Date(START))).toBe(true);
  });

  it('at night, once', () => {
    const atNight = new Date(2026, 10, 25, 3, 5);
    expect(isBackupDue(START, atNight)).toBe(true);
    expect(isBackupDue(atNight.getTime(), new Date(2026, 10, 25, 3, 55))).toBe(false);
    expect(isBackupDue(START, new Date(2026, 10, 25, 2, 55))).toBe(false);
    expect(isBackupDue(START, new Date(2026, 10, 25, 4, 5))).toBe(false);
  });

  it('so that a server that is always on makes one each night, whenever it was started', () => {
    fc.assert(
      fc.property(fc.nat(24 * 60), (minutes) => {
        const made = backupsMade(START + minutes * MINUTE_MS, () => true);
        expect(made.slice(2).every((at) => new Date(at).getHours() <= 3)).toBe(true);
        expect(made.length).toBeGreaterThanOrEqual(7);
        expect(made.length).toBeLessThanOrEqual(9);
      }),
    );
  });

  it('so that a laptop has one within a day of use, whatever hours it sleeps', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.integer({ min: 1, max: 12 }), (wakes, hours) => {
        const awake = (at: number) => (new Date(at).getHours() - wakes + 24) % 24 < hours;
        const made = backupsMade(START, awake);
        const looks = looksFrom(START).filter(awake);
        for (const at of looks) {
          const last = made.filter((time) => time <= at).at(-1);
          expect(last !== undefined && at - last < 24 * HOUR_MS).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Every ten minutes of a week. */
function looksFrom(start: number): number[] {
  return Array.from({ length: 7 * 24 * 6 }, (_, index) => start + index * 10 * MINUTE_MS);
}

function backupsMade(start: number, awake: (at: number) => boolean): number[] {
  const made: number[] = [];
  for (const at of looksFrom(start).filter(awake)) {
    if (isBackupDue(made.at(-1) ?? null, new Date(at))) made.push(at);
  }
  return made;
}

describe('the schedule', () => {
  let folder = '';
  let db: Db;
  let lines: string[] = [];
  const schedules: BackupSchedule[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'talkan-schedule-'));
    db = await openDatabase(`file:${path.join(folder, 'talkan.db')}`);
    lines = [];
  });
  afterEach(async () => {
    for (const schedule of schedules.splice(0)) schedule.stop();
    await db.close();
    await rm(folder, { recursive: true });
  });

  function schedule(backupFolder: string): void {
    const log = createLog({ level: 'info', secrets: [], destination: { write: (line) => lines.push(line) } });
    const times = { firstLookMs: 5, lookEveryMs: 10, restMs: 50 };
    schedules.push(scheduleBackups({ databaseFile: path.join(folder, 'talkan.db'), backupFolder, log }, times));
  }

  it('makes one backup, though several servers look for whether it is time', async () => {
    const backups = path.join(folder, 'backups');
    for (let server = 0; server < 3; server += 1) schedule(backups);
    await expect.poll(() => lines.join('')).toContain('The daily backup was made.');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await listBackups(path.join(folder, 'talkan.db'))).map(({ kind }) => kind)).toEqual(['daily']);
    expect(lines).toHaveLength(1);
  });

  it('says in the log what was in the way, and tries again', async () => {
    const backups = path.join(folder, 'backups');
    await writeFile(backups, '');
    schedule(backups);
    await expect.poll(() => lines.join('')).toContain('backups is not a folder.');
    await rm(backups);
    await expect.poll(() => lines.at(-1), { timeout: 5000 }).toContain('The daily backup was made.');
  });
});
