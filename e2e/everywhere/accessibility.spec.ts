import { refuses, says } from '@talkan/api/chat/testing/replies';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { NO_ANSWER, NOBODY_SIGNED_IN } from '../support/troubles.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Right: ['Three'], Empty: [] }));

test('axe finds nothing on the sign-in page, before and after a mistake', async ({ visit, troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  troubles.expect(/status of 401 .*auth\.login/);
  const page = await visit(null);
  await expect(page.getByLabel('Username')).toBeVisible();
  await expectAccessible(page, 'sign-in page');
  await page.getByLabel('Username').fill('nobody');
  await page.getByLabel('Password', { exact: true }).fill('nothing at all');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'sign-in page with a mistake');
});

test('axe finds nothing on the board and its menus', async ({ visit, person, isMobile }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  await expectAccessible(page, 'board');
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expectAccessible(page, 'account menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Actions for the column Left' }).click();
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
  await expectAccessible(page, 'column menu');
  await page.keyboard.press('Escape');
  if (!isMobile) {
    await board.card('One').hover();
    await page.getByRole('button', { name: 'Actions for One' }).click();
    await expect(page.getByRole('menuitem', { name: 'Open' })).toBeVisible();
    await expectAccessible(page, 'card menu');
    await page.keyboard.press('Escape');
  }
});

test('axe finds nothing on the field for a new card and on a card in the hand', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Add card to Left' }).click();
  await page.keyboard.type('A new one');
  await expectAccessible(page, 'field for a new card');
  await page.keyboard.press('Escape');
  await board.link('One').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(board.announced).toHaveText('Left, position 2 of 2.');
  await expectAccessible(page, 'a card in the hand');
  await page.keyboard.press('Escape');
});

test('axe finds nothing on an open card and the dialogs', async ({ visit, person }) => {
  const page = await visit(person);
  const board = boardOn(page);
  await board.card('One').click();
  await expect(board.sheet).toBeVisible();
  await expectAccessible(page, 'card');
  await board.sheet.getByRole('button', { name: 'Move to…' }).click();
  await expect(page.getByRole('dialog', { name: 'Move RM-9' })).toBeVisible();
  await expectAccessible(page, 'move dialog');
  await page.keyboard.press('Escape');
  await board.sheet.getByRole('button', { name: 'Archive RM-9' }).click();
  await expect(board.toasts).toContainText('RM-9 archived');
  await expectAccessible(page, 'note with Undo');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  await expect(page.getByRole('dialog', { name: 'Change password' })).toBeVisible();
  await expectAccessible(page, 'password dialog');
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
  await expectAccessible(page, 'chat without a conversation');
  scriptTurn(home.model, [{ name: 'card_move', arguments: { cardId: 'RM-9', columnId: 'Right' } }]);
  await chat.ask('Move One to Right');
  await expect(chat.receipt).toBeVisible();
  scriptTurn(home.model, [{ name: 'card_archive', arguments: { cardId: 'RM-10' } }]);
  await chat.ask('Archive Two');
  await expect(chat.proposal).toBeVisible();
  home.model.script(says('Look:\n\n- **RM-10**\n- `code`\n\n1. one\n2. two\n\n```\nlines\n```'));
  await chat.ask('List things');
  await expect(chat.log).toContainText('lines');
  home.model.always(refuses(401, 'No such key'));
  await chat.ask('And this?');
  await expect(chat.log.getByRole('button', { name: 'Retry' })).toBeVisible();
  await expectAccessible(page, 'chat');
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
  await editor.caller.boards.commit({ boardId: person.boardId, changeId: 'theirs', operations: [edit] });
  await title.fill('Mine');
  await title.press('Enter');
  await expect(board.sheet.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'two texts');
  await page.keyboard.press('Escape');
  await expect(board.sheet).toBeHidden();
  await expectAccessible(page, 'a card with a refused change');
  await page.context().setOffline(true);
  await expect(board.sign).toContainText('Offline.');
  await expectAccessible(page, 'offline');
  await page.context().setOffline(false);
  await page.goto('/card/RM-999');
  await expect(page.getByRole('heading', { name: 'RM-999 is not here' })).toBeVisible();
  await expectAccessible(page, 'a card that is not there');
});
