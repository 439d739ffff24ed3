import type { Page } from '@playwright/test';

/** What a finger would miss: lower or narrower than 44 px, or a field that makes the page zoom. */
export async function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select')].filter(
      (element) => element.checkVisibility() && !element.closest('[inert]') && element.tabIndex >= -1,
    );
    const isSmall = (element: HTMLElement) => {
      // A card is all of it a link.
      const { width, height, bottom } = (
        element.closest(element.matches('a') ? 'article, li' : 'article, label') ?? element
      ).getBoundingClientRect();
      // Out of sight until the keyboard asks for it.
      if (bottom < 0) return false;
      const isText =
        element.matches('input:not([type=checkbox]), textarea, select') &&
        parseFloat(getComputedStyle(element).fontSize) < 16;
      return width > 1 && height > 1 && (width < 43.5 || height < 43.5 || isText);
    };
    return shown.filter(isSmall).map((element) => element.ariaLabel ?? element.textContent);
  });
}

/** A keyboard that lies over the page, instead of making it smaller, leaves this much of it free. */
export async function leaveFree(page: Page, pixels: number): Promise<void> {
  await page.evaluate((value) => {
    const { visualViewport } = globalThis;
    if (!visualViewport) return;
    Object.defineProperty(visualViewport, 'height', { value, configurable: true });
    visualViewport.dispatchEvent(new Event('resize'));
  }, pixels);
}

/** Presses Back, as the browser has it. */
export async function pressBack(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { entries, currentIndex } = await session.send('Page.getNavigationHistory');
  await session.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1]?.id ?? 0 });
}
