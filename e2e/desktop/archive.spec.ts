import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import type { Operation } from '@talkan/board/operations';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three', 'Four'] };

/** Archives card by card, and at last a column with what is left in it. */
async function archive({ caller, boardId }: Person): Promise<void> {
  const changes: Operation[][] = [
    [{ type: 'card.archive', cardId: 'left-1' }],
    [{ type: 'card.archive', cardId: 'right-1' }],
    [
      { type: 'card.archive', cardId: 'right-2' },
      { type: 'column.archive', columnId: 'right' },
    ],
  ];
  for (const [index, operations] of changes.entries()) {
    await caller.boards.commit({ boardId, changeId: `archived-${index}`, operations });
  }
}

const rowOf = (page: Page, title: string) =>
  boardOn(page)
    .sheet.getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) });

test.beforeEach(async ({ person }) => {
  await layOut(person, LAYOUT);
  await archive(person);
});

test('what was archived is found and brought back, by keys alone', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Board menu' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  const rows = board.sheet.getByRole('listitem');
  await expect(rows).toHaveCount(4 + 8 + 5);
  await expect(rows.first()).toContainText('Right');

  await board.sheet.getByRole('searchbox').focus();
  await page.keyboard.type('one');
  await expect(rowOf(page, 'One')).toHaveCount(1);
  await expect(board.sheet.getByText('Three')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(board.sheet.getByRole('button', { name: /^Restore [A-Z]+-\d+$/ }).first()).toBeFocused();
  await rowOf(page, 'One')
    .getByRole('button', { name: /^Restore/ })
    .press('Enter');
  await expect(board.toasts).toContainText('restored.');
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['One', 'Two'] });
  await expect(rowOf(page, 'One')).toHaveCount(0);
  await board.toasts.getByRole('button', { name: 'Open' }).press('Enter');
  await expect(board.sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('One');
  await page.keyboard.press('Escape');
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
});

test('a column comes back with the cards that went with it, a card with its column, and both are undone', async ({
  visit,
  person,
}) => {
  const page = await visit(person, { path: `/b/${person.boardId}/archive` });
  const board = boardOn(page);
  await board.sheet.getByRole('button', { name: 'Restore the column Right and the cards archived with it' }).click();
  await expect(board.toasts).toContainText('“Right” restored with 1 card.');
  expect(await storedLayout(person)).toEqual({ Left: ['Two'], Right: ['Four'] });
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Two'] });

  const row = rowOf(page, 'Three');
  await row.getByRole('button', { name: /^Restore with its column/ }).click();
  await expect(board.toasts).toContainText('restored with its column “Right”.');
  expect(await storedLayout(person)).toEqual({ Left: ['Two'], Right: ['Three'] });
});

test('an owner deletes for ever, after a question that Enter answers with no', async ({ visit, person, troubles }) => {
  troubles.expect(/status of 409 .*boards\.purge/);
  const page = await visit(person, { path: `/b/${person.boardId}/archive` });
  const board = boardOn(page);
  const row = rowOf(page, 'One');
  const question = page.getByRole('dialog', { name: 'Delete for ever?' });
  await row.getByRole('button', { name: /^Delete/ }).press('Enter');
  await expect(question).toContainText(/RM-\d+ “One” and every text of it go/);
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(row).toBeVisible();

  const column = rowOf(page, 'Right');
  await column.getByRole('button', { name: 'Delete the column Right for ever' }).click();
  await question.getByRole('button', { name: 'Delete for ever' }).click();
  await expect(question.getByRole('alert')).toContainText('There are archived cards in this column.');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(board.sheet).toBeVisible();

  await row.getByRole('button', { name: /^Delete/ }).click();
  await question.getByRole('button', { name: 'Delete for ever' }).click();
  await expect(board.toasts).toContainText('is deleted for ever.');
  await expect(row).toHaveCount(0);
  const { caller, boardId } = person;
  const { entries } = await caller.boards.archived({ boardId, query: 'One' });
  expect(entries.filter(({ title }) => title === 'One')).toEqual([]);
});

test('an editor is not offered to delete for ever, and a viewer nothing at all', async ({ visit, person, home }) => {
  const path = `/b/${person.boardId}/archive`;
  for (const [role, buttons] of [
    ['editor', ['Restore']],
    ['viewer', []],
  ] as const) {
    const page = await visit(await home.app.member(person.boardId, role), { path });
    const row = rowOf(page, 'One');
    await expect(row).toBeVisible();
    await expect(row.getByRole('button')).toHaveText(buttons);
  }
});

test('an archive with nothing in it, or nothing like it, says so', async ({ visit, home }) => {
  const newcomer = await home.app.user();
  const page = await visit(newcomer, { path: `/b/${newcomer.boardId}/archive` });
  const { sheet } = boardOn(page);
  await expect(sheet).toContainText('Nothing is archived');
  await sheet.getByRole('searchbox').fill('unicorn');
  await expect(sheet).toContainText('No archived card or column has “unicorn”');
});

test('axe finds nothing in the archive and in the question before something is deleted', async ({ visit, person }) => {
  const page = await visit(person, { path: `/b/${person.boardId}/archive` });
  const { sheet } = boardOn(page);
  await expect(sheet).toContainText('Three');
  await expectAccessible(page, 'archive');
  await sheet
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'Delete for ever?' })).toBeVisible();
  await expectAccessible(page, 'the question before something is deleted');
});
