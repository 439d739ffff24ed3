import { startKeyboardDrag } from './keyboard-drag';
import { startPointerDrag, type PointerDragOptions } from './pointer-drag';

/** Moves cards by mouse, pen, finger and keys. Returns the way to stop. */
export function startHand(options: PointerDragOptions): () => void {
  const stops = [startPointerDrag(options), startKeyboardDrag(options)];
  return () => {
    for (const stop of stops) stop();
  };
}
