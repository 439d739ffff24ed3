import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Job, Loaded, Reply } from './job.ts';
import { bytesOf, type Request } from './request.ts';

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
  const gone = once(child, 'exit').then(() => {
    throw new Error('The load generator ended by itself.');
  });
  // Nobody waits for it between two loads.
  gone.catch(() => {});
  return {
    async load({ requests, ...rest }) {
      child.send({ ...rest, address: '127.0.0.1', requests: requests.map(bytesOf) } satisfies Job);
      const [reply] = (await Promise.race([once(child, 'message'), gone])) as [Reply];
      if ('refused' in reply) throw new Error(reply.refused);
      return reply.loaded;
    },
    stop: () => child.disconnect(),
  };
}
