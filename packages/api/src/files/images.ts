import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ImageAnswer, ImageTask } from './image-process.js';

const LONGEST_MS = 10_000;
/** To start it takes a moment, to keep it takes memory. */
const IDLE_MS = 30_000;
const MOST_WAITING = 100;

export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** Whoever looks into images. `null`: it cannot be read as one, or takes too long. */
export interface Images {
  measure(from: string): Promise<Dimensions | null>;
  /** Writes a small version of it, as WebP. */
  shrink(from: string, to: string): Promise<Dimensions | null>;
  stop(): void;
}

/** One image at a time, in a process that is started for it and ends when there has been none for a while. */
export function createImages(longestMs = LONGEST_MS): Images {
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let number = 0;
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(idle);
    child?.kill('SIGKILL');
    child = null;
  }

  function ask(paths: Omit<ImageTask, 'number'>): Promise<Dimensions | null> {
    clearTimeout(idle);
    child ??= start((gone) => {
      if (child === gone) child = null;
    });
    number += 1;
    return answerOf(child, { number, ...paths }, longestMs).then((answer) => {
      if (answer === null) end();
      else idle = setTimeout(end, IDLE_MS).unref();
      return answer === null || 'problem' in answer ? null : { width: answer.width, height: answer.height };
    });
  }

  async function inTurn(paths: Omit<ImageTask, 'number'>): Promise<Dimensions | null> {
    if (waiting >= MOST_WAITING) return null;
    waiting += 1;
    const answer = last.then(() => ask(paths)).finally(() => (waiting -= 1));
    last = answer.catch(() => {});
    return answer;
  }

  return {
    measure: (from) => inTurn({ from }),
    shrink: (from, to) => inTurn({ from, to }),
    stop: end,
  };
}

function start(onEnd: (child: ChildProcess) => void): ChildProcess {
  // Beside this file, compiled or not as this one is.
  const script = import.meta.url.endsWith('.ts') ? './image-process.ts' : './image-process.js';
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    // Nothing that a server knows is there to be found.
    env: { PATH: process.env['PATH'] },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.once('exit', () => onEnd(child));
  child.on('error', () => onEnd(child));
  // A server that ends does not wait for it.
  child.unref();
  child.channel?.unref();
  return child;
}

/** Null: it has ended, or has not answered in time. */
function answerOf(child: ChildProcess, task: ImageTask, longestMs: number): Promise<ImageAnswer | null> {
  return new Promise((resolve) => {
    const finish = (answer: ImageAnswer | null) => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', gone);
      resolve(answer);
    };
    const gone = () => finish(null);
    const hear = (answer: ImageAnswer) => {
      if (answer.number === task.number) finish(answer);
    };
    const timer = setTimeout(gone, longestMs);
    child.on('message', hear);
    child.once('exit', gone);
    child.send(task, (error) => {
      if (error !== null) gone();
    });
  });
}
