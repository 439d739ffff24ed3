import { parseArgs } from 'node:util';
import { CATEGORIES } from './expect.ts';

export interface Options {
  /** Null: the typed command language, without a server. */
  readonly model: {
    readonly baseUrl: string;
    readonly name: string;
    readonly key: string;
    /** How much it holds at once; null: as little as Talkan takes for granted. */
    readonly contextTokens: number | null;
  } | null;
  readonly trials: number;
  /** Categories; none: all. */
  readonly only: readonly string[];
  /** A part of the cases’ names; empty: all. */
  readonly match: string;
  /** Where every trial is written as JSON, or null. */
  readonly out: string | null;
}

export const USAGE = `npm run bench:assistant -- [options]

  --offline               the typed command language, with no model
  --base-url URL          a model behind any endpoint that speaks OpenAI’s chat completions; its key stands in AI_API_KEY
  --model NAME            the model’s name there
  --context TOKENS        how much the model holds at once; left out: 4096
  --trials 4              how often each case is tried
  --only NAME,NAME        ${CATEGORIES.join(', ')}
  --match TEXT            only cases whose name has this in it
  --out FILE              every trial as JSON
`;

/**
 * Null where help is asked for.
 * @throws an Error with a sentence where an option is not understood
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      offline: { type: 'boolean', default: false },
      'base-url': { type: 'string' },
      model: { type: 'string' },
      context: { type: 'string' },
      trials: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      match: { type: 'string', default: '' },
      out: { type: 'string' },
    },
  });
  if (values.help) return null;
  const { offline, model, 'base-url': baseUrl, match, out } = values;
  if (offline && (model !== undefined || baseUrl !== undefined)) {
    throw new Error('--offline asks no model: leave it out, or --base-url and --model.');
  }
  if (!offline && (model === undefined || baseUrl === undefined)) {
    throw new Error('Say --offline, or name a model with --base-url and --model.');
  }
  const trials = Number(values.trials);
  if (!Number.isInteger(trials) || trials < 1) {
    throw new Error(`--trials takes a whole number above 0, not “${values.trials}”.`);
  }
  const contextTokens = values.context === undefined ? null : Number(values.context);
  if (contextTokens !== null && !(Number.isInteger(contextTokens) && contextTokens >= 4096)) {
    throw new Error(`--context takes a whole number from 4096, not “${values.context}”.`);
  }
  const only = values.only.split(',').filter(Boolean);
  const unknown = only.find((name) => !CATEGORIES.some((category) => category === name));
  if (unknown !== undefined) throw new Error(`There is no category “${unknown}”; there are ${CATEGORIES.join(', ')}.`);
  // Set where the endpoint wants none, too: else a key that stands in .env would go there.
  const key = env['AI_API_KEY'] || 'none';
  return {
    model: model === undefined || baseUrl === undefined ? null : { baseUrl, name: model, key, contextTokens },
    trials,
    only,
    match,
    out: out ?? null,
  };
}
