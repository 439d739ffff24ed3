import type { RouterOutputs } from '../trpc';

/** Who is signed in, as `auth.me` says it. */
export type Session = RouterOutputs['auth']['me'];
