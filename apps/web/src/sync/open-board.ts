import { createSignal } from '../ui/signal';
import type { BoardStore } from './board-state';

/** The board on this page, for what stands outside of it. */
export const openBoard = createSignal<BoardStore | null>(null);
