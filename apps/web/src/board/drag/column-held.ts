import { createSignal } from '../../ui/signal';

/** Whether keys move a column at the moment. */
export const columnHeld = createSignal(false);
