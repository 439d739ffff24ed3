import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { z } from 'zod';
import type { Services } from '../context.js';
import { RefusalError } from '../refusal-error.js';
import { endpointUrl, isSameEndpoint } from './endpoint.js';
import { aboutKeyOf } from './model.js';
import { contextTokens, modelName, type SavedModel, type Settings } from './settings.js';

/** A model as somebody has put it together on the page, to be saved or tried. */
export const wantedModel = z.strictObject({
  baseUrl: endpointUrl,
  model: modelName,
  /** `null`: not known, so that it is asked with as little as the smallest can hold. */
  contextTokens: contextTokens.nullable(),
  key: z.discriminatedUnion('kind', [
    /** The one that is known for this endpoint. */
    z.strictObject({ kind: z.literal('keep') }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('new'),
      value: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .regex(/^[\x21-\x7e]*$/u, 'Must be letters, digits and signs alone, without spaces'),
    }),
  ]),
});
type WantedModel = z.infer<typeof wantedModel>;

/** What is kept of a model. */
export interface KeepableModel {
  readonly chosen: SavedModel;
  readonly sealedKey: string | null;
}

/**
 * The model with its key: a new one is sealed, and one that is known is kept for the endpoint alone that it was given for.
 * @throws RefusalError
 */
export async function keepable(services: Services, settings: Settings, wanted: WantedModel): Promise<KeepableModel> {
  const { key, ...rest } = wanted;
  switch (key.kind) {
    case 'none':
      return { chosen: { ...rest, key: 'none' }, sealedKey: null };
    case 'new':
      return {
        chosen: { ...rest, key: 'page' },
        sealedKey: await services.vault.seal(key.value, aboutKeyOf(rest.baseUrl)),
      };
    case 'keep': {
      const known = knownKey(services, settings, rest.baseUrl);
      if (!known) throw new RefusalError(refuse('invalid', OTHER_ENDPOINT()));
      return { chosen: { ...rest, key: known.key }, sealedKey: known.sealedKey };
    }
  }
}

const OTHER_ENDPOINT = () =>
  t`The key that is known was given for another endpoint, and is not sent to this one. Enter the key for this endpoint, or say that it needs none.`;

function knownKey(
  { model: given }: Services,
  { model: saved, sealedKey }: Settings,
  baseUrl: string,
): (Pick<KeepableModel, 'sealedKey'> & Pick<SavedModel, 'key'>) | null {
  if (saved && saved.baseUrl === baseUrl) return { key: saved.key, sealedKey };
  if (!given || !isSameEndpoint(given.baseUrl, baseUrl)) return null;
  return { key: given.apiKey === '' ? 'none' : 'environment', sealedKey: null };
}
