import { plural, t } from '@talkan/words/words';
import type { ChatTurn, Rung } from './contract';
import type { Way } from './live-turn';

const RUNGS: Record<Rung, string> = {
  tools: t`with tools`,
  'tools-no-reasoning': t`with tools, without reasoning`,
  json_schema: t`as JSON by a schema`,
  json_object: t`as JSON`,
  json: t`as JSON in its words`,
};

/** What an answer took, as far as it is known: who gave it, in which form, and what of. */
export function footWords({ model, rung, tokens, cost, durationMs }: ChatTurn): string[] {
  if (model === null) return [t`Answered without a model`];
  const spent = tokens && tokens.prompt + tokens.completion;
  return [
    model,
    ...(rung === null || rung === 'commands' ? [] : [RUNGS[rung]]),
    ...(spent === null ? [] : [plural(spent, { one: '# token', other: '# tokens' })]),
    ...(cost === null ? [] : [sayCost(cost)]),
    ...(durationMs === null ? [] : [`${(durationMs / 1000).toFixed(1)} s`]),
  ];
}

/** That a model was asked in more than one form; `null`: it was not. */
export function wayWords(ways: readonly Way[]): string | null {
  if (ways.length < 2) return null;
  return t`Asked again in another form: ${ways.map(({ rung }) => RUNGS[rung]).join(t`, then `)}.`;
}

function sayCost(dollars: number): string {
  if (dollars === 0) return t`free`;
  return dollars < 0.0001 ? t`less than $0.0001` : `$${dollars.toFixed(dollars < 0.1 ? 4 : 2)}`;
}
