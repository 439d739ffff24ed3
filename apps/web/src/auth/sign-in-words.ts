import { t } from '@talkan/words/words';
import type { Problem } from '../problem';

/** Why signing in failed, to the person who tried. */
export function signInWords({ status, message, retryAfter }: Problem): string {
  if (status === 401) return t`Wrong username or password.`;
  if (status === 429 && retryAfter !== null) {
    const wait = retryAfter === 1 ? '1 second' : t`${retryAfter} seconds`;
    return t`Too many attempts. Wait ${wait}, then try again.`;
  }
  return message;
}
