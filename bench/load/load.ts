import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { bytesOf, type Request } from './request.ts';

/** What the generator is told to do. */
export interface Job {
  readonly address: string;
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Sent in turn, round and round, by all connections together. */
  readonly requests: readonly Uint8Array[];
  /** The status of an answer that counts. */
  readonly expected: number;
}

export interface Loaded {
  /** Expected answers a second. */
  readonly rate: number;
  /** Expected answers within the time. */
  readonly count: number;
  /** Expected answers to what had been sent when the time was over. */
  readonly late: number;
  /** Answers of another status, by status. */
  readonly others: Readonly<Record<string, number>>;
  /** Connections that broke, and answers that could not be read. */
  readonly errors: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export type Reply = { readonly loaded: Loaded } | { readonly refused: string };

/** Asks one server for so long. */
type Load = Omit<Job, 'address' | 'requests'> & { readonly requests: readonly Request[] };

export interface Generator {
  load(load: Load): Promise<Loaded>;
  stop(): void;
}

/** Starts the generator in a process of its own, so that its work is not the server's and not ours. */
export function startGenerator(): Generator {
  const program = path.join(import.meta.dirname, 'client.ts');
  const child: ChildProcess = fork(program, { serialization: 'advanced' });
  return {
    async load({ requests, ...rest }) {
      child.send({ ...rest, address: '127.0.0.1', requests: requests.map(bytesOf) } satisfies Job);
      const [reply] = (await once(child, 'message')) as [Reply];
      if ('refused' in reply) throw new Error(reply.refused);
      return reply.loaded;
    },
    stop: () => child.disconnect(),
  };
}
