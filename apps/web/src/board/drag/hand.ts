import { announce } from '../../ui/announce';
import { warn } from '../../ui/toast';
import { createColumnDrag } from './column-drag';
import { startColumnKeys } from './column-keys';
import { startColumnPointer } from './column-pointer';
import { createDropMark } from './drop-mark';
import { startGlide } from './glide';
import { startKeyboardDrag } from './keyboard-drag';
import { startPointerDrag, type PointerDragOptions } from './pointer-drag';

export interface HandOptions extends PointerDragOptions {
  /** Around the board, and its tabs on a phone. */
  readonly page: HTMLElement;
}

/** Moves cards and columns by mouse, pen, finger and keys. Returns the way to stop. */
export function startHand({ page, ...options }: HandOptions): () => void {
  const { store } = options;
  const columns = { page, store, mark: createDropMark(), model: createColumnDrag({ store, announce, warn }) };
  const stops = [
    startPointerDrag(options),
    startKeyboardDrag(options),
    startGlide(options.board, options.model),
    startColumnPointer(columns),
    startColumnKeys(columns),
    columns.model.watch(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
