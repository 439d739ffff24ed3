import { TEST_PASSWORD } from '@talkan/api/testing';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';

test('whoever has only a keyboard signs in, skips to the board, opens a card and signs out', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const page = await visit(null);
  const { keyboard } = page;
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.type(person.username);
  await keyboard.press('Tab');
  await keyboard.type(TEST_PASSWORD);
  await keyboard.press('Enter');
  const board = boardOn(page);
  await expect(board.lane('Backlog')).toBeVisible();

  await page.locator('body').press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the board' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the board' })).toBeInViewport();
  await keyboard.press('Enter');
  await expect(page).not.toHaveURL(/RM-/);
  await tabTo('RM-1, Align roadmap themes');
  await keyboard.press('Enter');
  await expect(board.sheet).toBeVisible();
  await keyboard.press('Escape');
  await expect(board.link('Align roadmap themes')).toBeFocused();

  await page.getByRole('button', { name: 'Account' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Username')).toBeFocused();

  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 12; presses += 1) {
      await keyboard.press('Tab');
      const focused = await page.evaluate(
        () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent,
      );
      if (focused === name) return;
    }
    throw new Error(`“${name}” cannot be reached by twelve presses of Tab.`);
  }
});

test('a menu is worked by arrows and letters, and Esc leads back to its button', async ({ visit, person }) => {
  const page = await visit(person);
  const opener = page.getByRole('button', { name: 'Actions for the column Backlog' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByRole('menuitem', { name: 'Add column' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Archive with 2 cards' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});
