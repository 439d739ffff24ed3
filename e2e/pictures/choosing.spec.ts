import { boardOn } from '../support/board.js';
import { carryByMouse, middleOf } from '../support/gestures.js';
import { expectBoardDrawn, releaseBoard } from './release.js';
import { expect, test } from './studio.js';

const CHOSEN = ['Fares for bicycles and dogs', 'Import of old bookings'];

test('several cards that are chosen, what can be done with all of them, and all of them in the hand', async ({
  studio,
  isMobile,
}) => {
  const { ana } = await releaseBoard(studio);
  await ana.caller.boards.mark({ boardId: ana.boardId, collapsed: ['review'] });
  const page = await studio.visit(ana);
  await expectBoardDrawn(page);
  const board = boardOn(page);
  const bar = page.getByRole('region', { name: 'Chosen cards' });
  if (isMobile) {
    await board.link('Ask three harbours for their berth plans').tap();
    await board.sheet.getByRole('button', { name: /^Actions for FA-2$/ }).tap();
    await page.getByRole('menuitem', { name: 'Select' }).tap();
    await expect(board.sheet).toBeHidden();
    for (const title of CHOSEN) await board.link(title).tap();
  } else {
    await page.getByRole('button', { name: 'Actions for Tickets in the wallet' }).waitFor({ state: 'attached' });
    for (const title of ['Tickets in the wallet', ...CHOSEN]) {
      await board.link(title).click({ modifiers: ['ControlOrMeta'] });
    }
  }
  await expect(bar).toContainText('3 cards chosen');
  await studio.take(page, 'choosing/three');
  if (isMobile) return;
  const { x, y } = await middleOf(board.card('Refunds come twice when a payment is retried'));
  await carryByMouse(page, board.card('Import of old bookings'), { x: x + 20, y });
  await studio.takeAsIs(page, 'choosing/in-the-hand');
  await page.keyboard.press('Escape');
  await page.mouse.up();
});
