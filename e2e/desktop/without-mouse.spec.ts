import { TEST_PASSWORD } from '@talkan/api/testing';
import { boardOn, layOut, storedCard, storedLayout } from '../support/board.js';
import { chatOn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';

test('whoever has no mouse signs in, fills a board, works on it, finds, asks the assistant, and takes it back', async ({
  launch,
  visit,
  troubles,
}) => {
  // A server without a model: plain commands are understood there.
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, { Next: [], Doing: ['Old'], Done: [] });
  troubles.expect(NOBODY_SIGNED_IN);
  const page = await visit(null, { server });
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile: false });
  const { keyboard } = page;
  const dialog = (name: string) => page.getByRole('dialog', { name });
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.type(person.username);
  await keyboard.press('Tab');
  await keyboard.type(TEST_PASSWORD);
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Actions for Old' }).waitFor({ state: 'attached' });

  // From nowhere to where the board begins, through a column without cards, and three cards into that.
  const first = page
    .getByRole('region', { name: 'Next' })
    .getByRole('button', { name: 'Add card to Next', exact: true });
  await expect(async () => {
    await keyboard.press('ArrowDown');
    await expect(first).toBeFocused({ timeout: 500 });
  }).toPass();
  await keyboard.press('ArrowRight');
  await expect(board.link('Old')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(first).toBeFocused();
  await keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Title of a new card in Next' })).toBeFocused();
  for (const title of ['Write', 'Print', 'Bind']) {
    await keyboard.type(title);
    await keyboard.press('Enter');
  }
  await keyboard.press('Escape');
  await expect(board.link('Bind')).toBeFocused();

  // A label, a person, a date.
  await keyboard.press('Home');
  await expect(board.link('Write')).toBeFocused();
  await keyboard.press('l');
  await expect(dialog('Labels')).toBeVisible();
  await keyboard.type('Book');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Create label' })).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(board.link('Write')).toBeFocused();
  await keyboard.press('p');
  await expect(dialog('Assignees')).toBeVisible();
  const me = dialog('Assignees').getByRole('checkbox');
  await expect(me).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await expect(me).toBeChecked();
  await keyboard.press('Escape');
  await expect(board.link('Write')).toBeFocused();
  await keyboard.press('d');
  await expect(dialog('Due date')).toBeVisible();
  await keyboard.type('tomorrow');
  await keyboard.press('Enter');
  await expect(board.link('Write')).toBeFocused();
  await expect(board.announced).toHaveText(/^Due date .* set on RM-\d+\.\s?$/);
  await expect(board.card('Write')).toContainText(/Book.*Due/s);
  await expect
    .poll(() => storedCard(person, 'Write'))
    .toMatchObject({ assigneeIds: [person.id], labelIds: [expect.any(String)], dueAt: expect.any(String) });

  // Carried by keys.
  await keyboard.press('Space');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Space');
  await expect(board.titles('Done')).toHaveText(['Write']);
  await expect(board.link('Write')).toBeFocused();

  // To a column by its name, and back.
  for (const name of ['Doing', 'Done']) {
    await keyboard.press('m');
    await expect(page.getByRole('combobox', { name: 'Column', exact: true })).toBeFocused();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await expect(board.link('Write')).toBeFocused();
    await expect(board.titles(name)).toContainText(['Write']);
  }

  // Two are chosen, archived, and brought back by one key.
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await expect(board.link('Print')).toBeFocused();
  await keyboard.press('x');
  await keyboard.press('ArrowDown');
  await keyboard.press('x');
  await keyboard.press('a');
  await expect(board.toasts).toContainText('2 cards archived');
  await expect(board.titles('Next')).toHaveCount(0);
  // Where nothing is left of a column, in the next one that has any.
  await expect(board.link('Old')).toBeFocused();
  await keyboard.press('z');
  await expect(board.titles('Next')).toHaveText(['Print', 'Bind']);

  await keyboard.press('?');
  await expect(dialog('Keyboard shortcuts')).toBeVisible();
  await keyboard.press('Escape');
  await expect(board.link('Old')).toBeFocused();
  await keyboard.press('Control+f');
  await expect(page.getByRole('search')).toBeVisible();
  await keyboard.type('book');
  await expect(page.getByRole('search').getByRole('status')).toContainText('1 of 1');
  await keyboard.press('Escape');
  await expect(board.link('Write')).toBeFocused();

  // The assistant, and back.
  await keyboard.press('F6');
  await expect(chat.field).toBeFocused();
  // What was opened over it leads back to it.
  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(chat.field).toBeFocused();
  await keyboard.type('move Print to Doing');
  await keyboard.press('Enter');
  await expect(board.titles('Doing')).toHaveText(['Old', 'Print']);
  await expect(chat.receipt).toContainText('1 change');
  await keyboard.press('Shift+F6');
  await expect(board.link('Write')).toBeFocused();
  await keyboard.press('Control+z');
  await expect(board.titles('Next')).toHaveText(['Print', 'Bind']);
  await expect.poll(() => storedLayout(person)).toEqual({ Next: ['Print', 'Bind'], Doing: ['Old'], Done: ['Write'] });
});
