import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { LOGIN } from '../reference/board.ts';
import { launchTalkan, portOf, seedTalkan } from '../servers/talkan.ts';
import { longestTurn, LOOP_WATCH, startIdle, type LoopHeld } from './loop.ts';
import { median } from './statistics.ts';

export interface SignIns extends LoopHeld {
  readonly atOnce: number;
  /** Milliseconds until all were in. */
  readonly allMs: number;
  /** The longest turn of a process beside it that does nothing. */
  readonly idleMs: number;
  /** How many rounds count: those in which the machine left that process alone, or else the one in which it did most. */
  readonly rounds: number;
}

interface Round extends LoopHeld {
  readonly allMs: number;
  readonly idleMs: number;
}

const AT_ONCE = 100;
/** Who does nothing and is held for longer than this is on a machine that is busy with something else. */
const LEFT_ALONE_MS = 10;
const MOST_ROUNDS = 10;

/** So many people sign in at the same moment, each from an address of their own: the longest turn of the loop meanwhile. */
export async function measureSignIns(parent: string, wanted: number): Promise<SignIns> {
  const folder = mkdtempSync(path.join(parent, 'sign-ins-'));
  await seedTalkan({ folder, cards: 8, people: AT_ONCE });
  const idle = startIdle(folder);
  const running = launchTalkan({ folder, nodeArgs: LOOP_WATCH, env: { TRUST_PROXY: '1' } });
  try {
    const port = await portOf(running);
    // The first one makes what the others use.
    await signIn(port, 1);
    const rounds: Round[] = [];
    const counted = () => rounds.filter(({ idleMs }) => idleMs <= LEFT_ALONE_MS);
    while (rounds.length < MOST_ROUNDS && counted().length < wanted) {
      await Promise.all([longestTurn(running), longestTurn(idle)]);
      const begin = performance.now();
      await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => signIn(port, index + 1)));
      const allMs = performance.now() - begin;
      const [held, beside] = await Promise.all([longestTurn(running), longestTurn(idle)]);
      rounds.push({ ...held, allMs, idleMs: beside.heldMs });
    }
    return summary(counted().length > 0 ? counted() : rounds.toSorted((a, b) => a.idleMs - b.idleMs).slice(0, 1));
  } finally {
    await Promise.all([running.stop(), idle.stop()]);
  }
}

function summary(rounds: readonly Round[]): SignIns {
  return {
    atOnce: AT_ONCE,
    rounds: rounds.length,
    allMs: median(rounds.map(({ allMs }) => allMs)),
    heldMs: Math.max(...rounds.map(({ heldMs }) => heldMs)),
    busyMs: Math.max(...rounds.map(({ busyMs }) => busyMs)),
    idleMs: Math.max(...rounds.map(({ idleMs }) => idleMs)),
  };
}

async function signIn(port: number, person: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${person}` },
    body: JSON.stringify({ username: `person-${person}`, password: LOGIN.password }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (!answer.ok || token === undefined) throw new Error(`A sign-in was answered ${answer.status}.`);
}
