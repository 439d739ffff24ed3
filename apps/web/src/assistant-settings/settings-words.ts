import { t } from '@talkan/words/words';
import { sayWhen } from '../ui/when';
import { hostOf, isLoopback, isOpenToReaders, isSameEndpoint } from './endpoints';
import { RUNGS } from './try-words';
import type { AssistantSettings, WantedModel } from './use-settings';

/** Where the model that is asked was chosen, and how it is asked where that is known. */
export function sayFrom(settings: AssistantSettings, now = new Date()): string {
  const { rung } = settings.model;
  return rung === null ? sayPlace(settings, now) : `${sayPlace(settings, now)} ${t`It is asked ${RUNGS[rung]}.`}`;
}

function sayPlace({ model, saved, environment }: AssistantSettings, now: Date): string {
  if (model.from === 'nowhere')
    return t`No model is chosen yet: the assistant understands plain commands and questions.`;
  if (model.from === 'environment')
    return t`The server’s environment names this model. What you save here wins over it.`;
  const by = saved ? t`Saved here, last by ${saved.by}, ${sayWhen(saved.at, now)}.` : t`Saved here.`;
  return environment ? `${by} ${t`It wins over the server’s environment, which names ${sayModel(environment)}.`}` : by;
}

export function sayModel({ baseUrl, model }: { readonly baseUrl: string; readonly model: string }): string {
  return t`${model} at ${hostOf(baseUrl) ?? baseUrl}`;
}

interface KeyEntry {
  readonly baseUrl: string;
  /** What stands in the field. */
  readonly typed: string;
  /** Whether the known key is not to be used any more. */
  readonly drops: boolean;
}

interface KeyPlan {
  readonly key: WantedModel['key'];
  readonly hint: string;
  /** Whether there is a known key that can be dropped. */
  readonly mayDrop: boolean;
}

/** Which key goes with the model, and what is said of it. One that is known is kept for the endpoint alone that it was given for. */
export function planKey({ baseUrl, typed, drops }: KeyEntry, { model }: AssistantSettings): KeyPlan {
  const { from, end } = model.key;
  const isKnown = from !== 'none';
  const isSame = model.baseUrl !== null && isSameEndpoint(model.baseUrl, baseUrl);
  const mayDrop = isKnown && isSame && !drops && typed.trim() === '';
  if (typed.trim() !== '') return { key: { kind: 'new', value: typed.trim() }, hint: NEW_KEY, mayDrop };
  if (isKnown && isSame && !drops) {
    return {
      key: { kind: 'keep' },
      hint: sayKept(from, end),
      mayDrop,
    };
  }
  const without = isLoopback(baseUrl) ? t`Most local servers need none: leave it empty.` : t`Left empty, none is sent.`;
  const other = t`The key that is known was given for another endpoint, and is not sent to this one.`;
  return { key: { kind: 'none' }, hint: isKnown && !isSame ? `${other} ${without}` : without, mayDrop };
}

function sayKept(from: AssistantSettings['model']['key']['from'], end: string | null): string {
  if (from === 'environment')
    return end === null
      ? t`The key of the server’s environment stays. Type to replace it.`
      : t`The key of the server’s environment, ending in ${end}, stays. Type to replace it.`;
  return end === null
    ? t`The key that is saved stays. Type to replace it.`
    : t`The key that is saved, ending in ${end}, stays. Type to replace it.`;
}

const NEW_KEY = t`It is kept encrypted, and never shown again.`;

export function sayAddress(baseUrl: string): string {
  return isOpenToReaders(baseUrl)
    ? t`Over http the key and the board’s words can be read on their way. Use https where you can.`
    : t`Any endpoint that speaks OpenAI’s chat completions, up to its /v1.`;
}

export const LEAST_TOKENS = 4096;
const MOST_TOKENS = 10_000_000;

interface ModelTexts {
  readonly baseUrl: string;
  readonly model: string;
  readonly contextTokens: string;
}

/** What is wrong with each field, if anything. */
export function modelProblems({ baseUrl, model, contextTokens }: ModelTexts): {
  [Field in keyof ModelTexts]: string | null;
} {
  const tokens = readNumber(contextTokens);
  const isWindow = contextTokens.trim() === '' || (tokens !== null && tokens >= LEAST_TOKENS && tokens <= MOST_TOKENS);
  return {
    baseUrl: hostOf(baseUrl) === null ? t`Enter an address that begins with http:// or https://.` : null,
    model: model.trim() === '' ? t`Enter the model’s name, as the endpoint has it.` : null,
    contextTokens: isWindow ? null : t`Enter a whole number from ${LEAST_TOKENS}, or nothing.`,
  };
}

/** A whole number as people type it: `131072`, `131,072`, `131 072`. `null`: it is none. */
export function readNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s,.'’_]/gu, '');
  return /^\d{1,12}$/u.test(digits) ? Number(digits) : null;
}
