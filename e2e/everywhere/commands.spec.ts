import { expectAccessible } from '../support/accessibility.js';
import { boardOn, storedLayout } from '../support/board.js';
import { expect } from '../support/fixtures.js';
import { boxOf } from '../support/gestures.js';
import { LAYOUT, plain } from '../support/plain.js';

plain(
  'without a key the field is there, and says what is understood and how to get more @desktop',
  async ({ plainly }) => {
    const { page, chat } = plainly;
    await expect(chat.field).toBeVisible();
    const more = chat.panel.getByText('Plain commands and questions are understood here.');
    const hint = chat.panel.getByText(/set AI_API_KEY or OPENROUTER_API_KEY/);
    await expect(hint).toBeHidden();
    await more.click();
    await expect(hint).toBeVisible();
    await expectAccessible(page, 'the chat without a model');
  },
);

plain(
  'a command is shown as it is typed, done, told in a receipt, and undone in words @desktop',
  async ({ plainly }) => {
    const { page, chat, person } = plainly;
    await chat.field.fill('move the login api to done and add "Call the bank" to Backlog');
    await expect(chat.panel.getByRole('status').filter({ hasText: 'When sent:' })).toContainText(
      '“Login API” from “Backlog” to “Done”, and 1 more change.',
    );
    // The board shows it, too, as what is yet to be.
    const board = boardOn(page);
    await expect(board.titles('Done')).toHaveText(['Ship it', 'Login API']);
    await expect(board.card('Call the bank')).toContainText('Would be added');
    const [ghost, other] = [await boxOf(board.card('Call the bank')), await boxOf(board.card('Login page'))];
    expect(ghost.width).toBe(other.width);
    expect(ghost.y).toBeGreaterThan(other.y + other.height);
    await expectAccessible(page, 'a command in the chat');
    expect(await storedLayout(person)).toEqual(LAYOUT);
    const command = await chat.field.inputValue();
    await chat.field.fill('');
    await expect(board.titles('Done')).toHaveText(['Ship it']);
    await chat.field.fill(command);
    await chat.field.press('Enter');
    await expect(chat.receipt).toContainText('2 changes');
    const done = {
      Backlog: ['Login page', 'Call the bank'],
      Review: ['Payment filters'],
      Done: ['Ship it', 'Login API'],
    };
    await expect.poll(() => storedLayout(person)).toEqual(done);
    await chat.ask('undo');
    await expect(chat.receipt.first()).toContainText('2 changes undone');
    await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
    await chat.ask('redo');
    await expect.poll(() => storedLayout(person)).toEqual(done);
  },
);

plain('what may mean several cards is asked, and one button answers @desktop', async ({ plainly }) => {
  const { page, chat, person } = plainly;
  await chat.ask('move login to review');
  await expect(chat.log).toContainText('Which card do you mean?');
  const choices = chat.log.getByRole('list', { name: 'Choices' }).getByRole('button');
  await expect(choices).toHaveCount(2);
  await expectAccessible(page, 'a question of the chat');
  await choices.filter({ hasText: 'Login API' }).press('Enter');
  await expect(chat.receipt).toContainText('“Login API” from “Backlog” to “Review”.');
  await expect(choices).toHaveCount(0);
  await expect
    .poll(() => storedLayout(person))
    .toEqual({
      ...LAYOUT,
      Backlog: ['Login page'],
      Review: ['Payment filters', 'Login API'],
    });
  // “It” is what was spoken of.
  await chat.ask('move it to Done');
  await expect.poll(async () => (await storedLayout(person))['Done']).toEqual(['Ship it', 'Login API']);
});

plain(
  'what is not understood changes nothing, and what would work is put into the field @phone',
  async ({ plainly }) => {
    const { page, chat, person } = plainly;
    await chat.ask('frobnicate the login page');
    const suggestions = chat.log.getByRole('list', { name: 'Suggestions' }).getByRole('button');
    await expect(suggestions).toHaveCount(3);
    await expectAccessible(page, 'a refusal of the chat');
    await suggestions.first().click();
    await expect(chat.field).toBeFocused();
    await expect(chat.field).not.toHaveValue('');
    expect(await storedLayout(person)).toEqual(LAYOUT);
  },
);

plain('what is asked to be shown is filtered on the board @desktop', async ({ plainly }) => {
  const { page, chat, person } = plainly;
  const { boardId } = person;
  const [urgent] = (await person.caller.boards.get({ boardId })).cards.filter(({ title }) => title === 'Login API');
  const operations = [{ type: 'card.prioritize', cardId: urgent?.id ?? '', priority: 'urgent' }] as const;
  await person.caller.boards.commit({ boardId, changeId: 'urgent', operations: [...operations] });
  await chat.ask('show urgent cards');
  await expect(boardOn(page).card('Login page')).toBeHidden();
  await expect(boardOn(page).titles('Backlog')).toHaveText(['Login API']);
  expect(new URL(page.url()).search).toBe('?priority=urgent');
  await chat.ask('show everything');
  await expect(boardOn(page).titles('Backlog')).toHaveText(['Login page', 'Login API']);
});

plain('what would archive waits for a yes @phone', async ({ plainly }) => {
  const { page, chat, person } = plainly;
  await chat.field.fill('archive "Ship it"');
  await expect(chat.panel).toContainText('When sent, this waits for your yes: Archive');
  await chat.field.press('Enter');
  await expect(chat.proposal).toContainText('“Ship it”');
  await expectAccessible(page, 'a proposal of the chat');
  await chat.panel.getByRole('button', { name: 'Dismiss' }).click();
  await expect(chat.panel.getByRole('button', { name: 'Archive 1 card' })).toBeHidden();
  await expect(chat.proposal).toContainText('Dismissed:');
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await chat.ask('archive "Ship it"');
  await chat.panel.getByRole('button', { name: 'Archive 1 card' }).click();
  await expect(chat.receipt).toContainText(/Archived [A-Z]+-\d+ “Ship it”/);
  await expect.poll(() => storedLayout(person)).toEqual({ ...LAYOUT, Done: [] });
  await page.reload();
  await chat.open();
  await expect(chat.receipt).toContainText('1 change');
});
