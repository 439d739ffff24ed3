import { plural, t } from '@talkan/words/words';
import { cutText } from '../chat/telling/cut-text.js';
import type { ModelFailure } from '../chat/endpoint/failure.js';
import { createSimilarity } from '../chat/staging/similarity.js';
import type { ModelConfig } from '../context.js';
import { KEY_REFUSED, KEY_WANTED, REDIRECTED, type Known } from './probe.js';

export const OUT_OF_TIME = () =>
  t`The model did not answer within 60 seconds. One that is only being loaded takes its time: try again in a minute. Else choose a smaller one.`;
export const NOT_DONE = () =>
  t`The model answers, but it did not do what it was asked: to move one card of a toy board. It may be too small for changes, and good for questions all the same.`;
const NOT_UNDERSTOOD = () =>
  t`The model answers, but in no form that is understood here. Choose another one; those that can call functions do best.`;
const TOO_LONG = () =>
  t`The model holds fewer tokens than its context window says here. Enter a smaller window, or have its server give it a larger one.`;

const NAMES = 5;
const LONGEST_NAME = 80;

/** What a failure means for whoever sets the model up. */
export function adviceFor({ kind, facts }: ModelFailure, { apiKey, model }: ModelConfig, known: Known): string {
  const { status, complaints, retryAfter } = facts;
  if (kind === 'timeout') return OUT_OF_TIME();
  if (kind === 'unreadable') return NOT_UNDERSTOOD();
  if (status === 401 || status === 403) return apiKey === '' ? KEY_WANTED() : KEY_REFUSED();
  if (status === 402) return t`The endpoint asks for payment. Look at the account that the key belongs to.`;
  if (status === 429) {
    const busy = t`The endpoint lets nobody in just now: it is busy, or the account has used what it may.`;
    return `${busy} ${retryAfter === undefined ? t`Try again in a moment.` : tryAgainIn(retryAfter)}`;
  }
  if (status !== undefined && status >= 300 && status < 400) return REDIRECTED();
  if (complaints?.has('length')) return TOO_LONG();
  if (status === 404 || known.listed === false) return adviceOnName(model, known.names);
  if (status !== undefined)
    return t`The endpoint answers with an error (HTTP ${status}). Its log, or its manual, says why.`;
  return t`The endpoint broke off its answer. Look at its log, or try again.`;
}

function tryAgainIn(seconds: number): string {
  return plural(seconds, { one: 'Try again in # second.', other: 'Try again in # seconds.' });
}

function adviceOnName(model: string, others: readonly string[]): string {
  if (others.length === 0) {
    return t`The endpoint does not know “${model}”, or has no chat at this address. Check the model’s name and the address.`;
  }
  const similarity = createSimilarity(model);
  const near = others
    .map((name) => ({ name, score: similarity(name) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, NAMES)
    .map(({ name }) => cutText(name, LONGEST_NAME));
  return t`The endpoint does not know “${model}”. It has: ${near.join(', ')}${others.length > NAMES ? ' …' : ''}.`;
}
