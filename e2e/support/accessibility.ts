import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.js';

/** No rule of axe's is broken by what is on the page now, in its light and in its dark look. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settle(page);
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // The dark look differs in its colours alone.
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.failureSummary} ${node.html}`),
    );
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
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
