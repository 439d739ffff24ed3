import type { RefObject } from 'react';
import styles from './grab.module.css';
import { useSheetDrag } from './use-sheet-drag';

/** What the finger takes of a sheet's handle. */
export function GrabHandle({ sheet, onClose }: { sheet: RefObject<HTMLElement | null>; onClose: () => void }) {
  const drag = useSheetDrag({ sheet, onRest: (rest) => rest === 'closed' && onClose() });
  return <div className={styles['handle']} {...drag} />;
}
