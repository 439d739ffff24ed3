import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startServer, type TalkanServer } from '../../support/server.ts';
import { apiOf } from '../client.ts';
import { createDice } from '../dice.ts';
import type { Summary } from '../summary.ts';
import { damageIn } from './autopsy.ts';
import { prepareOldDatabase, type OldDatabase } from './old-database.ts';

export interface BackupOptions {
  readonly seed: number;
  readonly kills: number;
  /** Changes in the log: so many that a copy takes a while. */
  readonly changes: number;
}

/** What the old database knows; it is brought up to date before anything is copied. */
const OLD_STEPS = 2;
const BETWEEN_WRITES_MS = 20;
const main = fileURLToPath(new URL('../../../apps/server/dist/main.js', import.meta.url));

/** Kills backups of a database that is written to. What has its final name must be whole; the next backup clears up. */
export async function killBackingUp({ seed, kills, changes }: BackupOptions): Promise<Summary> {
  const dice = createDice(seed * 8_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'talkan-backups-'));
  const place = path.join(folder, 'copies');
  const server = await startServer({ LOG_LEVEL: 'warn', BACKUPS: '0' });
  const over = new AbortController();
  const faults: string[] = [];
  let leftovers = 0;
  try {
    const old = await prepareOldDatabase(folder, OLD_STEPS, changes);
    await server.crash();
    await old.lay(server.databaseUrl.slice('file:'.length));
    await server.start();
    const writing = writeOn(server, old, over.signal);
    const backUp = () => startBackup(server, place);
    const began = performance.now();
    faults.push(...(await outcomeOf(backUp())));
    const whole = performance.now() - began;
    for (let kill = 1; kill <= kills; kill += 1) {
      const backup = backUp();
      // Some are to be done before.
      await wait(dice.below(Math.round(whole * 1.3)));
      backup.kill('SIGKILL');
      if (backup.exitCode === null && backup.signalCode === null) await once(backup, 'exit');
      if (partsIn(place).length > 0) leftovers += 1;
      faults.push(...faultsIn(place).map((fault) => `After kill ${kill} of a backup: ${fault}`));
    }
    const acknowledged = await writing.stop();
    faults.push(...(await outcomeOf(backUp())), ...faultsIn(place));
    if (partsIn(place).length > 0) faults.push(`A backup has left ${partsIn(place).join(', ')} there.`);
    const newest = wholeIn(place).toSorted().at(-1);
    const seq = newest === undefined ? 0 : withBackup(path.join(place, newest), seqOf);
    if (seq !== acknowledged) faults.push(`The last backup is of change ${seq}, not ${acknowledged}.`);
    const figures = {
      'Kills of a backup while it was written to': kills,
      '… with a part of one left, and cleared up': leftovers,
      'Backups under their final names, and whole': wholeIn(place).length,
    };
    return { faults, figures };
  } finally {
    over.abort();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function startBackup({ databaseUrl }: TalkanServer, place: string) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, BACKUP_DIR: place };
  return spawn(process.execPath, [main, 'backup'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function outcomeOf(backup: ReturnType<typeof startBackup>): Promise<string[]> {
  let said = '';
  for (const stream of [backup.stdout, backup.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  await once(backup, 'close');
  return backup.exitCode === 0 ? [] : [`A backup that nobody killed ended with ${backup.exitCode}: ${said}`];
}

/** Changes the board again and again, until it is told to stop: then it says what was acknowledged last. */
function writeOn({ url }: TalkanServer, { token, boardId, changes }: OldDatabase, signal: AbortSignal) {
  const { boards } = apiOf(url, token);
  let last = changes;
  const over = new AbortController();
  const stopped = AbortSignal.any([signal, over.signal]);
  const write = async () => {
    for (let made = 1; !stopped.aborted; made += 1) {
      const operations = [{ type: 'board.rename' as const, title: `Meanwhile ${made}` }];
      last = (await boards.commit.mutate({ boardId, changeId: `meanwhile-${made}`, operations })).seq;
      await wait(BETWEEN_WRITES_MS);
    }
  };
  const writing = write();
  return {
    async stop(): Promise<number> {
      over.abort();
      await writing;
      return last;
    },
  };
}

const namesIn = (place: string) => (existsSync(place) ? readdirSync(place) : []);
const wholeIn = (place: string) => namesIn(place).filter((name) => name.endsWith('.db'));
const partsIn = (place: string) => namesIn(place).filter((name) => !name.endsWith('.db'));

function faultsIn(place: string): string[] {
  return wholeIn(place).flatMap((name) => {
    const about = withBackup(path.join(place, name), (database) => [
      ...damageIn(database),
      ...(seqOf(database) === rowsOf(database) ? [] : ['Its log is not as long as its board says.']),
    ]);
    return about.map((fault) => `${name}: ${fault}`);
  });
}

function seqOf(database: DatabaseSync): number {
  return Number(database.prepare('select seq from boards').get()?.['seq']);
}

function rowsOf(database: DatabaseSync): number {
  return Number(database.prepare('select count(*) as rows from changes').get()?.['rows']);
}

function withBackup<Result>(file: string, look: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}
