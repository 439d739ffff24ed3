import type { Keyboard } from '@playwright/test';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand } from '../support/gestures.js';

const STORIES = ['Sign in', 'Sign out', 'Reset a password', 'Name a board', 'Share a board', 'Print a board'];
/** What the days of a week are called where a date is typed. */
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

test('whoever has no mouse makes a board, plans a week on it, runs the sprint, and clears it away', async ({
  visit,
  person,
}) => {
  test.slow();
  const page = await visit(person, { path: '/boards' });
  const { keyboard } = page;
  const board = boardOn(page);
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
  await page.getByRole('link', { name: 'Product roadmap' }).waitFor();
  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused();
  await keyboard.type('new board');
  await page
    .getByRole('option', { name: /New board/ })
    .first()
    .waitFor();
  await keyboard.press('Enter');
  await expect(dialog('New board').getByRole('textbox', { name: 'Title' })).toBeFocused();
  await keyboard.type('Winter release');
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(dialog('New board').getByRole('radio', { name: 'Kanban' })).toBeFocused({ timeout: 200 });
  }).toPass();
  await keyboard.press('ArrowRight');
  await expect(dialog('New board').getByRole('radio', { name: 'Sprint' })).toBeChecked();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Title of a new card in Backlog')).toBeFocused();
  const boardId = /\/b\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const stored = () => person.caller.boards.get({ boardId });
  for (const story of STORIES) {
    await keyboard.type(story);
    await keyboard.press('Enter');
  }
  await keyboard.press('Escape');
  await expectHand(page);
  await expect(board.link('Print a board')).toBeFocused();

  // The week: a day each, and whose it is.
  await keyboard.press('Home');
  for (const [at, day] of DAYS.entries()) {
    const link = board.link(STORIES[at] ?? '');
    await expect(link).toBeFocused();
    await keyboard.press('d');
    await expect(dialog('Due date').getByRole('textbox').first()).toBeFocused();
    await keyboard.type(day);
    await keyboard.press('Enter');
    await expect(link).toBeFocused();
    await keyboard.press('ArrowDown');
  }
  const days = async () => {
    const { cards } = await stored();
    return cards.flatMap(({ title, dueAt }) => (dueAt ? [[title, new Date(dueAt).getUTCDay()]] : []));
  };
  await expect
    .poll(async () => Object.fromEntries(await days()))
    .toEqual(Object.fromEntries(DAYS.map((_, at) => [STORIES[at], at + 1])));
  await keyboard.press('Home');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Chosen cards' });
  await expect(bar).toContainText('4 cards chosen');
  await keyboard.press('l');
  await expect(dialog('Labels').getByRole('textbox').first()).toBeFocused();
  await keyboard.type('Story');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await keyboard.press('m');
  await expect(page.getByRole('combobox', { name: 'Column', exact: true })).toBeFocused();
  await keyboard.type('Ready');
  await keyboard.press('Enter');
  await expect(board.titles('Ready')).toHaveText(STORIES.slice(0, 4));
  await expect(board.titles('Backlog')).toHaveText(STORIES.slice(4));
  await keyboard.press('Escape');
  await expect(bar).toBeHidden();

  // The sprint: one by one into work, where there is room for three.
  for (const story of STORIES.slice(0, 4)) {
    await expect(board.titles('Ready').first()).toHaveText(story);
    await walk(keyboard, 1);
    await keyboard.press('Home');
    await expect(board.link(story)).toBeFocused();
    await keyboard.press('Space');
    await keyboard.press('ArrowRight');
    await keyboard.press('Home');
    await keyboard.press('Space');
    await expect(board.titles('In progress')).toContainText([story]);
    await expect(board.link(story)).toBeFocused();
  }
  await expect(page.locator('[aria-live]').filter({ hasText: /limit/ }).first()).toBeAttached();
  await keyboard.press('z');
  await expect(board.titles('In progress')).toHaveText(STORIES.slice(0, 3).toReversed());
  await expect(board.titles('Ready')).toHaveText(STORIES.slice(3, 4));

  // What is done goes there, and from there out of sight; one key brings it back.
  for (const story of STORIES.slice(0, 3)) {
    await walk(keyboard, 2);
    await keyboard.press('End');
    await expect(board.link(story)).toBeFocused();
    await keyboard.press('m');
    await expect(page.getByRole('combobox', { name: 'Column', exact: true })).toBeFocused();
    await keyboard.type('Done');
    await keyboard.press('Enter');
    await expect(board.titles('Done')).toContainText([story]);
  }
  await expect(board.link(STORIES[2] ?? '')).toBeFocused();
  await keyboard.press('Control+a');
  await expect(bar).toContainText('3 cards chosen');
  await keyboard.press('a');
  await expect(board.titles('Done')).toHaveCount(0);
  await expect(board.toasts).toContainText('3 cards archived');
  await keyboard.press('z');
  await expect(board.titles('Done')).toHaveText(STORIES.slice(0, 3).toReversed());
  await expect.poll(async () => (await stored()).cards.length).toBe(STORIES.length);
});

/** From wherever in a board of five columns to one of them. */
async function walk(keyboard: Keyboard, column: number): Promise<void> {
  for (let step = 0; step < 4; step += 1) await keyboard.press('ArrowLeft');
  for (let step = 0; step < column; step += 1) await keyboard.press('ArrowRight');
}
