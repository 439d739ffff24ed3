import type { Tried } from './use-try';

type Rung = NonNullable<Tried['rung']>;

/** How a model is asked for changes, from what works best to what works everywhere. */
export const RUNGS: Readonly<Record<Rung, string>> = {
  tools: 'by tools, the best way',
  'tools-no-reasoning': 'by tools, with its reasoning switched off',
  json_schema: 'as JSON, held to a schema',
  json_object: 'as JSON',
  json: 'as JSON in its words, the way that works everywhere',
};

/** What came of a try in a sentence. */
export function sayTried({ problem, durationMs }: Tried): string {
  return problem ?? `It works: the model did what it was asked, in ${saySeconds(durationMs)}.`;
}

/** The rest of it, line by line. */
export function factsOf({
  problem,
  rung,
  listed,
  contextTokens,
  usage,
  durationMs,
}: Tried): readonly (readonly [string, string])[] {
  return [
    ...(rung === null ? [] : [['It is asked', RUNGS[rung]] as const]),
    ...(listed === null
      ? []
      : [['Its name', listed ? 'In the endpoint’s list' : 'Not in the endpoint’s list'] as const]),
    ...(contextTokens === null ? [] : [['It holds', `${sayNumber(contextTokens)} tokens`] as const]),
    ...(rung === null || problem === null ? [] : [['Time', saySeconds(durationMs)] as const]),
    ...(usage === null ? [] : [['Tokens', sayUsage(usage)] as const]),
  ];
}

function sayUsage({ prompt, completion, cost }: NonNullable<Tried['usage']>): string {
  const tokens = `${sayNumber(prompt)} asked, ${sayNumber(completion)} answered`;
  return cost === null ? tokens : `${tokens}, US$ ${cost.toPrecision(2)}`;
}

function saySeconds(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}

export function sayNumber(value: number): string {
  return value.toLocaleString('en-GB');
}
