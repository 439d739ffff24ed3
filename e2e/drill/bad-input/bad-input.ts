import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { uploadFile } from '@talkan/api/files/upload';
import { testApp } from '@talkan/api/testing';
import fc, { type Arbitrary } from 'fast-check';
import { errorsIn, startServer, type TalkanServer } from '../../support/server.ts';
import type { Summary } from '../summary.ts';
import { callsOf, type Target } from './calls.ts';
import { changedTables, digestOf } from './digest.ts';
import { procedures, routes } from './doors.ts';
import { fileRequests } from './file-requests.ts';
import { fire, type Answer } from './fire.ts';
import { faultIn } from './judge.ts';
import { batches, oddRequests } from './oddities.ts';
import type { Shot } from './shot.ts';
import { sendSlowly } from './slow.ts';
import { brokenBytes, hugeBodies } from './wire.ts';

export interface BadInputOptions {
  readonly seed: number;
  readonly inputs: number;
  readonly huge: number;
  /** Bodies that come a byte now and then; they take as long as the server lets them. */
  readonly slow: number;
  /** Whether memory is to be back where it was: only after many is that told from what Node keeps for itself. */
  readonly weighs: boolean;
}

/** Sent between two looks at the tables. */
const ROUND = 100;
const AT_ONCE = 12;
const HUGE_AT_ONCE = 2;
/** The longest that somebody else may have to wait meanwhile, on a machine that has much else to do. */
const LONGEST_WAIT_MS = 5_000;
/** What may stay: Node keeps some of what it once had. */
const MOST_GROWTH_MB = 60;
const REST_MS = 20_000;
/** It is at rest when it has not fallen for so long. */
const STEADY_MS = 1_500;

const KINDS = ['answered 2xx', 'answered 3xx', 'answered 4xx', 'answered 5xx', 'hung up, or waiting for more'] as const;

/** Sends all that nobody should to every door of the server. Nothing may come of it. */
export async function sendBadInput(options: BadInputOptions): Promise<Summary> {
  const server = await startServer({ LOG_LEVEL: 'warn' });
  try {
    return await attack(server, options);
  } finally {
    await server.close();
  }
}

async function attack(server: TalkanServer, options: BadInputOptions): Promise<Summary> {
  const { seed, inputs, huge, slow, weighs } = options;
  const target = await prepareTarget(server);
  const file = server.databaseUrl.slice('file:'.length);
  const port = Number(new URL(server.url).port);
  const faults: string[] = [];
  const statuses = new Map<string, number>();
  const before = digestOf(file);
  const pulse = startPulse(server.url);
  const slowly = sendSlowly(port, target, slow);
  const sample = (arbitrary: Arbitrary<Shot>, count: number, part: number) =>
    fc.sample(arbitrary, { seed: seed * 10 + part, numRuns: count });

  async function send(shots: readonly Shot[], atOnce: number): Promise<void> {
    const queue = [...shots];
    const one = async () => {
      for (let shot = queue.shift(); shot; shot = queue.shift()) {
        const answer = await fire(port, shot);
        const kind = kindOf(answer);
        statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
        const fault = faultIn(shot, answer);
        if (fault !== null) faults.push(`${shot.door}: ${fault}, to ${describe(shot)}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  }

  /** Sends them in rounds, so that a change of the data is known by its round. */
  async function sendAll(shots: readonly Shot[], atOnce = AT_ONCE): Promise<void> {
    let last = digestOf(file);
    for (let at = 0; at < shots.length; at += ROUND) {
      const round = shots.slice(at, at + ROUND);
      await send(round, atOnce);
      const now = digestOf(file);
      const changed = changedTables(last, now);
      if (changed.length > 0)
        faults.push(
          `${changed.join(', ')} changed with inputs ${at}–${at + ROUND}: ${round.map(({ door }) => door).join(' ')}`,
        );
      last = now;
    }
  }

  const all = everythingFor(target);
  const large = sample(hugeBodies(target), huge, 1);
  const first = Math.ceil(inputs / 2);
  // As much before as after: what the server then has it has for good, and more of the same may not take more.
  await sendAll(sample(all, first, 2));
  await sendAll(large, HUGE_AT_ONCE);
  const memoryBefore = weighs ? await restingMemory(server) : Number.NaN;
  await sendAll(sample(all, inputs - first, 3));
  await sendAll(large, HUGE_AT_ONCE);
  faults.push(...(await slowly));
  const memoryAfter = weighs ? await restingMemory(server, memoryBefore + MOST_GROWTH_MB) : Number.NaN;
  const longest = await pulse.stop();
  if (memoryAfter > memoryBefore + MOST_GROWTH_MB)
    faults.push(`Memory went from ${memoryBefore} to ${memoryAfter} MB.`);
  if (longest > LONGEST_WAIT_MS) faults.push(`Somebody else had to wait for ${longest} ms.`);
  const changed = changedTables(before, digestOf(file));
  if (changed.length > 0) faults.push(`In the end other rows stand in ${changed.join(', ')}.`);
  faults.push(...errorsIn(server.output()), ...(await stillServes(server, target)));
  return {
    faults,
    figures: {
      'Procedures and routes aimed at': target.doors.length,
      'Bad inputs': inputs + 2 * huge + slow,
      '… of them larger than a MiB': 2 * huge,
      '… of them a byte now and then': slow,
      ...Object.fromEntries(KINDS.map((kind) => [`… ${kind}`, statuses.get(kind) ?? 0])),
      'Longest wait of somebody else meanwhile (ms)': longest,
      'Memory at rest before (MB)': memoryBefore,
      'Memory at rest after (MB)': memoryAfter,
    },
  };
}

function kindOf({ status }: Answer): string {
  return (
    KINDS.find((kind) => kind === `answered ${Math.floor((status ?? 0) / 100)}xx`) ?? 'hung up, or waiting for more'
  );
}

function everythingFor(target: Target): Arbitrary<Shot> {
  return fc.oneof(
    { weight: 60, arbitrary: callsOf(target) },
    { weight: 18, arbitrary: oddRequests(target) },
    { weight: 12, arbitrary: batches(target) },
    { weight: 10, arbitrary: brokenBytes(target) },
    { weight: 10, arbitrary: fileRequests(target) },
  );
}

async function prepareTarget({ url, databaseUrl }: TalkanServer): Promise<Target> {
  const app = await testApp({ databaseUrl });
  try {
    const owner = await app.user('owner');
    const viewer = await app.member(owner.boardId, 'viewer');
    const stranger = await app.user('stranger');
    const tokens = { owner: owner.token, viewer: viewer.token, stranger: stranger.token };
    const doors = [...procedures(), ...(await routes(url))];
    const source = Readable.from([Buffer.from('A plan.')]);
    const upload = { boardId: owner.boardId, userId: owner.id, name: 'plan.txt', source, declared: null };
    const { id: fileId } = await uploadFile(app.services, upload);
    return { boardId: owner.boardId, foreignBoardId: stranger.boardId, fileId, doors, tokens };
  } finally {
    await app.close();
  }
}

/** Somebody else who asks all the while; gives the longest wait in the end. */
function startPulse(url: string) {
  const over = new AbortController();
  let longest = 0;
  const beat = async () => {
    while (!over.signal.aborted) {
      const began = performance.now();
      const isWell = await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      longest = Math.max(longest, isWell ? Math.round(performance.now() - began) : Number.POSITIVE_INFINITY);
      await wait(100);
    }
  };
  const beating = beat();
  return {
    async stop(): Promise<number> {
      over.abort();
      await beating;
      return longest;
    },
  };
}

/** In MB, once it no longer falls; where it must come down to some amount, there is more time for that. */
async function restingMemory(server: TalkanServer, enough?: number): Promise<number> {
  const until = Date.now() + REST_MS;
  let least = memoryOf(server);
  let since = Date.now();
  const isSteady = () => (enough === undefined ? Date.now() - since > STEADY_MS : least <= enough);
  while (Date.now() < until && !isSteady()) {
    // Whoever does nothing at all does not clear up either.
    await Promise.all(Array.from({ length: 20 }, () => readDescription(server)));
    await wait(50);
    const now = memoryOf(server);
    if (now < least) [least, since] = [now, Date.now()];
  }
  return least;
}

async function readDescription({ url }: TalkanServer): Promise<void> {
  await (await fetch(`${url}/api/openapi.json`)).text();
}

/** Only Linux tells it so; elsewhere it is not looked at. */
function memoryOf(server: TalkanServer): number {
  const file = `/proc/${server.pid()}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024);
}

async function stillServes({ url }: TalkanServer, { tokens }: Target): Promise<string[]> {
  const answer = await fetch(`${url}/api/board`, { headers: { authorization: `Bearer ${tokens.owner}` } });
  return answer.ok ? [] : [`In the end the board is not served: ${answer.status}.`];
}

function describe({ parts }: Shot): string {
  return JSON.stringify(
    Buffer.concat(parts)
      .subarray(0, 700)
      .toString('latin1')
      .replace(/authorization: Bearer \S{43}/, 'authorization: …'),
  );
}
