import type { ModelConfig } from '../context.js';
import type { ModelFailure } from './failure.js';

/**
 * How the model is asked for operations, from what works best to what works everywhere. `tools-no-reasoning` turns reasoning off
 * expressly: some endpoints refuse tools while a reasoning effort that nobody sent is in force by default.
 */
export const RUNGS = ['tools', 'tools-no-reasoning', 'json_schema', 'json_object', 'json'] as const;
export type Rung = (typeof RUNGS)[number];

/** Remembers which rung a model stands on, so that only its first turn climbs down. */
export interface Ladder {
  rungFor(config: ModelConfig): Rung;
  remember(config: ModelConfig, rung: Rung): void;
}

/** Models and servers are updated: after this long the top is tried again. */
const MEMORY_MS = 60 * 60 * 1000;
const MAX_REMEMBERED = 100;

export function createLadder(now: () => number = Date.now): Ladder {
  const known = new Map<string, { rung: Rung; until: number }>();
  const keyOf = (config: ModelConfig): string => JSON.stringify([config.baseUrl, config.model]);
  return {
    rungFor(config) {
      const entry = known.get(keyOf(config));
      return entry && entry.until > now() ? entry.rung : RUNGS[0];
    },
    remember(config, rung) {
      const key = keyOf(config);
      const entry = known.get(key);
      // Success on a rung does not prolong its memory, or a busy server would never try the top again.
      if (entry && entry.until > now() && entry.rung === rung) return;
      known.delete(key);
      known.set(key, { rung, until: now() + MEMORY_MS });
      const oldest = known.keys().next().value;
      if (known.size > MAX_REMEMBERED && oldest !== undefined) known.delete(oldest);
    },
  };
}

const STEPPING_STATUSES: readonly (number | undefined)[] = [400, 404, 405, 422, 500, 501, undefined];

/** The rung to try after a failure, or null where asking in another form would not help. */
export function rungBelow(rung: Rung, failure: ModelFailure): Rung | null {
  const { status, complaints } = failure.facts;
  if (failure.kind !== 'failed' || !STEPPING_STATUSES.includes(status)) return null;
  if (!complaints || complaints.size === 0 || complaints.has('length')) return null;
  switch (rung) {
    case 'tools':
      return complaints.has('reasoning') ? 'tools-no-reasoning' : 'json_schema';
    case 'tools-no-reasoning':
      return 'json_schema';
    case 'json_schema':
      return 'json_object';
    case 'json_object':
      return 'json';
    case 'json':
      return null;
  }
}

const ladders = new WeakMap<object, Ladder>();

/** The ladder of a process, or of one test's application: it lives as long as `owner`. */
export function ladderOf(owner: { readonly clock: () => number }): Ladder {
  const ladder = ladders.get(owner) ?? createLadder(owner.clock);
  ladders.set(owner, ladder);
  return ladder;
}
