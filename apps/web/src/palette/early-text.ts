import { useEffect, useRef, type RefObject } from 'react';

/** What is typed while the field that it is meant for has been asked for and is still on its way; Escape wants it no more. */
export function useEarlyText(field: { isWanted: boolean; isHere: boolean }, onLeave: () => void): RefObject<string> {
  const { isWanted, isHere } = field;
  const text = useRef('');
  useEffect(() => {
    if (!isWanted) text.current = '';
    if (!isWanted || isHere) return;
    const keep = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey) return;
      if (key === 'Escape') onLeave();
      else if (key === 'Backspace') text.current = text.current.slice(0, -1);
      else if (Array.from(key).length === 1) text.current += key;
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', keep, { capture: true });
    return () => removeEventListener('keydown', keep, { capture: true });
  }, [isWanted, isHere, onLeave]);
  return text;
}
