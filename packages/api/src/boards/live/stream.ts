import type { Live } from './live.js';
import { plainEvent, type LiveEvent, type LiveItem } from './events.js';
import type { Ending, Sink, Watching } from './watcher.js';

/** Further behind than this, loading the board is quicker than reading the log. */
const CATCH_UP = 2_000;
/** What somebody in this process may leave unread. */
const QUEUE = 1_000;

/** What `boards.watch` answers: to be iterated, or, by whoever has many, to be given a sink. */
export interface LiveStream extends AsyncIterable<LiveItem> {
  /** Returns how to stop. */
  attach(sink: Sink): () => void;
}

/** Where a stream begins, and how far the board is. */
export interface StreamStart extends Omit<Watching, 'after'> {
  /** The last change that the client knows; left out: it wants what comes from now on. */
  readonly lastEventId: string | undefined;
  readonly seq: number;
  /** Ends the iteration. */
  readonly signal: AbortSignal | undefined;
  /** The error that an iteration ends with. */
  readonly tell: (error: unknown) => Error;
}

/** Whether this is such a stream: a caller's types know it only as something to iterate. */
export function isLiveStream(stream: AsyncIterable<unknown>): stream is LiveStream {
  return 'attach' in stream;
}

export function openStream(live: Live, { lastEventId, seq, signal, tell, ...who }: StreamStart): LiveStream {
  const after = lastEventId === undefined ? seq : Number(lastEventId);
  const attach = (sink: Sink): (() => void) => {
    if (after <= seq && seq - after <= CATCH_UP) return live.watch({ ...who, after }, sink);
    sink.send(plainEvent({ type: 'reset' }));
    sink.end({ kind: 'done' });
    return () => {};
  };
  return { attach, [Symbol.asyncIterator]: () => iterate(attach, { signal, tell }) };
}

/**
 * Not a generator: one that waits for the next event could not be ended by its reader before that event comes, and would go on
 * watching for nobody.
 */
function iterate(
  attach: LiveStream['attach'],
  { signal, tell }: Pick<StreamStart, 'signal' | 'tell'>,
): AsyncIterableIterator<LiveItem, undefined> {
  const queue: LiveEvent[] = [];
  let ending: Ending | null = null;
  let readers: (() => void)[] = [];
  let makeRoom = () => {};

  const wakeReaders = () => {
    const waiting = readers;
    readers = [];
    for (const wake of waiting) wake();
  };
  const finish = (how: Ending) => {
    ending ??= how;
    wakeReaders();
    makeRoom();
  };
  const detach = attach({
    send: (event) => {
      queue.push(event);
      wakeReaders();
    },
    isFull: () => queue.length > QUEUE,
    room: () => (queue.length < QUEUE / 2 ? Promise.resolve() : new Promise((resolve) => (makeRoom = resolve))),
    end: finish,
  });
  const stop = () => {
    signal?.removeEventListener('abort', stop);
    detach();
    queue.length = 0;
    finish({ kind: 'cut' });
  };
  if (signal?.aborted) stop();
  else signal?.addEventListener('abort', stop, { once: true });

  async function next(): Promise<IteratorResult<LiveItem, undefined>> {
    for (;;) {
      const event = queue.shift();
      if (queue.length < QUEUE / 2) makeRoom();
      if (event) return { done: false, value: event.item() };
      if (ending !== null) {
        const last: Ending = ending;
        stop();
        // Told once; who goes on asking is told that there is no more.
        ending = { kind: 'done' };
        if (last.kind === 'failed') throw tell(last.error);
        return { done: true, value: undefined };
      }
      await new Promise<void>((resolve) => readers.push(resolve));
    }
  }
  return {
    next,
    return: async () => {
      stop();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
