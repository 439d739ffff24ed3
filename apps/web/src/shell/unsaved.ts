import { createSignal } from '../ui/signal';

/** How many changes of this page the server has not confirmed. */
export const unsavedChanges = createSignal(0);

/** How many changes were refused and wait for a choice. */
export const unsettledChanges = createSignal(0);
