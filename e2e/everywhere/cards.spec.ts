import { boardOn, layOut, openDetails, storedCard, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Right: [] }));

test('several cards are added in a row without leaving the field, and a list that is pasted at once @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Add card to Left' }).click();
  const field = page.getByRole('textbox', { name: 'Title of a new card in Left' });
  for (const title of ['Three', 'Four', 'Five']) {
    await expect(field).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
  }
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three', 'Four', 'Five']);
  await expect(field).toHaveValue('');
  await field.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '- Six\n- Seven\n\n- Eight\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(board.toasts).toContainText('3 cards added to Left');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  const added = ['Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
  await expect.poll(async () => (await storedLayout(person))['Left']).toEqual(['One', 'Two', ...added]);
});

test('a title of nothing but spaces adds no card @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  await page.getByRole('button', { name: 'Add card to Left' }).click();
  await page.keyboard.type('   ');
  await expect(page.getByRole('button', { name: 'Add card', exact: true }).first()).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(boardOn(page).titles('Left')).toHaveText(['One', 'Two']);
});

test('title and details are edited in the open card and kept @phone', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').click();
  await board.sheet.getByRole('textbox', { name: 'Title', exact: true }).fill('One, renamed');
  await board.sheet.getByRole('textbox', { name: 'Details' }).fill('First line\n\n  Third line, indented');
  await board.sheet.getByRole('button', { name: 'Close card' }).click();
  await expect(board.titles('Left')).toHaveText(['One, renamed', 'Two']);
  // Not polled: until the title is saved there is no such card to ask about.
  await expect(async () => {
    expect((await storedCard(person, 'One, renamed')).details).toBe('First line\n\n  Third line, indented');
  }).toPass();
  await page.reload();
  await board.card('One, renamed').click();
  await expect(await openDetails(board)).toHaveValue('First line\n\n  Third line, indented');
});

test('a title cannot be emptied: the card says so and keeps the old one @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').click();
  await board.sheet.getByRole('textbox', { name: 'Title', exact: true }).fill('');
  await expect(board.sheet.getByRole('alert')).toContainText('A card needs a title.');
  await board.sheet.getByRole('button', { name: 'Close card' }).click();
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
});

test('an archived card leaves the board, and Undo in the note brings it back where it was @phone', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').click();
  await board.sheet.getByRole('button', { name: 'Actions for RM-9' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(board.sheet).toBeHidden();
  await expect(board.titles('Left')).toHaveText(['Two']);
  await expect(board.toasts).toContainText('RM-9 archived');
  await expect.poll(async () => (await storedLayout(person))['Left']).toEqual(['Two']);
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
  await expect.poll(async () => (await storedLayout(person))['Left']).toEqual(['One', 'Two']);
});

test('the column of an open card is changed where it stands @desktop', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').click();
  await board.sheet.getByLabel('Column').selectOption('Right');
  await expect(board.announced).toHaveText('RM-9 is in Right, position 1 of 1.');
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Two'], Right: ['One'] });
});

test('an address names a card, and a card that is not there is said to be missing @phone', async ({
  visit,
  person,
}) => {
  const page = await visit(person, { path: '/card/RM-10' });
  const board = boardOn(page);
  await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Two');
  await page.goto('/card/RM-4711');
  await expect(page.getByRole('heading', { name: 'RM-4711 is not here' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the board' }).click();
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});
