import type { Locator } from '@playwright/test';
import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, dragOnto } from '../support/gestures.js';
import { outOfReach } from '../support/reach.js';

test('the page can be read from right to left, and what is typed reads in its own direction', async ({
  visit,
  person,
}) => {
  await layOut(person, { Left: ['שלום עולם (RM-1)', 'One'], Right: ['Two'] });
  const page = await visit(person);
  const board = boardOn(page);
  const hebrew = board.card('שלום עולם (RM-1)');
  const endOf = async (card: Locator) => {
    const frame = await boxOf(card);
    const text = await card
      .getByRole('link')
      .first()
      .evaluate((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        const { left, right } = range.getBoundingClientRect();
        return { left, right };
      });
    return { before: text.left - frame.x, behind: frame.x + frame.width - text.right };
  };
  expect((await endOf(hebrew)).behind).toBeLessThan(20);
  expect((await endOf(board.card('One'))).before).toBeLessThan(20);

  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const [left, right] = [await boxOf(board.lane('Left')), await boxOf(board.lane('Right'))];
  expect(right.x + right.width).toBeLessThanOrEqual(left.x + 1);
  expect((await endOf(board.card('One'))).before).toBeLessThan(20);
  await board.link('One').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(board.link('Two')).toBeFocused();
  await dragOnto(page, board.card('Two'), board.card('One'));
  await expect(board.titles('Left')).toHaveText(['שלום עולם (RM-1)', 'Two', 'One']);
  expect(await outOfReach(page)).toEqual([]);
});
