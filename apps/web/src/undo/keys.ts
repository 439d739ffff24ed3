import { t } from '@talkan/words/words';
import type { Direction } from './undo-walk';

/** As `aria-keyshortcuts` names them. */
export const KEYS: Readonly<Record<Direction, string>> = {
  undo: t`Control+Z Meta+Z`,
  redo: t`Control+Shift+Z Meta+Shift+Z`,
};
