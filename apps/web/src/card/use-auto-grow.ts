import { useLayoutEffect, type RefObject } from 'react';

/** Lets a field be as high as its text where style sheets cannot (`field-sizing`). Measured at every drawing: cheap, for one field. */
export function useAutoGrow(field: RefObject<HTMLTextAreaElement | null>): void {
  useLayoutEffect(() => {
    if (field.current && !CSS.supports('field-sizing', 'content')) grow(field.current);
  });
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
