// Clients that watch a board while its server is reloaded: each change must reach each of them once, in order.
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Watched {
  readonly port: number;
  readonly token: string;
  readonly boardId: string;
  readonly signal: AbortSignal;
}

export interface Watcher {
  /** The numbers of the changes, as they arrived. */
  readonly seqs: number[];
  /** How often it had to connect. */
  readonly connections: () => number;
  readonly done: Promise<void>;
}

/** Watches from `after` on as a browser does: connects anew after each end, and names the last change that it has seen. */
export function watchBoard(watched: Watched, after: number): Watcher {
  const seqs: number[] = [];
  let connections = 0;
  const follow = async () => {
    while (!watched.signal.aborted) {
      connections += 1;
      await readStream(watched, seqs.at(-1) ?? after, seqs);
      await wait(300 + Math.random() * 500);
    }
  };
  return { seqs, connections: () => connections, done: follow() };
}

function readStream({ port, token, boardId, signal }: Watched, after: number, seqs: number[]): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ boardId, lastEventId: String(after) }));
  const headers = { authorization: `Bearer ${token}` };
  return new Promise((resolve) => {
    const read = (answer: IncomingMessage) => {
      let rest = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        const events = (rest + part).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const id = /^id: (\d+)$/m.exec(event)?.[1];
          if (id !== undefined) seqs.push(Number(id));
        }
      });
      answer.on('error', () => {});
    };
    const sent = get(
      { host: '127.0.0.1', port, path: `/trpc/boards.watch?input=${input}`, agent: false, headers, signal },
      read,
    );
    // A lost connection is what this is about; what must not be lost is a change.
    sent.on('error', () => {});
    sent.on('close', resolve);
  });
}

/** What is wrong with what they saw, up to `last`; nothing: all is well. */
export function faultsOf(watchers: readonly Watcher[], after: number, last: number): string[] {
  return watchers.flatMap(({ seqs }, number) => {
    const wrong = seqs.find((seq, index) => seq !== after + 1 + index);
    if (wrong !== undefined) return [`Watcher ${number}: change ${wrong} came twice, out of order or after a gap.`];
    const reached = seqs.at(-1) ?? after;
    return reached < last ? [`Watcher ${number}: got as far as ${reached} of ${last}.`] : [];
  });
}
