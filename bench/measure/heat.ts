import { setTimeout as wait } from 'node:timers/promises';
import type { Loaded } from '../load/job.ts';
import type { Generator } from '../load/load.ts';
import type { Request } from '../load/request.ts';
import { enter, type Contestant } from '../servers/contestant.ts';
import type { ServerKind } from '../servers/server.ts';
import { usageOf } from '../servers/usage.ts';
import { median, orderOf } from './statistics.ts';

/** What is asked: the board; the board by somebody who has it already; another move each time. */
export type Work = 'board' | 'unchanged' | 'move';

interface Entrant {
  readonly kind: ServerKind;
  readonly cards: number;
  readonly work: Work;
}

/** Servers that are measured side by side. */
export interface Heat {
  readonly id: string;
  readonly title: string;
  readonly connections: number;
  readonly entrants: readonly Entrant[];
  /** The entrants to which the others are compared: `limit@1000`. */
  readonly bases: readonly string[];
}

export interface Result extends Loaded {
  readonly heat: string;
  /** `talkan@1000` */
  readonly entrant: string;
  readonly round: number;
  /** Milliseconds of the server's CPU time for each answer. */
  readonly cpuMs: number;
  readonly rssMb: number;
  /** Acknowledged moves that the board's version does not count, which must be none; null where it has none. */
  readonly lost: number | null;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmSeconds: number;
}

export interface HeatOptions {
  readonly generator: Generator;
  readonly folder: string;
  readonly pace: Pace;
  /** Name of the server whose CPU time is looked at, or null. */
  readonly profile: string | null;
}

interface Runner {
  readonly name: string;
  readonly entrant: Entrant;
  readonly contestant: Contestant;
  readonly requests: readonly Request[];
}

export function nameOf({ kind, cards }: Pick<Entrant, 'kind' | 'cards'>): string {
  return `${kind.name}@${cards}`;
}

interface Ran {
  readonly results: readonly Result[];
  /** Where the profiles of those that were looked at are. */
  readonly profiled: readonly { readonly name: string; readonly folder: string }[];
  /** A sentence for each server that was not measured. */
  readonly leftOut: readonly string[];
}

/** Starts them all, warms each, and asks them in turn. Who does not do what it is asked to is left out. */
export async function runHeat(heat: Heat, options: HeatOptions): Promise<Ran> {
  const { pace, folder, profile } = options;
  const runners: Runner[] = [];
  const results: Result[] = [];
  const leftOut: string[] = [];
  try {
    for (const entrant of heat.entrants) {
      const { kind, cards, work } = entrant;
      const name = nameOf(entrant);
      try {
        const contestant = await enter(kind, { cards, folder, profiled: kind.name === profile });
        runners.push({ name, entrant, contestant, requests: await requestsFor(contestant, work) });
      } catch (error) {
        leftOut.push(
          `${name} is left out of “${heat.title}”: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    await wait(300);
    if (pace.warmSeconds > 0) for (const runner of runners) await ask(runner, heat, { ...options, warm: true });
    for (let round = 0; round < pace.rounds; round += 1) {
      for (const runner of orderOf(runners, round)) {
        results.push({ round, ...(await ask(runner, heat, options)) });
      }
    }
  } finally {
    for (const { contestant } of runners) await contestant.stop();
  }
  const profiled = runners
    .filter(({ entrant }) => entrant.kind.name === profile)
    .map(({ name, contestant }) => ({ name, folder: contestant.folder }));
  return { results, profiled, leftOut };
}

async function requestsFor(contestant: Contestant, work: Work): Promise<readonly Request[]> {
  switch (work) {
    case 'board':
      return [contestant.boardRequest];
    case 'unchanged': {
      const { etag } = await contestant.readBoard();
      if (etag === null) throw new Error(`${contestant.kind.name} sends no ETag.`);
      const { headers, ...request } = contestant.boardRequest;
      return [{ ...request, headers: { ...headers, 'if-none-match': etag } }];
    }
    case 'move':
      return contestant.moveRequests();
  }
}

type AskOptions = HeatOptions & { readonly warm?: boolean };

async function ask(runner: Runner, heat: Heat, options: AskOptions): Promise<Omit<Result, 'round'>> {
  const { contestant, entrant, requests, name } = runner;
  const { generator, pace, warm = false } = options;
  const isMove = entrant.work === 'move';
  const before = isMove ? (await contestant.readBoard()).board.version : undefined;
  const { cpuMs } = usageOf(contestant.pid);
  const loaded = await generator.load({
    port: contestant.port,
    connections: heat.connections,
    seconds: warm ? pace.warmSeconds : pace.seconds,
    requests,
    expected: entrant.work === 'unchanged' ? 304 : 200,
  });
  const usage = usageOf(contestant.pid);
  const done = loaded.count + loaded.late;
  const after = isMove ? (await contestant.readBoard()).board.version : undefined;
  const lost = before === undefined || after === undefined ? null : Math.max(0, done - (after - before));
  const { rssMb } = usage;
  return { heat: heat.id, entrant: name, ...loaded, cpuMs: (usage.cpuMs - cpuMs) / done, rssMb, lost };
}

/** The median of the rounds' own ratios; null where one of them was not measured. */
export function ratioOf(results: readonly Result[], compared: Compared): number | null {
  const { heat, of, to, by = 'rate' } = compared;
  const ratios = results
    .filter((result) => result.heat === heat && result.entrant === of)
    .map((own) => {
      const base = results.find((other) => other.heat === heat && other.entrant === to && other.round === own.round);
      if (base === undefined) return Number.NaN;
      return by === 'rate' ? own.rate / base.rate : base.cpuMs / own.cpuMs;
    });
  const ratio = median(ratios);
  return Number.isFinite(ratio) ? ratio : null;
}

export interface Compared {
  readonly heat: string;
  readonly of: string;
  readonly to: string;
  /** Answers a second, or answers for the same CPU time: the steadier one where the machine is busy with something else. */
  readonly by?: 'rate' | 'cpu';
}
