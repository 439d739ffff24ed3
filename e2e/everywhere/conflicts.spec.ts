import type { Page } from '@playwright/test';
import type { Operation } from '@talkan/board/operations';
import type { Person } from '@talkan/api/testing';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, expectDrawn, layOut, storedCard, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { framesOf } from '../support/gestures.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

const LAYOUT = { Left: ['One', 'Two', 'Three'], Right: [] };

test.beforeEach(async ({ person, troubles }) => {
  troubles.expect(NO_ANSWER);
  troubles.expect(/status of 409 .*\/trpc\/boards\.commit/);
  await layOut(person, LAYOUT);
});

/** Renames a card in its sheet, and closes that. */
async function rename(page: Page, from: string, to: string): Promise<void> {
  const board = boardOn(page);
  await board.link(from).click();
  const title = board.sheet.getByRole('textbox', { name: 'Title' });
  await title.fill(to);
  await title.press('Enter');
  await board.sheet.getByRole('button', { name: 'Close card' }).click();
  await expect(board.sheet).toBeHidden();
}

async function elsewhere({ caller, boardId }: Person, ...operations: Operation[]): Promise<void> {
  await caller.boards.commit({ boardId, changeId: `elsewhere-${Date.now()}`, operations });
}

const renamed = (cardId: string, title: string): Operation => ({ type: 'card.edit', cardId, title });

/** An offline spell: two cards renamed on both sides, and one archived on the other that was renamed here. */
async function returnFromOffline(page: Page, { person, other }: { person: Person; other: Person }): Promise<void> {
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  // Without its worker the page has what it has fetched: once a card was open, all that it takes is there.
  await board.link('One').click();
  await expectDrawn(board);
  await board.sheet.getByRole('button', { name: 'Close card' }).click();
  await page.context().setOffline(true);
  await expect(board.sign).toContainText('Offline');
  for (const name of ['One', 'Two', 'Three']) await rename(page, name, `${name} by me`);
  await elsewhere(
    { ...other, boardId: person.boardId },
    renamed('left-1', 'One by them'),
    renamed('left-2', 'Two by them'),
  );
  await elsewhere({ ...other, boardId: person.boardId }, { type: 'card.archive', cardId: 'left-3' });
  await page.context().setOffline(false);
  await expect(page.getByText('3 of your changes could not be made')).toBeVisible();
}

test('what was refused after an offline spell is settled one by one, with both texts and a choice @phone', async ({
  visit,
  person,
  home,
}) => {
  const other = await home.app.member(person.boardId, 'editor');
  const page = await visit(person);
  const board = boardOn(page);
  await returnFromOffline(page, { person, other });
  await expectAccessible(page, 'the note of refused changes');
  await page.getByRole('button', { name: 'Look at them' }).click();

  const dialog = page.getByRole('dialog', { name: 'Not made 1 of 3' });
  await expect(dialog).toContainText(`${other.username} changed the title since.`);
  await expect(dialog.getByLabel('Yours')).toHaveText('One by me');
  await expect(dialog.getByLabel('What stands there now')).toHaveText('One by them');
  await expectAccessible(page, 'a conflict between two texts');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(board.card('One by me')).toBeVisible();

  const second = page.getByRole('dialog', { name: 'Not made 2 of 3' });
  // The newest text counts, not the one that it was refused for.
  await elsewhere({ ...other, boardId: person.boardId }, renamed('left-2', 'Two by them, again'));
  await expect(second.getByLabel('What stands there now')).toHaveText('Two by them, again');
  await second.getByRole('button', { name: 'Take theirs' }).click();

  const third = page.getByRole('dialog', { name: 'Not made 3 of 3' });
  await expect(third.getByRole('heading', { name: /Not made/ })).toBeFocused();
  await expect(third).toContainText('is archived. Restore it first.');
  await third.getByRole('button', { name: 'Restore it and make my change' }).click();
  await expect(third).toBeHidden();
  await expect(board.toasts).toContainText('All settled');
  await expect(page.getByText('could not be made')).toBeHidden();
  await expect
    .poll(async () => (await storedLayout(person))['Left'])
    .toEqual(['One by me', 'Two by them, again', 'Three by me']);

  // Nothing of what was let go is left as a draft.
  await board.link('Two by them, again').click();
  await expect(board.sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('Two by them, again');
});

test('what is not settled is there again after a reload, and the note on the card settles it too @phone', async ({
  visit,
  person,
  home,
}) => {
  const other = await home.app.member(person.boardId, 'editor');
  const page = await visit(person);
  const board = boardOn(page);
  await returnFromOffline(page, { person, other });
  await page.getByRole('button', { name: 'Look at them' }).click();
  await page.getByRole('dialog', { name: 'Not made 1 of 3' }).getByRole('button', { name: 'Take theirs' }).click();
  await page.getByRole('dialog', { name: 'Not made 2 of 3' }).getByRole('button', { name: 'Decide later' }).click();
  await page.reload();
  await expect(page.getByText('2 of your changes could not be made')).toBeVisible();
  await board.card('Two by them').getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('1 of your changes could not be made')).toBeVisible();
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('dialog', { name: 'Not made 1 of 1' }).getByRole('button', { name: 'Let it go' }).click();
  await page.reload();
  await expect(board.card('Two by them')).toBeVisible();
  await expect(page.getByText('could not be made')).toBeHidden();
  expect((await storedLayout(person))['Left']).toEqual(['One by them', 'Two by them']);
});

test('a long text shows what differs, and is kept over what stands there when somebody says so @desktop', async ({
  visit,
  person,
  home,
}) => {
  const other = await home.app.member(person.boardId, 'editor');
  const page = await visit(person, { live: false });
  const board = boardOn(page);
  await board.link('One').click();
  const details = board.sheet.getByRole('textbox', { name: 'Details' });
  await details.fill('Ship the page on Friday.');
  await elsewhere(
    { ...other, boardId: person.boardId },
    { type: 'card.edit', cardId: 'left-1', details: 'Ship it on Friday.' },
  );
  await details.blur();
  await board.sheet.getByRole('button', { name: 'Close card' }).click();
  await page.getByRole('button', { name: 'Look at it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not made 1 of 1' });
  await expect(dialog.getByLabel('Yours').locator('mark')).toHaveText(['the', 'page']);
  await expect(dialog.getByLabel('What stands there now').locator('mark')).toHaveText('it');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe('Ship the page on Friday.');
});

test('two texts in the open card are edited together, and nothing of either is lost @phone', async ({
  visit,
  person,
  home,
}) => {
  const other = await home.app.member(person.boardId, 'editor');
  const page = await visit(person, { live: false, path: '/card/RM-9' });
  const board = boardOn(page);
  const details = board.sheet.getByRole('textbox', { name: 'Details' });
  await details.fill('Ship the page.\nTell ops.');
  await elsewhere(
    { ...other, boardId: person.boardId },
    { type: 'card.edit', cardId: 'left-1', details: 'Ship it.\nTell ops.' },
  );
  await details.blur();
  const conflict = board.sheet.getByRole('alert');
  await expect(conflict).toContainText('The details were changed while you typed.');
  await expectAccessible(page, 'a conflict in the open card');
  await conflict.getByRole('button', { name: 'Edit together' }).click();
  await expect(conflict).toBeHidden();
  const both = 'Theirs:\nShip it.\nMine:\nShip the page.\nTell ops.';
  await expect(details).toHaveValue(both);
  // To be edited, as it says, also once the finger has let go.
  await framesOf(page, 4);
  await expect(details).toBeFocused();
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe(both);
});
