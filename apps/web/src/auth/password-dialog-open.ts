import { createSignal } from '../ui/signal';

/** The account menu and the banner of the first password lead to the same dialog. */
export const passwordDialogOpen = createSignal(false);
