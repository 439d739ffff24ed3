// The load generator: connections that each send the next request as soon as the answer to the one before has come.
import { connect, type Socket } from 'node:net';
import { createHistogram } from './histogram.ts';
import { refusalOf, type Job, type Loaded, type Reply } from './job.ts';
import { FRESH } from './request.ts';
import { createResponseReader } from './response-reader.ts';

/** How long an answer is waited for when the time is over. */
const PATIENCE_MS = 10_000;
/** Bytes read at once, by all connections into the same place: what they say is not kept. */
const room = Buffer.allocUnsafe(256 * 1024);

let fresh = Date.now() * 1_000;

/** Each request's bytes anew: with a number of its own where it wants one. */
function sequenceOf(requests: readonly Uint8Array[]): () => Buffer {
  const all = requests.map((bytes) => Buffer.from(bytes));
  const marks = all.map((bytes) => bytes.indexOf(FRESH));
  let turn = -1;
  return () => {
    turn = turn + 1 === all.length ? 0 : turn + 1;
    const bytes = all[turn] ?? room;
    const mark = marks[turn] ?? -1;
    if (mark < 0) return bytes;
    const copy = Buffer.from(bytes);
    fresh += 1;
    copy.write(String(fresh).padStart(FRESH.length, '0'), mark, 'latin1');
    return copy;
  };
}

function run(job: Job): Promise<Loaded> {
  const next = sequenceOf(job.requests);
  const histogram = createHistogram();
  const others: Record<string, number> = {};
  const begin = performance.now();
  const end = begin + job.seconds * 1_000;
  let [late, errors, waiting] = [0, 0, job.connections];
  const sockets: Socket[] = [];
  const { promise, resolve } = Promise.withResolvers<Loaded>();

  function finish(): void {
    clearTimeout(giveUp);
    for (const socket of sockets) socket.destroy();
    const count = histogram.count();
    const [p50, p99] = [histogram.quantile(0.5), histogram.quantile(0.99)];
    resolve({ rate: count / job.seconds, count, late, others, errors, p50, p99, max: histogram.max() });
  }
  const rest = () => {
    waiting -= 1;
    if (waiting === 0) finish();
  };
  const giveUp = setTimeout(
    () => {
      errors += waiting;
      finish();
    },
    job.seconds * 1_000 + PATIENCE_MS,
  );

  function open(): void {
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      socket.write(next());
    };
    const reader = createResponseReader((status) => {
      const now = performance.now();
      if (status !== job.expected) others[status] = (others[status] ?? 0) + 1;
      else if (now > end) late += 1;
      else histogram.record((now - sentAt) * 1_000);
      if (now > end) rest();
      else send();
    });
    const read = (length: number) => {
      try {
        reader.read(room.subarray(0, length));
      } catch (error) {
        socket.destroy(error instanceof Error ? error : undefined);
      }
      return true;
    };
    const onread = { buffer: room, callback: read };
    const socket = connect({ host: job.address, port: job.port, noDelay: true, onread }, send);
    sockets.push(socket);
    socket.once('close', () => {
      if (waiting === 0) return;
      errors += 1;
      if (performance.now() > end) rest();
      // One that refuses at once must not be asked a thousand times a second.
      else setTimeout(open, 20);
    });
    socket.on('error', () => {});
  }
  for (let opened = 0; opened < job.connections; opened += 1) open();
  return promise;
}

process.on('message', (message) => {
  const job = message as Job;
  const refused = refusalOf(job);
  const reply = (reply: Reply) => process.send?.(reply);
  if (refused !== null) reply({ refused });
  else void run(job).then((loaded) => reply({ loaded }));
});
process.on('disconnect', () => process.exit());
