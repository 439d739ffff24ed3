import { homeOn, makeBoards } from '../support/home.js';
import { expect, test } from './studio.js';
import { releaseBoard } from './release.js';

const BOARDS = ['Hiring', 'Sprint 9', 'Sprint 10', 'Winter release', 'Harbour partners'];

test('all boards, a new one, the settings of one, and nothing yet', async ({ studio }) => {
  const dora = await studio.person('dora');
  const empty = await studio.visit(dora, { path: '/boards' });
  await expect(empty.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await studio.take(empty, 'home/nothing-yet');

  const { ana } = await releaseBoard(studio);
  await makeBoards(ana, BOARDS);
  const page = await studio.visit(ana, { path: '/boards' });
  const home = homeOn(page);
  await home.star('Ferry app 3.0').click();
  await expect(home.titles('Starred')).toHaveText(['Ferry app 3.0']);
  await studio.take(page, 'home/boards');
  await page.getByRole('searchbox', { name: 'Find a board' }).fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'No boards match' })).toBeVisible();
  await studio.take(page, 'home/none-found');
  await page.getByRole('button', { name: 'Show all boards' }).click();
  await page.getByRole('button', { name: 'New board' }).first().click();
  await home.dialog.getByRole('textbox', { name: 'Title' }).fill('Timetable 3.0');
  await studio.take(page, 'home/new-board');
  await page.keyboard.press('Escape');
  await page.goto(`/b/${ana.boardId}/settings`);
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title' })).toHaveValue('Ferry app 3.0');
  await studio.take(page, 'home/board-settings');
});
