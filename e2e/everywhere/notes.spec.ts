import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { homeOn } from '../support/home.js';

test.use({ motion: true });

test('a note waits for whoever is at it, is reached by a key, and gives the focus back; a change on a page of its own has its Undo @desktop', async ({
  visit,
  person,
}) => {
  await layOut(person, { Left: ['One', 'Two'], Right: [] });
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').click();
  await board.sheet.getByRole('button', { name: 'Actions for RM-9' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(board.toasts).toContainText('RM-9 archived');
  const search = page.getByRole('button', { name: 'Search or jump to' });
  await search.focus();
  // What listens for it comes once the page stands.
  await expect(async () => {
    await page.keyboard.press('F8');
    await expect(board.toasts.getByRole('button', { name: 'Undo' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await expect(board.card('One')).toBeVisible();
  await expect(search).toBeFocused();

  await page.goto('/boards');
  const home = homeOn(page);
  await page.getByRole('button', { name: 'More about Product roadmap' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Archive the board' }).click();
  await expect(board.toasts).toContainText('“Product roadmap” is archived.');
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(board.toasts).toContainText('“Product roadmap” is back.');
  await expect(home.link('Product roadmap')).toBeVisible();

  await page.goto(`/b/${person.boardId}/settings`);
  await page.getByRole('textbox', { name: 'Title' }).fill('Roads');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(board.toasts).toContainText('Settings saved');
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Product roadmap' })).toBeVisible();
  await page.goto(`/b/${person.boardId}/settings`);
  await page.getByRole('button', { name: 'Archive the board' }).click();
  await page
    .getByRole('dialog', { name: 'Archive this board?' })
    .getByRole('button', { name: 'Archive the board' })
    .click();
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This board is archived')).toHaveCount(0);
});
