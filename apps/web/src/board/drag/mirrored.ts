import type { StepKey } from '../spot';

/** Where it is read from right to left, the next column stands on the left. */
export function mirrored(element: Element, key: StepKey): StepKey {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return key;
  if (getComputedStyle(element).direction !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
}
