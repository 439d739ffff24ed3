import { Worker } from 'node:worker_threads';
import type { Inspection, Outcome, Task } from './backup-worker.js';

/**
 * Runs the task in a thread of its own.
 * @throws an Error with SQLite's `code`
 */
export async function runTask(task: Task): Promise<Inspection> {
  const outcome = await new Promise<Outcome>((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: task, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that copies ended with ${code}.`)));
  });
  if (outcome.ok) return outcome.inspection;
  throw Object.assign(new Error(outcome.message), { code: outcome.code });
}

// Beside this file, compiled or not as this one is.
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './backup-worker.ts' : './backup-worker.js', import.meta.url);
}
