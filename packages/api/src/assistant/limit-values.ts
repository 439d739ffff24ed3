import { z } from 'zod';

const MOST_TURNS = 100_000;
const MOST_TOKENS = 1_000_000_000_000;

const turns = z.int().min(0).max(MOST_TURNS);
const tokens = z.int().min(0).max(MOST_TOKENS);

/** How much the model may be asked: turns in a minute, tokens in 24 hours; by one person, and by all. 0: as much as one likes. */
export const limits = z.strictObject({
  personTurns: turns,
  allTurns: turns,
  personTokens: tokens,
  allTokens: tokens,
});
export type Limits = z.infer<typeof limits>;

/** A small team never meets them; a script that runs away does. */
export const DEFAULT_LIMITS: Limits = {
  personTurns: 20,
  allTurns: 120,
  personTokens: 1_000_000,
  allTokens: 10_000_000,
};
