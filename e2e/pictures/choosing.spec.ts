import { boardOn } from '../support/board.js';
import { expectBoardDrawn, releaseBoard } from './release.js';
import { expect, test } from './studio.js';

test('several cards that are chosen, and what can be done with all of them @desktop', async ({ studio }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  await expectBoardDrawn(page);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Actions for Tickets in the wallet' }).waitFor({ state: 'attached' });
  for (const title of ['Tickets in the wallet', 'Fares for bicycles and dogs', 'Import of old bookings']) {
    await board.link(title).click({ modifiers: ['ControlOrMeta'] });
  }
  await expect(page.getByRole('region', { name: 'Chosen cards' })).toContainText('3 cards chosen');
  await studio.take(page, 'choosing/three');
});
