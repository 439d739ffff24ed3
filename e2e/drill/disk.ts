// Many writers while the disk is full, is freed, may only be read, and may be written to again:
// `node --import ./e2e/drill/hooks.ts e2e/drill/disk.ts <rounds> <report>`.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeReport } from '../../scripts/drill-report.ts';
import { errorsIn, startServer } from '../support/server.ts';
import { checkTables } from './check.ts';
import { apiOf, type Api } from './client.ts';
import { createDice } from './dice.ts';
import { readRecords } from './records.ts';
import { replay } from './replay.ts';
import { troubleOf } from '../../apps/web/src/sync/trouble.ts';

const [, script = '', rounds = '3', report] = process.argv;
const seed = Number(process.env['DRILL_SEED'] ?? '') || 1 + (Date.now() % 1_000_000);
const WRITERS = 6;
const DISK = '48m';
/** A disk that takes nothing for longer is no other one: who plays one round only need not wait for that. */
const LONGEST_SPELL_MS = Number(rounds) > 1 ? 1_500 : 300;
/** For what has to come by itself: a probe every two seconds, and a machine that others use. */
const PATIENCE_MS = 15_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

// In a space of its own, which ends with this process, and what was mounted with it.
if (process.env['DRILL_MOUNTS'] === undefined) {
  const own = process.getuid?.() === 0 ? '-m' : '-Urm';
  const canMount = spawnSync('unshare', [own, 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;
  if (canMount) {
    const args = [own, process.execPath, ...process.execArgv, script, rounds, ...(report ? [report] : [])];
    const env = { ...process.env, DRILL_MOUNTS: '1', DRILL_SEED: String(seed) };
    process.exit(spawnSync('unshare', args, { stdio: 'inherit', env }).status ?? 1);
  }
  say('This machine lets nobody mount a disk: only the tests of packages/api/src/db/storage.test.ts stand for this.');
  writeReport(report, { figures: { 'Disks mounted': 0 }, faults: [] });
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'talkan-disk-'));
const disk = path.join(folder, 'disk');
const data = path.join(folder, 'data');
const filler = path.join(disk, 'filler');
const faults: string[] = [];
const acknowledged = new Map<string, number>();
const counts = { refused: 0, reads: 0, times: 0 };
const dice = createDice(seed);

function mount(...args: readonly string[]): void {
  const done = spawnSync('mount', args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`mount ${args.join(' ')}: ${done.stderr}`);
}

for (const place of [disk, data]) mkdirSync(place);
mount('-t', 'tmpfs', '-o', `size=${DISK}`, 'none', disk);
mount('--bind', disk, data);
const server = await startServer({}, { databaseUrl: `file:${path.join(data, 'talkan.db')}` });
const token = await signIn();
const api = apiOf(server.url, token);
const boardId = (await api.boards.list.query())[0]?.id ?? '';
const over = new AbortController();
let isAway = false;
let isFull = false;
let slowest = 0;

async function signIn(): Promise<string> {
  const body = JSON.stringify({ username: 'user', password: 'password' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/api/auth/login`, { method: 'POST', headers, body });
  return ((await answer.json()) as { token: string }).token;
}

/** Sends one change after the other, each until it was taken. */
async function writer(number: number): Promise<void> {
  const own = createDice(seed * 100 + number);
  for (let turn = 0; !over.signal.aborted; turn += 1) {
    const changeId = `w${number}-${turn}`;
    const details = 'x'.repeat(own.between(500, 6_000));
    const operation = {
      type: 'card.create' as const,
      cardId: changeId,
      columnId: 'col-done',
      title: changeId,
      details,
    };
    for (let isTaken = false; !isTaken && !over.signal.aborted; await wait(own.between(5, 60))) {
      isTaken = await send(changeId, [operation]);
    }
  }
}

async function send(changeId: string, operations: Parameters<Api['boards']['commit']['mutate']>[0]['operations']) {
  try {
    const { seq } = await api.boards.commit.mutate({ boardId, changeId, operations });
    acknowledged.set(changeId, seq);
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'stuck') counts.refused += 1;
    else if (trouble.kind !== 'away' || !isAway) faults.push(`${changeId}: ${String(error)}`);
    return false;
  }
}

/** Reads never fail while the server runs. */
async function reader(): Promise<void> {
  for (; !over.signal.aborted; await wait(40)) {
    if (isAway) continue;
    try {
      await api.boards.get.query({ boardId });
      counts.reads += 1;
    } catch (error) {
      if (!isAway) faults.push(`A read failed: ${String(error)}`);
    }
  }
}

async function uploadStatus(): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const body = new Uint8Array(256 * 1024);
  const answer = await fetch(`${server.url}/files/${boardId}?name=plan.bin`, { method: 'POST', headers, body });
  return answer.status;
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await holds()); await wait(50)) {
    if (Date.now() > end) return void faults.push(`Not in ${PATIENCE_MS / 1000} s: ${what}.`);
  }
}

async function ready(): Promise<string> {
  const answer = await fetch(`${server.url}/readyz`);
  const { status } = (await answer.json()) as { status: string };
  return `${answer.status} ${status}`;
}

function fill(): void {
  const file = openSync(filler, 'w');
  try {
    for (const bytes = Buffer.alloc(64 * 1024); ;) writeSync(file, bytes);
  } catch {
    // That was the last free byte.
  }
  closeSync(file);
  isFull = true;
}

function free(): void {
  rmSync(filler, { force: true });
  isFull = false;
}

/** Until nothing is taken, for a while, until everything is again. */
async function stuck(status: string, release: () => void): Promise<void> {
  counts.times += 1;
  const { refused } = counts;
  await until('a change was answered 507', () => counts.refused > refused);
  await until('a file was answered 507', async () => (await uploadStatus()) === 507);
  await until(`/readyz said ${status}`, async () => (await ready()) === `503 ${status}`);
  await wait(dice.between(200, LONGEST_SPELL_MS));
  release();
  const began = Date.now();
  const { size } = acknowledged;
  await until('/readyz was well again', async () => (await ready()) === '200 ok');
  await until('changes were taken again', () => acknowledged.size > size);
  await until('files were taken again', async () => (await uploadStatus()) === 201);
  const ms = Date.now() - began;
  slowest = Math.max(slowest, ms);
  say(`  ${status}: over after ${ms} ms`);
}

async function restart(how: 'stop' | 'crash', meanwhile: () => void): Promise<void> {
  isAway = true;
  await server[how]();
  meanwhile();
  await server.start();
  isAway = false;
}

const readOnly = () => mount('-o', 'remount,ro,bind', data);
const writable = () => mount('-o', 'remount,rw,bind', data);

// A database that was copied to such a disk has none, and none can be made there.
const forgetLock = () => rmSync(path.join(data, 'talkan.db.lock'), { force: true });

async function play(): Promise<void> {
  for (let round = 0; round < Number(rounds); round += 1) {
    await wait(dice.between(200, LONGEST_SPELL_MS));
    fill();
    await stuck('full', free);
    await restart(round % 2 === 0 ? 'crash' : 'stop', readOnly);
    await stuck('read_only', writable);
  }
  await restart('stop', () => {
    forgetLock();
    readOnly();
  });
  await stuck('read_only', writable);
  await restart('stop', () => {
    forgetLock();
    fill();
  });
  await stuck('full', free);
}

function check(): void {
  const records = readRecords({ servers: [server], boardId });
  if (records.integrity !== 'ok') faults.push(`The file is damaged: ${records.integrity}`);
  const replayed = replay(records, new Set());
  faults.push(...replayed.faults, ...checkTables(records, replayed));
  const logged = new Map(records.log.map(({ changeId, seq }) => [changeId, seq]));
  if (logged.size !== records.log.length) faults.push('A change is in the log twice.');
  for (const [changeId, seq] of acknowledged) {
    if (logged.get(changeId) !== seq)
      faults.push(`${changeId} was acknowledged as ${seq} and is not in the log like that.`);
  }
}

say(`${WRITERS} writers on a disk of ${DISK}; the same again: DRILL_SEED=${seed}`);
try {
  const working = [...Array.from({ length: WRITERS }, (_, number) => writer(number)), reader()];
  await play();
  over.abort();
  await Promise.all(working);
  await server.crash();
  faults.push(...errorsIn(server.output()));
  check();
} catch (error) {
  faults.push(String(error));
} finally {
  over.abort();
  if (isFull) free();
  await server.close();
  spawnSync('umount', [data, disk]);
  rmSync(folder, { recursive: true, force: true });
}
const figures = {
  Clients: WRITERS,
  'Times the disk took nothing': counts.times,
  'Changes acknowledged': acknowledged.size,
  'Answers with 507': counts.refused,
  'Reads meanwhile': counts.reads,
  'Slowest recovery, ms': slowest,
};
for (const [name, figure] of Object.entries(figures)) say(`  ${name}: ${figure}`);
for (const fault of faults.slice(0, 20)) say(`  ✗ ${fault}`);
writeReport(report, { figures, faults });
process.exit(faults.length === 0 ? 0 : 1);
