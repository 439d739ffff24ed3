import type { Page } from '@playwright/test';

/** What people set who read better with more room: WCAG 1.4.12. A sheet of the page's own making is none that its policy forbids. */
export async function spaceLetters(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}

/** What a browser does that somebody told to show no letters smaller than this. */
export async function growLetters(page: Page, least: number): Promise<void> {
  await page.evaluate((px) => {
    document.adoptedStyleSheets = [];
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>('body, body *')) {
      if (parseFloat(getComputedStyle(element).fontSize) < px)
        element.style.setProperty('font-size', `${px}px`, 'important');
    }
  }, least);
}

/**
 * Letters that cannot be seen, for something cuts them off, or that stand beyond the button or field they belong to. A name that ends in
 * dots is whole elsewhere; what scrolls shows all of it.
 */
export async function cutLetters(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const isHidden = (element: Element) =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest('[inert], .sr-only, noscript, [aria-hidden=true]') !== null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || isHidden(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const tell = (by: Element, how: string) =>
        found.add(`“${text.slice(0, 40)}” ${how} ${by.tagName.toLowerCase()}.${by.className}`);
      if (rects.length > 8 && Math.max(...rects.map(({ width }) => width)) < 100) tell(element, 'is squeezed in');
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, textOverflow, clipPath, position, webkitLineClamp } = getComputedStyle(box);
        if (clipPath !== 'none') break;
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const dots = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        const isButton = box.matches('button, a, label, summary, kbd, [role=tab], [role=menuitem], article');
        for (const rect of rects) {
          const wide = rect.left < left - 1 || rect.right > right + 1;
          // The letters themselves are lower than the line that they stand in.
          const room = (rect.height - parseFloat(getComputedStyle(element).fontSize)) / 2;
          const high = rect.top + room < top - 1 || (rect.bottom - room > bottom + 1 && webkitLineClamp === 'none');
          if (wide && cuts(overflowX) && !dots) tell(box, 'is cut beside by');
          else if (high && cuts(overflowY)) tell(box, 'is cut above or below by');
          else if ((wide || high) && isButton && !dots && overflowX === 'visible') tell(box, 'stands beyond');
        }
        if (overflowX === 'auto' || overflowY === 'auto' || overflowX === 'scroll' || overflowY === 'scroll') break;
        if (dots || position === 'fixed') break;
      }
    }
    return [...found];
  });
}
