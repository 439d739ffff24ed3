import { createSignal } from '../ui/signal';

/**
 * Whether the server has said, since the last sign-in on this page, that it no longer knows the session. The board stays mounted under the
 * sign-in page then: what was typed and what was not sent yet is still there afterwards.
 */
export const sessionEnded = createSignal(false);

/** Whether somebody is on the way out: from now on nothing may be asked of the server in their name. */
export const signingOut = createSignal(false);

export function reportSignedOut(): void {
  sessionEnded.set(true);
}

export function reportSignedIn(): void {
  sessionEnded.set(false);
}
