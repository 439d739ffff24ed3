import { formatNumber, plural, t } from '@talkan/words/words';
import type { Tried } from './use-try';

type Rung = NonNullable<Tried['rung']>;

/** How a model is asked for changes, from what works best to what works everywhere. */
export const RUNGS: Readonly<Record<Rung, string>> = {
  tools: t`by tools, the best way`,
  'tools-no-reasoning': t`by tools, with its reasoning switched off`,
  json_schema: t`as JSON, held to a schema`,
  json_object: t`as JSON`,
  json: t`as JSON in its words, the way that works everywhere`,
};

/** What came of a try in a sentence. */
export function sayTried({ problem, durationMs }: Tried): string {
  return problem ?? t`It works: the model did what it was asked, in ${saySeconds(durationMs)}.`;
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
    ...(rung === null ? [] : [[t`It is asked`, RUNGS[rung]] as const]),
    ...(listed === null
      ? []
      : [[t`Its name`, listed ? t`In the endpoint’s list` : t`Not in the endpoint’s list`] as const]),
    ...(contextTokens === null
      ? []
      : [[t`It holds`, plural(contextTokens, { one: '# token', other: '# tokens' })] as const]),
    ...(rung === null || problem === null ? [] : [[t`Time`, saySeconds(durationMs)] as const]),
    ...(usage === null ? [] : [[t`Tokens`, sayUsage(usage)] as const]),
  ];
}

function sayUsage({ prompt, completion, cost }: NonNullable<Tried['usage']>): string {
  const tokens = t`${sayNumber(prompt)} asked, ${sayNumber(completion)} answered`;
  return cost === null ? tokens : t`${tokens}, US$ ${cost.toPrecision(2)}`;
}

function saySeconds(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}

export function sayNumber(value: number): string {
  return formatNumber(value);
}
