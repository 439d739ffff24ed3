import { useCallback, useState } from 'react';

export interface Folds {
  readonly isOpen: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** What is unfolded in a list; kept with the list, for its rows come and go as it is scrolled. */
export function useFolds(): Folds {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  return { isOpen: (key) => open.has(key), toggle };
}
