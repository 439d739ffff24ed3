import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isLiveStream } from '@talkan/api/boards/live/stream';
import type { Context } from '@talkan/api/context';
import { appRouter, createCaller, type Caller } from '@talkan/api/root';
import { toTrpcError } from '@talkan/api/trpc';
import { getErrorShape } from '@trpc/server';
import { logFailure } from '../log-failure.js';
import type { Log } from '../log.js';
import { createSocketSink, type SocketSink } from './live-sink.js';

export const WATCH_PATH = 'boards.watch';
const PING_MS = 15_000;
/** Sockets that are pinged in one turn of the loop. */
const PER_TURN = 50;
/** A client that has heard nothing for so long connects anew: two pings may be late. */
const SILENCE_MS = 40_000;
/** How soon a client that has lost the stream comes back: after a restart not all of them in the same moment. */
const RETRY_MS = { least: 300, spread: 1_000 };

export interface LiveDoorOptions {
  readonly log: Log;
  readonly pingMs?: number;
}

interface LiveRequest {
  readonly requestId: string;
  readonly input: unknown;
  readonly context: () => Promise<Context>;
}

/** Answers a `boards.watch`, as tRPC would. */
export type LiveDoor = (res: ServerResponse, request: LiveRequest) => Promise<void>;

/**
 * The procedure says who may watch what; the bytes are written here, each event's once for all sockets. tRPC's own adapter makes
 * them anew for each, and keeps the loop for as long as that takes.
 */
export function createLiveDoor({ log, pingMs = PING_MS }: LiveDoorOptions): LiveDoor {
  const pings = createPings(pingMs);
  return async (res, { requestId, input, context }) => {
    let ctx: Context | undefined;
    const tell = (error: unknown) => {
      const failure = toTrpcError(error, requestId);
      logFailure(log, failure, { requestId, procedure: WATCH_PATH });
      const config = appRouter._def._config;
      return getErrorShape({ config, ctx, error: failure, input, path: WATCH_PATH, type: 'subscription' });
    };
    begin(res);
    const sink = createSocketSink(res, tell);
    try {
      ctx = await context();
      // The procedure checks its own input: what comes here is unknown, and stays so until then.
      const stream = await createCaller(ctx).boards.watch(input as Parameters<Caller['boards']['watch']>[0]);
      if (!isLiveStream(stream)) throw new Error('boards.watch has answered something that takes no sockets.');
      if (res.closed || res.destroyed) return;
      const detach = stream.attach(sink);
      pings.add(sink);
      res.once('close', () => {
        detach();
        pings.remove(sink);
      });
    } catch (error) {
      sink.end({ kind: 'failed', error });
    }
  };
}

function begin(res: ServerResponse): void {
  res.setHeader('content-type', 'text/event-stream');
  res.setHeader('cache-control', 'no-cache, no-transform');
  res.setHeader('x-accel-buffering', 'no');
  // The stream's end is the connection's: then an event goes out as one buffer that all sockets share, and nobody asks on it again.
  res.setHeader('connection', 'close');
  res.removeHeader('transfer-encoding');
  const retry = RETRY_MS.least + Math.round(Math.random() * RETRY_MS.spread);
  const options = JSON.stringify({ reconnectAfterInactivityMs: SILENCE_MS });
  res.writeHead(200);
  res.write(`event: connected\ndata: ${options}\nretry: ${retry}\n\n\n`);
}

/** One timer for all of them. */
function createPings(pingMs: number) {
  const sinks = new Set<SocketSink>();
  let timer: NodeJS.Timeout | null = null;

  async function pingAll(): Promise<void> {
    let pinged = 0;
    for (const sink of sinks) {
      sink.ping();
      pinged += 1;
      if (pinged % PER_TURN === 0) await nextTurn();
    }
  }
  return {
    add(sink: SocketSink): void {
      sinks.add(sink);
      timer ??= setInterval(() => void pingAll(), pingMs);
    },
    remove(sink: SocketSink): void {
      sinks.delete(sink);
      if (sinks.size > 0 || timer === null) return;
      clearInterval(timer);
      timer = null;
    },
  };
}
