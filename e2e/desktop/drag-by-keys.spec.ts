import type { Page } from '@playwright/test';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf } from '../support/gestures.js';

test.use({ motion: true });

const LAYOUT = { Left: ['One', 'Two', 'Three'], Right: ['Four', 'Five'], Empty: [] };

/** Takes a card up, as soon as there is something that does. */
async function lift(page: Page, title: string): Promise<void> {
  const board = boardOn(page);
  await page.getByRole('button', { name: `Actions for ${title}` }).waitFor({ state: 'attached' });
  await board.link(title).focus();
  await expect(async () => {
    await page.keyboard.press('Space');
    await expect(board.announced).toHaveText(/^Picked up/, { timeout: 1500 });
  }).toPass();
}

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

test('Space takes a card up, arrows carry it, Space drops it, and each step is said', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await lift(page, 'One');
  await expect(board.announced).toHaveText(
    'Picked up RM-9. Left, position 1 of 3. Arrow keys move, Space drops, Escape puts back.',
  );
  await page.keyboard.press('ArrowDown');
  await expect(board.announced).toHaveText('Left, position 2 of 3.');
  await page.keyboard.press('ArrowRight');
  await expect(board.announced).toHaveText('Right, position 2 of 3.');
  await page.keyboard.press('End');
  await expect(board.announced).toHaveText('Right, position 3 of 3.');
  await page.keyboard.press('ArrowUp');
  await expect(board.announced).toHaveText('Right, position 2 of 3.');
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await page.keyboard.press('Space');
  await expect(board.announced).toHaveText('Dropped RM-9. Right, position 2 of 3.');
  // In the order that was announced, with the focus still on the card.
  await expect(board.titles('Right')).toHaveText(['Four', 'One', 'Five']);
  await expect(board.link('One')).toBeFocused();
  await expect
    .poll(() => storedLayout(person))
    .toEqual({ Left: ['Two', 'Three'], Right: ['Four', 'One', 'Five'], Empty: [] });
});

test('Esc puts a card back from anywhere, and nothing is sent', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const commits: string[] = [];
  page.on('request', (request) => request.url().includes('boards.commit') && commits.push(request.url()));
  await lift(page, 'Two');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'Escape']) await page.keyboard.press(key);
  await expect(board.announced).toHaveText('Put back RM-10.');
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expect(board.link('Two')).toBeFocused();
  expect(commits).toEqual([]);
});

test('what is carried stands between cards of any height, and what its keys do is not behind a note', async ({
  visit,
  person,
}) => {
  const tall = 'A card whose title takes more than one line, or two, or three. '.repeat(4).trim();
  await layOut(person, { Left: ['One', 'Two'], Right: [tall, 'Five', tall + ' Twice', 'Six'] });
  const page = await visit(person);
  const board = boardOn(page);
  await lift(page, 'Two');
  await page.keyboard.press('Escape');
  await board.link('Two').press('a');
  await expect(board.toasts).toContainText('archived');
  await lift(page, 'One');
  const [note, hint] = [await boxOf(board.toasts), await boxOf(page.locator('p', { hasText: 'put back' }))];
  expect(note.y + note.height).toBeLessThan(hint.y);
  await page.keyboard.press('ArrowRight');
  const carried = board.lane('Right').locator('li[aria-hidden="true"]').filter({ hasText: 'One' });
  for (const id of ['right-1', 'right-2', 'right-3', 'right-4']) {
    await page.keyboard.press('ArrowDown');
    const above = page.locator(`[data-card-id="${id}"]`);
    await expect
      .poll(async () => {
        const { y, height } = await boxOf(above);
        return (await boxOf(carried)).y - y - height;
      }, id)
      .toBeCloseTo(8, -1);
  }
  await page.keyboard.press('Escape');
});

test('a card dropped where it was stays, and is said to', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await lift(page, 'Two');
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect(board.announced).toHaveText('RM-10 stays.');
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
});

test('a card is carried into an empty column and stops at the board’s ends', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await lift(page, 'Four');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(board.announced).toHaveText('Dropped RM-12. Empty, position 1 of 1.');
  await expect(board.titles('Empty')).toHaveText(['Four']);
});

test('arrows lead from card to card and Enter opens one; closing it leads back', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  // The keys come right after the board.
  await expect(async () => {
    await board.link('One').focus();
    await page.keyboard.press('ArrowDown');
    await expect(board.link('Two')).toBeFocused({ timeout: 1500 });
  }).toPass();
  await page.keyboard.press('ArrowRight');
  await expect(board.link('Five')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(board.sheet).toBeVisible();
  await expect(page).toHaveURL(/\/b\/[^/]+\/RM-13$/);
  await page.keyboard.press('Escape');
  await expect(board.sheet).toBeHidden();
  await expect(board.link('Five')).toBeFocused();
});

test('“Move to…” puts a card into the column and the place that were chosen, and says so', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('Three').hover();
  await page.getByRole('button', { name: 'Actions for Three' }).click();
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move RM-11' });
  await dialog.getByLabel('Column').selectOption('Right');
  await dialog.getByLabel('Position').selectOption('Bottom');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(board.announced).toHaveText('RM-11 is in Right, position 3 of 3.');
  await expect(board.titles('Right')).toHaveText(['Four', 'Five', 'Three']);
  await expect(board.link('Three')).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move to the top' }).press('Enter');
  await expect(board.announced).toHaveText('RM-11: Right, position 1 of 3.');
  await expect(board.titles('Right')).toHaveText(['Three', 'Four', 'Five']);
  await expect.poll(async () => (await storedLayout(person))['Right']).toEqual(['Three', 'Four', 'Five']);
});
