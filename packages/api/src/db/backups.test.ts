import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  backupName,
  listBackups,
  newestBackup,
  readBackupName,
  thin,
  type BackupKind,
  type BackupMark,
} from './backups.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.UTC(2026, 10, 24, 12);
const dayOf = ({ at }: BackupMark) => Math.floor(at / DAY_MS);
const daily = (at: number): BackupMark => ({ at, kind: 'daily' });
const dates = (backups: readonly BackupMark[]) => backups.map(({ at }) => new Date(at).toISOString().slice(0, 10));

const kind = fc.constantFrom<BackupKind>('daily', 'daily', 'daily', 'manual', 'before-0005-runs', 'before-0006-x');
const mark = fc.record({ at: fc.integer({ min: 0, max: 90 * 24 }).map((hours) => NOW - hours * HOUR_MS), kind });
const marks = fc.uniqueArray(mark, { maxLength: 200, selector: ({ at, kind }) => `${at} ${kind}` });

function keep<B extends BackupMark>(backups: readonly B[], now = NOW): B[] {
  const gone = new Set(thin(backups, now));
  return backups.filter((backup) => !gone.has(backup));
}

describe('thinning out', () => {
  it('keeps 7 days and 4 weeks of one that is made every day', () => {
    const all = Array.from({ length: 60 }, (_, day) => daily(NOW - day * DAY_MS));
    // Tuesday, back to Wednesday; then the Sundays of the weeks before.
    expect(dates(keep(all))).toEqual([
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-15',
      '2026-11-08',
    ]);
  });

  it('never takes the newest, nor what a person made, nor the newest before a migration', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const kept = keep(all);
        for (const kind of new Set(all.map((backup) => backup.kind))) {
          const newest = Math.max(...all.filter((backup) => backup.kind === kind).map(({ at }) => at));
          expect(kept).toContainEqual({ at: newest, kind });
        }
        expect(kept.filter((backup) => backup.kind === 'manual')).toEqual(all.filter(({ kind }) => kind === 'manual'));
      }),
    );
  });

  it('keeps the last 7 days that have one, and at most 10 in all', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const days = (backups: readonly BackupMark[]) =>
          [...new Set(backups.filter(({ kind }) => kind === 'daily').map(dayOf))].toSorted((a, b) => b - a).slice(0, 7);
        const kept = keep(all);
        expect(days(kept)).toEqual(days(all));
        expect(kept.filter(({ kind }) => kind === 'daily').length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('leads to the same whether it is done after each one or once at the end, and once done has nothing more to do', () => {
    fc.assert(
      fc.property(marks, (all) => {
        let kept: BackupMark[] = [];
        for (const backup of all.toSorted((a, b) => a.at - b.at)) kept = keep([...kept, backup], backup.at);
        const sorted = (backups: readonly BackupMark[]) => backups.map(({ at, kind }) => `${at} ${kind}`).toSorted();
        expect(sorted(kept)).toEqual(sorted(keep(all)));
        expect(thin(kept, NOW)).toEqual([]);
      }),
    );
  });

  it('does not let one from a clock that was ahead push out the others', () => {
    fc.assert(
      fc.property(marks, fc.array(fc.integer({ min: 1, max: 9999 }), { maxLength: 9 }), (all, ahead) => {
        const future = ahead.map((days) => daily(NOW + days * DAY_MS));
        expect(thin([...future, ...all], NOW)).toEqual(thin(all, NOW));
      }),
    );
  });

  it('keeps the backup before each of the last 3 migrations', () => {
    const upgrades = ['1', '2', '3', '4'].flatMap((step, index) => [
      { at: NOW - index * DAY_MS, kind: `before-${step}` as const },
      { at: NOW - index * DAY_MS - HOUR_MS, kind: `before-${step}` as const },
    ]);
    expect(keep(upgrades).map(({ kind }) => kind)).toEqual(['before-1', 'before-2', 'before-3']);
  });
});

describe('the name of a backup', () => {
  it('says when and why it was made, and by name is by time', () => {
    const second = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000);
    const any = fc.record({ at: second, kind });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [name, otherName] = [backupName('/data/talkan.db', one), backupName('/data/talkan.db', other)];
        expect(readBackupName('talkan.db', name)).toEqual(one);
        if (one.at < other.at) expect(name < otherName).toBe(true);
      }),
    );
  });

  it.each(['talkan.db', 'other-2026-11-24T03-00-00Z-daily.db', 'talkan-2026-13-24T03-00-00Z-daily.db'])(
    'is not %s',
    (name) => {
      expect(readBackupName('talkan.db', name)).toBeNull();
    },
  );
});

describe('the list of backups', () => {
  let folder = '';
  afterEach(() => rm(folder, { recursive: true }));

  it('has the whole ones of this database alone, newest first', async () => {
    folder = await mkdtemp(join(tmpdir(), 'talkan-list-'));
    const database = join(folder, 'talkan.db');
    expect(await listBackups(database)).toEqual([]);
    expect(await newestBackup(database)).toBeNull();
    const [older, newer] = [
      { at: NOW, kind: 'daily' as const },
      { at: NOW + 1000, kind: 'before-0007-labels' as const },
    ];
    await mkdir(join(folder, 'backups'));
    const names = [older, newer].map((mark) => backupName(database, mark));
    for (const name of [...names, backupName('team.db', newer), `${names[1] ?? ''}.partial`, 'notes.txt'])
      await writeFile(join(folder, 'backups', name), 'text');
    expect(await listBackups(database)).toEqual([
      { ...newer, file: join(folder, 'backups', names[1] ?? ''), bytes: 4 },
      { ...older, file: join(folder, 'backups', names[0] ?? ''), bytes: 4 },
    ]);
    expect((await newestBackup(database))?.at).toBe(newer.at);
  });
});
