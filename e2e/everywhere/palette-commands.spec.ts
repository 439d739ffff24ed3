import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { paletteOn } from '../support/palette.js';
import { NOBODY_SIGNED_IN, NO_ANSWER } from '../support/troubles.js';

const LAYOUT = { Backlog: ['Login page', 'Login API'], Review: ['Payment filters'], Done: [] };

test.beforeEach(({ person }) => layOut(person, LAYOUT));

async function openPalette(page: Page) {
  await expect(boardOn(page).card('Login API')).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = paletteOn(page);
  return { ...palette, commands: palette.under('Commands') };
}

test('a command is shown before it is done, done by Enter, told as one, and undone @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const { field, commands } = await openPalette(page);
  await field.fill('move the login api to done and add "Call the bank" to Backlog');
  await expect(commands.first()).toContainText('“Login API” from “Backlog” to “Done”, and 1 more change.');
  await expect(commands.first()).toContainText('Add “Call the bank” to “Backlog”.');
  await expect(commands.first()).toHaveAttribute('aria-selected', 'true');
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

test('what may mean several cards is asked for, and goes on in the field @phone', async ({ visit, person }) => {
  const page = await visit(person);
  const { field, commands, under } = await openPalette(page);
  await field.fill('move login to review');
  await expect(under('Which card do you mean?')).toHaveCount(2);
  await expectAccessible(page, 'a question in the palette');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue(/^move [A-Z]+-\d+ to review$/);
  await expect(commands.first()).toContainText('“Login API” from “Backlog” to “Review”.');
});

test('what is begun is completed from what is on the board @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const { field, commands, under } = await openPalette(page);
  await field.fill('move payment');
  await expect(under('Where to?')).toHaveText(['Backlog', 'Done']);
  await field.fill('rename payment');
  await expect(commands.first()).toContainText('“Payment filters”');
  await field.press('Enter');
  await expect(field).toHaveValue(/^rename [A-Z]+-\d+$/);
  await field.fill('move the payment filters to d');
  await commands.filter({ hasText: 'Done' }).first().click();
  await expect(commands.first()).toContainText('“Payment filters” from “Review” to “Done”.');
});

test('words that are looked for stay what is found, and are no command by themselves @phone', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const { field, chosen, option } = await openPalette(page);
  await field.fill('login api');
  await expect(chosen).toContainText('Login API');
  await expect(option(/^Ask Talkan/)).toHaveCount(0);
  await field.press('Enter');
  await expect(boardOn(page).sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Login API');
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

test('a command that is not understood says why, and offers what would work without choosing it @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const { dialog, field, said, chosen, under, commands } = await openPalette(page);
  await field.fill('move the flurb to done');
  await expect(said).toContainText('“move” was understood, “the flurb to done” was not, so nothing is done.');
  await expect(under('This would work')).toHaveCount(3);
  await expectAccessible(page, 'a refusal in the palette');
  await expect(chosen).toHaveCount(0);
  await field.press('Enter');
  await expect(field).toHaveValue('move the flurb to done');
  await field.press('ArrowDown');
  await expect(chosen).toHaveText('add "Call the printer" to Backlog');
  await field.press('Enter');
  await expect(field).toHaveValue('add "Call the printer" to Backlog');
  await expect(commands.first()).toContainText('Add “Call the printer” to “Backlog”.');
  // What finds cards, or is no command, is a search.
  for (const searched of ['payment', 'flurb', 'the flurb of payments']) {
    await field.fill(searched);
    await expect(dialog.getByRole('option').or(said.getByText('Nothing found')).first()).toBeVisible();
    await expect(said).not.toContainText('understood');
  }
});

test('who may only read is told so, and offered questions @phone', async ({ visit, person, home }) => {
  const viewer = await home.app.member(person.boardId, 'viewer');
  const page = await visit(viewer, { path: `/b/${person.boardId}` });
  const { field, said, under } = await openPalette(page);
  await field.fill('move the login api to done');
  await expect(said).toContainText('editor');
  await expect(under('This would work').first()).toHaveText('what is overdue?');
});

test('what was said before can be said again, and goes with whoever signs out @desktop', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const page = await visit(person);
  const board = boardOn(page);
  const { field, commands, under } = await openPalette(page);
  await expect(under('Say what to do').filter({ hasText: /^Move/ })).toHaveCount(1);
  await field.fill('move the payment filters to done');
  await expect(commands.first()).toContainText('“Payment filters”');
  await field.press('Enter');
  await expect(board.titles('Done')).toHaveText(['Payment filters']);
  await openPalette(page);
  await expect(under('Said before')).toHaveText(['move the payment filters to done']);
  await under('Said before').click();
  await expect(field).toHaveValue('move the payment filters to done');
  await field.fill('sign out');
  await field.press('Enter');
  await expect(page.getByLabel('Username')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('payment filters');
});

test('a date of the calendar is not guessed at where what reads it cannot be had @phone', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  const page = await visit(person);
  const reader = /\/assets\/calendar-words-[^/]+\.js$/;
  await page.route(reader, (route) => route.abort());
  await page.reload();
  const { field, said, commands } = await openPalette(page);
  await field.fill('make the login api due 24 Dec');
  await expect(said).toContainText('Dates such as “24 Dec” cannot be read');
  await expect(commands).toHaveCount(0);
  await field.fill('make the login api due tomorrow');
  await expect(commands.first()).toContainText('“Login API”');
  await page.unroute(reader);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await field.fill('make the login api due 24 Dec');
  await expect(commands.first()).toContainText('to 24 Dec');
  await expectAccessible(page, 'a command with a date');
});
