import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures.js';

/** No rule of axe's is broken by what is on the page now, in its light and in its dark look. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settle(page);
    // The dark look differs in its colours alone.
    const found = await violationsOn(page, colorScheme === 'dark' ? ['color-contrast'] : null);
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}

/**
 * What breaks these rules, or any of them. There are no frames to look into, so axe itself is enough, once for each document; and only what
 * is wrong is told: to tell all that is right, too, takes time and proves nothing more.
 */
async function violationsOn(page: Page, rules: string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const inPage = Reflect.get(globalThis, 'axe') as typeof axe;
    const { violations } = await inPage.run({ resultTypes: ['violations'], ...(runOnly ? { runOnly } : {}) });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary} ${node.html}`));
  }, rules);
}

/** Waits until colours have changed: each level of the page hands its own down to the next. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let still = 0; still < 3; still += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (document.getAnimations().some((animation) => animation.playState === 'running')) still = 0;
    }
  });
}
