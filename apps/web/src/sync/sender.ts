import type { Refusal } from '@talkan/board/refusal';
import type { Outgoing } from './outbox';
import type { Committed } from './transport';
import { troubleOf } from './trouble';

export type Answer = { readonly committed: Committed } | { readonly refusal: Refusal };
/** Whether the last call was answered. */
export type Reached = 'online' | 'retrying';

export interface SenderOptions<Change extends Outgoing> {
  /** The change that is to go next; it stays the next until it was answered. */
  next(): Change | undefined;
  send(change: Change): Promise<Committed>;
  /** Called before each try: from here on the server may have it. */
  sending(change: Change): void;
  answered(change: Change, answer: Answer): void;
  reached(reached: Reached): void;
  /** Why the server saved nothing; null: it did. */
  stuck(problem: string | null): void;
  /** Milliseconds to wait before the try after `failures` failed ones. */
  delay?: (failures: number) => number;
}

/** Sends one change after the other, each until it was answered. While nobody is signed in it rests. */
export interface Sender {
  /** Something to send may be there. Does not cut a wait short: a busy server asked for it. */
  wake(): void;
  /** The way may be open again: tries at once. */
  hurry(): void;
  start(): void;
  /** Makes no further try where one fails; as long as none does, what waits still goes. It may be started again. */
  stop(): void;
}

const FIRST_DELAY = 500;
const LONGEST_DELAY = 20_000;
/** A change that the server stumbles over must not hold up the others for ever. */
const MOST_FAILURES = 4;

export function createSender<Change extends Outgoing>(options: SenderOptions<Change>): Sender {
  const delay = options.delay ?? backOff;
  let running = false;
  let stopped = true;
  let wakeUp: (() => void) | undefined;
  /** Whether something has changed for the better since the last try began: somebody may have signed in meanwhile. */
  let urged = false;

  function pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    wakeUp = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  }

  /** Whether to go on with the next one. */
  async function sendUntilAnswered(change: Change): Promise<boolean> {
    for (let failures = 0; ; failures++) {
      options.sending(change);
      urged = false;
      const outcome = await attempt(() => options.send(change));
      if (outcome.kind === 'signed-out') {
        if (urged) continue;
        return false;
      }
      options.reached(outcome.kind === 'away' ? 'retrying' : 'online');
      if (outcome.kind === 'stuck') options.stuck(outcome.problem);
      if (outcome.kind === 'done') {
        options.stuck(null);
        options.answered(change, { committed: outcome.committed });
        return true;
      }
      if (outcome.kind === 'refused' || (outcome.kind === 'failed' && failures + 1 >= MOST_FAILURES)) {
        options.answered(change, { refusal: outcome.refusal });
        return true;
      }
      if (stopped) return false;
      const asked = 'retryAfter' in outcome ? outcome.retryAfter * 1000 : 0;
      await pause(Math.max(asked, delay(failures)));
      if (stopped) return false;
    }
  }

  async function run(): Promise<void> {
    running = true;
    for (let change = options.next(); change; change = options.next()) {
      if (!(await sendUntilAnswered(change))) break;
    }
    running = false;
  }

  function wake(): void {
    if (!running && !stopped) void run();
  }

  return {
    wake,
    hurry() {
      urged = true;
      wakeUp?.();
      wake();
    },
    start() {
      stopped = false;
      wake();
    },
    stop() {
      stopped = true;
      wakeUp?.();
    },
  };
}

async function attempt(send: () => Promise<Committed>) {
  try {
    return { kind: 'done', committed: await send() } as const;
  } catch (error) {
    return troubleOf(error);
  }
}

/** Doubles up to twenty seconds; a random part keeps the tabs of a restarted server from coming all at once. */
function backOff(failures: number): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures);
  return longest * (0.5 + Math.random() / 2);
}
