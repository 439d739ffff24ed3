import { z } from 'zod';

const LONGEST = 500;

/** An OpenAI-compatible endpoint, up to and including its `/v1`; as everybody writes it, it is kept in one way. */
export const endpointUrl = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST)
  .refine(isEndpoint, {
    error: 'Must be an address that begins with http:// or https://, like http://127.0.0.1:11434/v1',
    abort: true,
  })
  .refine((value) => !hasCredentials(value), 'Must not hold a user or a password: the key has a field of its own')
  .transform(normaliseEndpoint);

function isEndpoint(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.search === '' && url.hash === ''
  );
}

function hasCredentials(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (url.username !== '' || url.password !== '');
}

/** The same text for the same endpoint. What people copy from a manual often goes on to the call itself. */
function normaliseEndpoint(value: string): string {
  const url = URL.parse(value);
  return url ? url.origin + url.pathname.replace(/\/+$/u, '').replace(/\/chat\/completions$/u, '') : value;
}

export function isSameEndpoint(one: string, other: string): boolean {
  return normaliseEndpoint(one) === normaliseEndpoint(other);
}
