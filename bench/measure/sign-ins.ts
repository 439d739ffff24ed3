import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { LOGIN } from '../reference/board.ts';
import { launchTalkan, portOf, seedTalkan } from '../servers/talkan.ts';
import { longestTurn, LOOP_WATCH, type LoopHeld } from './loop.ts';
import { median } from './statistics.ts';

export interface SignIns extends LoopHeld {
  readonly atOnce: number;
  /** Milliseconds until all were in. */
  readonly allMs: number;
}

const AT_ONCE = 100;

/** So many people sign in at the same moment, each from an address of their own: the longest turn of the loop meanwhile. */
export async function measureSignIns(parent: string, rounds: number): Promise<SignIns> {
  const folder = mkdtempSync(path.join(parent, 'sign-ins-'));
  await seedTalkan({ folder, cards: 8, people: AT_ONCE });
  const running = launchTalkan({ folder, nodeArgs: LOOP_WATCH, env: { TRUST_PROXY: '1' } });
  try {
    const port = await portOf(running);
    // The first one makes what the others use.
    await signIn(port, 1);
    const held: LoopHeld[] = [];
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await longestTurn(running);
      const begin = performance.now();
      await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => signIn(port, index + 1)));
      times.push(performance.now() - begin);
      held.push(await longestTurn(running));
    }
    return {
      atOnce: AT_ONCE,
      allMs: median(times),
      heldMs: Math.max(...held.map(({ heldMs }) => heldMs)),
      busyMs: Math.max(...held.map(({ busyMs }) => busyMs)),
    };
  } finally {
    await running.stop();
  }
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
