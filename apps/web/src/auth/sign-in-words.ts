import { plural, t } from '@talkan/words/words';
import type { Problem } from '../problem';

/** Why signing in failed, to the person who tried. */
export function signInWords({ status, message, retryAfter }: Problem): string {
  if (status === 401) return t`Wrong username or password.`;
  if (status === 429 && retryAfter !== null) {
    return plural(retryAfter, {
      one: 'Too many attempts. Wait # second, then try again.',
      other: 'Too many attempts. Wait # seconds, then try again.',
    });
  }
  return message;
}
