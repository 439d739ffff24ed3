import type { Page } from '@playwright/test';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

const TITLES = Array.from({ length: 40 }, (_, index) => `Story ${index + 1}`);

/** Takes what a picker offers for the open card, and closes it. */
async function choose(page: Page, field: string | RegExp, option: { picker: string; name: string }): Promise<void> {
  await boardOn(page).sheet.getByRole('button', { name: field }).first().click();
  const picker = page.getByRole('dialog', { name: option.picker, exact: true });
  await picker.getByRole('textbox').first().fill(option.name);
  await picker.getByRole('textbox').first().press('Enter');
}

test('somebody new plans a sprint of forty cards, from the first title to a filter of what is theirs @desktop', async ({
  visit,
  person,
}) => {
  test.slow();
  const page = await visit(person, { path: '/boards/new' });
  const dialog = page.getByRole('dialog', { name: 'New board' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Winter release');
  await dialog.getByRole('radio', { name: 'Sprint' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Make the board' }).click();
  await expect(page).toHaveURL(/\/b\/[^/]+$/);
  const field = page.getByLabel('Title of a new card in Backlog');
  await expect(field).toBeFocused();
  for (const title of TITLES) {
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  const boardId = /\/b\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const stored = async () => person.caller.boards.get({ boardId });
  await expect.poll(async () => (await stored()).cards.length).toBe(TITLES.length);
  // As they were typed.
  const { cards } = await stored();
  const inBacklog = cards.toSorted((one, other) => (one.rank < other.rank ? -1 : 1)).map(({ title }) => title);
  expect(inBacklog).toEqual(TITLES);

  const board = boardOn(page);
  await board.link('Story 40').click();
  await choose(page, 'Add due date', { picker: 'Due date', name: 'tomorrow' });
  await choose(page, 'Add estimate', { picker: 'Estimate', name: '5' });
  await expect.poll(async () => (await stored()).cards.find(({ estimate }) => estimate === 5)?.title).toBe('Story 40');
  await page.keyboard.press('k');
  await expect(board.sheet).toContainText('Story 39');
  await choose(page, 'Add due date', { picker: 'Due date', name: 'yesterday' });
  await page.keyboard.press('Escape');
  await expect(board.sheet).toBeHidden();

  await page.goto(`/b/${boardId}?due=overdue`);
  await expect(page.getByRole('region', { name: 'Filter' }).getByText('1 of 40 cards')).toBeVisible();
  await expect(board.card('Story 39')).toBeVisible();
});
