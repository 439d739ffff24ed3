import { boardOn } from '../support/board.js';
import { historyOn } from '../support/history.js';
import { commitAs } from '../support/talk.js';
import { releaseBoard } from './release.js';
import { expect, test } from './studio.js';

test('history, the board as it was, and the archive', async ({ studio }) => {
  const { ana, ben } = await releaseBoard(studio);
  studio.ago(55);
  await commitAs(ben, { type: 'card.edit', cardId: 'next-3', title: 'Quieter notices at night, loud ones for delays' });
  studio.ago(50);
  await commitAs(ana, { type: 'card.move', cardId: 'review-2', columnId: 'done' });
  studio.ago(20);
  await commitAs(ana, { type: 'card.archive', cardId: 'done-3' });
  await commitAs(ben, { type: 'card.archive', cardId: 'backlog-2' });
  studio.ago(0);
  const page = await studio.visit(ana, { path: `/b/${ana.boardId}/history` });
  const { entries } = historyOn(page);
  await expect(entries.nth(4)).toBeVisible();
  await studio.take(page, 'past/history');
  const { seq } = await ana.caller.boards.get({ boardId: ana.boardId });
  await page.goto(`/b/${ana.boardId}/history/${seq - 2}`);
  await expect(page.getByRole('region', { name: 'Time travel' })).toContainText(`Change ${seq - 2} of ${seq}`);
  await expect(boardOn(page).card('Prices with and without tax')).toBeAttached();
  await studio.take(page, 'past/time-travel');
  await page.goto(`/b/${ana.boardId}/archive`);
  await expect(boardOn(page).sheet.getByRole('listitem')).toHaveCount(2);
  await studio.take(page, 'past/archive');
});
