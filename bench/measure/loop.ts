import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageFrom, startProcess, type Running } from '../servers/process.ts';

/** Asks a server that was started with `LOOP_WATCH` for the time since it was last asked. */
export type LoopAsked = 'loop';

export interface LoopHeld {
  /** The longest turn of the loop, in milliseconds by the clock: on a busy machine others’ turns are part of it. */
  readonly heldMs: number;
  /** The same by what the thread itself has computed. */
  readonly busyMs: number;
}

const preload = path.join(import.meta.dirname, '..', 'preload', 'loop-watch.ts');
export const LOOP_WATCH = ['--import', pathToFileURL(preload).href];

/** A process that does nothing: for how long its loop is held is what the machine does to everybody. */
export function startIdle(cwd: string): Running {
  const nothing = ['-e', 'setInterval(() => {}, 60_000)'];
  return startProcess({ command: process.execPath, args: [...LOOP_WATCH, ...nothing], cwd });
}

export async function longestTurn(running: Running): Promise<LoopHeld> {
  const told = messageFrom(running, (message) =>
    typeof message === 'object' && message !== null && 'heldMs' in message ? (message as LoopHeld) : null,
  );
  running.child.send('loop' satisfies LoopAsked);
  return told;
}
