import type { Operation } from '@talkan/board/operations';
import { boardOn, expectHearing, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, carryByMouse, dragOnto, expectHand, framesOf, middleOf, type Point } from '../support/gestures.js';

test.use({ motion: true });

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
  // It has the mouse, wherever that is.
  await expect(page.locator('[data-card-id="right-1"]')).toHaveCSS('cursor', 'grabbing');
  await page.mouse.up();
  await expect(page.locator('[data-card-id="right-1"]')).toHaveCSS('cursor', 'grab');
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
  // What it is carried over does not answer to the mouse.
  await expect(page.locator('[data-card-id]:not([data-card-id="left-1"]):hover')).toHaveCount(0);
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

test('what lies below a gap stays where it is when a card of another height than most is let go there', async ({
  visit,
  person,
}) => {
  const tall = 'A card whose title takes more than one line, or two, or three. '.repeat(4).trim();
  await layOut(person, { Left: [tall], Right: ['Four', 'Five', 'Six'] });
  const page = await visit(person);
  const board = boardOn(page);
  await carryByMouse(page, board.card(tall), await middleOf(board.card('Five')));
  const card = page.locator('[data-card-id="right-3"]');
  // Where it glides to.
  await expect.poll(() => card.evaluate((element) => element.parentElement?.getAnimations().length)).toBe(0);
  const watched = card.evaluate(async (element) => {
    const tops = new Set<number>();
    for (let frame = 0; frame < 40; frame += 1) {
      tops.add(Math.round(element.getBoundingClientRect().top));
      await new Promise(requestAnimationFrame);
    }
    return [...tops];
  });
  await page.mouse.up();
  await expect(board.titles('Right').filter({ hasText: tall })).toBeVisible();
  expect(await watched).toHaveLength(1);
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
  await expectHearing(page);
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

test('another button, or letting go beside the board, puts a card back: nothing is sent and nothing opens', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const ghost = page.locator('body > article[aria-hidden="true"]');
  const five = await middleOf(board.card('Five'));
  const menus = await page.evaluateHandle(() => {
    const seen: boolean[] = [];
    addEventListener('contextmenu', (event) => seen.push(event.defaultPrevented));
    return seen;
  });

  await carryByMouse(page, board.card('One'), five);
  await page.mouse.down({ button: 'right' });
  await expect(board.announced).toHaveText('Put back RM-9.');
  await expect(ghost).toHaveCount(0);
  await page.mouse.up({ button: 'right' });
  await page.mouse.up();
  expect(await menus.evaluate((seen) => seen.includes(false))).toBe(false);

  const panel = await boxOf(page.getByRole('complementary', { name: 'Assistant' }));
  await carryByMouse(page, board.card('Two'), five);
  await page.mouse.move(panel.x + 200, panel.y + 200, { steps: 4 });
  // The gap is where the card would stay.
  await expect.poll(async () => (await boxOf(board.card('Three'))).y).toBeGreaterThan(200);
  await page.mouse.up();
  await expect(board.announced).toHaveText('Put back RM-10.');

  await carryByMouse(page, board.card('Three'), five);
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await expect(board.announced).toHaveText('Put back RM-11.');
  await page.mouse.up();
  await framesOf(page, 4);
  await expect(board.sheet).toBeHidden();
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

test('a card goes to the end of a collapsed column, by mouse and by keys, which opens when one is held over it', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Actions for the column Right' }).click();
  await page.getByRole('menuitem', { name: 'Collapse' }).click();
  const shut = board.lane('Right, collapsed');
  await carryByMouse(page, board.card('One'), await middleOf(shut));
  await page.mouse.up();
  await expect(board.announced).toHaveText('Dropped RM-9. Right, position 3 of 3.');
  await board.link('Two').focus();
  for (const key of ['Space', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  await expect(board.announced).toHaveText('Right, position 4 of 4.');
  await page.keyboard.press('Space');
  // The card is out of sight: its column has the focus.
  await expect(shut.getByRole('button')).toBeFocused();
  await expect
    .poll(() => storedLayout(person))
    .toEqual({ Left: ['Three'], Right: ['Four', 'Five', 'One', 'Two'], Empty: [] });

  // Held over it for a moment, it opens for the card.
  await carryByMouse(page, board.card('Three'), await middleOf(shut));
  await expect(board.lane('Right')).toBeVisible();
  const { x, y } = await middleOf(board.card('Five'));
  await page.mouse.move(x, y, { steps: 6 });
  await framesOf(page, 2);
  await page.mouse.up();
  await expect(board.titles('Right')).toHaveText(['Four', 'Three', 'Five', 'One', 'Two']);
});

test('the hand follows what others do, and what scrolls under it', async ({ visit, person }) => {
  const many = Array.from({ length: 30 }, (_, index) => `Card ${index + 1}`);
  await layOut(person, { Left: ['One', 'Two', 'Three'], Right: many });
  const page = await visit(person);
  const board = boardOn(page);
  await expectHearing(page);
  const ghost = page.locator('body > article[aria-hidden="true"]');
  const commit = (changeId: string, operation: Operation) =>
    person.caller.boards.commit({ boardId: person.boardId, changeId, operations: [operation] });

  const scroller = board.lane('Right').locator('ul').first().locator('xpath=..');
  const scrolled = () => scroller.evaluate((list) => list.scrollTop);

  // A lane goes on by itself at the foot of its cards, above the button that stands there.
  const third = await middleOf(board.card('Card 3'));
  await carryByMouse(page, board.card('One'), third);
  const { y: top, height } = await boxOf(scroller);
  await page.mouse.move(third.x, top + height - 28, { steps: 3 });
  await expect.poll(scrolled).toBeGreaterThan(40);
  await page.mouse.move(third.x, third.y, { steps: 3 });

  // A wheel turns under a hand that rests.
  await page.mouse.wheel(0, 4000);
  await expect(board.card('Card 30')).toBeInViewport();
  await framesOf(page, 2);
  const { x } = await middleOf(board.lane('Right'));
  await page.mouse.move(x, 780, { steps: 3 });
  await expect.poll(scrolled).toBeGreaterThan(900);
  await framesOf(page, 30);

  // What stands above grows, and the card is moved by somebody else: it goes where it is shown.
  await commit('grow', {
    type: 'card.edit',
    cardId: 'right-30',
    title: 'Last of all, and longer than it was. '.repeat(4).trim(),
  });
  await commit('theirs', { type: 'card.move', cardId: 'left-1', columnId: 'left' });
  await expect(board.titles('Right').last()).toHaveText(/^Last of all/);
  // To the very end of the lane, which scrolls as far as it now goes.
  await page.mouse.move(x, 870, { steps: 3 });
  await framesOf(page, 30);
  await page.mouse.up();
  await expect.poll(async () => (await storedLayout(person))['Right']?.at(-1)).toBe('One');

  // It is archived in the hand: there is nothing to hold any more.
  await carryByMouse(page, board.card('Two'), await middleOf(board.card('Three')));
  await commit('gone', { type: 'card.archive', cardId: 'left-2' });
  await expect(board.toasts).toContainText('The card that you were moving is no longer on the board.');
  await expect(ghost).toHaveCount(0);
  await page.mouse.up();
  await framesOf(page, 2);
  await expect(board.sheet).toBeHidden();
});

test('a pen drags at once, at 200 % and from right to left, where arrow keys lead the other way', async ({
  visit,
  person,
}) => {
  const context = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
  const page = await visit(person, { context });
  const board = boardOn(page);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const from = await middleOf(board.card('One'));
  const to = await middleOf(board.card('Five'));
  expect(to.x).toBeLessThan(from.x);
  const session = await page.context().newCDPSession(page);
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Point) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: 1,
      clickCount: 1,
      pointerType: 'pen',
    });
  await pen('mousePressed', from);
  for (const share of [0.02, 0.2, 0.4, 0.6, 0.8, 1])
    await pen('mouseMoved', { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  await framesOf(page, 2);
  await pen('mouseReleased', to);
  await expect(board.titles('Right')).toHaveText(['Four', 'One', 'Five']);
  await board.link('Two').focus();
  for (const key of ['Space', 'ArrowLeft', 'Home', 'Space']) await page.keyboard.press(key);
  await expect(board.announced).toHaveText('Dropped RM-10. Right, position 1 of 4.');
});

test('chosen cards are dragged together as one change, and undone as one', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await expectHand(page);
  for (const title of ['One', 'Three', 'Four']) await board.card(title).click({ modifiers: ['Control'] });
  await carryByMouse(page, board.card('Three'), await middleOf(board.card('Five')));
  await expect(board.announced).toHaveText('Picked up 3 cards. Left, position 2 of 4.');
  const ghost = page.locator('body > article[aria-hidden="true"]');
  await expect(ghost).toContainText('Three');
  await expect(ghost).toContainText('3');
  await page.mouse.up();
  await expect(board.announced).toHaveText('Dropped 3 cards. Right, position 1 of 4.');
  await expect(board.titles('Right')).toHaveText(['One', 'Three', 'Four', 'Five']);
  await expect
    .poll(() => storedLayout(person))
    .toEqual({ Left: ['Two'], Right: ['One', 'Three', 'Four', 'Five'], Empty: [] });
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
});
