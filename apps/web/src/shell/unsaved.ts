import { createSignal } from '../ui/signal';

/** How many changes of this page the server has not confirmed. */
export const unsavedChanges = createSignal(0);
