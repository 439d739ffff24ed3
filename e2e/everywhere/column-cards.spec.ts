import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

async function choose(page: Page, column: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: `Actions for the column ${column}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a column is sorted once, all of its cards are moved, and each is taken back @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const before = await storedLayout(person);
  await choose(page, 'Backlog', 'Title');
  await expect(board.toasts).toContainText('in that order already');
  await choose(page, 'Backlog', 'Move all cards…');
  const dialog = page.getByRole('dialog', { name: 'Move all cards' });
  await dialog.getByRole('combobox', { name: 'Column' }).selectOption('Done');
  await expectAccessible(page, 'the question where cards go');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(board.toasts.getByText('2 cards moved to “Done”')).toBeVisible();
  await expect.poll(async () => (await storedLayout(person))['Done']).toHaveLength(4);
  await board.toasts.filter({ hasText: '2 cards moved' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedLayout(person)).toEqual(before);

  await choose(page, 'Backlog', 'Archive 2 cards');
  await expect.poll(async () => (await storedLayout(person))['Backlog']).toEqual([]);
  await board.toasts.filter({ hasText: 'of “Backlog” archived' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedLayout(person)).toEqual(before);
});

test('a column shows its limit, and on a board that keeps limits it takes no more @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await choose(page, 'Backlog', 'Limit and colour…');
  const dialog = page.getByRole('dialog', { name: 'Backlog' });
  const limit = dialog.getByRole('textbox', { name: 'Limit' });
  await limit.fill('0');
  await expect(dialog.getByRole('alert')).toContainText('from 1 to 20,000');
  await limit.fill('2');
  await dialog.getByRole('radio', { name: 'Green' }).check();
  await expectAccessible(page, 'what a column is like');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(board.lane('Backlog').getByText('of 2 allowed')).toBeAttached();
  const get = async () => (await person.caller.boards.get({ boardId: person.boardId })).columns[0];
  await expect.poll(get).toMatchObject({ limit: 2, hue: 160 });
  const add = async (title: string) => {
    await page.getByRole('button', { name: 'Add card to Backlog' }).click();
    await page.getByRole('textbox', { name: 'Title of a new card in Backlog' }).fill(title);
    await page.keyboard.press('Enter');
  };
  await add('Third');
  await expect(board.announced).toHaveText('Added “Third” to Backlog, over the limit of 2.');

  const { boardId } = person;
  await person.caller.boards.commit({
    boardId,
    changeId: 'keep-limits',
    operations: [{ type: 'board.edit', limits: 'refuse' }],
  });
  await expect(async () => {
    await person.caller.boards.get({ boardId });
    await page.reload();
    const link = board.link('Prototype analytics view');
    await link.press('Space');
    await link.page().keyboard.press('ArrowLeft');
    await link.page().keyboard.press('Space');
    await expect(board.card('Prototype analytics view').getByRole('alert')).toContainText(
      'Not moved: Backlog is full (3 of 2).',
      { timeout: 2000 },
    );
  }).toPass();
  await add('Fourth');
  // What could not be moved is not the only one any more: they are said together.
  await expect(page.getByRole('main')).toContainText('2 of your changes could not be made');
  await expect(board.announced).not.toContainText('Added');
});

test('somebody keeps a column collapsed, on every machine @desktop', async ({ visit, person, isMobile }) => {
  test.skip(isMobile, 'A phone shows one column at a time.');
  const page = await visit(person);
  await choose(page, 'Done', 'Collapse');
  const open = page.getByRole('button', { name: /Done/ }).and(page.locator('[aria-expanded=false]'));
  await expect(open).toContainText('2');
  await expect(open).toBeFocused();
  await expectAccessible(page, 'a collapsed column');
  await expect.poll(async () => (await person.caller.boards.list())[0]?.collapsed).toEqual(['col-done']);
  const elsewhere = await visit(person);
  const shut = elsewhere.getByRole('region', { name: 'Done, collapsed' });
  await shut.getByRole('button').press('Enter');
  await expect(boardOn(elsewhere).link('Ship marketing page')).toBeVisible();
});
