import { createSignal } from '../ui/signal';

/**
 * Whether the server has said, since the last sign-in on this page, that it no longer knows the session. The board stays mounted under the
 * sign-in page then: what was typed and what was not sent yet is still there afterwards.
 */
export const sessionEnded = createSignal(false);

export function reportSignedOut(): void {
  sessionEnded.set(true);
}

export function reportSignedIn(): void {
  sessionEnded.set(false);
}
