import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { scheduleBackups } from './backup-schedule.js';
import { loadConfig, type Config } from './config.js';
import { projectRoot } from './config-schema.js';
import { createApp } from './http/app.js';
import { createDrain } from './http/drain.js';
import { listen, serverOptions } from './http/listen.js';
import { createLog, type Log } from './log.js';
import { logStorage } from './log-storage.js';
import { openServices } from './open-services.js';
import { stopOnSignal } from './stop.js';
import { scheduleSweep } from './sweep-schedule.js';
import { welcome } from './welcome.js';

/** Starts the whole server, or says in a sentence why it cannot. */
export async function start(): Promise<void> {
  const loaded = loadConfig();
  if (!loaded.ok) {
    fail(['Talkan does not start, because its configuration has a mistake:', ...loaded.problems].join('\n  '));
    return;
  }
  const { config } = loaded;
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  try {
    await run(config, log);
  } catch (error) {
    log.debug({ error }, 'Talkan could not start.');
    fail(error instanceof Error ? error.message : String(error));
  }
}

async function run(config: Config, log: Log): Promise<void> {
  const opened = await openServices(config);
  if (!opened.ok) {
    fail(opened.message);
    return;
  }
  const { services, demoLogin } = opened;
  logStorage(services, log);
  const server = createServer(serverOptions());
  const drain = createDrain(server);
  const app = createApp({
    services,
    log,
    publicUrl: config.publicUrl,
    proxies: config.proxies,
    webRoot: path.join(projectRoot, 'apps', 'web', 'dist'),
  });
  serve(server, (req, res) => {
    drain.watch(res);
    app(req, res);
  });
  try {
    const port = await listen(server, config);
    const backups = config.backups ? scheduleBackups({ ...config, log }) : null;
    const sweep = scheduleSweep(services, log);
    stopOnSignal({ drain, services, schedules: backups === null ? [sweep] : [sweep, backups], log });
    process.stdout.write(welcome({ config, port, demoLogin }));
    log.info({ port, host: config.host }, 'Talkan is ready.');
    process.send?.('ready');
  } catch (error) {
    await services.close();
    throw error;
  }
}

function serve(server: Server, listener: Parameters<typeof createServer>[1] & {}): void {
  server.on('request', listener);
  // With this, a body that is too large is refused before it is sent; `readBody` says when to go on.
  server.on('checkContinue', listener);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
