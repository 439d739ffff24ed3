import { useEffect, useEffectEvent, type RefObject } from 'react';
import { closeOnBack } from './close-on-back';
import styles from './grab.module.css';
import { useSheetDrag } from './use-sheet-drag';

/** What the finger takes of a sheet's handle. */
export function GrabHandle({ sheet, onClose }: { sheet: RefObject<HTMLElement | null>; onClose: () => void }) {
  const drag = useSheetDrag({ sheet, onRest: (rest) => rest === 'closed' && onClose() });
  const close = useEffectEvent(onClose);
  useEffect(() => closeOnBack(() => close()), []);
  return <div className={styles['handle']} {...drag} />;
}
