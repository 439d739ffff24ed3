import { t } from '@talkan/words/words';
import type { ModelConfig, Services } from '../context.js';
import { isSameEndpoint } from './endpoint.js';
import { readSettings, type SavedModel, type Settings } from './settings.js';

/** Servers on one's own machine ask for none, but the client wants something to send. */
const NO_KEY = 'none';

/** Which model the assistant asks, and where that was said. */
export interface ModelChoice {
  readonly from: 'page' | 'environment' | 'nowhere';
  /** Where its key is from. */
  readonly key: SavedModel['key'];
  /** `null`: there is none, or none that can be asked. */
  readonly config: ModelConfig | null;
  /** Why it cannot be asked although one was chosen: a sentence for whoever set it up. */
  readonly problem: string | null;
}

export const KEY_LOST = () =>
  t`The model’s key cannot be read any more: the secret that it was encrypted with is another one, or gone. An owner of this Talkan should enter the key again in the assistant’s settings.`;
const KEY_GONE = () =>
  t`The model was to be asked with the key of the environment, which has none for this endpoint any more. An owner of this Talkan should enter a key in the assistant’s settings.`;

/** The only way to know which model to ask; asked anew for each turn. `null`: the command language answers alone. */
export async function readModel(services: Services): Promise<ModelConfig | null> {
  return (await chooseModel(services, await readSettings(services))).config;
}

/** What was saved on the page wins over the environment. */
export async function chooseModel(services: Services, settings: Settings): Promise<ModelChoice> {
  const { model: given } = services;
  const { model: chosen } = settings;
  if (chosen) return chooseSaved(services, chosen, settings.sealedKey);
  if (!given) return { from: 'nowhere', key: 'none', config: null, problem: null };
  return {
    from: 'environment',
    key: given.apiKey === '' ? 'none' : 'environment',
    config: askable(given),
    problem: null,
  };
}

async function chooseSaved(services: Services, chosen: SavedModel, sealedKey: string | null): Promise<ModelChoice> {
  const { key } = chosen;
  const choice = { from: 'page', key } as const;
  const apiKey = await keyFor(services, chosen, sealedKey);
  if (apiKey === null) return { ...choice, config: null, problem: key === 'page' ? KEY_LOST() : KEY_GONE() };
  // How long it is waited for is not a matter of the model.
  const { patience } = services.model ?? {};
  const config = { ...configOf(chosen, apiKey), ...(patience && { patience }) };
  return { ...choice, config: askable(config), problem: null };
}

export function configOf({ baseUrl, model, contextTokens }: SavedModel, apiKey: string): ModelConfig {
  return { baseUrl, model, apiKey, ...(contextTokens !== null && { contextTokens }) };
}

/** A key is for the endpoint that it was given for, and never sent to another one. */
export async function keyFor(
  { vault, model: given }: Services,
  { baseUrl, key }: SavedModel,
  sealedKey: string | null,
): Promise<string | null> {
  switch (key) {
    case 'none':
      return '';
    case 'page':
      return sealedKey === null ? null : vault.open(sealedKey, aboutKeyOf(baseUrl));
    case 'environment':
      return given && given.apiKey !== '' && isSameEndpoint(given.baseUrl, baseUrl) ? given.apiKey : null;
  }
}

/** What a sealed key is bound to: whoever changes the endpoint in the database cannot have it sent there. */
export function aboutKeyOf(baseUrl: string): string {
  return `the key for ${baseUrl}`;
}

/** With something for the client to send where no key is needed. */
export function askable(config: ModelConfig): ModelConfig {
  return config.apiKey === '' ? { ...config, apiKey: NO_KEY } : config;
}
