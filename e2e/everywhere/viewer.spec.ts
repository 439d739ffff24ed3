import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import { callsTools, says } from '@talkan/api/chat/testing/replies';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand } from '../support/gestures.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };

/** Somebody who may look at the board of `owner`, and has no other one. */
const viewer = test.extend<{ guest: Person }>({
  guest: async ({ home, person }, use) => {
    await layOut(person, LAYOUT);
    const guest = await home.app.member(person.boardId, 'viewer');
    const own = home.app.services.db.write.deleteFrom('members').where('user_id', '=', guest.id);
    await own.where('board_id', '!=', person.boardId).execute();
    await use(guest);
  },
});

function controlsOf(page: Page): Promise<string[]> {
  const controls = page.getByRole('main').locator('button, input, textarea, select').filter({ visible: true });
  return controls.evaluateAll((elements) => elements.map((element) => element.ariaLabel ?? element.textContent ?? ''));
}

viewer('a viewer sees the board and its cards, and no way to change them', async ({ visit, guest, isMobile }) => {
  const page = await visit(guest);
  const board = boardOn(page);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  const harmless = isMobile ? ['Left 2', 'Right 1', 'Filter'] : ['Filter'];
  await expect.poll(() => controlsOf(page)).toEqual(harmless);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Account' })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: /undo|redo|rename|add/i })).toHaveCount(0);
  await board.card('One').hover();
  expect(await controlsOf(page)).toEqual(harmless);
  await board.card('One').click();
  await expect(board.sheet).toContainText('One');
  // Below stands what happened to the card, with ways to read more of it.
  const header = board.sheet.locator('header').first();
  await expect(header.getByRole('button', { name: 'Close card' })).toBeVisible();
  await expect(
    board.sheet.getByRole('button', { name: /archive|move|restore|undo|edit|delete|add |attach/i }),
  ).toHaveCount(0);
  await expect(board.sheet.locator('textarea, select, input')).toHaveCount(0);
});

viewer('keys and pointer move nothing for a viewer @desktop', async ({ visit, guest, person }) => {
  const page = await visit(guest);
  const board = boardOn(page);
  await expectHand(page);
  await board.link('One').focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(board.announced).toBeEmpty();
  await expect(board.link('Two')).toBeFocused();
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

viewer(
  'a viewer chooses cards to copy them and to ask about them, not to change them @desktop',
  async ({ visit, guest }) => {
    const page = await visit(guest, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    const board = boardOn(page);
    const bar = page.getByRole('region', { name: 'Chosen cards' });
    await board.link('One').focus();
    await expect(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+a');
      await expect(bar).toContainText('2 cards chosen', { timeout: 500 });
    }).toPass();
    const buttons = ['Copy links', 'Copy as Markdown', 'Ask about these 2 cards', 'Clear (Esc)'];
    await expect.poll(() => controlsOf(page)).toEqual(['Filter', ...buttons]);
    await bar.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(board.toasts).toContainText('2 cards copied as Markdown');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.match(/^# .*$/gm)).toEqual([expect.stringContaining('One'), expect.stringContaining('Two')]);
  },
);

viewer(
  'a viewer may ask the assistant, which cannot change anything either @desktop',
  async ({ visit, guest, home, isMobile, person }) => {
    const page = await visit(guest);
    const chat = chatOn(page, { isMobile });
    await chat.open();
    await expect(chat.panel).toContainText('Changes are for editors of this board.');
    await expect(chat.panel.getByRole('button', { name: /When something is to change/ })).toBeHidden();
    await chat.list();
    await expect(chat.drawer.getByRole('radio')).toHaveCount(0);
    await chat.list();
    home.model.script(says('Three cards.'));
    await chat.ask('How many cards are there?');
    await expect(chat.log).toContainText('Three cards.');
    const move = { name: 'card_move', arguments: { cardId: 'left-1', columnId: 'right' } };
    home.model.script(callsTools([move]), says('You may not.'));
    await chat.ask('Get One over there');
    await expect(chat.log).toContainText('Only editors may change this board');
    expect(await storedLayout(person)).toEqual(LAYOUT);
  },
);
