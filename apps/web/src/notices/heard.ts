import { createSignal } from '../ui/signal';

/** How many notices this person has not read, as the server said last without being asked; `null`: not yet. */
export const heardUnread = createSignal<number | null>(null);
