import { useLayoutEffect } from 'react';

/** Marks the page for the style of other parts, as `data-…`, for as long as the component stands on it. */
export function useRootMark(name: 'choosing' | 'keyHint'): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset[name] = '';
    return () => {
      delete dataset[name];
    };
  }, [name]);
}
