import { asFields } from './records.js';

/** What an endpoint tells of an answer's price. */
export interface Usage {
  /** Tokens of what was said to the model. */
  readonly prompt: number;
  /** Tokens of what it answered, its reasoning included. */
  readonly completion: number;
  /** In US dollars, where told. */
  readonly cost: number | null;
}

/** The figures of one answer; null where there are none that can be meant. */
export function readUsage(raw: unknown): Usage | null {
  const fields = asFields(raw);
  const prompt = amountOf(fields?.['prompt_tokens']);
  const completion = amountOf(fields?.['completion_tokens']);
  if (prompt === null && completion === null) return null;
  return { prompt: prompt ?? 0, completion: completion ?? 0, cost: amountOf(fields?.['cost']) };
}

/** The sum of several answers; null where none of them told anything. */
export function addUsage(one: Usage | null, other: Usage | null): Usage | null {
  if (one === null || other === null) return one ?? other;
  const cost = one.cost === null && other.cost === null ? null : (one.cost ?? 0) + (other.cost ?? 0);
  return { prompt: one.prompt + other.prompt, completion: one.completion + other.completion, cost };
}

function amountOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
