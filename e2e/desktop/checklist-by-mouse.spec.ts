import type { Locator, Page } from '@playwright/test';
import { boardOn, expectDrawn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

test.beforeEach(async ({ person }) => {
  await layOut(person, { Left: ['One'] });
  const cardId = 'left-1';
  await person.caller.boards.commit({
    boardId: person.boardId,
    changeId: 'seed',
    operations: [
      { type: 'checklist.create', cardId, checklistId: 'before', title: 'Before' },
      ...['A', 'B', 'C'].map((text) => {
        return { type: 'item.create' as const, cardId, checklistId: 'before', itemId: `item-${text}`, text };
      }),
      { type: 'checklist.create', cardId, checklistId: 'after', title: 'After' },
    ],
  });
});

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags an item by its handle to a height. */
async function drag(page: Page, text: string, y: number): Promise<void> {
  const row = rowOf(page, text);
  await row.hover();
  const grip = await middleOf(row.locator('[data-item-grip]'));
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 4, y, { steps: 8 });
}

const listOf = (page: Page, name: string) => boardOn(page).sheet.getByRole('region', { name, exact: true });
const rowOf = (page: Page, text: string) =>
  boardOn(page)
    .sheet.getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name: text, exact: true }) });
const textsIn = (page: Page, name: string) =>
  listOf(page, name)
    .getByRole('checkbox')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));

test('items are dragged within a checklist and into an empty one, and Escape leaves them where they were', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  await boardOn(page).link('One').click();
  await expectDrawn(boardOn(page));

  await drag(page, 'C', (await middleOf(rowOf(page, 'A'))).y - 10);
  await expect(rowOf(page, 'A')).toHaveAttribute('data-drop', 'top');
  await page.mouse.up();
  await expect.poll(() => textsIn(page, 'Before')).toEqual(['C', 'A', 'B']);

  await drag(page, 'A', (await middleOf(listOf(page, 'After'))).y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await textsIn(page, 'Before')).toEqual(['C', 'A', 'B']);
  await expect(boardOn(page).sheet).toBeVisible();

  await drag(page, 'A', (await middleOf(listOf(page, 'After'))).y);
  await page.mouse.up();
  await expect.poll(() => textsIn(page, 'After')).toEqual(['A']);
  await expect.poll(() => textsIn(page, 'Before')).toEqual(['C', 'B']);
  await expect(rowOf(page, 'A').getByRole('checkbox')).toBeFocused();
});

test('a card’s menu on the board has the same actions', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').hover();
  // They are fetched when the board stands.
  await expect(async () => {
    await page.getByRole('button', { name: 'Actions for One' }).click();
    await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(board.titles('Left')).toHaveText(['One', 'One']);
});
