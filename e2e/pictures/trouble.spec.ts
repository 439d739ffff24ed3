import { boardOn, expectWhole } from '../support/board.js';
import { NO_ANSWER } from '../support/troubles.js';
import { expectBoardDrawn, releaseBoard } from './release.js';
import { expect, test } from './studio.js';

test('offline, loading, out of reach, and not there', async ({ studio, troubles, isMobile }) => {
  troubles.expect(NO_ANSWER);
  troubles.expect(/status of 5\d\d/);
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  const board = boardOn(page);
  await expectBoardDrawn(page);
  if (!isMobile) await expectWhole(page);
  await page.context().setOffline(true);
  await expect(board.sign).toContainText('Offline');
  await studio.take(page, 'trouble/offline');
  await page.context().setOffline(false);
  await page.goto(`/b/${ana.boardId}/FA-999`);
  await expect(page.getByRole('heading', { name: 'FA-999 is not here' })).toBeVisible();
  await studio.take(page, 'trouble/no-such-card');
  await page.goto('/b/nothing-like-it');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await studio.take(page, 'trouble/no-such-board');
  await page.goto('/nothing/like/it');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await studio.take(page, 'trouble/nothing-here');
});

test('a board on its way, and one that does not come', async ({ studio, troubles }) => {
  troubles.expect(NO_ANSWER);
  troubles.expect(/status of 500/);
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana, { path: '/boards' });
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/boards\.get/, async (route) => {
    await promise;
    await route.fulfill({ status: 500, contentType: 'application/json', body: '{}' });
  });
  await page.goto(`/b/${ana.boardId}`, { waitUntil: 'commit' });
  await expect(page.getByText('Loading the board')).toBeAttached();
  await studio.take(page, 'trouble/skeleton');
  resolve();
  await expect(page.getByRole('heading', { name: 'The board could not be loaded' })).toBeVisible({ timeout: 30_000 });
  await studio.take(page, 'trouble/no-answer');
});
