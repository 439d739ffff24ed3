import type { Page } from '@playwright/test';
import type { Operation } from '@talkan/board/operations';
import type { Person } from '@talkan/api/testing';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, expectHearing, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand } from '../support/gestures.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };

/** What happened to the board since it was laid out, and the number of the change before all that. */
async function live({ caller, boardId }: Person): Promise<number> {
  const start = (await caller.boards.get({ boardId })).seq;
  const changes: Operation[] = [
    { type: 'card.move', cardId: 'left-1', columnId: 'right' },
    { type: 'card.edit', cardId: 'left-2', title: 'Zwei', details: 'In German.' },
    { type: 'card.archive', cardId: 'right-1' },
  ];
  for (const [index, operation] of changes.entries()) {
    await caller.boards.commit({ boardId, changeId: `lived-${index}`, operations: [operation] });
  }
  return start;
}

const travelOn = (page: Page) => {
  const bar = page.getByRole('region', { name: 'Time travel' });
  return { bar, slider: bar.getByRole('slider'), today: bar.getByRole('button', { name: 'Back to today' }) };
};

test('keys walk through the past @desktop', async ({ visit, person, isMobile }) => {
  await layOut(person, LAYOUT);
  const start = await live(person);
  const page = await visit(person, { path: `/b/${person.boardId}/history/${start + 3}` });
  const board = boardOn(page);
  const { bar, slider, today } = travelOn(page);
  // The list of changes beside it takes the focus when it comes.
  if (!isMobile) await expect(page.getByRole('heading', { name: 'History' })).toBeFocused();
  await expect(bar).toContainText(`Change ${start + 3} of ${start + 3}`);
  await expect(bar).toContainText('Archived');
  await expect(board.titles('Right')).toHaveText(['One']);

  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(board.titles('Right')).toHaveText(['Three', 'One']);
  await expect(board.titles('Left')).toHaveText(['Zwei']);
  await expect(slider).toHaveAttribute('aria-valuetext', /^Change \d+ of \d+\. person-\w+, today \d\d:\d\d: Renamed/);
  await page.keyboard.press('ArrowLeft');
  await expect(board.titles('Left')).toHaveText(['Two']);
  await page.keyboard.press('ArrowLeft');
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expect(slider).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`/history/${start}$`));

  await page.keyboard.press('Home');
  await expect(bar).toContainText('The board was empty.');
  await page.keyboard.press('PageUp');
  await expect(slider).toHaveValue(String(Math.min(10, start + 3)));
  await page.keyboard.press('End');
  await expect(board.titles('Right')).toHaveText(['One']);
  await today.press('Enter');
  await expect(bar).toBeHidden();
  await expect(page.getByRole('button', { name: /^Add card to|Add card$/ }).first()).toBeVisible();
});

test('the past is for looking: nothing in it can be changed, and it goes on being the past while today goes on @desktop', async ({
  visit,
  person,
}) => {
  await layOut(person, LAYOUT);
  const start = await live(person);
  const { caller, boardId } = person;
  const page = await visit(person, { path: `/b/${boardId}/history/${start}` });
  const board = boardOn(page);
  const { bar } = travelOn(page);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expect(page.getByRole('main').getByRole('button', { name: /Add|Actions/ })).toHaveCount(0);
  await expectHand(page);
  await board.link('One').focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(board.link('Two')).toBeFocused();

  // From there on changes arrive by themselves.
  await expectHearing(page);
  const operations: Operation[] = [{ type: 'card.move', cardId: 'left-1', columnId: 'left' }];
  await caller.boards.commit({ boardId, changeId: 'meanwhile', operations });
  await expect(bar).toContainText('1 new change since you looked');
  await expect(bar).toContainText(`Change ${start} of ${start + 4}`);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
});

test('a card is brought back as it was, out of the archive, too, and that is undone @phone', async ({
  visit,
  person,
}) => {
  await layOut(person, LAYOUT);
  const start = await live(person);
  const page = await visit(person, { path: `/b/${person.boardId}/history/${start}` });
  const board = boardOn(page);
  await board.link('Three').click();
  await expect(page).toHaveURL(new RegExp(`/history/${start}/[A-Z]+-\\d+$`));
  await expect(board.sheet.getByRole('textbox')).toHaveCount(0);
  await board.sheet.getByRole('button', { name: 'Restore this card' }).click();
  await expect(board.toasts).toContainText('is as it was');
  await expect(page).not.toHaveURL(/history/);
  await expect(board.sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Three');
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Zwei'], Right: ['One', 'Three'] });
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Zwei'], Right: ['One'] });
});

test('the whole board is brought back, after it was said what that will do, and that is undone @desktop', async ({
  visit,
  person,
}) => {
  await layOut(person, LAYOUT);
  const start = await live(person);
  const page = await visit(person, { path: `/b/${person.boardId}/history/${start}` });
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Restore the board to here' }).click();
  await expect(board.sheet).toContainText(
    '1 card comes back, 1 card moves to another column and 1 card gets its old text.',
  );
  await expect(board.sheet).toContainText('Move RM');
  await board.sheet.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(board.toasts).toContainText(`The board is as it was after change ${start}.`);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expect(page.getByRole('region', { name: 'Time travel' })).toBeHidden();
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Zwei'], Right: ['One'] });
});

test('a viewer goes through the past and is offered no way to bring it back @phone', async ({
  visit,
  person,
  home,
}) => {
  await layOut(person, LAYOUT);
  const start = await live(person);
  const guest = await home.app.member(person.boardId, 'viewer');
  const page = await visit(guest, { path: `/b/${person.boardId}/history/${start}` });
  const board = boardOn(page);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await board.link('One').click();
  await expect(board.sheet).toContainText('One');
  await expect(page.getByRole('button', { name: /Restore/ })).toHaveCount(0);
});

test('without a network what is loaded is walked through, and the rest is said to be on the server @desktop', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  await layOut(person, LAYOUT);
  const { caller, boardId } = person;
  for (let index = 0; index < 300; index++) {
    const operations: Operation[] = [{ type: 'board.rename', title: `Title ${index}` }];
    await caller.boards.commit({ boardId, changeId: `title-${index}`, operations });
  }
  const page = await visit(person, { path: `/b/${boardId}/history/250` });
  const { bar, slider } = travelOn(page);
  await expect(bar).toContainText('Title');
  await slider.focus();
  await page.context().setOffline(true);
  await page.keyboard.press('ArrowLeft');
  await expect(bar).toContainText('Change 249');
  await expect(bar.getByRole('alert')).toBeHidden();
  await page.keyboard.press('Home');
  await expect(bar.getByRole('alert')).toContainText('The past is kept on the server');
  await page.context().setOffline(false);
  await expect(bar.getByRole('alert')).toBeHidden();
  await expect(bar).toContainText('The board was empty.');
});

test('axe finds nothing in the past, on a card of it, and in the question before it comes back @phone', async ({
  visit,
  person,
}) => {
  await layOut(person, LAYOUT);
  const start = await live(person);
  const page = await visit(person, { path: `/b/${person.boardId}/history/${start + 1}` });
  const board = boardOn(page);
  await expect(board.titles('Right')).toHaveText(['Three', 'One']);
  await expectAccessible(page, 'a past board');
  await board.link('One').click();
  await expect(board.sheet).toContainText('One');
  await expectAccessible(page, 'a past card');
  await page.keyboard.press('Escape');
  await expect(board.sheet).toBeHidden();
  await expect(board.link('One')).toBeFocused();
  await page.getByRole('button', { name: 'Restore the board to here' }).click();
  await expectAccessible(page, 'the question before the board comes back');
});
