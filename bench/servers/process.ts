import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server that this bench has started, and ends. */
export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** In order, so that a profile is written; by force after ten seconds. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const started = new Set<ChildProcess>();
// Whatever ends this process, no server of it stays behind.
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

export function startProcess({ command, args, cwd, env }: Program): Running {
  const inherited = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' };
  const child = spawn(command, args, {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  started.add(child);
  let output = '';
  const keep = (part: Buffer) => (output = (output + part.toString()).slice(-10_000));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.once('error', (error) => keep(Buffer.from(error.message)));
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      started.delete(child);
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(giveUp);
    },
  };
}

/** The next message that says what is asked for; fails with what the server wrote where it ends before. */
export async function messageFrom<T>({ child, output }: Running, read: (message: unknown) => T | null): Promise<T> {
  const stop = new AbortController();
  const { signal } = stop;
  const gone = once(child, 'close', { signal }).then(() => {
    throw new Error(`A server ended by itself: ${output()}`);
  });
  const told = async (): Promise<T> => {
    for (;;) {
      const [message] = (await once(child, 'message', { signal })) as [unknown];
      const found = read(message);
      if (found !== null) return found;
    }
  };
  try {
    return await Promise.race([told(), gone]);
  } finally {
    gone.catch(() => {});
    stop.abort();
  }
}
