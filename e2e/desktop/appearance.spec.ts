import type { Page } from '@playwright/test';
import { boardOn, layOut } from '../support/board.js';
import { expect, signInAs, test } from '../support/fixtures.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';

const themeOf = (page: Page) => page.locator('html');
const option = (page: Page, group: string, name: string) =>
  page.getByRole('dialog', { name: 'Appearance' }).getByRole('group', { name: group }).getByRole('radio', { name });

test('somebody chooses how Talkan looks before they sign in, and it stays so on every page from its first paint', async ({
  visit,
  person,
  home,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  await layOut(person, { Left: ['One'] });
  const page = await visit(null);
  const root = themeOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await expect(root).toHaveAttribute('data-contrast', 'more');
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await page.getByRole('button', { name: 'Appearance' }).click();
  await option(page, 'Theme', 'Dark').check();
  await option(page, 'Contrast', 'More').check();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', '#000000');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(root).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Darstellung' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(root).toHaveAttribute('lang', 'en');

  const context = page.context();
  await signInAs(context, person, home.server.url);
  await context.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.body) return;
      Reflect.set(globalThis, 'themeAtFirst', document.documentElement.dataset['theme']);
      seen.disconnect();
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(boardOn(page).card('One')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'themeAtFirst'))).toBe('dark');

  const other = await context.newPage();
  const { promise: typed, resolve: haveTyped } = Promise.withResolvers<void>();
  await other.route(/\/palette-[^/]*\.js$/, async (route) => {
    await typed;
    await route.continue();
  });
  await other.goto('/');
  await expect(boardOn(other).card('One')).toBeVisible();
  await expect(themeOf(other)).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Appearance' }).click();
  await option(page, 'Theme', 'Light').check();
  await option(page, 'Contrast', 'System').check();
  await expect(themeOf(other)).toHaveAttribute('data-theme', 'light');
  await expect(themeOf(other)).toHaveAttribute('data-contrast', 'some');
  await page.keyboard.press('Escape');
  await other.getByRole('button', { name: /^Search/ }).click();
  // What is typed before the palette has come is typed into it.
  await other.keyboard.type('dark themes');
  await other.keyboard.press('Backspace');
  haveTyped();
  await other.getByRole('option', { name: 'Dark theme' }).click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
});

test('a screen reader hears in one sentence what others changed, unless it is not to', async ({
  visit,
  person,
  home,
}) => {
  await layOut(person, { Left: ['One', 'Two'], Right: [] });
  const { boardId } = person;
  const other = await home.app.member(boardId, 'editor');
  const move = (cardId: string) =>
    other.caller.boards.commit({
      boardId,
      changeId: `move-${cardId}`,
      operations: [{ type: 'card.move', cardId, columnId: 'right' }],
    });
  const page = await visit(person);
  const board = boardOn(page);
  const tell = async (isWanted: boolean) => {
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Appearance' }).click();
    await page.getByRole('checkbox', { name: 'Tell me what others do' }).setChecked(isWanted);
    await page.getByRole('button', { name: 'Done' }).click();
  };
  await expect(page.getByRole('button', { name: 'Board menu' })).toBeVisible();
  const said = await board.announced.evaluateHandle((region) => {
    const texts: string[] = [];
    const note = () => texts.push(region.textContent.trim());
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    return texts;
  });
  await tell(false);
  await move('left-1');
  await expect(board.lane('Right').getByRole('article')).toHaveCount(1);
  await tell(true);
  await move('left-2');
  const sentence = `${other.username} moved RM-10 to Right.`;
  await expect(board.announced).toHaveText(sentence);
  expect(await said.evaluate((texts) => texts)).toEqual([sentence]);
});
