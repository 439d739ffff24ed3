import { createSignal } from '../ui/signal';
import type { BoardUi } from './board-ui';

/** The board that is on this page now, for what stands beside it. */
export const boardPage = createSignal<BoardUi | null>(null);
