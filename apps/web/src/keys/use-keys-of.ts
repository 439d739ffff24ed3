import { useSyncExternalStore } from 'react';
import { keysOf, singleKeys } from './single-keys';
import type { KeyName } from './table';

/** The same as `keysOf`, also once single keys are switched off or on. */
export function useKeysOf(name: KeyName | undefined): string | undefined {
  const read = () => keysOf(name);
  return useSyncExternalStore(singleKeys.subscribe, read, read);
}
