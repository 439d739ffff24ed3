import { boardOn, expectDrawn } from '../support/board.js';
import { expectBoardDrawn, releaseBoard } from './release.js';
import { expect, test } from './studio.js';

test('what looks and languages there are, and the main screens with more contrast', async ({ studio }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  const board = boardOn(page);
  await expectBoardDrawn(page);
  await studio.take(page, 'appearance/contrast-board', { contrast: 'more' });
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Appearance' }).click();
  await expect(page.getByRole('dialog', { name: 'Appearance' })).toBeVisible();
  await studio.take(page, 'appearance/choices');
  await page.goto(`/b/${ana.boardId}/FA-9`);
  await expectDrawn(board);
  await studio.take(page, 'appearance/contrast-card', { contrast: 'more' });
});
