import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures.js';

type Look = Pick<NonNullable<Parameters<Page['emulateMedia']>[0]>, 'colorScheme' | 'contrast'>;

const LIGHT: Look = { colorScheme: 'light', contrast: 'no-preference' };
/** The other looks differ from the light one in their colours alone. */
const DARK: readonly (readonly [look: Look, rule: string])[] = [
  [{ colorScheme: 'dark', contrast: 'no-preference' }, 'color-contrast'],
];
/** Text has 7:1 in them. */
const MORE_CONTRAST: typeof DARK = [
  [{ colorScheme: 'dark', contrast: 'more' }, 'color-contrast-enhanced'],
  [{ colorScheme: 'light', contrast: 'more' }, 'color-contrast-enhanced'],
];

/** No rule of axe's is broken by what is on the page now, in light and in dark. */
export function expectAccessible(page: Page, what: string): Promise<void> {
  return expectAccessibleIn(page, what, DARK);
}

/** The same in all looks, for one screen of each kind: what is on others is made of the same. */
export function expectAccessibleInAllLooks(page: Page, what: string): Promise<void> {
  return expectAccessibleIn(page, what, [...DARK, ...MORE_CONTRAST]);
}

async function expectAccessibleIn(page: Page, what: string, others: typeof DARK): Promise<void> {
  await show(page, LIGHT);
  const found = await violationsOn(page);
  expect(found, what).toEqual([]);
  for (const [look, rule] of others) {
    await show(page, look);
    expect(await violationsOn(page, rule), `${what}, ${look.colorScheme}, contrast ${look.contrast}`).toEqual([]);
  }
  await show(page, LIGHT);
}

async function show(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
  await settle(page);
}

/**
 * What breaks this rule, or any of those that WCAG 2.2 asks for and those of good practice. There are no frames to look into, so axe itself
 * is enough, once for each document; and only what is wrong is told: to tell all that is right, too, takes time and proves nothing more.
 */
async function violationsOn(page: Page, rule?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const inPage = Reflect.get(globalThis, 'axe') as typeof axe;
    const rules = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };
    const which = runOnly === undefined ? { rules } : { runOnly: [runOnly] };
    const { violations } = await inPage.run({ resultTypes: ['violations'], ...which });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary} ${node.html}`));
  }, rule);
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
