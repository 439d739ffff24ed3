const FOCUSABLE = 'a[href], button:not(:disabled), input, textarea, select, [tabindex="0"]';
/** What somebody comes to a region for, before anything else that can have the focus there. */
const MEANT = 'dialog[open] > [tabindex], [data-card-link][tabindex="0"], textarea';

/** Where in a region one was when one left it by key. */
const left = new WeakMap<Element, Element>();

/**
 * Goes to the next large part of the page, or to the one before: the bar at the top, what stands in the middle, the assistant beside it. Past the
 * last one the key is the browser's, whose own bars come next.
 */
export function goToRegion(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('#top-bar, #board, aside')].filter(isSeen);
  const { activeElement } = document;
  const at = regions.findIndex((region) => region.contains(activeElement));
  const from = at < 0 && step < 0 ? regions.length : at;
  const next = regions[from + step];
  if (at >= 0 && regions[at] && activeElement) left.set(regions[at], activeElement);
  if (!next || document.querySelector(':modal')) return false;
  targetIn(next).focus();
  return true;
}

function targetIn(region: HTMLElement): HTMLElement {
  const before = left.get(region);
  if (before instanceof HTMLElement && region.contains(before) && isSeen(before)) return before;
  return [MEANT, FOCUSABLE].flatMap((what) => [...region.querySelectorAll<HTMLElement>(what)]).find(isSeen) ?? region;
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
}
