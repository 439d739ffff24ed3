import { t } from '@talkan/words/words';
import type { ModelConfig } from '../context.js';
import { asArray, asFields, asText, parseJson } from '../chat/replies/records.js';
import { ModelFailure } from '../chat/endpoint/failure.js';
import { readText } from '../chat/endpoint/answer.js';
import { reasonUnreached } from './unreached.js';

/** A model that an endpoint says it has. */
export interface ListedModel {
  readonly id: string;
  /** What it holds at once, where the endpoint tells. */
  readonly contextTokens: number | null;
}

export type Probe =
  | { readonly kind: 'listed'; readonly models: readonly ListedModel[] }
  /** It answers, and has no list that can be read: it may do all the same. */
  | { readonly kind: 'unlisted' }
  /** Nothing can be asked there: a sentence that says what to do. */
  | { readonly kind: 'failed'; readonly problem: string };

/** What an endpoint’s list says about a model. */
export interface Known {
  /** `null`: there is no list. */
  readonly listed: boolean | null;
  readonly contextTokens: number | null;
  /** All that it has, as it calls them. */
  readonly names: readonly string[];
}

export function knownOf(probe: Exclude<Probe, { kind: 'failed' }>, name: string): Known {
  if (probe.kind === 'unlisted') return { listed: null, contextTokens: null, names: [] };
  const model = probe.models.find(({ id }) => id === name);
  const contextTokens = model?.contextTokens ?? null;
  return { listed: model !== undefined, contextTokens, names: probe.models.map(({ id }) => id) };
}

/** OpenRouter’s list is long. */
const MAX_BYTES = 8 * 1024 * 1024;
const PATIENCE_MS = 10_000;

/** Asks an endpoint which models it has: the quickest way to find out what is wrong with an address or a key. */
export async function probeEndpoint(
  config: Pick<ModelConfig, 'baseUrl' | 'apiKey'>,
  signal: AbortSignal,
): Promise<Probe> {
  const { baseUrl, apiKey } = config;
  const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(`${baseUrl}/models`, {
      headers: { accept: 'application/json', ...(apiKey !== '' && { authorization: `Bearer ${apiKey}` }) },
      // The key goes to the address that was entered, and nowhere else.
      redirect: 'manual',
      signal: within,
    });
    return await readProbe(response, config, within);
  } catch (error) {
    if (signal.aborted) throw error;
    // A list that is too long is none.
    if (error instanceof ModelFailure) return { kind: 'unlisted' };
    return failed(reasonUnreached(error, baseUrl));
  }
}

async function readProbe(
  response: Response,
  { baseUrl, apiKey }: Pick<ModelConfig, 'baseUrl' | 'apiKey'>,
  signal: AbortSignal,
): Promise<Probe> {
  const { status } = response;
  if (status === 401 || status === 403) return failed(apiKey === '' ? KEY_WANTED() : KEY_REFUSED());
  if (status >= 300 && status < 400) return failed(REDIRECTED());
  const text = await readBody(response);
  if (text.trimStart().startsWith('<')) return failed(await wrongPath(baseUrl, signal, WEB_PAGE()));
  if (status === 404) {
    const advice = await wrongPath(baseUrl, signal, null);
    return advice === null ? { kind: 'unlisted' } : failed(advice);
  }
  const models = response.ok ? modelsIn(text) : [];
  return models.length > 0 ? { kind: 'listed', models } : { kind: 'unlisted' };
}

async function readBody(response: Response): Promise<string> {
  let body = '';
  for await (const text of readText(response, MAX_BYTES, () => {})) body += text;
  return body;
}

function modelsIn(text: string): readonly ListedModel[] {
  const listed = asFields(parseJson(text));
  return asArray(listed?.['data'])
    .map(asFields)
    .filter((entry) => entry !== null)
    .map((entry) => ({
      id: asText(entry['id']),
      // OpenRouter’s, vLLM’s and llama.cpp’s words for it.
      contextTokens:
        tokensIn(entry['context_length']) ??
        tokensIn(entry['max_model_len']) ??
        tokensIn(asFields(entry['meta'])?.['n_ctx']),
    }))
    .filter(({ id }) => id !== '');
}

function tokensIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** The end that most addresses have and most people forget; looked for without the key, which was not given for it. */
async function wrongPath<Otherwise>(baseUrl: string, signal: AbortSignal, otherwise: Otherwise) {
  if (/\/v\d+$/u.test(baseUrl)) return otherwise;
  const likely = `${baseUrl}/v1`;
  const response = await fetch(`${likely}/models`, { redirect: 'manual', signal }).catch(() => null);
  await response?.body?.cancel();
  const isThere = response !== null && (response.status === 401 || isJson(response));
  return isThere ? t`There is no model at this address, but there is at ${likely}. Use that one.` : otherwise;
}

function isJson(response: Response): boolean {
  return response.ok && (response.headers.get('content-type') ?? '').includes('json');
}

function failed(problem: string): Probe {
  return { kind: 'failed', problem };
}

export const KEY_WANTED = () => t`The endpoint wants a key. Enter the one that you have from it.`;
export const KEY_REFUSED = () =>
  t`The endpoint refuses the key. Copy it once more, whole; it may also have expired, or belong to another endpoint.`;
export const REDIRECTED = () =>
  t`The endpoint sends requests on to another address. Enter that one: a key is sent to the address alone that it was given for.`;
const WEB_PAGE = () =>
  t`There is a web page at this address, and no model. The address of an endpoint mostly ends in /v1; its manual has it.`;
