import type { Page } from '@playwright/test';
import { boardOn, layOut } from '../support/board.js';
import { startUpdated, type Updated } from '../support/builds.js';
import { expect, test as base } from '../support/fixtures.js';
import { NO_ANSWER } from '../support/troubles.js';

const test = base.extend<{ updated: Updated }>({
  updated: async ({ home, troubles }, use) => {
    troubles.expect(NO_ANSWER);
    troubles.expect(/status of 404|the FetchEvent for .* resulted in a network error|Failed to fetch/);
    const updated = await startUpdated(home.server.url);
    await use(updated);
    await updated.close();
  },
});

const buildOf = (page: Page) => page.locator('meta[name=talkan-build]').getAttribute('content');

/** Until this page, its worker and the board would be there without the server. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const kept = async () => {
      const databases = await indexedDB.databases();
      // The page is what a worker keeps last.
      return databases.length > 0 && (await caches.match('/')) !== undefined;
    };
    while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 100));
  });
}

test('a page becomes the build that the server has, newer or older: at once while nobody has touched it, else when asked, with what was typed', async ({
  visit,
  person,
  home,
  updated,
}) => {
  await layOut(person, { Left: ['One'] });
  const used = await visit(person, { server: { ...home.server, url: updated.url }, worker: true });
  await untilKept(used);
  await used.getByRole('button', { name: 'Add card to Left' }).tap();
  await used.getByRole('textbox', { name: /card/ }).fill('Half a thought');
  const asks = boardOn(used).toasts;
  // Whatever this test looks at counts as touched: until it has become another build nothing is looked at.
  const page = await used.context().newPage();
  await page.goto('/');

  const becomes = page.waitForEvent('load');
  updated.become('second');
  await becomes;
  expect(await buildOf(page)).toBe(updated.idOf('second'));
  await expect(asks).toContainText('Talkan was updated', { timeout: 20_000 });
  // The server has its parts no more, and the worker keeps them.
  await used.getByRole('button', { name: 'Board menu' }).tap();
  await used.getByRole('menuitem', { name: 'Archive' }).tap();
  await expect(used.getByRole('dialog', { name: 'Archive' })).toBeVisible();
  expect(await buildOf(used)).toBe(updated.idOf('first'));
  await asks.getByRole('button', { name: 'Reload' }).tap();
  await expect.poll(() => buildOf(used), { timeout: 20_000 }).toBe(updated.idOf('second'));
  await used.goBack();
  await expect(used.getByRole('button', { name: /Half a thought/ })).toBeVisible();

  updated.become('first');
  await expect(asks).toContainText('Talkan was updated', { timeout: 20_000 });
  await asks.getByRole('button', { name: 'Reload' }).tap();
  await expect.poll(() => buildOf(used), { timeout: 20_000 }).toBe(updated.idOf('first'));
  // And without the server it is this one that opens.
  const newest = () => used.evaluate(async () => (await caches.keys()).at(-1));
  await expect.poll(newest).toBe(`talkan-files-${updated.idOf('first')}`);
});
