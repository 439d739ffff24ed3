import { DEMO_BOARD } from '@talkan/api/boards/demo-board';
import type { Page } from '@playwright/test';
import { boardOn } from '../support/board.js';
import { carryByMouse, middleOf } from '../support/gestures.js';
import { commitAs } from '../support/talk.js';
import { expectBoardDrawn, releaseBoard } from './release.js';
import { expect, test } from './studio.js';

/** Opens a menu by its button, unless it is open: a window that changes its size closes some. */
async function openMenu(page: Page, name: string): Promise<void> {
  const items = page.getByRole('menuitem');
  await expect(async () => {
    if ((await items.count()) === 0) await page.getByRole('button', { name, exact: true }).click();
    await expect(items.first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Goes to a lane on a phone. Where its tab comes to stand depends on what of the bar was there by then. */
async function showLane(page: Page, name: RegExp): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Columns' });
  await tabs.getByRole('button', { name }).tap();
  await expect(tabs.locator('[aria-current]')).toHaveText(name);
  await tabs.locator('[data-columns]').evaluate(async (bar) => {
    for (let still = 0; still < 20; still += 1) {
      const { scrollLeft } = bar;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (bar.scrollLeft !== scrollLeft) still = 0;
    }
    bar.scrollTo({ left: 90, behavior: 'instant' });
  });
}

test('the demo board, and one without cards or columns', async ({ studio }) => {
  const ana = await studio.board(await studio.person('ana'), DEMO_BOARD);
  const page = await studio.visit(ana);
  await expect(boardOn(page).card('Align roadmap themes')).toBeVisible();
  await studio.take(page, 'board/demo');
  await commitAs(
    ana,
    ...DEMO_BOARD.operations.flatMap((operation) =>
      operation.type === 'card.create' ? [{ type: 'card.archive' as const, cardId: operation.cardId }] : [],
    ),
  );
  await expect(boardOn(page).card('Align roadmap themes')).toBeHidden();
  await studio.take(page, 'board/without-cards');
  const bare = await studio.board(ana, { key: 'NEW', title: 'Something new', operations: [] });
  await page.goto(`/b/${bare.boardId}`);
  await expect(page.getByRole('heading', { name: 'No columns yet' })).toBeVisible();
  await studio.take(page, 'board/without-columns');
});

test('a board in use: its menus, its filter, a card in the making and one in the hand', async ({
  studio,
  isMobile,
}) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  await expectBoardDrawn(page);
  const board = boardOn(page);
  if (isMobile) await showLane(page, /^In progress/);
  await expect(board.card('Checkout: one page instead of four')).toBeInViewport();
  await studio.take(page, 'board/full');
  await studio.take(page, 'board/full-forced-colours', { forcedColors: 'active' });

  await studio.take(page, 'board/column-menu', { again: () => openMenu(page, 'Actions for the column In progress') });
  await page.getByRole('menuitem', { name: 'Limit and colour…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await studio.take(page, 'board/column-settings');
  await page.keyboard.press('Escape');

  await studio.take(page, 'board/board-menu', { again: () => openMenu(page, 'Board menu') });
  await page.keyboard.press('Escape');
  await studio.take(page, 'board/account-menu', { again: () => openMenu(page, 'Account') });
  await page.keyboard.press('Escape');
  if (!isMobile) {
    await board.card('Seat map flickers while it scrolls').hover();
    await studio.take(page, 'board/card-menu', {
      again: () => openMenu(page, 'Actions for Seat map flickers while it scrolls'),
    });
    await page.keyboard.press('Escape');
  }

  await page.getByRole('button', { name: 'Add card to In progress' }).click();
  await page.keyboard.type('Tell people when the price has changed');
  await studio.take(page, 'board/adding');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Filter cards' });
  await panel.getByRole('checkbox', { name: 'Bug' }).check();
  await studio.take(page, 'board/filter-panel');
  await page.keyboard.press('Escape');
  await studio.take(page, 'board/filtered');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();

  await board.link('Checkout: one page instead of four').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(board.announced).toContainText('position 2');
  await studio.take(page, 'board/in-the-hand-by-keys');
  await page.keyboard.press('Escape');
});

test('a card in the hand and a note with Undo', async ({ studio, isMobile }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  await expectBoardDrawn(page);
  const board = boardOn(page);
  if (!isMobile) {
    const { x, y } = await middleOf(board.card('Refunds come twice when a payment is retried'));
    await carryByMouse(page, board.card('Seat map flickers while it scrolls'), { x: x + 20, y });
    await studio.takeAsIs(page, 'board/dragging');
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  await board.link('Timetable for the winter season').click();
  await board.sheet.getByRole('button', { name: 'Actions for FA-1' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(board.toasts).toContainText('archived');
  // It leaves by itself, but not from under a pointer.
  await board.toasts.getByText('archived').hover();
  await studio.takeAsIs(page, 'board/note');
});
