import type { ModelConfig } from '../../context.js';
import type { ModelFailure } from './failure.js';

/**
 * How the model is asked for operations, from what works best to what works everywhere. `tools-no-reasoning` turns reasoning off
 * expressly: some endpoints refuse tools while a reasoning effort that nobody sent is in force by default.
 */
export const RUNGS = ['tools', 'tools-no-reasoning', 'json_schema', 'json_object', 'json'] as const;
export type Rung = (typeof RUNGS)[number];

/** Whether a rung asks for an answer in JSON. */
export function usesJson(rung: Rung): boolean {
  return rung !== 'tools' && rung !== 'tools-no-reasoning';
}

/** Remembers what is known of a model and its endpoint, so that only the first turn has to find out. */
export interface Ladder {
  /** The rung that a model stands on; the highest where that is not known. */
  rungFor(config: ModelConfig): Rung;
  /** The same, but `null` where it is not known (any more). */
  rungShown(config: ModelConfig): Rung | null;
  remember(config: ModelConfig, rung: Rung): void;
  /** Whether an endpoint may be asked what an answer costs. */
  mayAskUsage(config: ModelConfig): boolean;
  refusesUsage(config: ModelConfig): void;
}

/** Models and servers are updated: after this long the top is tried again. */
const MEMORY_MS = 60 * 60 * 1000;
const MAX_REMEMBERED = 100;

export function createLadder(now: () => number = Date.now): Ladder {
  const rungs = createMemory<Rung>(now);
  const silent = createMemory<true>(now);
  return {
    rungFor: (config) => rungs.get(config) ?? RUNGS[0],
    rungShown: (config) => rungs.get(config) ?? null,
    remember(config, rung) {
      // Success on a rung does not prolong its memory, or a busy server would never try the top again.
      if (rungs.get(config) !== rung) rungs.set(config, rung);
    },
    mayAskUsage: (config) => silent.get(config) === undefined,
    refusesUsage: (config) => silent.set(config, true),
  };
}

interface Memory<Known> {
  get(config: ModelConfig): Known | undefined;
  set(config: ModelConfig, known: Known): void;
}

function createMemory<Known>(now: () => number): Memory<Known> {
  const entries = new Map<string, { readonly known: Known; readonly until: number }>();
  const keyOf = ({ baseUrl, model }: ModelConfig): string => JSON.stringify([baseUrl, model]);
  return {
    get(config) {
      const entry = entries.get(keyOf(config));
      return entry && entry.until > now() ? entry.known : undefined;
    },
    set(config, known) {
      const key = keyOf(config);
      entries.delete(key);
      entries.set(key, { known, until: now() + MEMORY_MS });
      const oldest = entries.keys().next().value;
      if (entries.size > MAX_REMEMBERED && oldest !== undefined) entries.delete(oldest);
    },
  };
}

const STEPPING_STATUSES: readonly (number | undefined)[] = [400, 404, 405, 422, 500, 501, undefined];

const FORM_COMPLAINTS = ['tools', 'reasoning', 'schema'] as const;

/** The rung to try after a failure, or null where asking in another form would not help. */
export function rungBelow(rung: Rung, failure: ModelFailure): Rung | null {
  if (failure.kind !== 'unreadable' && !isAboutForm(failure)) return null;
  switch (rung) {
    case 'tools':
      return failure.facts.complaints?.has('reasoning') ? 'tools-no-reasoning' : 'json_schema';
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

function isAboutForm({ kind, facts }: ModelFailure): boolean {
  const { status, complaints } = facts;
  if (kind !== 'failed' || !STEPPING_STATUSES.includes(status)) return false;
  if (!complaints || complaints.has('length')) return false;
  return FORM_COMPLAINTS.some((complaint) => complaints.has(complaint));
}

const ladders = new WeakMap<object, Ladder>();

/** The ladder of a process, or of one test's application: it lives as long as `owner`. */
export function ladderOf(owner: { readonly clock: () => number }): Ladder {
  const ladder = ladders.get(owner) ?? createLadder(owner.clock);
  ladders.set(owner, ladder);
  return ladder;
}
