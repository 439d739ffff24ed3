import type { Page } from '@playwright/test';
import { boardOn } from './board.js';
import { expect } from './fixtures.js';
import { dragOnto } from './gestures.js';

/** A board to be changed while the server is away, */
export const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
/** and what it is after that. */
export const AFTER = { Left: ['Two', 'Four', 'Five'], Right: ['One', 'Three'] };

/** Three changes that build on each other. */
export async function changeBoard(page: Page): Promise<void> {
  const board = boardOn(page);
  await dragOnto(page, board.card('One'), board.card('Three'));
  await page.getByRole('button', { name: 'Add card to Left' }).click();
  for (const title of ['Four', 'Five']) {
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await expect(board.titles('Left')).toHaveText(AFTER.Left);
  await expect(board.titles('Right')).toHaveText(AFTER.Right);
}
