import type { Services } from '@talkan/api/context';

/** Resolves once the database has answered. */
export async function askDatabase(services: Services): Promise<void> {
  await services.db.read.selectFrom('users').select('id').limit(1).execute();
}

export async function hasUsers(services: Services): Promise<boolean> {
  const row = await services.db.read.selectFrom('users').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}
