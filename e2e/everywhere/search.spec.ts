import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { paletteOn } from '../support/palette.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

const LAYOUT = { Left: ['Seat map flickers', 'Fare rules'], Right: ['Ferry cancelled'] };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

test(
  'a card is found and opened by keys alone, and closing it leads back to the board',
  { tag: '@desktop' },
  async ({ visit, person }) => {
    const page = await visit(person);
    const board = boardOn(page);
    const palette = paletteOn(page);
    await expect(board.card('Fare rules')).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(palette.field).toBeFocused();
    await page.keyboard.type('fare ru');
    await expect(palette.chosen).toContainText('Fare rules');
    await expect(palette.chosen.locator('mark')).toHaveText(['Fare', 'ru']);
    await expect(palette.said).toHaveText('1 result.');
    await page.keyboard.press('Enter');
    await expect(palette.dialog).toBeHidden();
    await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Fare rules');
    await page.keyboard.press('Escape');
    await expect(board.sheet).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`/b/${person.boardId}$`));

    await page.keyboard.press('/');
    await expect(palette.option(/Fare rules/)).toBeVisible();
    const rows = palette.dialog.getByRole('option');
    await page.keyboard.press('End');
    await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(palette.dialog).toBeHidden();
  },
);

test('cards of other boards are found, archived ones too, and lead to where they are @desktop', async ({
  visit,
  person,
  home,
}) => {
  const other = await home.app.user();
  await home.app.services.db.write
    .insertInto('members')
    .values({ board_id: other.boardId, user_id: person.id, role: 'viewer', created_at: '' })
    .execute();
  const created = { columnId: 'col-done', details: 'About a quokka' } as const;
  await other.caller.boards.commit({
    boardId: other.boardId,
    changeId: 'found',
    operations: [{ type: 'card.create', cardId: 'there', title: 'A marsupial', ...created }],
  });
  const { caller, boardId } = person;
  await caller.boards.commit({ boardId, changeId: 'a', operations: [{ type: 'card.archive', cardId: 'right-1' }] });
  const page = await visit(person);
  const palette = paletteOn(page);
  await palette.button.click();
  await palette.field.fill('quokk');
  await expect(palette.chosen).toContainText('RM-9 A marsupial');
  await expect(palette.chosen.locator('mark')).toHaveText(['quokk']);
  await palette.chosen.click();
  await expect(page).toHaveURL(new RegExp(`/b/${other.boardId}/RM-9$`));
  await expect(boardOn(page).sheet).toContainText('A marsupial');
  await page.keyboard.press('Control+k');
  await palette.field.fill('ferry');
  await expect(palette.chosen).toContainText('Archived');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/archive\?q=RM-11$/);
  await expect(boardOn(page).sheet.getByRole('listitem')).toContainText(['Ferry cancelled']);
});

test('boards and actions are there before anything is typed, and what leads nowhere says so @phone', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const palette = paletteOn(page);
  await expect(boardOn(page).card('Fare rules')).toBeVisible();
  await palette.button.click();
  await expect(palette.option('People')).toBeVisible();
  await palette.field.fill('roadm');
  await expect(palette.option(/This board/)).toBeVisible();
  // Made elsewhere since the page was opened.
  await page.keyboard.press('Escape');
  await person.caller.boards.create({ title: 'Harbour', template: 'empty', changeId: 'made-elsewhere' });
  await palette.button.click();
  await palette.field.fill('harb');
  await expect(palette.option(/Harbour/)).toBeVisible();
  await palette.field.fill('zzzz');
  await expect(palette.said).toContainText('Nothing found for “zzzz”.');
  await palette.field.fill('new c');
  await expect(palette.chosen).toHaveText('Add cardN');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title of a new card in Left' })).toBeFocused();
  // In a field of the page, too.
  await page.keyboard.press('Control+k');
  await expect(palette.field).toBeFocused();
});

test('offline this board is searched, and that is said @desktop', async ({ visit, person, troubles }) => {
  troubles.expect(NO_ANSWER);
  const page = await visit(person);
  const palette = paletteOn(page);
  await expect(boardOn(page).card('Fare rules')).toBeVisible();
  await palette.button.click();
  await expect(palette.field).toBeFocused();
  await page.context().setOffline(true);
  await palette.field.fill('fare');
  await expect(palette.chosen).toContainText('Fare rules');
  await expect(palette.dialog).toContainText('You are offline: only this board');
  await page.context().setOffline(false);
});

test('axe finds nothing in the palette, and a card that is not here points to the archive @phone', async ({
  visit,
  person,
}) => {
  const page = await visit(person, { path: '/card/RM-999' });
  await page.getByRole('button', { name: 'Look in the archive' }).click();
  await expect(page).toHaveURL(/\/archive\?q=RM-999$/);
  await expect(boardOn(page).sheet).toContainText('No archived card or column has “RM-999”');
  const palette = paletteOn(page);
  await page.keyboard.press('Control+k');
  await expect(palette.option('People')).toBeVisible();
  await expectAccessible(page, 'palette');
  await palette.field.fill('fare');
  await expect(palette.chosen).toBeVisible();
  await expectAccessible(page, 'palette with results');
  await palette.field.fill('zzzz');
  await expect(palette.dialog).toContainText('Nothing found');
  await expectAccessible(page, 'palette without results');
});
