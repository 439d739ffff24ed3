import { findWholeChromium } from '../../scripts/chromium.ts';
import { boardOn } from '../support/board.js';
import { expect, signInAs, test } from '../support/fixtures.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';

/** Whether it keeps a page the browser decides by itself, most of the time. */
const TRIES = 6;

test('Back shows nothing of the board once somebody has signed out, even where the browser has kept the page', async ({
  playwright,
  launchOptions,
  home,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  // Playwright's own browsers keep no pages, nor does one without windows; people's do.
  const executablePath = findWholeChromium();
  const whole = executablePath === null ? {} : { executablePath };
  const keeping = { ignoreDefaultArgs: ['--disable-back-forward-cache'], args: ['--enable-features=BackForwardCache'] };
  const browser = await playwright.chromium.launch({ ...launchOptions, ...whole, ...keeping });
  // A worker that is new takes over all pages, and a browser keeps none that was taken over meanwhile.
  const context = await browser.newContext({ baseURL: home.server.url, serviceWorkers: 'block' });
  await troubles.watch(context);
  const page = await context.newPage();
  const shown: boolean[] = [];
  await page.exposeFunction('noteShown', (kept: boolean) => shown.push(kept));
  await page.addInitScript('addEventListener("pageshow", (event) => noteShown(event.persisted))');
  const board = boardOn(page);
  for (let tries = 0; tries < TRIES && !shown.includes(true); tries++) {
    await signInAs(context, await home.app.user(), home.server.url);
    await page.goto('/');
    await board.card('Align roadmap themes').click();
    await expect(board.sheet).toBeVisible();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByLabel('Username')).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel('Username')).toBeVisible();
    await expect(board.sheet).toBeHidden();
  }
  expect(shown).toContain(true);
  await browser.close();
});
