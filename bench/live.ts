// One change to 500 watchers: how long after the COMMIT it arrives, and for how long the server's loop is held meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureWatchers } from './measure/watchers.ts';

const WATCHERS = [50, 500];
const ROUNDS = 40;

const print = (cells: readonly string[]) => process.stdout.write(`${cells.map((cell) => cell.padEnd(12)).join('')}\n`);
const folder = mkdtempSync(path.join(tmpdir(), 'talkan-bench-'));
try {
  print(['watchers', 'p50 ms', 'p99 ms', 'held ms', 'CPU ms', 'missed']);
  for (const count of WATCHERS) {
    const { p50, p99, heldMs, busyMs, missed } = await measureWatchers(folder, { count, rounds: ROUNDS });
    print([String(count), ...[p50, p99, heldMs, busyMs].map((value) => value.toFixed(1)), String(missed)]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
