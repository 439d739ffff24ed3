import type { Page } from '@playwright/test';

/**
 * What of the page somebody would not get at: what can be used and lies outside of the window once it has the focus, or under
 * something else; and what goes on sideways, but for those that are meant to (a board, tabs, code, a table).
 */
export async function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SIDEWAYS = '[data-lane], [data-tab], pre, table, [role=listbox]';
    const found: string[] = [];
    const nameOf = (element: Element) => {
      const text = element.getAttribute('aria-label') ?? element.textContent;
      return `${element.tagName.toLowerCase()} “${text.trim().slice(0, 40)}”`;
    };
    const isSeen = (element: HTMLElement) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('[inert], .sr-only, [aria-hidden=true]') &&
      element.getBoundingClientRect().width > 1;
    const before = document.activeElement;
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, [tabindex="0"]',
    )) {
      const top = [...document.querySelectorAll(':modal, :popover-open')].at(-1);
      if (!isSeen(element) || (top && !top.contains(element)) || element.tabIndex < 0 || element.matches(':disabled'))
        continue;
      element.focus();
      const { left, right, top: upper, bottom } = element.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) {
        if (!element.closest(SIDEWAYS)) found.push(`${nameOf(element)} reaches from ${left} to ${right}`);
      } else if (upper < -1 || upper > innerHeight - 8) found.push(`${nameOf(element)} is at ${upper}`);
      else {
        // What is seen in part is not scrolled into view by a browser.
        const over = [(left + right) / 2, left + 6, right - 6].map((x) =>
          document.elementFromPoint(x, Math.min((upper + bottom) / 2, innerHeight - 4)),
        );
        const isOwn = (at: Element | null) =>
          at !== null &&
          (element.contains(at) || at.contains(element) || at.closest('label, article')?.contains(element));
        if (!over.some(isOwn)) found.push(`${nameOf(element)} lies under ${over[0] ? nameOf(over[0]) : 'nothing'}`);
      }
    }
    if (before instanceof HTMLElement) before.focus();
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll' || element === document.body;
      if (!scrolls || element.scrollWidth <= element.clientWidth + 1 || !isSeen(element)) continue;
      if (!element.matches(SIDEWAYS) && !element.querySelector(SIDEWAYS))
        found.push(`${nameOf(element)} goes on sideways`);
    }
    return found;
  });
}
