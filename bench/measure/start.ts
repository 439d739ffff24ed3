import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../scripts/free-port.ts';
import { launchTalkan, seedTalkan } from '../servers/talkan.ts';
import { median } from './statistics.ts';

export interface StartTimes {
  readonly cards: number;
  readonly starts: number;
  readonly medianMs: number;
  readonly longestMs: number;
  /** Where the CPU profile of one more start is, or null. */
  readonly profiled: string | null;
}

interface StartOptions {
  readonly cards: number;
  readonly starts: number;
  readonly profiled: boolean;
}

const PATIENCE_MS = 20_000;

/** From the start of the process until it has answered with the whole board, on a database that is there already. */
export async function measureStart(parent: string, { cards, starts, profiled }: StartOptions): Promise<StartTimes> {
  const folder = mkdtempSync(path.join(parent, 'start-'));
  const { token } = await seedTalkan({ folder, cards });
  const times: number[] = [];
  while (times.length < starts) times.push(await startOnce({ folder, token, nodeArgs: [] }));
  if (profiled) await startOnce({ folder, token, nodeArgs: ['--cpu-prof', `--cpu-prof-dir=${folder}`] });
  return {
    cards,
    starts,
    medianMs: median(times),
    longestMs: Math.max(...times),
    profiled: profiled ? folder : null,
  };
}

interface Start {
  readonly folder: string;
  readonly token: string;
  readonly nodeArgs: readonly string[];
}

async function startOnce({ folder, token, nodeArgs }: Start): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const running = launchTalkan({ folder, nodeArgs, env: { PORT: String(port) } });
  try {
    await firstBoard(port, token, begin + PATIENCE_MS);
    return performance.now() - begin;
  } finally {
    await running.stop();
  }
}

async function firstBoard(port: number, token: string, until: number): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  while (performance.now() < until) {
    const text = await fetch(`http://127.0.0.1:${port}/api/board`, { headers }).then(
      async (answer) => (answer.ok ? answer.text() : null),
      () => null,
    );
    if (text !== null) return;
    await wait(3);
  }
  throw new Error(`Talkan has not answered within ${PATIENCE_MS / 1_000} s of its start.`);
}
