import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { chatOn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf } from '../support/gestures.js';
import { paletteOn } from '../support/palette.js';

const LAYOUT = { Backlog: ['Login page', 'Login API', 'Old plan'], Review: ['Payment filters'], Done: [] };

test.beforeEach(({ person }) => layOut(person, LAYOUT));

/** The names in a menu. */
async function menuOf(page: Page, button: string): Promise<string[]> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const items = page.getByRole('menuitem');
  await expect(items.first()).toBeVisible();
  const names = await items.locator('span').allTextContents();
  await page.keyboard.press('Escape');
  return names;
}

test('what stands in the menus of the page stands in the palette, too, by the same names', async ({
  visit,
  person,
  isMobile,
}) => {
  const page = await visit(person);
  await expect(boardOn(page).card('Login API')).toBeVisible();
  const names = [...(await menuOf(page, 'Board menu')), ...(await menuOf(page, 'Account'))];
  const { option, chosen, under, field } = paletteOn(page);
  await page.keyboard.press('Control+k');
  for (const name of names) await expect(under('Actions').filter({ hasText: name }).first()).toBeAttached();
  for (const name of ['Rename the board', 'Filter', 'Add card', 'Add column', 'Notices'])
    await expect(option(name).first()).toBeAttached();
  // A phone has no such keys.
  await expect(option(isMobile ? /^Undo$/ : 'Undo Ctrl Z')).toBeAttached();
  await field.fill('filter');
  await expect(chosen).toHaveText('FilterF');
  await field.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Filter cards' })).toBeVisible();
});

test('an open card and the columns have theirs in it, with their names @phone', async ({ visit, person, isMobile }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const { option, chosen, field } = paletteOn(page);
  await expect(board.card('Login API')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(option(/^Duplicate/)).toHaveCount(0);
  await field.fill('sort backlog title');
  await option('Sort cards once by title Backlog').click();
  await expect(board.titles('Backlog')).toHaveText(['Login API', 'Login page', 'Old plan']);
  await board.link('Login page').click();
  await expect(board.sheet.getByRole('button', { name: 'Next card' })).toBeEnabled();
  await page.keyboard.press('Control+k');
  await expect(option(isMobile ? /^Next card [A-Z]+-\d+$/ : /^Next card [A-Z]+-\d+ J$/)).toBeVisible();
  await field.fill('add due date');
  await expect(chosen).toHaveText(/^Add due date/);
  await field.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Due date' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await field.fill('duplicate');
  await field.press('Enter');
  await expect(board.toasts).toContainText('duplicated');
});

test('who may only read is offered what they may @desktop', async ({ visit, person, home }) => {
  const viewer = await home.app.member(person.boardId, 'viewer');
  const page = await visit(viewer, { path: `/b/${person.boardId}` });
  await expect(boardOn(page).card('Login API')).toBeVisible();
  await page.keyboard.press('Control+k');
  const { option, under } = paletteOn(page);
  await expect(option('History')).toBeAttached();
  await expect(under('Actions').filter({ hasText: /^(?:Undo|Redo|Add|Rename)/ })).toHaveCount(0);
});

test('before anything is typed, what was opened and what can be said come first @phone', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const { dialog, field, under } = paletteOn(page);
  for (const title of ['Login page', 'Login API', 'Old plan', 'Payment filters']) {
    await page.goto(`/b/${person.boardId}`);
    await expect(board.card('Login page')).toBeVisible();
    await page.goto(`/b/${person.boardId}${await pathOf(page, title)}`);
    await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(title);
  }
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expect(dialog.getByRole('group')).toHaveCount(3);
  await expect(under('Recently opened')).toHaveCount(3);
  await expect(under('Say what to do').last()).toBeInViewport();
  const [last, frame] = [await boxOf(under('Say what to do').last()), await boxOf(dialog)];
  expect(last.y + last.height).toBeLessThan(frame.y + frame.height);
  await expectAccessible(page, 'the palette before anything is typed');
});

async function pathOf(page: Page, title: string): Promise<string> {
  const href = await boardOn(page).link(title).getAttribute('href');
  return `/${href?.split('/').at(-1) ?? ''}`;
}

test(
  'what can be chosen is large enough, and nothing is behind the keyboard',
  { tag: '@phone' },
  async ({ visit, person }) => {
    const page = await visit(person);
    const { dialog, option, button } = paletteOn(page);
    await expect(boardOn(page).card('Login API')).toBeVisible();
    await button.click();
    await expect(option('People')).toBeAttached();
    for (const box of await dialog.getByRole('option').or(dialog.getByRole('button')).all())
      expect((await boxOf(box)).height).toBeGreaterThanOrEqual(44);
    // As a browser tells of a keyboard that it lays over the page.
    await page.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', { get: () => 480 });
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    await expect.poll(async () => (await boxOf(dialog)).height).toBe(480);
    await page.keyboard.press('End');
    const { y, height } = await boxOf(option('Notices'));
    expect(y + height).toBeLessThanOrEqual(480);
  },
);

test('whoever looks for the assistant beside an open panel is led into it, and not out of it @desktop', async ({
  visit,
  person,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await expect(chat.field).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const palette = paletteOn(page);
  await palette.field.fill('assistant');
  await expect(palette.under('Actions')).toHaveText([/^Assistant/, /^Close the assistant/]);
  await palette.field.press('Enter');
  await expect(chat.field).toBeFocused();
});
