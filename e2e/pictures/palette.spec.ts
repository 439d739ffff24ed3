import { paletteOn } from '../support/palette.js';
import { expectBoardDrawn, releaseBoard } from './release.js';
import { expect, test } from './studio.js';

test('the palette: with nothing typed, a search, a command, and what it asks', async ({ studio }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  await expectBoardDrawn(page);
  const { dialog, field, option, under } = paletteOn(page);
  await page.keyboard.press('Control+k');
  await expect(option(/People/)).toBeVisible();
  await studio.take(page, 'palette/empty');
  await field.fill('ferry');
  await expect(option(/Say what a cancelled ferry means/)).toBeVisible();
  await studio.take(page, 'palette/search');
  await field.fill('nothing has these words');
  await expect(dialog).not.toContainText('Searching');
  await studio.take(page, 'palette/nothing-found');
  await field.fill('move FA-8 to In progress and add "Call the harbour" to Backlog');
  await expect(under('Commands').first()).toContainText('and 1 more change');
  await studio.take(page, 'palette/command');
  await field.fill('what is overdue?');
  await expect(under('Commands').first()).toContainText('Refunds');
  await studio.take(page, 'palette/question');
});

test('what the keys do, and what is found on the board', async ({ studio }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const field = page.getByRole('textbox', { name: 'Find on this board' });
  await expectBoardDrawn(page);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expect(sheet).toBeVisible();
  await studio.take(page, 'palette/keys');
  await page.keyboard.press('Escape');
  await expect(async () => {
    await page.keyboard.press('Control+f');
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await field.fill('tick');
  await expect(page.getByRole('search').getByRole('status')).toContainText('1 of');
  await studio.take(page, 'palette/found-on-the-board');
});
