import { parseArgs } from 'node:util';
import type { Pace } from './measure/heat.ts';

export interface Options {
  readonly pace: Pace;
  readonly sizes: readonly number[];
  readonly connections: readonly number[];
  /** Names of works that are measured; none: all. */
  readonly only: readonly string[];
  /** Names of servers that are started; none: all. */
  readonly servers: readonly string[];
  /** The server whose CPU is profiled, or null. */
  readonly profile: string | null;
  /** Where all figures are written as JSON, or null. */
  readonly out: string | null;
  readonly quick: boolean;
}

export const USAGE = `npm run bench -- [options]

  --quick                 about a minute, for a first look
  --rounds 3              how often each server is asked
  --seconds 3             for how long each time
  --connections 10,64     the first for all works, all of them for moves
  --sizes 8,1000,10000    cards on the boards that are read
  --only NAME,NAME        board, unchanged, move, watchers, memory, start, sign-ins, search
  --servers NAME,NAME     talkan, limit, full, cached, fastapi
  --profile NAME          where that server’s CPU time goes
  --out FILE              all figures as JSON
`;

const WORKS = ['board', 'unchanged', 'move', 'watchers', 'memory', 'start', 'sign-ins', 'search'];
const SERVERS = ['talkan', 'limit', 'full', 'cached', 'fastapi'];
const PACES = {
  usual: { rounds: 3, seconds: 3, warmSeconds: 15 },
  quick: { rounds: 2, seconds: 1, warmSeconds: 0.5 },
} as const;

/**
 * Null where help is asked for.
 * @throws an Error with a sentence where an option is not understood
 */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      connections: { type: 'string', default: '10,64' },
      sizes: { type: 'string' },
      only: { type: 'string', default: '' },
      servers: { type: 'string', default: '' },
      profile: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (values.help) return null;
  const { quick } = values;
  const pace = quick ? PACES.quick : PACES.usual;
  return {
    quick,
    pace: {
      ...pace,
      rounds: values.rounds === undefined ? pace.rounds : positive('rounds', values.rounds),
      seconds: values.seconds === undefined ? pace.seconds : positive('seconds', values.seconds),
    },
    sizes: partsOf(values.sizes ?? (quick ? '1000' : '8,1000,10000')).map((part) => positive('sizes', part)),
    connections: partsOf(values.connections).map((part) => positive('connections', part)),
    only: partsOf(values.only).map((part) => oneOf(WORKS, part)),
    servers: partsOf(values.servers).map((part) => oneOf(SERVERS, part)),
    profile: values.profile === undefined ? null : oneOf(SERVERS, values.profile),
    out: values.out ?? null,
  };
}

function partsOf(list: string): readonly string[] {
  return list.split(',').filter((part) => part !== '');
}

function oneOf(known: readonly string[], name: string): string {
  if (known.includes(name)) return name;
  throw new Error(`There is no “${name}”; there are ${known.join(', ')}.`);
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} takes numbers above 0, not “${text}”.`);
  return value;
}
