import { boardOn, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, carryByMouse, dragOnto, framesOf, middleOf } from '../support/gestures.js';

const LAYOUT = { Left: ['One', 'Two', 'Three'], Right: ['Four', 'Five'], Empty: [] };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

test('a card dragged to another column stands where it was dropped, and does so after a reload', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await dragOnto(page, board.card('One'), board.card('Five'));
  await expect(board.titles('Right')).toHaveText(['Four', 'One', 'Five']);
  await expect(board.titles('Left')).toHaveText(['Two', 'Three']);
  await expect(board.announced).toHaveText('Dropped RM-9. Right, position 2 of 3.');
  await expect
    .poll(() => storedLayout(person))
    .toEqual({ Left: ['Two', 'Three'], Right: ['Four', 'One', 'Five'], Empty: [] });
  await page.reload();
  await expect(board.titles('Right')).toHaveText(['Four', 'One', 'Five']);
  // The release of a drag is no click: nothing has opened.
  await expect(board.sheet).toBeHidden();
});

test('a card is dragged within its column, down and up', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await dragOnto(page, board.card('One'), board.card('Three'));
  await expect(board.titles('Left')).toHaveText(['Two', 'Three', 'One']);
  await dragOnto(page, board.card('One'), board.card('Two'));
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  await dragOnto(page, board.card('Three'), board.card('Two'));
  await expect(board.titles('Left')).toHaveText(['One', 'Three', 'Two']);
  await expect.poll(async () => (await storedLayout(person))['Left']).toEqual(['One', 'Three', 'Two']);
});

test('a card is dragged into an empty column', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.lane('Empty')).toContainText('Nothing in Empty');
  const { x } = await middleOf(board.lane('Empty'));
  await carryByMouse(page, board.card('Four'), { x, y: 180 });
  await page.mouse.up();
  await expect(board.titles('Empty')).toHaveText(['Four']);
  await expect(board.lane('Empty')).not.toContainText('Nothing in Empty');
});

test('Esc puts a dragged card back, and a click opens it afterwards', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await carryByMouse(page, board.card('One'), await middleOf(board.card('Five')));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(board.announced).toHaveText('Put back RM-9.');
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await framesOf(page, 2);
  await expect(board.sheet).toBeHidden();
  await board.card('One').click();
  await expect(board.sheet).toBeVisible();
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

test('a card that is dropped where it was stays closed: that was no click', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const { x, y } = await middleOf(board.card('One'));
  await carryByMouse(page, board.card('One'), { x: x + 20, y: y + 6 });
  await page.mouse.up();
  await expect(board.announced).toHaveText('RM-9 stays.');
  await framesOf(page, 4);
  await expect(board.sheet).toBeHidden();
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
});

test('a card follows the pointer and opens a gap where it would go', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const before = await middleOf(board.card('Five'));
  await carryByMouse(page, board.card('One'), await middleOf(board.card('Four')));
  await expect.poll(async () => (await middleOf(board.card('Five'))).y).toBeGreaterThan(before.y + 50);
  const ghost = page.locator('body > article[aria-hidden="true"]');
  await expect(ghost).toContainText('One');
  const { x, y } = await middleOf(board.lane('Empty'));
  await page.mouse.move(x, y, { steps: 4 });
  await framesOf(page, 2);
  const held = await middleOf(ghost);
  // It was taken in its middle.
  expect(Math.abs(held.x - x)).toBeLessThan(2);
  expect(Math.abs(held.y - y)).toBeLessThan(2);
  await page.mouse.up();
  await expect(ghost).toHaveCount(0);
});

test('a column that does not fit is scrolled to by dragging to the edge', async ({ visit, person }) => {
  await layOut(person, { A: ['Card'], B: [], C: [], D: [], E: [], F: [] });
  const page = await visit(person);
  const board = boardOn(page);
  const panel = page.getByRole('complementary', { name: 'Assistant' });
  await expect(panel).toContainText('Talk to your board');
  await carryByMouse(page, board.card('Card'), { x: (await boxOf(panel)).x - 6, y: 200 });
  await expect(board.lane('F')).toBeInViewport({ ratio: 0.9 });
  const { x } = await middleOf(board.lane('F'));
  await page.mouse.move(x, 200, { steps: 4 });
  await framesOf(page, 2);
  await page.mouse.up();
  await expect.poll(async () => (await storedLayout(person))['F']).toEqual(['Card']);
});

test('a card that somebody else moves away under the pressed pointer is not dragged', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.waitForResponse(/boards\.watch/);
  const at = await middleOf(board.card('One'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const operations = [{ type: 'card.move' as const, cardId: 'left-1', columnId: 'right' }];
  await person.caller.boards.commit({ boardId: person.boardId, changeId: 'theirs', operations });
  await expect(board.titles('Right')).toHaveText(['Four', 'Five', 'One']);
  await page.mouse.move(at.x + 40, at.y + 40, { steps: 6 });
  await framesOf(page, 2);
  await expect(page.locator('body > article[aria-hidden="true"]')).toHaveCount(0);
  await page.mouse.up();
  // The next press is one like any other.
  await dragOnto(page, board.card('Two'), board.card('Five'));
  await expect(board.titles('Right')).toHaveText(['Four', 'Two', 'Five', 'One']);
});
