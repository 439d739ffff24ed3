import type { Locator, Page } from '@playwright/test';
import { boardOn, expectDrawn, expectHearing, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand, fingerOn, framesOf, middleOf } from '../support/gestures.js';
import { pressBack, tooSmall } from '../support/thumb.js';

test.use({ motion: true });

const LAYOUT = { Left: ['One', 'Two', 'Three'], Middle: ['Four'], Right: ['Five'] };
/** Long enough that a finger means to take the card. */
const LONG_PRESS_MS = 320;

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: new RegExp(`^${name} \\d+$`) });

/** Presses Back, as the browser has it: it closes this, and nothing below. */
async function goBackOver(page: Page, sheet: Locator): Promise<void> {
  await expect(sheet.locator('[data-grab] > *')).toBeAttached();
  await pressBack(page);
  await expect(sheet).toBeHidden();
}

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

test('a long press takes a card up and a finger carries it within its lane', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const finger = await fingerOn(page);
  const to = await middleOf(board.card('Three'));
  await finger.down(await middleOf(board.card('One')));
  await finger.rest(LONG_PRESS_MS);
  await expect(board.announced).toHaveText('Picked up RM-9. Left, position 1 of 3.');
  await finger.move(to);
  await finger.up();
  await expect(board.announced).toHaveText('Dropped RM-9. Left, position 3 of 3.');
  await expect(board.titles('Left')).toHaveText(['Two', 'Three', 'One']);
  await expect.poll(async () => (await storedLayout(person))['Left']).toEqual(['Two', 'Three', 'One']);
  // Letting go is no tap.
  await framesOf(page, 4);
  await expect(board.sheet).toBeHidden();
});

test('a card held at the edge turns the page, and is dropped in the next lane', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const finger = await fingerOn(page);
  // To the last lane: held on for a moment longer, a card goes through all of them.
  await tab(page, 'Middle').tap();
  await expect(board.lane('Middle')).toBeInViewport({ ratio: 0.9 });
  await framesOf(page, 4);
  await finger.down(await middleOf(board.card('Four')));
  await finger.rest(LONG_PRESS_MS);
  await finger.move({ x: 380, y: 230 });
  await expect(tab(page, 'Right')).toHaveAttribute('aria-current', 'true');
  await finger.move({ x: 195, y: 230 }, 100);
  await expect(board.lane('Right')).toBeInViewport({ ratio: 0.9 });
  await finger.rest(300);
  await finger.move({ x: 195, y: 340 }, 100);
  await finger.up();
  await expect(board.titles('Right')).toHaveText(['Five', 'Four']);
  await page.reload();
  await expect(board.titles('Right')).toHaveText(['Five', 'Four']);
  await expect(board.titles('Middle')).toHaveCount(0);
});

test('a swipe up scrolls a lane and never takes a card', async ({ visit, person }) => {
  await layOut(person, { Left: Array.from({ length: 40 }, (_, index) => `Card ${index + 1}`), Right: [] });
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.card('Card 5')).toBeInViewport();
  const finger = await fingerOn(page);
  await finger.down(await middleOf(board.card('Card 6')));
  await finger.move({ x: 195, y: 200 }, 160);
  await finger.up();
  await expect(board.card('Card 1')).not.toBeInViewport();
  await expect(board.announced).toBeEmpty();
  await expect(board.sheet).toBeHidden();
  expect((await storedLayout(person))['Left']?.[0]).toBe('Card 1');
});

test('a finger that rests a while and then moves drags instead of scrolling', async ({ visit, person }) => {
  await layOut(person, { Left: Array.from({ length: 40 }, (_, index) => `Card ${index + 1}`), Right: [] });
  const page = await visit(person);
  const board = boardOn(page);
  const finger = await fingerOn(page);
  const to = await middleOf(board.card('Card 2'));
  await finger.down(await middleOf(board.card('Card 4')));
  await finger.rest(LONG_PRESS_MS);
  await finger.move(to);
  await finger.up();
  await expect
    .poll(async () => (await storedLayout(person))['Left']?.slice(0, 4))
    .toEqual(['Card 1', 'Card 4', 'Card 2', 'Card 3']);
  await expect(board.card('Card 1')).toBeInViewport();
});

test('a swipe sideways changes lanes, and so does a tab', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  const finger = await fingerOn(page);
  await expect(tab(page, 'Left')).toHaveAttribute('aria-current', 'true');
  await finger.down({ x: 330, y: 240 });
  await finger.move({ x: 60, y: 246 }, 180);
  await finger.up();
  await expect(tab(page, 'Middle')).toHaveAttribute('aria-current', 'true');
  await expect(board.lane('Middle')).toBeInViewport({ ratio: 0.95 });
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await tab(page, 'Right').tap();
  await expect(tab(page, 'Right')).toHaveAttribute('aria-current', 'true');
  await expect(board.card('Five')).toBeInViewport({ ratio: 1 });
});

test('a tap opens a card, Back closes what lies uppermost, and “Move to…” moves it without a drag', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('Two').tap();
  await expect(board.sheet).toBeVisible();
  await expect(page).toHaveURL(/\/b\/[^/]+\/RM-10$/);
  await page.goBack();
  await expect(board.sheet).toBeHidden();
  await board.card('Two').tap();
  await page.getByRole('button', { name: 'Move to…' }).tap();
  await goBackOver(page, page.getByRole('dialog', { name: 'Move RM-10' }));
  await page.getByRole('button', { name: 'Actions for RM-10' }).tap();
  await goBackOver(page, page.getByRole('menu'));
  await expect(board.sheet).toBeVisible();
  await page.getByRole('button', { name: 'Move to…' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Move RM-10' });
  await dialog.getByLabel('Column').selectOption('Right');
  await dialog.getByRole('button', { name: 'Move' }).tap();
  await expect(board.announced).toHaveText('RM-10 is in Right, position 1 of 2.');
  await expect.poll(async () => (await storedLayout(person))['Right']).toEqual(['Two', 'Five']);
});

test('what a finger is to touch is at least 44 px high and wide, and fields do not make the page zoom', async ({
  visit,
  person,
}) => {
  const { boardId } = person;
  const limit = { type: 'column.edit', columnId: 'left', limit: 1 } as const;
  await person.caller.boards.commit({ boardId, changeId: 'limit', operations: [limit] });
  const page = await visit(person);
  const board = boardOn(page);
  // What is more than a column should hold is seen, too.
  await expect(page.locator('[data-tab="0"] b')).toHaveText(['3', 'of 1']);
  const openThen = async (button: Locator, shown: Locator) => {
    await button.tap();
    await shown.first().waitFor();
    expect(await tooSmall(page), String(shown)).toEqual([]);
    await page.keyboard.press('Escape');
  };
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  // Before the board stands there is little that could be too small.
  await expect(page.getByRole('button', { name: 'Add column' })).toBeAttached();
  await button('Board menu').waitFor();
  expect(await tooSmall(page)).toEqual([]);
  await openThen(button('Board menu'), page.getByRole('menuitem', { name: 'Archive' }));
  await openThen(button('Account'), page.getByRole('menuitem', { name: 'Sign out' }));
  await openThen(button(/^Filter/), page.getByRole('dialog', { name: 'Filter cards' }));
  await openThen(page.locator('#open-assistant'), button('Send'));
  await board.card('Two').tap();
  await expectDrawn(board);
  expect(await tooSmall(page)).toEqual([]);
  await openThen(button('Add labels'), page.getByRole('dialog', { name: 'Labels' }));
  await openThen(button('Move to…'), page.getByRole('dialog', { name: 'Move RM-10' }));
  // A larger screen that a finger works on.
  await page.setViewportSize({ width: 768, height: 1024 });
  expect(await tooSmall(page)).toEqual([]);
  await page.goBack();
  await expect(board.sheet).toBeHidden();
  expect(await tooSmall(page)).toEqual([]);
  await page.getByRole('link', { name: /all boards/ }).tap();
  await page.getByRole('heading', { name: 'Boards', exact: true }).waitFor();
  expect(await tooSmall(page)).toEqual([]);
});

test('the lane that was looked at last is there again, and each tab leads to its own, as does the one for a new column', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await tab(page, 'Middle').tap();
  await expect(board.lane('Middle')).toBeInViewport({ ratio: 0.9 });
  await page.reload();
  await expect(tab(page, 'Middle')).toHaveAttribute('aria-current', 'true');
  await expect(board.lane('Middle')).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'New column' }).tap();
  await page.getByRole('textbox', { name: 'Name of the new column' }).fill('Later');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Later')).toBeVisible();
  // However fast the swipe, it leads to the neighbour.
  await tab(page, 'Left').tap();
  await expect(board.card('One')).toBeInViewport({ ratio: 1 });
  const finger = await fingerOn(page);
  await finger.down({ x: 360, y: 240 });
  await finger.move({ x: 40, y: 240 }, 80);
  await finger.up();
  await expect(board.card('Four')).toBeInViewport({ ratio: 1 });
  await expect(tab(page, 'Middle')).toHaveAttribute('aria-current', 'true');
});

test('a card stays under the finger when somebody else moves it, and a second finger puts it back', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await expectHearing(page);
  const finger = await fingerOn(page);
  const three = await middleOf(board.card('Three'));
  await finger.down(await middleOf(board.card('One')));
  await finger.rest(LONG_PRESS_MS);
  await finger.move({ x: 195, y: three.y - 10 });
  const operations = [{ type: 'card.move' as const, cardId: 'left-1', columnId: 'middle' }];
  await person.caller.boards.commit({ boardId: person.boardId, changeId: 'theirs', operations });
  await expect(tab(page, 'Middle')).toHaveText('Middle 2');
  await finger.move({ x: 200, y: three.y }, 200);
  await finger.move({ x: 195, y: three.y }, 100);
  await finger.up();
  await expect(board.announced).toHaveText(/^Dropped RM-9\. Left, position \d of 3\.$/);
  await expect.poll(async () => (await storedLayout(person))['Middle']).toEqual(['Four']);

  const before = await storedLayout(person);
  await finger.down(await middleOf(board.card('Two')));
  await finger.rest(LONG_PRESS_MS);
  await finger.move({ x: 195, y: three.y + 60 });
  await finger.join({ x: 300, y: 500 });
  await expect(board.announced).toHaveText('Put back RM-10.');
  await finger.up();
  await framesOf(page, 4);
  await expect(board.sheet).toBeHidden();
  expect(await storedLayout(person)).toEqual(before);
});

test('a card held over a tab goes to its lane, and a tab itself is dragged to move its column', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const finger = await fingerOn(page);
  await finger.down(await middleOf(board.card('Three')));
  await finger.rest(LONG_PRESS_MS);
  await finger.move(await middleOf(tab(page, 'Right')));
  await expect(tab(page, 'Right')).toHaveAttribute('aria-current', 'true');
  await expect(board.lane('Right')).toBeInViewport({ ratio: 0.9 });
  await finger.move({ x: 195, y: 400 });
  await finger.up();
  await expect(board.titles('Right')).toHaveText(['Five', 'Three']);
  await tab(page, 'Left').tap();
  await expect(board.lane('Left')).toBeInViewport({ ratio: 0.9 });

  const to = await middleOf(tab(page, 'Right'));
  await finger.down(await middleOf(tab(page, 'Left')));
  await finger.rest(LONG_PRESS_MS);
  await expect(board.announced).toHaveText('Picked up the column Left, position 1 of 3.');
  await finger.move({ x: to.x + 30, y: to.y });
  await finger.up();
  await expect(board.announced).toHaveText('Dropped the column Left, position 3 of 3.');
  await expect.poll(async () => Object.keys(await storedLayout(person))).toEqual(['Middle', 'Right', 'Left']);
});

test('where it is read from right to left, tabs, swipes and a card at the edge go the other way', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  await expectHand(page);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const isShown = async (name: string) => {
    await expect(tab(page, name)).toHaveAttribute('aria-current', 'true');
    await expect(board.lane(name)).toBeInViewport({ ratio: 0.9 });
  };
  await tab(page, 'Right').tap();
  await isShown('Right');
  await tab(page, 'Left').tap();
  await isShown('Left');
  const finger = await fingerOn(page);
  await finger.down({ x: 60, y: 440 });
  await finger.move({ x: 330, y: 446 }, 180);
  await finger.up();
  await isShown('Middle');
  await framesOf(page, 4);
  await finger.down(await middleOf(board.card('Four')));
  await finger.rest(LONG_PRESS_MS);
  await finger.move({ x: 10, y: 230 });
  await isShown('Right');
  await finger.move({ x: 195, y: 400 }, 100);
  await finger.up();
  await expect(board.titles('Right')).toHaveText(['Five', 'Four']);
});
