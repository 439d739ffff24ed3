import { expectAccessible } from '../support/accessibility.js';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { fillBoard } from '../support/many-cards.js';

test('Ctrl+F finds cards that are not drawn, marks the words, and leaves the focus on what was found', async ({
  visit,
  person,
}) => {
  await fillBoard(person);
  const page = await visit(person);
  const board = boardOn(page);
  const { keyboard } = page;
  const bar = page.getByRole('search', { name: 'Find on this board' });
  const field = bar.getByRole('textbox');
  const marked = (name: string) =>
    page.evaluate(
      (highlight) =>
        [...(CSS.highlights.get(highlight) ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
      name,
    );
  await page.getByRole('button', { name: 'Actions for Card 1-1', exact: true }).waitFor({ state: 'attached' });

  // As soon as the keys are there.
  await expect(async () => {
    await keyboard.press('Control+f');
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await keyboard.type('card 4-77');
  await expect(bar.getByRole('status')).toContainText('1 of 11');
  await expect(board.card('Card 4-77')).toBeInViewport();
  await expect(board.card('Card 4-77')).toHaveAttribute('data-found');
  await expect.poll(() => marked('talkan-found-here')).toEqual(['Card 4-77']);
  await keyboard.press('Enter');
  await expect(board.card('Card 4-770')).toBeInViewport();
  await expect(bar.getByRole('status')).toContainText('2 of 11');
  await expect.poll(() => marked('talkan-found')).toContain('Card 4-77');
  await keyboard.press('Shift+Enter');
  await keyboard.press('F3');
  await expect(bar.getByRole('status')).toContainText(/2 of 11.*Card 4-770/);
  await expectAccessible(page, 'the bar that finds');
  // A second press is the browser’s own.
  const isTaken = await field.evaluate(
    (input) =>
      !input.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true })),
  );
  expect(isTaken).toBe(false);
  await keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(board.link('Card 4-770')).toBeFocused();
  expect(await marked('talkan-found-here')).toEqual([]);

  await keyboard.press('Control+f');
  await expect(field).toHaveValue('card 4-77');
  await keyboard.type('something to say');
  await expect(bar.getByRole('status')).toContainText(/of 5,000in the details/);
  await field.fill('nobody has this');
  await expect(bar.getByRole('status')).toHaveText('No card has “nobody has this”.');
  await keyboard.press('Escape');
  await expect(board.link('Card 4-770')).toBeFocused();

  // A column that is collapsed is opened for what is found in it.
  await page.getByRole('button', { name: 'Actions for the column Column 2' }).click();
  await page.getByRole('menuitem', { name: 'Collapse' }).click();
  await expect(board.lane('Column 2, collapsed')).toBeVisible();
  await board.link('Card 4-770').focus();
  await keyboard.press('Control+f');
  await field.fill('card 2-500');
  await expect(board.card('Card 2-500')).toBeInViewport();
  await field.fill('card 4-770');
  await keyboard.press('Escape');
  await expect(board.link('Card 4-770')).toBeFocused();

  // In an open card there is nothing that is not drawn.
  await keyboard.press('Enter');
  await expect(board.sheet).toBeVisible();
  await keyboard.press('Control+f');
  await expect(bar).toBeHidden();
});
