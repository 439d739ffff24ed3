import { asFields } from '../replies/records.js';

/** What an endpoint tells of an answer's price. */
export interface Usage {
  /** Tokens of what was said to the model. */
  readonly prompt: number;
  /** Tokens of what it answered, its reasoning included. */
  readonly completion: number;
  /** In US dollars, where told. */
  readonly cost: number | null;
}

/** No answer takes more; an endpoint may tell anything. */
const MOST_TOKENS = 2_000_000;
const MOST_DOLLARS = 1_000_000;

/** The figures of one answer; null where there are none that can be meant. */
export function readUsage(raw: unknown): Usage | null {
  const fields = asFields(raw);
  const prompt = tokensOf(fields?.['prompt_tokens']);
  const completion = tokensOf(fields?.['completion_tokens']);
  if (prompt === null && completion === null) return null;
  return { prompt: prompt ?? 0, completion: completion ?? 0, cost: amountOf(fields?.['cost'], MOST_DOLLARS) };
}

/** The sum of several answers; null where none of them told anything. */
export function addUsage(one: Usage | null, other: Usage | null): Usage | null {
  if (one === null || other === null) return one ?? other;
  const cost = one.cost === null && other.cost === null ? null : (one.cost ?? 0) + (other.cost ?? 0);
  return { prompt: one.prompt + other.prompt, completion: one.completion + other.completion, cost };
}

/** They are kept as whole numbers. */
function tokensOf(value: unknown): number | null {
  const tokens = amountOf(value, MOST_TOKENS);
  return tokens === null ? null : Math.round(tokens);
}

function amountOf(value: unknown, most: number): number | null {
  return typeof value === 'number' && value >= 0 && value <= most ? value : null;
}
