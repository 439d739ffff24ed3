import type { Direction } from './undo-walk';

/** As `aria-keyshortcuts` names them. */
export const KEYS: Readonly<Record<Direction, string>> = {
  undo: 'Control+Z Meta+Z',
  redo: 'Control+Shift+Z Meta+Shift+Z',
};
