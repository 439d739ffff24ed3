import type { Id } from '@talkan/board/model';
import { statusOf } from '../../problem';
import type { LiveClient, LiveEvent } from './events';

export interface StreamOptions {
  readonly client: Pick<LiveClient['boards'], 'watch'>;
  readonly boardId: Id;
  /** The last change that is known here: the stream goes on after it. */
  seq(): number;
  event(event: LiveEvent): void;
  up(up: boolean): void;
  /** The stream was refused, or cannot be had for now: asks for the board by the ordinary way, which tells more. */
  ask(): void;
  /** Milliseconds before the next try after `failures` failed ones. */
  readonly delay?: (failures: number) => number;
}

/** One stream of a board's changes, kept open: it is opened anew, after the last change that is known, whenever it ends. */
export interface Stream {
  start(): void;
  /** The way may be open again: tries at once, if it is not open. */
  hurry(): void;
  /** The machine has slept: an open stream may be a dead one. */
  reopen(): void;
  stop(): void;
}

const FIRST_DELAY = 400;
const LONGEST_DELAY = 15_000;
/** While there is no stream, the board is asked for this often. */
const ASK_EVERY = 15_000;
/** A server that takes a stream but never begins it. */
const PATIENCE = 10_000;

export function createStream(options: StreamOptions): Stream {
  const delay = options.delay ?? backOff;
  let stopped = true;
  let isUp = false;
  let failures = 0;
  /** It was up, and no try has been made since. */
  let dropped = false;
  let asked = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let close: (() => void) | undefined;

  function setUp(up: boolean): void {
    if (up === isUp) return;
    isUp = up;
    options.up(up);
  }

  function shut(): void {
    clearTimeout(timer);
    const closing = close;
    close = undefined;
    closing?.();
  }

  function open(): void {
    shut();
    if (stopped) return;
    let current = true;
    const ifCurrent =
      <Args extends unknown[]>(run: (...args: Args) => void) =>
      (...args: Args) => {
        if (current && !stopped) run(...args);
      };
    const input = { boardId: options.boardId, lastEventId: String(options.seq()) };
    const subscription = options.client.watch.subscribe(input, {
      onData: ifCurrent((pushed) => {
        // Each stream begins by saying who is there: one that only opens may be about to refuse.
        began();
        options.event('data' in pushed ? pushed.data : pushed);
      }),
      onComplete: ifCurrent(() => ended(null)),
      onError: ifCurrent(ended),
      // The browser would open it again by itself, at its own pace and after a change that may be known by now.
      onConnectionStateChange: ifCurrent(({ state, error }) => {
        if (state === 'connecting' && error) ended(error);
      }),
    });
    close = () => {
      current = false;
      subscription.unsubscribe();
    };
    timer = setTimeout(() => ended(null), PATIENCE);
  }

  function began(): void {
    if (isUp) return;
    clearTimeout(timer);
    failures = 0;
    setUp(true);
  }

  function ended(error: unknown): void {
    const wasUp = isUp;
    shut();
    setUp(false);
    // The server said why, or is away for longer than a moment: the board's own answer tells what that means.
    if (statusOf(error) !== null || (!wasUp && (dropped || Date.now() - asked >= ASK_EVERY))) {
      asked = Date.now();
      options.ask();
    }
    dropped = wasUp;
    timer = setTimeout(open, delay(failures));
    if (!wasUp) failures++;
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      asked = Date.now();
      open();
    },
    hurry() {
      if (stopped || isUp) return;
      failures = 0;
      open();
    },
    reopen() {
      if (stopped) return;
      setUp(false);
      open();
    },
    stop() {
      stopped = true;
      shut();
      setUp(false);
    },
  };
}

/** Doubles up to a quarter of a minute; a random part keeps the browsers of a restarted server from coming all at once. */
function backOff(failures: number): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures) * (0.5 + Math.random() / 2);
}
