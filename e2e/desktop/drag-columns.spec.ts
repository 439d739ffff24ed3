import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { carryByMouse, expectHand, framesOf, middleOf } from '../support/gestures.js';

test.use({ motion: true });

const cards = (lane: string, count: number) => Array.from({ length: count }, (_, index) => `${lane} ${index + 1}`);

test.beforeEach(async ({ person }) => layOut(person, { A: cards('A', 30), B: ['B 1'], C: [], D: ['D 1'] }));

test('a column is dragged by its header, past a collapsed one too; a click on its name still renames it', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Actions for the column C' }).click();
  await page.getByRole('menuitem', { name: 'Collapse' }).click();
  const list = board.lane('A').locator('ul').first();
  await list.evaluate((element) => (element.parentElement ?? element).scrollTo(0, 400));
  await framesOf(page, 2);

  const name = board.lane('A').getByRole('button', { name: 'A', exact: true });
  const { x } = await middleOf(board.lane('C, collapsed'));
  await carryByMouse(page, name, { x: x + 20, y: 200 });
  await expect(board.announced).toHaveText('Picked up the column A, position 1 of 4.');
  // Nothing has moved yet; a line shows where it would go.
  expect((await middleOf(board.lane('A'))).x).toBeLessThan(x);
  await page.mouse.up();
  await expect(board.announced).toHaveText('Dropped the column A, position 3 of 4.');
  await expect.poll(async () => Object.keys(await storedLayout(person))).toEqual(['B', 'C', 'A', 'D']);
  // Its cards are where they were scrolled to, and letting go was no click.
  expect(await list.evaluate((element) => element.parentElement?.scrollTop)).toBe(400);
  const field = page.getByRole('textbox', { name: 'New name for A' });
  await expect(field).toBeHidden();

  await carryByMouse(page, board.lane('C, collapsed'), await middleOf(board.lane('D')));
  await page.keyboard.press('Escape');
  await expect(board.announced).toHaveText('Put back the column C.');
  await page.mouse.up();
  await framesOf(page, 4);
  await expect(board.lane('C, collapsed')).toBeVisible();
  await name.click();
  await expect(field).toBeFocused();
});

test('keys move a column: Space takes it up by its name, arrows carry it, Space drops it', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const name = (column: string) => board.lane(column).getByRole('button', { name: column, exact: true });
  await expectHand(page);
  await name('D').focus();
  // Firefox presses a button when Space is let go, whatever became of it when it went down.
  await page.evaluate(() => {
    const note = (event: Event) => (document.body.dataset['letGo'] = `${event.defaultPrevented}`);
    addEventListener('keyup', note, { once: true });
  });
  await page.keyboard.press('Space');
  await expect(page.locator('body')).toHaveAttribute('data-let-go', 'true');
  await expect(board.announced).toHaveText(
    'Picked up the column D, position 4 of 4. Arrow keys move, Space drops, Escape puts back.',
  );
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(board.announced).toHaveText('D, position 2 of 4.');
  await page.keyboard.press('Space');
  await expect(board.announced).toHaveText('Dropped the column D, position 2 of 4.');
  await expect.poll(async () => Object.keys(await storedLayout(person))).toEqual(['A', 'D', 'B', 'C']);
  await expect(name('D')).toBeFocused();
  for (const key of ['Space', 'End', 'Escape']) await page.keyboard.press(key);
  await expect(board.announced).toHaveText('Put back the column D.');
  await expect(name('D')).toBeFocused();
  // Enter still does what a click does.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'New name for D' })).toBeFocused();
  expect(Object.keys(await storedLayout(person))).toEqual(['A', 'D', 'B', 'C']);
});
