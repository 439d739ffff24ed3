import type { Page } from '@playwright/test';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

const LAYOUT = { Left: ['One', 'Two'], Right: [] };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

async function choose(page: Page, column: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: `Actions for the column ${column}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('columns are added one after the other @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await choose(page, 'Left', 'Add column');
  const field = page.getByRole('textbox', { name: 'Name of the new column' });
  await expect(field).toBeFocused();
  await field.fill('  Later ');
  await field.press('Enter');
  await field.fill('Never');
  await page.getByRole('button', { name: 'Add column' }).last().click();
  await expect(board.lane('Never')).toBeAttached();
  await choose(page, 'Left', 'Add column');
  await field.press('Escape');
  await expect(page.getByRole('button', { name: 'Add column' })).toBeFocused();
  await expect.poll(async () => Object.keys(await storedLayout(person))).toEqual(['Left', 'Right', 'Later', 'Never']);
  await page.reload();
  await expect(board.lane('Later')).toBeAttached();
});

test('a column is renamed; Esc leaves its name and keeps what was typed for the next try @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await choose(page, 'Left', 'Rename');
  const field = page.getByRole('textbox', { name: 'New name for Left' });
  await expect(field).toBeFocused();
  await field.fill('Half a na');
  await field.press('Escape');
  await expect(board.lane('Left')).toBeAttached();
  await choose(page, 'Left', 'Rename');
  await expect(field).toHaveValue('Half a na');
  await field.fill('A whole name');
  await field.press('Enter');
  await expect(board.lane('A whole name')).toBeAttached();
  await expect.poll(async () => Object.keys(await storedLayout(person))).toEqual(['A whole name', 'Right']);
});

test('a column is archived with its cards, and one Undo brings all of it back @phone', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await choose(page, 'Left', 'Archive with 2 cards');
  await expect(board.lane('Left')).not.toBeAttached();
  await expect(board.toasts).toContainText('“Left” archived with 2 cards');
  await expect.poll(() => storedLayout(person)).toEqual({ Right: [] });
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
  await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
});

test('a board without columns says so and offers to add one @desktop', async ({ visit, person }) => {
  await layOut(person, {});
  const page = await visit(person);
  await expect(page.getByRole('heading', { name: 'No columns yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Add column' }).click();
  await page.getByRole('textbox', { name: 'Name of the new column' }).fill('To do');
  await page.keyboard.press('Enter');
  await expect(boardOn(page).lane('To do')).toBeVisible();
  await expect.poll(() => storedLayout(person)).toEqual({ 'To do': [] });
});

test('the board is renamed by its title @phone', async ({ visit, person }) => {
  const page = await visit(person);
  await page.getByRole('button', { name: 'Product roadmap' }).click();
  await page.getByRole('textbox', { name: 'Board title' }).fill('Winter timetable');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Winter timetable · Talkan');
  const { boardId, caller } = person;
  await expect.poll(async () => (await caller.boards.get({ boardId })).title).toBe('Winter timetable');
});
