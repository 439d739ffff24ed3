import type { Page } from '@playwright/test';
import { fingerprint } from '@talkan/board/text';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { commitAs } from '../support/talk.js';

const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('every key that is listed does what the list says', async ({ visit, person }) => {
  await layOut(person, { Left: ['One', 'Two', 'Three'], Right: ['Four'] });
  const page = await visit(person);
  const board = boardOn(page);
  const { keyboard } = page;
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name, exact: true });
  const chosen = page.getByRole('link', { name: /, chosen$/ });
  const found = page.getByRole('textbox', { name: 'Find on this board' });
  const title = board.sheet.getByRole('textbox', { name: 'Title' });
  /** Opens something from the card, and leads back to it. */
  const opens = async (key: string, name: string | RegExp) => {
    await board.link('One').press(key);
    await expect(dialog(name)).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog(name)).toBeHidden();
    await expect(board.link('One')).toBeFocused();
  };
  await expect(board.card('One')).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).waitFor();

  await keyboard.press('?');
  await expect(sheetOf(page)).toBeVisible();
  const listed = await page.locator('[data-key]').evaluateAll((rows) => rows.map((row) => row.dataset['key']));
  await keyboard.press('Escape');
  // Nothing has the focus: what is for a card says how to come to one.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await keyboard.press('l');
  await expect(board.toasts).toContainText('That is done to a card: the arrow keys lead to one, N adds one.');
  await keyboard.press('ArrowDown');
  await expect(board.link('One')).toBeFocused();
  const proofs: Record<string, () => Promise<void>> = {
    async palette() {
      await opens('/', 'Search or jump to');
      await opens('Control+k', 'Search or jump to');
    },
    shortcuts: () => opens('?', 'Keyboard shortcuts'),
    async walk() {
      await board.link('One').press('ArrowDown');
      await expect(board.link('Two')).toBeFocused();
      await keyboard.press('End');
      await expect(board.link('Three')).toBeFocused();
      await keyboard.press('ArrowRight');
      await expect(board.link('Four')).toBeFocused();
    },
    async extend() {
      await board.link('One').press('Shift+ArrowDown');
      await expect(chosen).toHaveText(['One', 'Two']);
      await expect(board.link('Two')).toBeFocused();
    },
    async choose() {
      await keyboard.press('x');
      await expect(chosen).toHaveText(['One']);
      await keyboard.press('Escape');
      await expect(chosen).toHaveCount(0);
    },
    async chooseAll() {
      await keyboard.press('Control+a');
      await expect(chosen).toHaveText(['One', 'Two', 'Three']);
      await keyboard.press('Escape');
    },
    async find() {
      await keyboard.press('Control+f');
      await expect(found).toBeFocused();
      await keyboard.type('o');
      // From the card on that one is.
      await expect(found.locator('..')).toContainText('2 of 3');
    },
    async findNext() {
      await keyboard.press('F3');
      await expect(found.locator('..')).toContainText('3 of 3');
      await keyboard.press('Enter');
      await expect(found.locator('..')).toContainText('1 of 3');
    },
    async findPrevious() {
      await keyboard.press('Shift+F3');
      await keyboard.press('Shift+Enter');
      await expect(found.locator('..')).toContainText('2 of 3');
      await keyboard.press('Escape');
      await expect(board.link('Two')).toBeFocused();
    },
    async region() {
      await keyboard.press('F6');
      await expect(page.getByRole('textbox', { name: 'Message the assistant' })).toBeFocused();
    },
    async regionBefore() {
      await keyboard.press('Shift+F6');
      await expect(board.link('Two')).toBeFocused();
      await keyboard.press('Shift+F6');
      await expect(page.getByRole('link', { name: 'Talkan, all boards' })).toBeFocused();
    },
    async rename() {
      await board.link('One').press('e');
      await expect(page.getByRole('textbox', { name: /^Title of / })).toBeFocused();
      await keyboard.type('Uno');
      await keyboard.press('Enter');
      await expect(board.link('Uno')).toBeFocused();
      await keyboard.press('e');
      await keyboard.type('One');
      await keyboard.press('Escape');
      await expect(board.link('Uno')).toBeFocused();
      // What was typed waits there.
      await keyboard.press('e');
      await keyboard.press('Enter');
      await expect(board.link('One')).toBeFocused();
    },
    move: () => opens('m', /^Move [A-Z]+-\d+$/),
    labels: () => opens('l', 'Labels'),
    people: () => opens('p', 'Assignees'),
    due: () => opens('d', 'Due date'),
    async filter() {
      await board.link('One').press('f');
      await expect(dialog('Filter cards')).toBeVisible();
      await keyboard.press('Escape');
    },
    async newCard() {
      await board.link('Four').press('n');
      await keyboard.type('Five');
      await keyboard.press('Enter');
      await keyboard.type('Six');
      await keyboard.press('Enter');
      await keyboard.press('Escape');
      await expect(board.link('Six')).toBeFocused();
      await expect(board.titles('Right')).toHaveText(['Four', 'Five', 'Six']);
      // A column that is collapsed is opened for it.
      await page.getByRole('button', { name: 'Actions for the column Left' }).click();
      await page.getByRole('menuitem', { name: 'Collapse' }).click();
      await board.lane('Left, collapsed').getByRole('button').press('n');
      await expect(page.getByRole('textbox', { name: 'Title of a new card in Left' })).toBeFocused();
      await keyboard.press('Escape');
    },
    async archive() {
      await board.link('Five').press('a');
      await expect(board.titles('Right')).toHaveText(['Four', 'Six']);
      await expect(board.link('Six')).toBeFocused();
    },
    async undo() {
      await keyboard.press('z');
      await expect(board.titles('Right')).toHaveText(['Four', 'Five', 'Six']);
    },
    async redo() {
      await keyboard.press('Shift+Z');
      await expect(board.titles('Right')).toHaveText(['Four', 'Six']);
    },
    async nextCard() {
      await board.link('One').press('Enter');
      await expect(title).toHaveValue('One');
      await keyboard.press('j');
      await expect(title).toHaveValue('Two');
      // What is done to a card by key is done to the open one.
      await keyboard.press('d');
      await expect(dialog('Due date')).toBeVisible();
      await keyboard.press('Escape');
      await keyboard.press('e');
      await expect(title).toBeFocused();
      await keyboard.press('End');
      await keyboard.type('a');
      await expect(title).toHaveValue('Twoa');
      await keyboard.press('Backspace');
      await keyboard.press('Escape');
      await board.link('Two').press('Enter');
      await expect(title).toHaveValue('Two');
    },
    async previousCard() {
      await keyboard.press('k');
      await expect(title).toHaveValue('One');
      await keyboard.press('Escape');
    },
    async star() {
      await page.goto('/boards');
      const star = page.getByRole('button', { name: /^Star / }).first();
      await page.locator('[data-board]').first().press('s');
      await expect(star).toHaveAttribute('aria-pressed', 'true');
    },
  };
  for (const prove of Object.values(proofs)) await prove();
  expect(new Set(listed)).toEqual(new Set(Object.keys(proofs)));
});

test('single keys do nothing while somebody types, with Ctrl, in a menu, held down, or where they are switched off', async ({
  visit,
  person,
}) => {
  await layOut(person, { Left: ['One', 'Two', 'Three'], Right: [] });
  const page = await visit(person);
  const board = boardOn(page);
  const { keyboard } = page;
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const dialogs = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Actions for One' }).waitFor({ state: 'attached' });

  const letters = 'aelmpdnfzx?/';
  await page.getByRole('textbox', { name: 'Message the assistant' }).fill('');
  await keyboard.type(letters);
  await expect(page.getByRole('textbox', { name: 'Message the assistant' })).toHaveValue(letters);
  await board.link('One').press('Control+c');
  await keyboard.press('Alt+a');
  await page.getByRole('button', { name: 'Actions for the column Left' }).press('Enter');
  await keyboard.press('a');
  await keyboard.press('Escape');
  // Held down, a key archives one card and not one after the other.
  await board.link('One').focus();
  await keyboard.down('a');
  await keyboard.down('a');
  await keyboard.down('a');
  await keyboard.up('a');
  await expect(board.titles('Left')).toHaveText(['Two', 'Three']);
  // A word that is being composed takes the keys that it is typed with.
  await board.link('Two').dispatchEvent('keydown', { key: 'a', isComposing: true, bubbles: true });
  await board.link('Two').dispatchEvent('keydown', { key: 'a', keyCode: 229, bubbles: true });
  await keyboard.press('Space');
  await keyboard.press('a');
  await keyboard.press('Escape');
  await expect(board.titles('Left')).toHaveText(['Two', 'Three']);
  await expect(dialogs).toHaveCount(0);

  await keyboard.press('?');
  await expect(sheet.getByRole('searchbox')).toBeFocused();
  await keyboard.type('nothing like it');
  await expect(sheet).toContainText('No shortcut for “nothing like it”.');
  await sheet.getByRole('searchbox').fill('archive');
  await expect(sheet.getByRole('term')).toHaveText(['Archive it']);
  await expectAccessible(page, 'the list of keys');
  await sheet.getByRole('checkbox', { name: 'Single keys' }).uncheck();
  await expect(sheet.getByRole('definition')).toHaveText('A (off)');
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toHaveAttribute('title', 'Filter');
  await page.reload();
  await page.getByRole('button', { name: 'Actions for Two' }).waitFor({ state: 'attached' });
  await board.link('Two').focus();
  for (const key of letters) await keyboard.press(key);
  await expect(dialogs).toHaveCount(0);
  await expect(board.titles('Left')).toHaveText(['Two', 'Three']);
  // The other keys go on.
  await keyboard.press('ArrowDown');
  await expect(board.link('Three')).toBeFocused();
  await keyboard.press('Control+z');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  // A card that somebody else takes from under the focus leaves it to its neighbour.
  await expect(board.link('Three')).toBeFocused();
  await person.caller.boards.commit({
    boardId: person.boardId,
    changeId: 'elsewhere',
    operations: [{ type: 'card.archive', cardId: 'left-3' }],
  });
  await expect(board.titles('Left')).toHaveText(['One', 'Two']);
  await expect(board.link('Two')).toBeFocused();
  // What the keys do is in the menu, from where the list is opened, too.
  await page.getByRole('button', { name: 'Account' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).press('Enter');
  await expect(sheet.getByRole('checkbox', { name: 'Single keys' })).not.toBeChecked();
  await sheet.getByRole('checkbox', { name: 'Single keys' }).check();
  await keyboard.press('Escape');

  // Who goes on typing into what somebody else has taken away does nothing to the card that has the focus since.
  await board.link('Two').press('e');
  await keyboard.type('Two a');
  // Where it is only taken to another column, typing goes on there.
  await commitAs(person, { type: 'card.move', cardId: 'left-2', columnId: 'right' });
  const moved = board.lane('Right').getByRole('textbox', { name: /^Title of/ });
  await expect(moved).toBeFocused();
  await keyboard.type('nd');
  await expect(moved).toHaveValue('Two and');
  const taken = commitAs(person, { type: 'card.archive', cardId: 'left-2' });
  await expect(async () => {
    await keyboard.type('a');
    await expect(board.toasts).toContainText('Somebody has taken away', { timeout: 50 });
  }).toPass({ intervals: [50] });
  await taken;
  await expect(board.titles('Left')).toHaveText(['One']);
  await expect(board.link('One')).toBeFocused();
  // An arrow ends that.
  await keyboard.press('Home');
  // What was typed before somebody else changed the title does not take the place of that unasked, however much later.
  await keyboard.press('e');
  await keyboard.type('Mine');
  await keyboard.press('Escape');
  await commitAs(person, {
    type: 'card.edit',
    cardId: 'left-1',
    title: { to: 'Theirs', was: fingerprint('One') },
  });
  await expect(board.link('Theirs')).toBeFocused();
  await keyboard.press('e');
  await keyboard.press('Enter');
  await expect(board.card('Theirs')).toContainText('Keep one of the two texts');
});
