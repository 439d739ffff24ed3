import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { paletteOn } from '../support/palette.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Right: [] }));

test('Undo walks back what this person did, whichever door it came by, and the note offers the way forth @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const { caller, boardId } = person;
  const operations = [{ type: 'card.move' as const, cardId: 'left-1', columnId: 'right' }];
  await caller.boards.commit({ boardId, changeId: 'by-a-script', operations });
  await page.reload();
  await expect(board.titles('Right')).toHaveText(['One']);

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
  await expect(board.toasts).toContainText('Undone: Moved');
  await board.toasts.getByRole('button', { name: 'Redo' }).click();
  await expect(board.titles('Right')).toHaveText(['One']);
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Two'], Right: ['One'] });
});

test('the keys walk back and forth over a reload, and in a field they belong to its text @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Add card to Left' }).click();
  await page.keyboard.type('Three');
  await page.keyboard.press('Enter');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  await page.keyboard.type('typed');
  await page.keyboard.press('Control+z');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  await page.getByRole('textbox', { name: 'Title of a new card in Left' }).fill('');
  await page.keyboard.press('Escape');

  await expect(board.sign).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
  await page.keyboard.press('Control+Shift+Z');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);

  // What offered to undo the same goes with it.
  await board.link('Three').press('a');
  await expect(board.toasts).toContainText('archived');
  await page.keyboard.press('Control+z');
  await expect(board.toasts).toContainText('Undone: Archived');
  await expect(board.toasts.getByRole('button', { name: 'Undo', exact: true })).toBeHidden();
});

test('the walk ends at the making of the board, by key and in the palette @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const palette = paletteOn(page);
  await expect(board.card('One')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(board.titles('Backlog').first()).toBeVisible();
  const before = await storedLayout(person);
  await page.keyboard.press('Control+z');
  await expect(board.toasts).toContainText('You have nothing to undo.');
  await page.keyboard.press('Control+k');
  await palette.field.fill('undo');
  await palette.field.press('Enter');
  await expect(board.toasts).toContainText('You have nothing to undo.');
  expect(await storedLayout(person)).toEqual(before);
});
