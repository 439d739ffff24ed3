import { useLoaded } from './use-loaded';
import { useIsPhone } from './use-media';

const loadGrab = () => import('./grab');

/** The handle of a phone's sheet, once it is here: nobody waits for it. */
export function useGrab() {
  const phone = useIsPhone();
  const part = useLoaded(loadGrab, phone && 'soon');
  return phone ? part : null;
}
