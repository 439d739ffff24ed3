const GAP = 4;
const MARGIN = 8;

/** Puts a popover under the button it belongs to, above it where there is more room, and never outside the window. */
export function placeBeside(popover: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { innerWidth, innerHeight } = globalThis;
  const most = innerHeight - 2 * MARGIN;
  // What it belongs to may have gone out of the window.
  const below = Math.min(most, innerHeight - at.bottom - GAP - MARGIN);
  const above = Math.min(most, at.top - GAP - MARGIN);
  const wanted = popover.scrollHeight + 2;
  const under = below >= wanted || below >= above;
  popover.style.maxHeight = `${Math.max(88, under ? below : above)}px`;
  const height = Math.min(wanted, under ? below : above);
  const top = under ? at.bottom + GAP : at.top - GAP - height;
  popover.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - MARGIN - height))}px`;
  // Right edges meet where the button stands in the right half, so that a menu opens towards the middle.
  const left = at.left + at.width / 2 > innerWidth / 2 ? at.right - popover.offsetWidth : at.left;
  popover.style.left = `${Math.min(Math.max(MARGIN, left), innerWidth - popover.offsetWidth - MARGIN)}px`;
}

/** Whether any of an element can be seen: it is in the window, and in whatever scrolls around it. */
export function isInSight(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return false;
  for (let frame = element.parentElement; frame; frame = frame.parentElement) {
    if (getComputedStyle(frame).overflowY === 'visible') continue;
    const around = frame.getBoundingClientRect();
    if (bottom <= around.top || top >= around.bottom || right <= around.left || left >= around.right) return false;
  }
  return true;
}
