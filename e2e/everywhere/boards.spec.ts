import type { Operation } from '@talkan/board/operations';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { homeOn, makeBoards } from '../support/home.js';
import { untilNamed } from '../support/kept.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

const SEVEN = ['Ferry app', 'Hiring', 'Sprint 9', 'Sprint 10', 'Winter release', 'Zebra'];

test('home shows all boards by title, the starred ones first, and finds one by title or key', async ({
  visit,
  person,
}) => {
  await makeBoards(person, SEVEN);
  const page = await visit(person, { path: '/boards' });
  const home = homeOn(page);
  await expect(home.titles('All boards')).toHaveText([
    'Ferry app',
    'Hiring',
    'Product roadmap',
    'Sprint 9',
    'Sprint 10',
    'Winter release',
    'Zebra',
  ]);
  await expect(home.section('All boards').getByRole('listitem').nth(2)).toContainText('8 cards');
  await expect(page).toHaveTitle('Boards · Talkan');

  const star = home.star('Zebra');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await expect(home.titles('Starred')).toHaveText(['Zebra']);
  await page.reload();
  await expect(home.titles('Starred')).toHaveText(['Zebra']);

  const field = page.getByRole('searchbox', { name: 'Find a board' });
  await field.fill('sprint');
  await expect(home.titles('Found')).toHaveText(['Sprint 9', 'Sprint 10']);
  await expect(home.section('Starred')).toBeHidden();
  await field.fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'No boards match' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all boards' }).click();
  await expect(home.titles('All boards')).toHaveCount(7);
});

test('the boards that were opened last stand apart @phone', async ({ visit, person }) => {
  const [ferry = ''] = await makeBoards(person, SEVEN);
  const page = await visit(person, { path: `/b/${ferry}` });
  await expect(boardOn(page).lane('To do')).toBeVisible();
  const noted = async () => (await person.caller.boards.list()).find(({ id }) => id === ferry)?.visitedAt;
  await expect.poll(noted).toBeTruthy();
  await page.getByRole('link', { name: 'Talkan, all boards' }).click();
  await expect(homeOn(page).titles('Recent')).toHaveText(['Ferry app']);
  await homeOn(page).link('Ferry app', 'Recent').click();
  await expect(page).toHaveURL(new RegExp(`/b/${ferry}$`));
});

test('a new board is made of a template, and its first card can be typed at once @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  await page.getByRole('button', { name: 'Board menu' }).click();
  await page.getByRole('menuitem', { name: 'New board…' }).click();
  const { dialog } = homeOn(page);
  const title = dialog.getByRole('textbox', { name: 'Title' });
  const key = dialog.getByRole('textbox', { name: 'Key' });
  await expect(title).toBeFocused();
  await title.fill('Timetable 3.0');
  await expect(key).toHaveValue('TIM');
  await expect(key).toHaveAccessibleDescription('Cards are TIM-1, -2 …');
  await key.fill('rm');
  await expect(key).toHaveValue('RM');
  await expect(key).toHaveAccessibleDescription('“Product roadmap” has this key, too.');
  await key.fill('tt');
  await title.fill('Timetable 3.0 for winter');
  await expect(key).toHaveValue('TT');
  await dialog.getByRole('radio', { name: 'Sprint' }).check({ force: true });
  await expect(dialog).toContainText('Backlog · Ready · In progress · Review · Done');
  await dialog.getByRole('radio', { name: 'Violet' }).check({ force: true });
  await expectAccessible(page, 'a new board');
  await dialog.getByRole('button', { name: 'Make the board' }).click();

  const board = boardOn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Timetable 3.0 for winter' })).toBeVisible();
  await expect(page.getByLabel('Title of a new card in Backlog')).toBeFocused();
  await page.keyboard.type('The first card');
  await page.keyboard.press('Enter');
  await expect(board.card('The first card')).toContainText('TT-1');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Product roadmap' })).toBeVisible();
});

test('an empty board begins with the name of its first column @phone', async ({ visit, person }) => {
  const page = await visit(person, { path: '/boards/new' });
  const { dialog } = homeOn(page);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Nothing yet');
  await dialog.getByRole('radio', { name: 'Empty' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Make the board' }).click();
  await expect(page.getByLabel('Name of the new column')).toBeFocused();
  await page.keyboard.type('Ideas');
  await page.keyboard.press('Enter');
  await expect(boardOn(page).lane('Ideas')).toBeVisible();
});

test('what is wrong with a new board is said at its field, and what was typed outlives Esc @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person, { path: '/boards' });
  const { dialog } = homeOn(page);
  await page.getByRole('button', { name: 'New board' }).click();
  await dialog.getByRole('button', { name: 'Make the board' }).click();
  const title = dialog.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await expect(title).toHaveAccessibleDescription('Give the board a title.');
  await title.fill('Half a thought');
  await dialog.getByRole('textbox', { name: 'Key' }).fill('x');
  await expect(dialog.getByRole('textbox', { name: 'Key' })).toHaveAccessibleDescription(
    'Two to five letters, A to Z.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/boards$/);
  await page.getByRole('button', { name: 'New board' }).click();
  await expect(title).toHaveValue('Half a thought');
});

test('a star stays, whatever was on its way when it was put on @phone', async ({ visit, person }) => {
  await makeBoards(person, ['Ferry app']);
  const page = await visit(person, { path: '/boards' });
  const home = homeOn(page);
  await expect(home.link('Ferry app')).toBeVisible();
  let arrive = (): void => {};
  const starred = new Promise<void>((resolve) => (arrive = resolve));
  let asked = 0;
  await page.route(/\/trpc\/.*boards\.list/, async (route) => {
    const first = asked === 0;
    asked += 1;
    const response = await route.fetch();
    if (first) await starred;
    // The page may have given it up by now.
    await route.fulfill({ response }).catch(() => {});
  });
  // As when somebody comes back to this page; while it still loads that brings nothing new.
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect
    .poll(async () => {
      await comeBack();
      return asked;
    })
    .toBe(1);
  await page.getByRole('button', { name: 'Star Ferry app' }).click();
  await expect(home.titles('Starred')).toHaveText(['Ferry app']);
  arrive();
  await expect.poll(() => asked).toBe(2);
  await expect(home.titles('Starred')).toHaveText(['Ferry app']);
});

test(
  'whoever has only a keyboard finds, stars and opens a board, and makes one',
  { tag: '@desktop' },
  async ({ visit, person }) => {
    await makeBoards(person, SEVEN);
    const page = await visit(person, { path: '/boards' });
    const home = homeOn(page);
    await home.link('Ferry app').focus();
    await page.keyboard.press('ArrowRight');
    await expect(home.link('Hiring')).toBeFocused();
    await page.keyboard.press('s');
    await expect(home.titles('Starred')).toHaveText(['Hiring']);
    await expect(home.link('Hiring')).toBeFocused();
    await page.keyboard.press('End');
    await expect(home.link('Zebra')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(home.link('Hiring', 'Starred')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(home.link('Ferry app')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ferry app' })).toBeVisible();

    await page.getByRole('button', { name: 'Board menu' }).press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(home.dialog).toBeVisible();
    await page.keyboard.type('By keys');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(home.dialog.getByRole('radio', { name: 'Sprint' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(boardOn(page).lane('Ready')).toBeVisible();
  },
);

test('an owner changes what the board is called and how it behaves, in one change @phone', async ({
  visit,
  person,
}) => {
  // Without one of its own it has a colour by its id: perhaps the very one that is chosen here.
  const operations: Operation[] = [{ type: 'board.edit', hue: 75 }];
  await person.caller.boards.commit({ boardId: person.boardId, changeId: 'coloured', operations });
  const page = await visit(person);
  await page.getByRole('button', { name: 'Board menu' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  const sheet = page.getByRole('dialog', { name: 'Board settings' });
  await sheet.getByRole('textbox', { name: 'Title' }).fill('Ferries');
  const key = sheet.getByRole('textbox', { name: 'Key' });
  await key.fill('fer');
  await expect(key).toHaveAccessibleDescription('Numbers will read differently: RM-1 becomes FER-1.');
  await sheet.getByRole('textbox', { name: 'Description' }).fill('All that sails.');
  await sheet.getByRole('radio', { name: 'Pink' }).check({ force: true });
  await sheet.getByRole('radio', { name: 'It takes no more' }).check();
  await expectAccessible(page, 'the settings');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Ferries' })).toBeVisible();
  await expect(boardOn(page).card('Design card layout')).toContainText('FER-5');
  const stored = async () => person.caller.boards.get({ boardId: person.boardId });
  await expect
    .poll(stored)
    .toMatchObject({ seq: 3, key: 'FER', description: 'All that sails.', hue: 340, limits: 'refuse' });
  await page.getByRole('link', { name: 'Talkan, all boards' }).click();
  await expect(homeOn(page).section('All boards').getByRole('listitem')).toContainText('All that sails.');
});

test('an editor cannot change the key, and a viewer only looks @desktop', async ({ visit, person, home }) => {
  const path = `/b/${person.boardId}/settings`;
  const editors = await visit(await home.app.member(person.boardId, 'editor'), { path });
  const sheet = editors.getByRole('dialog', { name: 'Board settings' });
  await expect(sheet.getByRole('textbox', { name: 'Key' })).not.toBeEditable();
  await expect(sheet.getByRole('textbox', { name: 'Title' })).toBeEditable();
  await expect(sheet.getByRole('button', { name: 'Archive the board' })).toBeHidden();
  const viewers = await visit(await home.app.member(person.boardId, 'viewer'), { path });
  const seen = viewers.getByRole('dialog', { name: 'Board settings' });
  await expect(seen.getByRole('textbox', { name: 'Title' })).not.toBeEditable();
  await expect(seen.getByRole('button', { name: 'Save' })).toBeHidden();
});

test('an owner archives a board, which can then only be read, and restores it @phone', async ({ visit, person }) => {
  await makeBoards(person, ['Another']);
  const page = await visit(person, { path: '/boards' });
  const home = homeOn(page);
  await page.getByRole('button', { name: 'More about Product roadmap' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Archive the board' }).click();
  await expect(home.titles('All boards')).toHaveText(['Another']);
  await page.getByText('Archived 1').click();
  await home.link('Product roadmap', 'Archived boards').click();

  await expect(page.getByText('This board is archived. It can only be read.')).toBeVisible();
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add card to Backlog' })).toBeHidden();
  await expectAccessible(page, 'an archived board');
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('This board is archived.')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add card to Backlog' })).toBeVisible();
});

test('home looks and reads right with many boards, and with none @desktop', async ({ visit, person }) => {
  await makeBoards(person, SEVEN);
  await person.caller.boards.mark({ boardId: person.boardId, starred: true });
  const page = await visit(person, { path: '/boards' });
  await expect(homeOn(page).titles('All boards')).toHaveCount(7);
  await expectAccessible(page, 'home');
});

test('without the server home shows what was kept, and which boards open @phone', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  await makeBoards(person, ['Never opened']);
  const page = await visit(person);
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  await untilNamed(page, 'boards.list');
  await page.getByRole('link', { name: 'Talkan, all boards' }).click();
  await expect(homeOn(page).titles('All boards')).toHaveCount(2);
  await page.context().setOffline(true);
  await page.evaluate(() => globalThis.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('link', { name: 'Product roadmap' }).click();
  await page.getByRole('link', { name: 'Talkan, all boards' }).click();
  await expect(page.getByText('The server does not answer.')).toBeVisible();
  await expect(homeOn(page).section('All boards').getByRole('listitem').first()).toContainText(
    'Not kept in this browser',
  );
  await homeOn(page).link('Product roadmap').click();
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
});
