import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '@talkan/api/context';
import { askDatabase } from '../database.js';
import { discard } from './body.js';
import type { Facts } from './facts.js';
import { sendJson } from './problem.js';

interface HealthRequest {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly facts: Facts;
  readonly services: Services;
}

/**
 * `/healthz`: the process lives. `/readyz`: the database answers, and takes what is written. Whether it answered.
 * These two are open under any host name: probes come by address, and there is nothing to learn here.
 */
export function answerHealth({ req, res, facts, services }: HealthRequest): boolean {
  if (facts.path !== '/healthz' && facts.path !== '/readyz') return false;
  void discard(req, res);
  if (facts.method !== 'GET' && facts.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    sendJson(res, 405, { status: 'This address can only be read.' });
  } else if (facts.path === '/healthz') sendJson(res, 200, { status: 'ok' });
  else void answerReady(res, services);
  return true;
}

async function answerReady(res: ServerResponse, services: Services): Promise<void> {
  try {
    await askDatabase(services);
    const { status, since, message } = services.storage.state();
    // Who starts while the file is being checked serves: only writes wait for that.
    if (message === null) sendJson(res, 200, { status: 'ok' });
    else sendJson(res, 503, { status, since, message });
  } catch {
    sendJson(res, 503, { status: 'The database does not answer.' });
  }
}
