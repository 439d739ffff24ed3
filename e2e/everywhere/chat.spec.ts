import { answersJson, refuses, says, stream, chunk } from '@talkan/api/chat/testing/replies';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { NO_ANSWER } from '../support/troubles.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
const MOVE_ONE = { name: 'card_move', arguments: { cardId: 'RM-9', columnId: 'right', before: 'right-1' } };
/** The browser's own note of an answer that says that the model failed. */
const MODEL_FAILED = /status of 50[234] .*\/trpc\/chat\.send/;

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
  await chat.ask('Get One over there and find a better name for Two');
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

test('the conversation is there after a reload, with its receipt and the Undo', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [MOVE_ONE]);
  await chat.ask('Get One over there');
  await expect(chat.receipt).toBeVisible();
  await page.reload();
  await chat.open();
  await expect(chat.log).toContainText('Get One over there');
  await chat.receipt.getByRole('button', { name: 'Undo' }).click();
  await expect(chat.receipt).toContainText('1 change undone');
  await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
  await chat.panel.getByRole('button', { name: 'New conversation' }).click();
  await expect(chat.log).toBeHidden();
  await page.reload();
  await chat.open();
  await expect(chat.panel).toContainText('Talk to your board');
});

test('what would archive something is only told, and nothing is changed', async ({ visit, person, home, isMobile }) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [{ name: 'card_archive', arguments: { cardId: 'left-1' } }], 'I have archived it.');
  await chat.ask('One may go');
  await expect(chat.log).toContainText('Nothing was changed.');
  await expect(chat.proposal).toContainText(/Archived? RM-9 “One”/);
  await expect(chat.receipt).toBeHidden();
  await expect(boardOn(page).titles('Left')).toHaveText(LAYOUT.Left);
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

for (const { how, responders } of [
  { how: 'refuses', responders: [refuses(401, 'The key sk-test is not known')] },
  { how: 'breaks off in the middle', responders: [stream([chunk({ content: 'I have mo' })], { ending: 'cut' })] },
  { how: 'answers with an error of its own', responders: [answersJson(200, { error: { message: 'Overloaded' } })] },
] as const) {
  test(`a model that ${how} is said to have failed; the question stays, and Retry asks it again`, async ({
    visit,
    person,
    home,
    isMobile,
    troubles,
  }) => {
    troubles.expect(MODEL_FAILED);
    const page = await visit(person);
    const chat = chatOn(page, { isMobile });
    await chat.open();
    // Where it is worth it the server tries a second time by itself.
    home.model.always(responders[0]);
    await chat.ask('Get One over there');
    const retry = chat.log.getByRole('button', { name: 'Retry' });
    await expect(retry).toBeVisible({ timeout: 15_000 });
    await expect(chat.log).toContainText('Nothing was changed.');
    await expect(chat.log).toContainText('Get One over there');
    await expect(chat.log).not.toContainText('sk-test');
    expect(await storedLayout(person)).toEqual(LAYOUT);
    scriptTurn(home.model, [MOVE_ONE]);
    await retry.click();
    await expect(chat.receipt).toContainText('Moved RM-9 “One”');
    await expect(retry).toBeHidden();
  });
}

test('an answer that is lost on its way changes the board once, however often it is asked for', async ({
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
  await page.route('**/trpc/chat.send', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await chat.ask('There is a fourth');
  const retry = chat.log.getByRole('button', { name: 'Retry' });
  await expect(retry).toBeVisible();
  // It was done all the same, and the page has looked.
  await expect(boardOn(page).titles('Right')).toHaveText(['Three', 'Four']);
  await page.unroute('**/trpc/chat.send');
  const asked = home.model.requests.length;
  await retry.click();
  await expect(chat.receipt).toContainText('“Four”');
  // Were the model asked again, it would do it again.
  expect(home.model.requests).toHaveLength(asked);
  await expect.poll(() => storedLayout(person)).toEqual({ ...LAYOUT, Right: ['Three', 'Four'] });
});

test('an answer names cards by links that open them, and holds no HTML', async ({ visit, person, home, isMobile }) => {
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

test('an answer that takes long can be stopped, and the next question is asked as ever', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(stream([chunk({ content: 'Well' })], { ending: 'hang' }));
  await chat.ask('Tell me a long story');
  await chat.panel.getByRole('button', { name: 'Stop' }).click();
  await expect(chat.log).toContainText('Stopped.');
  home.model.script(says('A short one.'));
  await chat.ask('A short one, then');
  await expect(chat.log).toContainText('A short one.');
});
