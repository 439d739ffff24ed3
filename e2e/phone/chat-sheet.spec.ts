import { boardOn, layOut } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, fingerOn, middleOf } from '../support/gestures.js';
import { leaveFree } from '../support/thumb.js';

test.use({ motion: true });

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Right: ['Three'] }));

test('the assistant is a sheet over the lower part of the board, which stays in sight', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await expect(chat.panel).toBeHidden();
  await chat.open();
  await expect(chat.field).toBeFocused();
  await expect.poll(async () => (await boxOf(chat.panel)).y).toBeGreaterThan(240);
  await expect(board.card('One')).toBeInViewport({ ratio: 1 });
  scriptTurn(home.model, [{ name: 'card_edit', arguments: { cardId: 'left-1', title: 'One, renamed' } }]);
  await chat.ask('Let One be called “One, renamed”');
  await expect(board.card('One, renamed')).toBeInViewport();
  await chat.panel.getByRole('button', { name: 'Close the assistant' }).tap();
  await expect(chat.panel).toBeHidden();
  await board.card('One, renamed').getByRole('button', { name: 'Undo' }).tap();
  await expect(board.card('One')).toBeVisible();
});

test('the sheet follows the finger on its head, stays above the keyboard, and Back closes it and leads back into it from a card', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [{ name: 'card_move', arguments: { cardId: 'left-1', columnId: 'right' } }]);
  await chat.ask('Let One be in Right');
  await chat.receipt.getByRole('link', { name: 'RM-9' }).tap();
  await expect(chat.panel).toBeHidden();
  await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('One');
  await page.goBack();
  await expect(chat.panel).toBeVisible();
  await expect(board.sheet).toBeHidden();
  const finger = await fingerOn(page);
  const height = async () => Math.round((await boxOf(chat.panel)).height);
  // Far enough that it is the nearest rest, whether the finger threw it or the machine held its breath.
  const pull = async (by: number) => {
    const head = await middleOf(chat.panel.getByRole('heading', { level: 2 }));
    await finger.down(head);
    await finger.move({ x: head.x, y: head.y + by }, 160);
    await finger.up();
    // A browser takes what comes at once after a throw for what stops it, and makes no click of it.
    await finger.rest(600);
  };
  await pull(-200);
  await expect.poll(height).toBe(832);
  // Nothing can be reached of what it covers.
  const behind = page.locator('[inert] #board, #board[inert]');
  await expect(behind).toHaveCount(1);
  await pull(280);
  await expect.poll(height).toBe(540);
  await expect(behind).toHaveCount(0);
  await leaveFree(page, 480);
  await expect.poll(async () => (await boxOf(chat.field)).y + (await boxOf(chat.field)).height).toBeLessThan(480);
  await expect.poll(async () => (await boxOf(chat.panel)).y).toBeGreaterThan(0);
  await leaveFree(page, 844);
  await page.goBack();
  await expect(chat.panel).toBeHidden();
  await expect(page).toHaveURL(/\/b\/[^/]+$/);
  await chat.open();
  await pull(400);
  await expect(chat.panel).toBeHidden();
  // It has left its place in the history by then.
  await expect.poll(() => page.evaluate(() => 'sheet' in Object(history.state))).toBe(false);
  await page.reload();
  await expect(board.card('Three')).toBeAttached();
  await expect(chat.panel).toBeHidden();
});
