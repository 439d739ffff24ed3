import { isDemoLoginValid } from '@talkan/api/auth/users';
import { createServices, type Services } from '@talkan/api/context';
import { isReachable, type Config } from './config.js';
import { hasUsers } from './database.js';

export type OpenResult =
  | { readonly ok: true; readonly services: Services; readonly demoLogin: boolean }
  | { readonly ok: false; readonly message: string };

const DEMO_LOGIN_IN_REACH =
  'Talkan does not start: others can reach it (HOST or PUBLIC_URL says so), and anybody who has read the documentation could sign in as “user” with ' +
  '“password”. Start it once without HOST and PUBLIC_URL, sign in on this machine and change the password; then start it again as now. ' +
  'To let everybody in on purpose, set ALLOW_DEMO_LOGIN=1.';
const NOBODY_YET =
  'Talkan does not start: others can reach it (HOST or PUBLIC_URL says so), and nobody has been named who may sign in. ' +
  'Set TALKAN_USER and TALKAN_PASSWORD for the first start; they make the first user. ' +
  'To let everybody in as “user” with “password” on purpose, set ALLOW_DEMO_LOGIN=1.';

/** Opens the database, unless strangers could then sign in with the password of the documentation. */
export async function openServices(config: Config): Promise<OpenResult> {
  const guarded = isReachable(config) && !config.allowDemoLogin;
  const services = await createServices({
    databaseUrl: `file:${config.databaseFile}`,
    backups: config.backups ? { folder: config.backupFolder } : null,
    fileLimits: config.fileLimits,
    model: config.model,
    ...(config.secret !== null && { secret: config.secret }),
    // The demo user must not be written into a database that is then refused: TALKAN_USER would come too late for it.
    ...(config.firstUser === null ? (guarded ? { firstUser: null } : {}) : { firstUser: config.firstUser }),
  });
  const demoLogin = await isDemoLoginValid(services);
  const message = guarded ? await reasonToRefuse(services, demoLogin) : null;
  if (message === null) return { ok: true, services, demoLogin };
  await services.close();
  return { ok: false, message };
}

async function reasonToRefuse(services: Services, demoLogin: boolean): Promise<string | null> {
  if (demoLogin) return DEMO_LOGIN_IN_REACH;
  return (await hasUsers(services)) ? null : NOBODY_YET;
}
