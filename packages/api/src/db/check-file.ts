import { Worker } from 'node:worker_threads';

/** A damaged file can have very many faults; the first ones tell as much. */
const LINES = 20;

/** A check of a whole file, under way beside everything else. */
export interface FileCheck {
  /** What is wrong with it, in SQLite’s words; nothing: it is sound, or could not be looked at. */
  readonly done: Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Reads the whole file in a thread and by a connection of its own, so that neither the loop nor a reader waits for it. */
export function checkFile(path: string): FileCheck {
  // Beside this file, which the tests run as it was written.
  const script = import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js';
  const worker = new Worker(new URL(script, import.meta.url), { workerData: { path, lines: LINES } });
  const done = new Promise<readonly string[]>((resolve) => {
    worker.once('message', (lines: readonly string[]) => resolve(lines));
    // A check that cannot be made says nothing of the file, and what is wrong with the disk shows elsewhere.
    worker.once('error', () => resolve([]));
    worker.once('exit', () => resolve([]));
  });
  return {
    done,
    stop: async () => {
      await worker.terminate();
    },
  };
}
