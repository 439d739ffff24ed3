import { boardOn, layOut } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, fingerOn, middleOf } from '../support/gestures.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Right: ['Three'] }));

test('the assistant is a sheet over the lower part of the board, which stays in sight', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await expect(chat.panel).toBeHidden();
  await chat.open();
  await expect(chat.field).toBeFocused();
  await expect.poll(async () => (await boxOf(chat.panel)).y).toBeGreaterThan(240);
  await expect(board.card('One')).toBeInViewport({ ratio: 1 });
  scriptTurn(home.model, [{ name: 'card_edit', arguments: { cardId: 'left-1', title: 'One, renamed' } }]);
  await chat.ask('Let One be called “One, renamed”');
  await expect(board.card('One, renamed')).toBeInViewport();
  await chat.panel.getByRole('button', { name: 'Close the assistant' }).tap();
  await expect(chat.panel).toBeHidden();
  await board.card('One, renamed').getByRole('button', { name: 'Undo' }).tap();
  await expect(board.card('One')).toBeVisible();
});

test('the sheet goes down with a swipe on its head, and a card that it names takes the screen', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [{ name: 'card_move', arguments: { cardId: 'left-1', columnId: 'right' } }]);
  await chat.ask('Let One be in Right');
  await chat.receipt.getByRole('link', { name: 'RM-9' }).tap();
  await expect(chat.panel).toBeHidden();
  await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('One');
  await page.goBack();
  await chat.open();
  const finger = await fingerOn(page);
  const head = await middleOf(chat.panel.getByRole('heading', { name: 'Assistant' }));
  await finger.down(head);
  await finger.move({ x: head.x, y: head.y + 160 });
  await finger.up();
  await expect(chat.panel).toBeHidden();
});
