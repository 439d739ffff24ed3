import { TEST_PASSWORD, type Person, type TestApp } from '@talkan/api/testing';
import { boardOn, layOut, openDetails, storedCard, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { carryByMouse, dragOnto, middleOf } from '../support/gestures.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
const REFUSED = /status of (?:403|404|409) .*\/trpc\/(?:boards|members)\./;

test.beforeEach(async ({ person, troubles }) => {
  troubles.expect(REFUSED);
  await layOut(person, LAYOUT);
});

async function makeViewer({ services }: TestApp, { id, boardId }: Person): Promise<void> {
  const members = services.db.write.updateTable('members').set({ role: 'viewer' });
  await members.where('user_id', '=', id).where('board_id', '=', boardId).execute();
}

test('a move that is no longer allowed is said on the card, which stands where it was', async ({
  visit,
  person,
  home,
}) => {
  const page = await visit(person, { live: false });
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  await makeViewer(home.app, person);
  await dragOnto(page, board.card('One'), board.card('Three'));
  await expect(board.card('One').getByRole('alert')).toContainText(
    'Not moved: Only commenters, editors and owners may do this. Ask an owner of the board.',
  );
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expect(board.titles('Right')).toHaveText(LAYOUT.Right);
  // The page has learnt the new role.
  await expect(page.getByRole('button', { name: 'Add column' })).toBeHidden();
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

test('text that may no longer be saved can still be read and copied', async ({ visit, person, home }) => {
  const page = await visit(person, { path: '/card/RM-9' });
  const board = boardOn(page);
  const details = board.sheet.getByRole('textbox', { name: 'Details' });
  // It is sent once it may no longer be saved, however long that takes.
  const demoted = Promise.withResolvers<void>();
  await page.route('**/trpc/boards.commit*', async (route) => {
    await demoted.promise;
    await route.continue();
  });
  await details.fill('An hour of work');
  await makeViewer(home.app, person);
  demoted.resolve();
  // It may be gone by then.
  await page.keyboard.press('Tab');
  // The field goes with the right to use it; what was typed into it does not.
  await expect(details).toBeHidden();
  const unsaved = board.sheet.getByRole('alert');
  await expect(unsaved).toContainText('The details that you typed are not saved');
  await expect(unsaved.locator('blockquote')).toHaveText('An hour of work');
  await page.reload();
  await expect(unsaved.locator('blockquote')).toHaveText('An hour of work');
  expect((await storedCard(person, 'One')).details ?? '').toBe('');
});

test('a new card that is refused is said, and its title is in the field again', async ({ visit, person, home }) => {
  const page = await visit(person, { live: false });
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Add card to Right' }).click();
  const other = await home.app.member(person.boardId, 'editor');
  const { boardId } = person;
  await other.caller.boards.commit({
    boardId,
    changeId: 'away',
    operations: [
      { type: 'card.archive', cardId: 'right-1' },
      { type: 'column.archive', columnId: 'right' },
    ],
  });
  await page.keyboard.type('A thought');
  await page.keyboard.press('Enter');
  await expect(board.toasts).toContainText('Not added: ');
  await expect(board.lane('Right')).toBeHidden();
  await other.caller.boards.undo({ boardId, seq: (await other.caller.boards.get({ boardId })).seq, changeId: 'back' });
  await page.reload();
  await page.getByRole('button', { name: /Go on with “A thought” to Right/ }).click();
  await expect(page.getByRole('textbox', { name: 'Title of a new card in Right' })).toHaveValue('A thought');
});

test('text for a card that another one has archived is said not to be saved, and is there once it is restored', async ({
  visit,
  person,
  home,
}) => {
  const page = await visit(person, { path: '/card/RM-9', live: false });
  const board = boardOn(page);
  const details = board.sheet.getByRole('textbox', { name: 'Details' });
  await expect(details).toBeVisible();
  const other = await home.app.member(person.boardId, 'editor');
  const { boardId } = person;
  const archive = [{ type: 'card.archive', cardId: 'left-1' }] as const;
  await other.caller.boards.commit({ boardId, changeId: 'archived', operations: [...archive] });
  await details.fill('An hour of work');
  await details.blur();
  await expect(board.toasts).toContainText('Not saved: ');
  await expect(board.sheet).toContainText('RM-9 is not here');
  const restore = [{ type: 'card.restore', cardId: 'left-1' }] as const;
  await other.caller.boards.commit({ boardId, changeId: 'restored', operations: [...restore] });
  await page.reload();
  await expect(await openDetails(board)).toHaveValue('An hour of work');
});

test('a board that is no longer shared with somebody is said to be gone', async ({ visit, person, home, troubles }) => {
  // The panel may ask for their conversations a last time.
  troubles.expect(/status of 404 .*\/trpc\/chat\.overview/);
  const guest = await home.app.member(person.boardId, 'editor');
  // Of two boards the older one is shown.
  const own = home.app.services.db.write.deleteFrom('members').where('user_id', '=', guest.id);
  await own.where('board_id', '!=', person.boardId).execute();
  const page = await visit(guest);
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  // In the hand by then: the page may hear of it before the drop.
  await carryByMouse(page, board.card('One'), await middleOf(board.card('Three')));
  await home.app.services.db.write.deleteFrom('members').where('user_id', '=', guest.id).execute();
  await page.mouse.up();
  await expect(page.getByRole('heading', { name: 'You are no longer on this board' })).toBeVisible();
  await expect(board.card('One')).toBeHidden();
});

test('a session that has ended asks to sign in again over what is there, and loses nothing', async ({
  visit,
  person,
  home,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const page = await visit(person, { live: false });
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  // What is still asked for would be told first that the session has ended.
  await page.waitForLoadState('networkidle');
  const other = await home.app.member(person.boardId, 'viewer');
  await carryByMouse(page, board.card('One'), await middleOf(board.card('Three')));
  await home.app.services.db.write.deleteFrom('sessions').where('user_id', '=', person.id).execute();
  await page.mouse.up();
  await expect(page.getByText('Your session has ended. Sign in to go on where you were.')).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue(person.username);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(board.titles('Right')).toHaveText(['One', 'Three']);
  await expect.poll(async () => (await storedLayout(other))['Right']).toEqual(['One', 'Three']);
});
