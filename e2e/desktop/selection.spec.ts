import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, framesOf } from '../support/gestures.js';
import { fillBoard } from '../support/many-cards.js';

test.use({ motion: true });

const LAYOUT = { Left: ['One', 'Two', 'Three', 'Four'], Right: ['Five', 'Six'], Empty: [] };

const barOn = (page: Page) => page.getByRole('region', { name: 'Chosen cards' });
const chosenOn = (page: Page) => page.getByRole('link', { name: /, chosen$/ });

test('cards are chosen by mouse and keys, and archived as one change with one Undo', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  const board = boardOn(page);
  const bar = barOn(page);
  await page.getByRole('button', { name: 'Actions for One' }).waitFor({ state: 'attached' });
  await board.link('Two').click({ modifiers: ['ControlOrMeta'] });
  await expect(bar).toContainText('1 card chosen');
  await expect(board.announced).toContainText(/RM-\d+ chosen, 1 in all\./);
  await board.link('Four').click({ modifiers: ['Shift'] });
  await board.link('Three').click({ modifiers: ['ControlOrMeta'] });
  await board.link('Six').click({ modifiers: ['ControlOrMeta'] });
  await expect(chosenOn(page)).toHaveText(['Two', 'Four', 'Six']);
  await expectAccessible(page, 'chosen cards');
  expect(page.context().pages()).toHaveLength(1);

  await page.keyboard.press('x');
  await expect(chosenOn(page)).toHaveText(['Two', 'Four']);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosenOn(page)).toHaveText(['Two', 'Four', 'Five', 'Six']);
  await expect(board.announced).toContainText('4 cards chosen.');
  await bar.getByRole('button', { name: 'Labels' }).click();
  await page.keyboard.press('Escape');
  await expect(chosenOn(page)).toHaveCount(4);

  await bar.getByRole('button', { name: 'Archive' }).click();
  await expect(board.toasts).toContainText('4 cards archived');
  await expect(bar).toBeHidden();
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['One', 'Three'], Right: [], Empty: [] });
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);

  await board.link('One').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar).toContainText('4 cards chosen');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar).toContainText('6 cards chosen');
  await bar.getByRole('button', { name: 'Move to…' }).click();
  await page.getByLabel('Column', { exact: true }).selectOption('Empty');
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
  await expect(board.titles('Empty')).toHaveText(['One', 'Two', 'Three', 'Four', 'Five', 'Six']);
  await expect(bar).toContainText('6 cards chosen');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});

test('a lasso chooses what it is drawn over, also what it is scrolled past, and Escape goes back', async ({
  visit,
  person,
}) => {
  await fillBoard(person);
  const page = await visit(person);
  const board = boardOn(page);
  const bar = barOn(page);
  await page.getByRole('button', { name: 'Actions for Card 1-1', exact: true }).waitFor({ state: 'attached' });
  const first = await boxOf(board.card('Card 1-1'));
  const third = await boxOf(board.card('Card 2-3'));
  // From the gap beside the cards: the edge of the lane.
  const from = { x: first.x - 8, y: first.y - 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(third.x + 20, third.y + 10, { steps: 8 });
  await expect(bar).toContainText('6 cards chosen');
  await page.mouse.up();
  await expect(board.announced).toContainText('6 cards chosen.');
  await expect(board.sheet).toBeHidden();

  await page.mouse.move(from.x, from.y);
  await page.keyboard.down('Control');
  await page.mouse.down();
  await page.mouse.move(first.x + 20, 895, { steps: 8 });
  const chosen = async () => Number(/[\d,]+/.exec(await bar.innerText())?.[0].replace(',', ''));
  await expect.poll(chosen).toBeGreaterThan(60);
  // Most of them have been scrolled past, and are not drawn any more.
  expect(await chosenOn(page).count()).toBeLessThan(50);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(bar).toContainText('6 cards chosen');

  const { x, y, width } = await boxOf(board.card('Card 2-1'));
  await page.mouse.click(x + width + 6, y + 10);
  await expect(bar).toBeHidden();

  // A release that the page does not hear of, as under a menu of the system's: what moves then is no lasso.
  await page.evaluate(() =>
    addEventListener('pointerup', (event) => event.stopImmediatePropagation(), { capture: true, once: true }),
  );
  await page.mouse.click(from.x, from.y);
  await page.mouse.move(third.x + 20, third.y + 10, { steps: 8 });
  await framesOf(page, 3);
  await expect(bar).toBeHidden();
});
