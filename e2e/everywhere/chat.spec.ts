import { answersJson, chunk, refuses, says, stream } from '@talkan/api/chat/testing/replies';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { NO_ANSWER } from '../support/troubles.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
const MOVE_ONE = { name: 'card_move', arguments: { cardId: 'RM-9', columnId: 'right', before: 'right-1' } };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

test('what is asked for is done on the board, told in a receipt, and undone by its Undo alone', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [MOVE_ONE, { name: 'card_edit', arguments: { cardId: 'left-2', title: 'Two, renamed' } }]);
  await chat.ask('Let One be in Right and give Two the name “Two, renamed”');
  await expect(chat.receipt).toContainText('Moved RM-9 “One” from “Left” to “Right”.');
  await expect(chat.receipt).toContainText('2 changes');
  await expect(board.titles('Right')).toHaveText(['One', 'Three']);
  await expect(board.titles('Left')).toHaveText(['Two, renamed']);
  // The hand of the assistant is seen on the card, too.
  await expect(board.card('One')).toContainText('Moved');
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Two, renamed'], Right: ['One', 'Three'] });

  // What somebody does later stays when the assistant's change is undone.
  const add = { type: 'card.create', cardId: 'later', columnId: 'left', title: 'Later' } as const;
  await person.caller.boards.commit({ boardId: person.boardId, changeId: 'later', operations: [add] });
  await chat.receipt.getByRole('button', { name: 'Undo all' }).click();
  await expect(chat.receipt).toContainText('2 changes undone');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Later']);
  await expect(board.titles('Right')).toHaveText(['Three']);
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['One', 'Two', 'Later'], Right: ['Three'] });
});

test('the conversation is there after a reload and in another browser, with its receipt and the Undo @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [MOVE_ONE]);
  await chat.ask('Let One be in Right');
  await expect(chat.receipt).toBeVisible();
  await page.reload();
  await chat.open();
  await expect(chat.log).toContainText('Let One be in Right');
  const elsewhere = await visit(person);
  const other = chatOn(elsewhere, { isMobile });
  await other.open();
  await other.receipt.getByRole('button', { name: 'Undo' }).click();
  await expect(other.receipt).toContainText('1 change undone');
  await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
  await chat.panel.getByRole('button', { name: 'New conversation' }).click();
  await expect(chat.log).toBeHidden();
  await expect(chat.panel).toContainText('Talk to your board');
  // Nothing was said in it: what was said last is there again.
  await page.reload();
  await chat.open();
  await expect(chat.receipt).toContainText('1 change undone');
});

test('under an answer stands what gave it and what it took, and it can be copied and asked for again @phone', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(says('**Two** cards.'));
  await chat.ask('How many?');
  await expect(chat.log).toContainText('Two cards.');
  await expect(chat.log).toContainText(/test\/model · .*\d\.\d s/);
  await chat.log.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('**Two** cards.');
  home.model.script(says('Three cards.'));
  await chat.log.getByRole('button', { name: 'Try again' }).click();
  await expect(chat.log).toContainText('Three cards.');
  await expect(chat.log).not.toContainText('Two cards.');
});

for (const { how, responders } of [
  { how: 'refuses', responders: [refuses(401, 'The key sk-test is not known')] },
  { how: 'breaks off in the middle', responders: [stream([chunk({ content: 'I have mo' })], { ending: 'cut' })] },
  { how: 'answers with an error of its own', responders: [answersJson(200, { error: { message: 'Overloaded' } })] },
] as const) {
  test(`a model that ${how} is said to have failed; the question stays, and Retry asks it again @desktop`, async ({
    visit,
    person,
    home,
    isMobile,
  }) => {
    const page = await visit(person);
    const chat = chatOn(page, { isMobile });
    await chat.open();
    // Where it is worth it the server tries a second time by itself.
    home.model.always(responders[0]);
    await chat.ask('Let One be in Right');
    const retry = chat.log.getByRole('button', { name: 'Retry' });
    await expect(retry).toBeVisible({ timeout: 15_000 });
    await expect(chat.log).toContainText('Nothing was changed.');
    await expect(chat.log).toContainText('Let One be in Right');
    await expect(chat.log).not.toContainText('sk-test');
    expect(await storedLayout(person)).toEqual(LAYOUT);
    scriptTurn(home.model, [MOVE_ONE]);
    await retry.click();
    await expect(chat.receipt).toContainText('Moved RM-9 “One”');
    await expect(retry).toBeHidden();
  });
}

test('an answer that is lost on its way is shown all the same, and the board changed once @desktop', async ({
  visit,
  person,
  home,
  isMobile,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  const add = { name: 'card_create', arguments: { cardId: 'new1', columnId: 'Right', title: 'Four' } };
  scriptTurn(home.model, [add], 'Anything else?');
  await page.route('**/trpc/chat.turn*', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await chat.ask('Right needs a new card Four');
  // It was done all the same: the page has looked, on the board and in the conversation.
  await expect(boardOn(page).titles('Right')).toHaveText(['Three', 'Four']);
  await expect(chat.receipt).toContainText('“Four”');
  await expect(chat.log.getByRole('button', { name: 'Retry' })).toBeHidden();
  await expect.poll(() => storedLayout(person)).toEqual({ ...LAYOUT, Right: ['Three', 'Four'] });
});

test('a question that does not reach the server stays, and Retry asks it @phone', async ({
  visit,
  person,
  home,
  isMobile,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  await page.route('**/trpc/chat.turn*', (route) => route.abort('connectionreset'));
  await chat.ask('Let One be in Right');
  await expect(chat.log).toContainText('cannot be reached');
  await page.unroute('**/trpc/chat.turn*');
  scriptTurn(home.model, [MOVE_ONE]);
  await chat.log.getByRole('button', { name: 'Retry' }).click();
  await expect(chat.receipt).toContainText('Moved RM-9 “One”');
  await expect(chat.log.getByText('Let One be in Right')).toHaveCount(1);
});

test('an answer names cards by links that open them, and holds no HTML @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(says('Look at **RM-10** first. <img src="/x" onerror="alert(1)"> ![](http://evil.example/pixel)'));
  await chat.ask('What is first?');
  await expect(chat.log).toContainText('<img src="/x" onerror="alert(1)">');
  await expect(chat.log.locator('img')).toHaveCount(0);
  await chat.log.getByRole('link', { name: 'RM-10' }).click();
  await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Two');
});
