import { plural, t } from '@talkan/words/words';
import type OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { ModelConfig } from '../../context.js';
import { readAnswer, readText } from './answer.js';
import { complaintsIn } from './complaints.js';
import type { Completion, Hearing } from './completion.js';
import { ModelFailure, modelFailed, type FailureFacts } from './failure.js';
import { createIdleTimer } from './idle-timer.js';

/** Bounds of one request to the model, and who hears its answer while it comes. */
export interface Asking {
  readonly hearing?: Hearing | undefined;
  /** Ends the request: the whole turn's time is up, or the person has gone. */
  readonly signal: AbortSignal;
  /** Milliseconds without a single byte after which the endpoint counts as hanging. */
  readonly idleMs: number;
  /** Bytes of answer, reasoning and keep-alives included. */
  readonly maxBytes: number;
}

/** What is said to the model; its name and the streaming are added on the way. */
export type ModelRequest = Omit<ChatCompletionCreateParamsStreaming, 'model' | 'stream'>;

/** Who says to wait for longer than a day means nothing that could be told. */
const MOST_WAIT_S = 24 * 60 * 60;
const ERROR_BODY_BYTES = 64 * 1024;
/** Longer than any turn: the bounds above are the ones that count, the SDK's own ends with the headers. */
const SDK_TIMEOUT_MS = 60 * 60 * 1000;

/**
 * Asks the model once and reads its whole answer, streamed or not.
 * Throws a ModelFailure in every other case, in words that hold nothing of the endpoint's own.
 */
export async function requestCompletion(
  config: ModelConfig,
  request: ModelRequest,
  asking: Asking,
): Promise<Completion> {
  const idle = createIdleTimer(asking.idleMs);
  const signal = AbortSignal.any([asking.signal, idle.signal]);
  let refused: ModelFailure | undefined;
  // The SDK keeps only what it knows of an error's body; what a refusal complains about can stand anywhere in it.
  const fetchOrRefuse: typeof fetch = async (url, init) => {
    // The board goes to the address that was configured, and nowhere else.
    const response = await fetch(url, { ...init, signal, redirect: 'manual' });
    idle.touch();
    if (response.ok) return response;
    refused = await readRefusal(response, config, idle.touch);
    throw refused;
  };

  try {
    signal.throwIfAborted();
    const body = { ...request, model: config.model, stream: true as const };
    const client = await createClient(config, fetchOrRefuse);
    const response = await client.chat.completions.create(body).asResponse();
    const { maxBytes, hearing } = asking;
    return await readAnswer(response, { model: config.model, maxBytes, touch: idle.touch, hearing });
  } catch (error) {
    throw refused ?? failureOf(error, signal);
  } finally {
    idle.stop();
  }
}

async function createClient(config: ModelConfig, fetchOrRefuse: typeof fetch): Promise<OpenAI> {
  // Hundreds of files, which a server that is starting has no use for.
  const { default: Client } = await import('openai');
  return new Client({
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    // Left out, these are read from the environment, where they belong to somebody else.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    logLevel: 'off',
    fetch: fetchOrRefuse,
  });
}

function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    return reason instanceof ModelFailure ? reason : new ModelFailure('aborted', t`The request was given up.`);
  }
  if (error instanceof ModelFailure) return error;
  return modelFailed(
    t`The model’s endpoint could not be reached, or broke off. Try again; an owner of this Talkan can test it in the assistant’s settings.`,
    {
      passing: true,
    },
  );
}

async function readRefusal(response: Response, config: ModelConfig, touch: () => void): Promise<ModelFailure> {
  const facts = { status: response.status, ...retryAfterOf(response.headers), ...passingOf(response.status) };
  let body = '';
  try {
    for await (const text of readText(response, ERROR_BODY_BYTES, touch)) body += text;
  } catch {
    // The status speaks for itself; what arrived of the body is only a hint.
  }
  const complaints = complaintsIn(body, config.model);
  return modelFailed(sentenceFor(response.status, { ...facts, complaints }), { ...facts, complaints });
}

function sentenceFor(status: number, facts: FailureFacts): string {
  if (status === 401 || status === 403) {
    return t`The model’s endpoint refused the key. An owner of this Talkan should test it in the assistant’s settings.`;
  }
  if (status >= 300 && status < 400) {
    return t`The model’s endpoint sends requests elsewhere. An owner of this Talkan should enter that address in the assistant’s settings.`;
  }
  if (status === 402)
    return t`The model’s endpoint asks for payment. An owner of this Talkan should look at the account there.`;
  if (status === 404) {
    return t`The model’s endpoint does not know the model. An owner of this Talkan should look at its name and address in the assistant’s settings.`;
  }
  if (status === 429) {
    const { retryAfter } = facts;
    return retryAfter === undefined
      ? t`The model is busy; try again in a moment.`
      : plural(retryAfter, {
          one: 'The model is busy; try again in # second.',
          other: 'The model is busy; try again in # seconds.',
        });
  }
  if (facts.complaints?.has('length')) {
    return t`The board and what was said are more than the model takes at once. Ask in a new conversation, or have whoever runs this server choose a model that holds more.`;
  }
  return t`The model’s endpoint answered with an error (HTTP ${status}). Try again.`;
}

function retryAfterOf(headers: Headers): { retryAfter?: number } {
  const value = headers.get('retry-after');
  if (value === null) return {};
  const seconds = /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return seconds <= MOST_WAIT_S ? { retryAfter: Math.max(1, Math.ceil(seconds)) } : {};
}

function passingOf(status: number): { passing?: true } {
  return [429, 502, 503, 529].includes(status) ? { passing: true } : {};
}
