import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { NOBODY_SIGNED_IN, NO_ANSWER } from '../support/troubles.js';

const LAYOUT = { Backlog: ['Login page', 'Login API'], Review: ['Payment filters'], Done: [] };

test.beforeEach(({ person }) => layOut(person, LAYOUT));

async function openPalette(page: Page) {
  await expect(boardOn(page).card('Login API')).toBeVisible();
  await page.keyboard.press('Control+k');
  return page.getByRole('combobox', { name: 'Search or jump to' });
}

const commands = (page: Page) => page.getByRole('group', { name: 'Commands' }).getByRole('option');

test('a command is shown before it is done, done by Enter, told as one, and undone', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const field = await openPalette(page);
  await field.fill('move the login api to done and add "Call the bank" to Backlog');
  await expect(commands(page).first()).toContainText('“Login API” from “Backlog” to “Done”, and 1 more change.');
  await expect(commands(page).first()).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page, 'a command in the palette');
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await field.press('Enter');
  await expect(board.toasts).toContainText('Done: Move');
  await expect
    .poll(() => storedLayout(person))
    .toEqual({ Backlog: ['Login page', 'Call the bank'], Review: ['Payment filters'], Done: ['Login API'] });
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
});

test('what may mean several cards is asked for, and goes on in the field', async ({ visit, person }) => {
  const page = await visit(person);
  const field = await openPalette(page);
  await field.fill('move login to review');
  await expect(commands(page)).toHaveCount(2);
  await expect(commands(page).first()).toContainText('Which card do you mean?');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue(/^move [A-Z]+-\d+ to review$/);
  await expect(commands(page).first()).toContainText('“Login API” from “Backlog” to “Review”.');
});

test('what is begun is completed from what is on the board', async ({ visit, person }) => {
  const page = await visit(person);
  const field = await openPalette(page);
  await field.fill('move payment');
  await expect(commands(page).first()).toContainText('“Payment filters”');
  await field.press('Enter');
  await expect(field).toHaveValue(/^move [A-Z]+-\d+$/);
  await field.pressSequentially(' to d');
  await commands(page).filter({ hasText: 'Done' }).first().click();
  await expect(commands(page).first()).toContainText('“Payment filters” from “Review” to “Done”.');
});

test('words that are looked for stay what is found, and are no command by themselves', async ({ visit, person }) => {
  const page = await visit(person);
  const field = await openPalette(page);
  await field.fill('login api');
  await expect(page.getByRole('option', { selected: true })).toContainText('Login API');
  await field.press('Enter');
  await expect(boardOn(page).sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Login API');
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

test('what was said before can be said again, and goes with whoever signs out', async ({ visit, person, troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const page = await visit(person);
  const board = boardOn(page);
  let field = await openPalette(page);
  await expect(commands(page).filter({ hasText: /^Move/ })).toHaveCount(1);
  await field.fill('move the payment filters to done');
  await expect(commands(page).first()).toContainText('“Payment filters”');
  await field.press('Enter');
  await expect(board.titles('Done')).toHaveText(['Payment filters']);
  field = await openPalette(page);
  await expect(commands(page).first()).toHaveText('move the payment filters to done');
  await commands(page).first().click();
  await expect(field).toHaveValue('move the payment filters to done');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('payment filters');
});

test('a date of the calendar is not guessed at where what reads it cannot be had', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  const page = await visit(person);
  const reader = /\/assets\/calendar-words-[^/]+\.js$/;
  await page.route(reader, (route) => route.abort());
  await page.reload();
  const field = await openPalette(page);
  await field.fill('make the login api due 24 Dec');
  await expect(page.getByRole('status').filter({ hasText: 'Dates such as “24 Dec” cannot be read' })).toBeVisible();
  await expect(commands(page)).toHaveCount(0);
  await field.fill('make the login api due tomorrow');
  await expect(commands(page).first()).toContainText('“Login API”');
  await page.unroute(reader);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await field.fill('make the login api due 24 Dec');
  await expect(commands(page).first()).toContainText('to 24 Dec');
  await expectAccessible(page, 'a command with a date');
});
