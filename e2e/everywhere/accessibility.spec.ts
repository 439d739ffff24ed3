import { refuses, says } from '@talkan/api/chat/testing/replies';
import { expectAccessibleInAllLooks } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { invitationOf, peopleOn } from '../support/company.js';
import { expect, test } from '../support/fixtures.js';
import { NO_ANSWER, NOBODY_SIGNED_IN } from '../support/troubles.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Right: ['Three'], Empty: [] }));

test('axe finds nothing on the sign-in page, before and after a mistake', async ({ visit, troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  troubles.expect(/status of 401 .*auth\.login/);
  const page = await visit(null);
  await expect(page.getByLabel('Username')).toBeVisible();
  await expectAccessibleInAllLooks(page, 'sign-in page');
  await page.getByLabel('Username').fill('nobody');
  await page.getByLabel('Password', { exact: true }).fill('nothing at all');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessibleInAllLooks(page, 'sign-in page with a mistake');
});

test('axe finds nothing on the board and its menus', async ({ visit, person, isMobile }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  await expectAccessibleInAllLooks(page, 'board');
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'account menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Actions for the column Left' }).click();
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'column menu');
  await page.keyboard.press('Escape');
  if (!isMobile) {
    await board.card('One').hover();
    await page.getByRole('button', { name: 'Actions for One' }).click();
    await expect(page.getByRole('menuitem', { name: 'Open' })).toBeVisible();
    await expectAccessibleInAllLooks(page, 'card menu');
    await page.keyboard.press('Escape');
  }
});

test('axe finds nothing on the field for a new card and on a card in the hand', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Add card to Left' }).click();
  await page.keyboard.type('A new one');
  await expectAccessibleInAllLooks(page, 'field for a new card');
  await page.keyboard.press('Escape');
  await board.link('One').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(board.announced).toHaveText('Left, position 2 of 2.');
  await expectAccessibleInAllLooks(page, 'a card in the hand');
  await page.keyboard.press('Escape');
});

test('axe finds nothing on an open card and the dialogs', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').click();
  await expect(board.sheet).toBeVisible();
  await expectAccessibleInAllLooks(page, 'card');
  await board.sheet.getByRole('button', { name: 'Move to…' }).click();
  await expect(page.getByRole('dialog', { name: 'Move RM-9' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'move dialog');
  await page.keyboard.press('Escape');
  await board.sheet.getByRole('button', { name: 'Actions for RM-9' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(board.toasts).toContainText('RM-9 archived');
  await expectAccessibleInAllLooks(page, 'note with Undo');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  await expect(page.getByRole('dialog', { name: 'Change password' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'password dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Appearance' }).click();
  await expect(page.getByRole('dialog', { name: 'Appearance' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'appearance');
});

test('axe finds nothing on the chat, its receipts and its failures', async ({
  visit,
  person,
  home,
  isMobile,
  troubles,
}) => {
  troubles.expect(/status of 502 .*chat\.send/);
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  await expect(chat.panel).toContainText('Talk to your board');
  await expectAccessibleInAllLooks(page, 'chat without a conversation');
  scriptTurn(home.model, [{ name: 'card_move', arguments: { cardId: 'RM-9', columnId: 'Right' } }]);
  await chat.ask('Let One be in Right');
  await expect(chat.receipt).toBeVisible();
  scriptTurn(home.model, [{ name: 'card_archive', arguments: { cardId: 'RM-10' } }]);
  await chat.ask('Two may go');
  await expect(chat.proposal).toBeVisible();
  home.model.script(says('Look:\n\n- **RM-10**\n- `code`\n\n1. one\n2. two\n\n```\nlines\n```'));
  await chat.ask('List things');
  await expect(chat.log).toContainText('lines');
  home.model.always(refuses(401, 'No such key'));
  await chat.ask('And this?');
  await expect(chat.log.getByRole('button', { name: 'Retry' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'chat');
});

test('axe finds nothing where something went wrong', async ({ visit, person, troubles, home }) => {
  troubles.expect(NO_ANSWER);
  troubles.expect(/status of 409/);
  const page = await visit(person, { path: '/card/RM-9' });
  const board = boardOn(page);
  const title = board.sheet.getByRole('textbox', { name: 'Title', exact: true });
  await expect(title).toHaveValue('One');
  const editor = await home.app.member(person.boardId, 'editor');
  const edit = { type: 'card.edit', cardId: 'left-1', title: 'Theirs' } as const;
  // Typed without having seen theirs, however slow the machine is.
  await page.context().setOffline(true);
  await title.fill('Mine');
  await title.press('Enter');
  await editor.caller.boards.commit({ boardId: person.boardId, changeId: 'theirs', operations: [edit] });
  await page.context().setOffline(false);
  await expect(board.sheet.getByRole('alert')).toBeVisible();
  await expectAccessibleInAllLooks(page, 'two texts');
  await page.keyboard.press('Escape');
  await expect(board.sheet).toBeHidden();
  await expectAccessibleInAllLooks(page, 'a card with a refused change');
  await page.context().setOffline(true);
  await expect(board.sign).toContainText('Offline.');
  await expectAccessibleInAllLooks(page, 'offline');
  await page.context().setOffline(false);
  await page.goto('/card/RM-999');
  await expect(page.getByRole('heading', { name: 'RM-999 is not here' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'a card that is not there');
});

test('axe finds nothing on the people of a board and what is asked there', async ({
  visit,
  person,
  home,
  troubles,
}) => {
  troubles.expect(/status of 409 .*members\.remove/);
  for (let count = 0; count < 9; count += 1) await home.app.member(person.boardId, 'viewer');
  await invitationOf(person, 'editor');
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  const people = peopleOn(page);
  await expect(people.rows).toHaveCount(10);
  await expectAccessibleInAllLooks(page, 'people');
  await people.sheet.getByRole('button', { name: 'Invite', exact: true }).click();
  await expectAccessibleInAllLooks(page, 'invite');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toBeVisible();
  await expectAccessibleInAllLooks(page, 'link of an invitation');
  await page.keyboard.press('Escape');
  await people.sheet.getByRole('button', { name: 'Leave this board' }).click();
  await page.getByRole('button', { name: 'Leave the board' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessibleInAllLooks(page, 'leaving refused');
  await page.keyboard.press('Escape');
  const guest = await home.app.member(person.boardId, 'viewer');
  const theirs = await visit(guest, { path: `/b/${person.boardId}/members` });
  await expect(peopleOn(theirs).rows).toHaveCount(11);
  await expectAccessibleInAllLooks(theirs, 'people, for a viewer');
});

test('axe finds nothing on the page that an invitation opens', async ({ visit, person, home, troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  troubles.expect(/status of 409 .*invitations\.(?:look|accept)/);
  const { path, id } = await invitationOf(person, 'editor');
  const page = await visit(null, { path });
  await expect(page.getByLabel('Username')).toBeVisible();
  await expectAccessibleInAllLooks(page, 'newcomer');
  await page.getByRole('button', { name: 'Join the board' }).click();
  await expect(page.getByText('Pick a username.')).toBeVisible();
  await expectAccessibleInAllLooks(page, 'newcomer with mistakes');
  await page.getByRole('button', { name: 'I have an account' }).click();
  await expectAccessibleInAllLooks(page, 'with an account');
  const theirs = await visit(await home.app.member(person.boardId, 'viewer'), { path });
  await expect(theirs.getByRole('button', { name: 'Use another account' })).toBeVisible();
  await expectAccessibleInAllLooks(theirs, 'signed in');
  await theirs.getByRole('button', { name: /^Join as/ }).click();
  await expect(theirs.getByRole('heading', { name: 'You are on this board already' })).toBeVisible();
  await expectAccessibleInAllLooks(theirs, 'a member already');
  await person.caller.invitations.revoke({ boardId: person.boardId, id });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('taken back');
  await expectAccessibleInAllLooks(page, 'taken back');
});
