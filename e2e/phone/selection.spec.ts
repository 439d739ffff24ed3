import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expectAccessible } from '../support/accessibility.js';
import { expect, test } from '../support/fixtures.js';
import { pressBack } from '../support/thumb.js';

test.use({ motion: true });

test('cards are picked by taps until Done, and labelled as one change', async ({ visit, person }) => {
  await layOut(person, { Left: ['One', 'Two', 'Three'], Right: ['Four'] });
  const page = await visit(person);
  const board = boardOn(page);
  const bar = page.getByRole('region', { name: 'Chosen cards' });
  await board.link('Two').tap();
  await board.sheet.getByRole('button', { name: /^Actions for [A-Z]+-\d+$/ }).tap();
  await page.getByRole('menuitem', { name: 'Select' }).tap();
  await expect(board.sheet).toBeHidden();
  await expect(bar).toContainText('1 card chosen');
  await board.link('Three').tap();
  await board.link('One').tap();
  await board.link('Three').tap();
  await expect(bar).toContainText('2 cards chosen');
  await expect(board.sheet).toBeHidden();
  await expectAccessible(page, 'picked cards');
  for (const button of await bar.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), await button.innerText()).toBeGreaterThanOrEqual(44);
  }

  await bar.getByRole('button', { name: 'Labels' }).tap();
  await page.getByRole('textbox', { name: 'Find labels' }).fill('Bug');
  await page.getByRole('button', { name: 'Create “Bug”' }).tap();
  await page.getByRole('button', { name: 'Create label' }).tap();
  await expect(board.toasts).toContainText('Label “Bug” created and put on 2 cards');
  await page.getByRole('button', { name: 'Done' }).last().tap();
  const labelled = async () => {
    const { cards } = await person.caller.boards.get({ boardId: person.boardId });
    return cards.filter(({ labelIds }) => labelIds?.length === 1).map(({ title }) => title);
  };
  await expect.poll(labelled).toEqual(['One', 'Two']);
  await board.toasts.getByRole('button', { name: 'Undo' }).tap();
  await expect.poll(labelled).toEqual([]);

  await bar.getByRole('button', { name: 'Ask about these 2 cards' }).tap();
  await expect(page.getByRole('textbox', { name: 'Message the assistant' })).toHaveValue(/^RM-\d+, RM-\d+ $/);
  await page.getByRole('button', { name: 'Close the assistant' }).tap();
  await bar.getByRole('button', { name: 'Done' }).tap();
  await expect(bar).toBeHidden();
  await board.link('One').tap();
  await expect(board.sheet).toBeVisible();
  expect(await storedLayout(person)).toEqual({ Left: ['One', 'Two', 'Three'], Right: ['Four'] });

  // Back ends the picking, and leaves the board where it is.
  await board.sheet.getByRole('button', { name: 'Close card' }).tap();
  await page.getByRole('link', { name: /all boards/ }).tap();
  await page.getByRole('link', { name: 'Product roadmap' }).tap();
  await page.getByRole('button', { name: 'Board menu' }).tap();
  await page.getByRole('menuitem', { name: 'Select cards' }).tap();
  await expect(bar).toBeVisible();
  const address = page.url();
  await pressBack(page);
  await expect(bar).toBeHidden();
  expect(page.url()).toBe(address);
});
