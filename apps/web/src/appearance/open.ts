import { createSignal } from '../ui/signal';

/** The account menu, the palette and the pages before the board lead to the same dialog. */
export const appearanceOpen = createSignal(false);
