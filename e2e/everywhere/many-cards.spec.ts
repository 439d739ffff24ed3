import { boardOn, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { dragOnto, fingerOn, framesOf, middleOf } from '../support/gestures.js';
import { CARDS_A_COLUMN, fillBoard } from '../support/many-cards.js';

const ELEMENTS = 3000;

test('a board of 5,000 cards is drawn in few elements, and is worked with like any other', async ({
  visit,
  person,
  isMobile,
}) => {
  await fillBoard(person);
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.card('Card 1-1')).toBeInViewport();
  await expect(board.lane('Column 1')).toContainText(isMobile ? 'Card 1-2' : '1,000');
  expect(await page.locator('*').count()).toBeLessThan(ELEMENTS);

  if (isMobile) {
    const finger = await fingerOn(page);
    const to = await middleOf(board.card('Card 1-4'));
    await finger.down(await middleOf(board.card('Card 1-1')));
    await finger.rest(320);
    await finger.move(to);
    await finger.up();
  } else await dragOnto(page, board.card('Card 1-1'), board.card('Card 1-4'));
  const moved = ['Card 1-2', 'Card 1-3', 'Card 1-4', 'Card 1-1', 'Card 1-5'];
  await expect.poll(async () => (await storedLayout(person))['Column 1']?.slice(0, 5)).toEqual(moved);

  // The last one is a key away, and what was drawn before it is gone from the page.
  await board.link('Card 1-2').focus();
  await page.keyboard.press('End');
  await expect(board.link(`Card 1-${CARDS_A_COLUMN}`)).toBeFocused();
  await expect(board.card(`Card 1-${CARDS_A_COLUMN}`)).toBeInViewport();
  await expect(board.card('Card 1-5')).toBeHidden();
  // What is not drawn is counted all the same.
  const last = page.getByRole('listitem').filter({ has: board.card(`Card 1-${CARDS_A_COLUMN}`) });
  await expect(last).toHaveAttribute('aria-setsize', String(CARDS_A_COLUMN));
  await expect(last).toHaveAttribute('aria-posinset', String(CARDS_A_COLUMN));
  await framesOf(page, 3);
  expect(await page.locator('*').count()).toBeLessThan(ELEMENTS);
  if (isMobile) return;

  // What is chosen for many of them stands beside one that is seen, and the one with the focus is seen again when they have grown.
  for (let step = 0; step < 15; step += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('l');
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await expect(labels).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('Wide');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Create label' }).press('Enter');
  await expect(board.card(`Card 1-${CARDS_A_COLUMN}`)).toContainText('Wide');
  await expect(labels).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(board.link(`Card 1-${CARDS_A_COLUMN}`)).toBeFocused();
  await expect(board.card(`Card 1-${CARDS_A_COLUMN}`)).toBeInViewport({ ratio: 1 });
});
