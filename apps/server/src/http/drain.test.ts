import { createServer, get, Agent, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createDrain, DRAIN_TIMES, type Drain } from './drain.js';
import { listen } from './listen.js';

interface Answer {
  readonly status: number | undefined;
  readonly connection: string | undefined;
}

async function startServer(delayMs: number): Promise<{ server: Server; drain: Drain; port: number }> {
  const server = createServer((_req, res) => {
    drain.watch(res);
    setTimeout(() => res.end('done'), delayMs);
  });
  const drain = createDrain(server);
  return { server, drain, port: await listen(server, { host: '127.0.0.1', port: 0 }) };
}

function ask(port: number, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection }));
    }).on('error', reject);
  });
}

it('an end answers what was asked, closes each connection with its answer, and waits for nobody longer', async () => {
  const { drain, port } = await startServer(200);
  const agent = new Agent({ keepAlive: true });
  const asked = ask(port, agent);
  await wait(50);
  // Whoever waits for one of these times comes too late for this test.
  const finished = drain.finish({ idleMs: 60_000, allMs: 60_000 });
  expect(await asked).toEqual({ status: 200, connection: 'close' });
  await finished;
  await expect(ask(port, new Agent())).rejects.toThrow('ECONNREFUSED');
});

it('an idle connection is still served during an end, and then closed', async () => {
  const { drain, port } = await startServer(1);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await ask(port, agent)).connection).toBe('keep-alive');
  const finished = drain.finish({ idleMs: 500, allMs: 800 });
  await wait(100);
  expect(await ask(port, agent)).toEqual({ status: 200, connection: 'close' });
  await finished;
});

it('idle connections are closed after a while, and busy ones in the end', async () => {
  const { drain, port } = await startServer(60_000);
  const agent = new Agent({ keepAlive: true });
  const asked = ask(port, agent).catch((error: unknown) => String(error));
  await wait(50);
  await drain.finish({ idleMs: 50, allMs: 150 });
  expect(await asked).toContain('socket hang up');
});

it('an end takes less than 5 s in all', () => {
  expect(DRAIN_TIMES.idleMs).toBeLessThan(DRAIN_TIMES.allMs);
  // What is left of the five is for closing the database, on a busy machine.
  expect(DRAIN_TIMES.allMs).toBeLessThanOrEqual(4500);
});
