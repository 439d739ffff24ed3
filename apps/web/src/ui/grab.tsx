import type { RefObject } from 'react';
import styles from './grab.module.css';
import { useLoaded } from './use-loaded';
import { useIsPhone } from './use-media';

const loadHandle = () => import('./grab-handle');

interface GrabProps {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** The handle at the top of a phone's sheet: pulled down, that closes. Not for the keyboard, which has Esc. */
export function Grab(props: GrabProps) {
  return useIsPhone() && <PhoneGrab {...props} />;
}

/** Its room is there before what follows the finger is. */
function PhoneGrab(props: GrabProps) {
  const handle = useLoaded(loadHandle);
  return (
    <div className={styles['grab']} data-grab aria-hidden="true">
      {handle && <handle.GrabHandle {...props} />}
    </div>
  );
}
