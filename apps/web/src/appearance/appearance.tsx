import { useSyncExternalStore } from 'react';
import { useLoaded } from '../ui/use-loaded';
import { appearanceOpen } from './open';

const loadDialog = () => import('./appearance-dialog');

/** What is asked for under “Appearance”, wherever that was pressed. */
export function Appearance() {
  const open = useSyncExternalStore(appearanceOpen.subscribe, appearanceOpen.get);
  const dialog = useLoaded(loadDialog, open);
  return open && dialog && <dialog.AppearanceDialog onClose={() => appearanceOpen.set(false)} />;
}
