import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@talkan/api/boards/live/events';
import type { Ending, Sink } from '@talkan/api/boards/live/watcher';

/** What may wait for one client. Who leaves more unread is cut, and catches up from the log. */
const LIMIT = 1024 * 1024;
/** Below this, who catches up gets the next change. */
const LOW = 64 * 1024;
/** How long who catches up may take to read what was sent. */
const PATIENCE_MS = 30_000;

const PING = Buffer.from('event: ping\ndata: \n\n\n');
const RETURN = 'event: return\ndata: \n\n\n';

export interface SocketSink extends Sink {
  ping(): void;
}

/** Writes to one socket in tRPC's own format. `tell`: an error as tRPC's clients read it. */
export function createSocketSink(res: ServerResponse, tell: (error: unknown) => unknown): SocketSink {
  let full = false;
  let ended = false;

  function write(bytes: Buffer): void {
    if (ended || res.destroyed) return;
    // Looked at before: one large change must get through to whoever has read all that came before it.
    if (res.writableLength > LIMIT) full = true;
    else res.write(bytes);
  }

  function end(ending: Ending): void {
    if (ended) return;
    ended = true;
    // Without tRPC's own words for an end a client takes it for a lost connection, and resumes.
    if (ending.kind === 'cut') {
      if (full) res.destroy();
      else res.end();
    } else if (ending.kind === 'done') res.end(RETURN);
    else res.end(`event: serialized-error\ndata: ${JSON.stringify(tell(ending.error))}\n\n\n`);
  }

  async function room(): Promise<void> {
    if (res.writableLength <= LOW || res.destroyed) return;
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        res.off('drain', finish);
        res.off('close', finish);
        resolve();
      };
      const timer = setTimeout(() => {
        full = true;
        finish();
      }, PATIENCE_MS);
      res.once('drain', finish);
      res.once('close', finish);
    });
  }

  function ping(): void {
    write(PING);
    // Nothing may happen on the board for long: then nobody else looks.
    if (full && !ended) res.destroy();
  }

  return { send: (event) => write(frameOf(event)), ping, isFull: () => full, room, end };
}

const frames = new WeakMap<LiveEvent, Buffer>();

/** The same bytes for all sockets. */
function frameOf(event: LiveEvent): Buffer {
  const known = frames.get(event);
  if (known) return known;
  const id = event.seq === null ? '' : `id: ${event.seq}\n`;
  const frame = Buffer.from(`data: ${event.json}\n${id}\n\n`);
  frames.set(event, frame);
  return frame;
}
