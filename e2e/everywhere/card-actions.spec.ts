import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand } from '../support/gestures.js';

test.beforeEach(({ person }) => layOut(person, { Left: ['One', 'Two'], Right: ['Three'] }));

const titleOf = (page: Page) => boardOn(page).sheet.getByRole('textbox', { name: 'Title' });

/** Opens the menu of the open card. */
async function choose(page: Page, name: string): Promise<void> {
  await boardOn(page)
    .sheet.getByRole('button', { name: /^Actions for [A-Z]+-\d+$/ })
    .click();
  await page.getByRole('menuitem', { name }).click();
}

async function cardOf({ caller, boardId }: Person, cardId: string) {
  return (await caller.boards.get({ boardId })).cards.find(({ id }) => id === cardId);
}

test('J and K, and their arrows, lead from card to card, but not while somebody types @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  await expect(titleOf(page)).toHaveValue('One');
  await expect(board.sheet.locator('> [tabindex="-1"]')).toBeFocused();
  await page.keyboard.press('j');
  await expect(titleOf(page)).toHaveValue('Two');
  await expect(board.sheet.locator('> [tabindex="-1"]')).toBeFocused();
  await page.keyboard.press('j');
  await expect(titleOf(page)).toHaveValue('Three');
  await expect(board.sheet.getByRole('button', { name: 'Next card' })).toBeDisabled();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(titleOf(page)).toHaveValue('Two');
  await board.sheet.getByRole('button', { name: 'Previous card' }).click();
  await expect(titleOf(page)).toHaveValue('One');
  await titleOf(page).press('End');
  await page.keyboard.type('jk');
  await expect(titleOf(page)).toHaveValue('Onejk');
  await page.goBack();
  await expect(board.sheet).toBeHidden();
  await expect(board.card('Onejk')).toBeVisible();
});

test('a right click on a card, and the key for it, open its menu @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const menu = page.getByRole('menu', { name: 'Actions for Two' });
  await page.getByRole('button', { name: 'Actions for Two' }).waitFor({ state: 'attached' });
  await expectHand(page);
  await expect(async () => {
    await board.card('Two').click({ button: 'right' });
    await expect(menu.getByRole('menuitem', { name: 'Open' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await board.link('Two').focus();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Move to the top' }).click();
  await expect(board.titles('Left')).toHaveText(['Two', 'One']);
});

test('a card is duplicated below itself, and that is undone @desktop', async ({ visit, person }) => {
  const cardId = 'left-1';
  await person.caller.boards.commit({
    boardId: person.boardId,
    changeId: 'fill',
    operations: [
      { type: 'card.edit', cardId, details: 'Details' },
      { type: 'checklist.create', cardId, checklistId: 'x', title: 'Steps' },
      { type: 'item.create', cardId, checklistId: 'x', itemId: 'i', text: 'A step' },
    ],
  });
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  await choose(page, 'Duplicate');
  await expect(board.toasts).toContainText('duplicated');
  await page.keyboard.press('Escape');
  await expect(board.titles('Left')).toHaveText(['One', 'One', 'Two']);
  const copy = async () => {
    const { cards } = await person.caller.boards.get({ boardId: person.boardId });
    return cards.find(({ id, title }) => title === 'One' && id !== cardId) ?? {};
  };
  await expect.poll(copy).toMatchObject({ details: 'Details', checklists: [{ title: 'Steps' }] });
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
});

test('a card’s link and its text are copied @phone', async ({ visit, person }) => {
  const page = await visit(person, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await boardOn(page).link('One').click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await choose(page, 'Copy link');
  await expect.poll(clipboard).toBe(page.url());
  await choose(page, 'Copy as Markdown');
  await expect.poll(clipboard).toMatch(/^# [A-Z]+-\d+ One\n\n- \*\*Column:\*\* Left\n$/);
});

test('cards are linked by keys, shown on both, followed and unlinked @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const { sheet } = board;
  await board.link('One').click();
  await sheet.getByRole('button', { name: 'Link a card' }).press('Enter');
  const field = page.getByRole('combobox', { name: 'Card' });
  await expect(field).toBeFocused();
  const found = page.getByRole('listbox', { name: 'Cards' }).getByRole('option');
  await expect(found.filter({ hasText: 'One' })).toHaveCount(0);
  await page.keyboard.type('thr');
  await expect(found).toHaveCount(1);
  await expectAccessible(page, 'finder of a card to link');
  await page.keyboard.press('Enter');
  await expect(sheet.getByText('Blocked by', { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await cardOf(person, 'right-1'))?.links)
    .toEqual([{ kind: 'blocks', cardId: 'left-1' }]);
  await sheet.getByRole('link', { name: /Three/ }).click();
  await expect(titleOf(page)).toHaveValue('Three');
  await expect(sheet.getByText('Blocks', { exact: true })).toBeVisible();
  await sheet.getByRole('button', { name: /^Unlink/ }).click();
  await expect(sheet.getByText('Blocks', { exact: true })).toBeHidden();
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(sheet.getByText('Blocks', { exact: true })).toBeVisible();
});

test('a card goes to another board, is shown there, and comes back by one undo @phone', async ({
  visit,
  person,
  home,
}) => {
  const other = await home.app.user();
  await home.app.services.db.write
    .insertInto('members')
    .values({ board_id: other.boardId, user_id: person.id, role: 'editor', created_at: '2026-01-01T00:00:00.000Z' })
    .execute();
  const page = await visit(person, { path: `/b/${person.boardId}` });
  const board = boardOn(page);
  await board.link('One').click();
  await choose(page, 'Move to another board…');
  const dialog = page.getByRole('dialog', { name: /to another board$/ });
  await expect(dialog.getByLabel('Column')).toBeEnabled();
  await expectAccessible(page, 'asking for another board');
  await dialog.getByLabel('Board').selectOption(other.boardId);
  await dialog.getByLabel('Column').selectOption({ label: 'Review' });
  await dialog.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await expect(board.toasts).toContainText('Moved to');
  await expect(board.titles('Left')).toHaveText(['Two']);
  const titlesThere = async () => {
    const { cards } = await other.caller.boards.get({ boardId: other.boardId });
    return cards.filter(({ columnId }) => columnId === 'col-review').map(({ title }) => title);
  };
  expect(await titlesThere()).toContain('One');
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
  expect(await titlesThere()).not.toContain('One');

  await board.link('One').click();
  await choose(page, 'Move to another board…');
  await dialog.getByLabel('Board').selectOption(other.boardId);
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await board.toasts.getByRole('button', { name: 'Show' }).last().click();
  await expect(titleOf(page)).toHaveValue('One');
  await expect(page).toHaveURL(new RegExp(`/b/${other.boardId}/`));
});

test('files are put on a card, downloaded, taken off and put back @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const { sheet } = board;
  await board.link('One').click();
  const chooser = page.waitForEvent('filechooser');
  await sheet.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan') });
  const row = sheet.getByRole('region', { name: 'Files' }).getByRole('listitem').filter({ hasText: 'plan.txt' });
  await expect(row.getByRole('link', { name: 'Download plan.txt' })).toBeVisible();
  await expect
    .poll(async () => (await cardOf(person, 'left-1'))?.attachments?.map(({ name }) => name))
    .toEqual(['plan.txt']);
  await expectAccessible(page, 'card with a file');
  const download = page.waitForEvent('download');
  await row.getByRole('link', { name: 'Download plan.txt' }).click();
  expect((await download).suggestedFilename()).toBe('plan.txt');
  await row.getByRole('button', { name: 'Remove plan.txt' }).click();
  await expect(row).toBeHidden();
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
});

test('a picture that is pasted into the details is shown in them, and is on the card @phone', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  const details = board.sheet.getByRole('textbox', { name: 'Details' });
  await details.focus();
  await details.evaluate((element) => {
    const bytes = Uint8Array.from(atob('R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='), (sign) =>
      sign.charCodeAt(0),
    );
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'dot.gif', { type: 'image/gif' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(details).toHaveValue(/^!\[dot\.gif\]\(\/files\/.+\/dot\.gif\)/);
  await page.keyboard.press('Escape');
  await expect(board.sheet.getByRole('img', { name: 'dot.gif' })).toBeVisible();
  await expect.poll(async () => (await cardOf(person, 'left-1'))?.attachments?.length).toBe(1);
});

test('a file that cannot be sent says what to do, and is not forgotten @desktop', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const page = await visit(person);
  const board = boardOn(page);
  const { sheet } = board;
  await board.link('One').click();
  await expect(sheet.getByRole('button', { name: 'Attach files' })).toBeVisible();
  await page.route('**/files/**', (route) => route.abort('internetdisconnected'));
  const chooser = page.waitForEvent('filechooser');
  await sheet.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan') });
  const row = sheet.getByRole('region', { name: 'Files' }).getByRole('listitem').filter({ hasText: 'plan.txt' });
  await expect(row).toContainText('Check your connection, then try again.');
  await page.unroute('**/files/**');
  await row.getByRole('button', { name: /again$/ }).click();
  await expect(row.getByRole('link', { name: 'Download plan.txt' })).toBeVisible();
});

test('axe finds nothing on the menu of a card @phone', async ({ visit, person }) => {
  const page = await visit(person);
  await boardOn(page).link('One').click();
  await boardOn(page)
    .sheet.getByRole('button', { name: /^Actions for [A-Z]+-\d+$/ })
    .click();
  await expect(page.getByRole('menuitem', { name: 'Select' })).toBeFocused();
  await expectAccessible(page, 'menu of the open card');
});
