import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A damaged file can have very many faults; the first ones tell as much. */
const LINES = 20;

/** A check of a whole file, under way beside everything else. */
export interface FileCheck {
  /** What is wrong with it, in SQLite’s words; nothing: it is sound, or could not be looked at. */
  readonly done: Promise<readonly string[]>;
  stop(): Promise<void>;
}

/**
 * Reads the whole file in a process and by a connection of its own, so that neither the loop nor a reader waits for it. Not in a thread: one that
 * is ended while SQLite answers it takes the whole process with it.
 */
export function checkFile(path: string): FileCheck {
  // Beside this file, which the tests run as it was written.
  const script = import.meta.url.endsWith('.ts') ? './check-process.ts' : './check-process.js';
  const args = [fileURLToPath(new URL(script, import.meta.url)), path, String(LINES)];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: undefined },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const done = new Promise<readonly string[]>((resolve) => {
    let answer = '';
    child.stdout.on('data', (piece: Buffer) => (answer += piece.toString()));
    // A check that cannot be made says nothing of the file, and what is wrong with the disk shows elsewhere.
    child.once('error', () => resolve([]));
    child.once('close', (code) => resolve(code === 0 ? (JSON.parse(answer) as string[]) : []));
  });
  return {
    done,
    stop: async () => {
      child.kill('SIGKILL');
      await done;
    },
  };
}
