import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

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
