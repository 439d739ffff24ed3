import type { MouseEvent } from 'react';
import { sourcePlace } from './source-place';

/** Where in the source the text was pressed; `null`: on something that is pressed for itself, or while text is being selected. */
export function placeOfPress(event: MouseEvent<HTMLElement>, source: string): number | null {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('a, button, input, summary')) return null;
  if (getSelection()?.isCollapsed === false) return null;
  const block = target.closest<HTMLElement>('[data-at]');
  if (!block) return source.length;
  const at = Number(block.dataset['at']);
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (!caret || !block.contains(caret.offsetNode)) return at;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return sourcePlace(source, at, range.toString());
}
