import type { RefObject } from 'react';
import styles from './grab.module.css';
import { useSheetDrag } from './use-sheet-drag';

/** The handle at the top of a phone's sheet: pulled down, that closes. Not for the keyboard, which has Esc. */
export function Grab({ sheet, onClose }: { sheet: RefObject<HTMLElement | null>; onClose: () => void }) {
  const drag = useSheetDrag({ sheet, onRest: (rest) => rest === 'closed' && onClose() });
  return <div className={styles['grab']} data-grab aria-hidden="true" {...drag} />;
}
