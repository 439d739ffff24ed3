import { useSyncExternalStore } from 'react';
import { useIsPhone } from '../ui/use-media';
import { chatVisibility } from './visibility';

export function useChatOpen(): readonly [open: boolean, setOpen: (open: boolean) => void] {
  const visibility = chatVisibility(useIsPhone());
  return [useSyncExternalStore(visibility.subscribe, visibility.get), visibility.set];
}
