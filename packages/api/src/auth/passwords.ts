import { hash, verify } from '@node-rs/argon2';

// OWASP's recommendation for argon2id, which is what the module hashes with: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_LENGTH = { least: 8, most: 200 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

// Made once, at the first sign-in: the hash of a password that nobody has.
let nobody: Promise<string> | undefined;

/** Whether it is the password. Costs the same for a user that does not exist (`null`), so that time tells no user names. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const fallback = await (nobody ??= hashPassword(crypto.randomUUID()));
  const right = await verify(passwordHash ?? fallback, password);
  return right && passwordHash !== null;
}
