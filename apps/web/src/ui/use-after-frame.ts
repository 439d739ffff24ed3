import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from './after-frame';

/** The value as it was in the frame before: for what is drawn by it takes long, and what was typed is to show first. */
export function useAfterFrame<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => {
    let isNewest = true;
    afterFrame(() => isNewest && startTransition(() => setDrawn(value)));
    return () => {
      isNewest = false;
    };
  }, [value]);
  return drawn;
}
