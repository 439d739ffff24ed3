import { callsTools, chunk, refuses, says, saysJson, stream } from '@talkan/api/chat/testing/replies';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn, scriptSlowTurn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
const CALLS = [
  { name: 'card_move', arguments: { cardId: 'RM-9', columnId: 'right' } },
  { name: 'card_edit', arguments: { cardId: 'left-2', title: 'Two, renamed' } },
];
const DONE = { Left: ['Two, renamed'], Right: ['Three', 'One'] };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

test('an answer is seen as it comes, and no sooner told as whole @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  const slow = scriptSlowTurn(home.model, [], 'There are two cards in Left, and');
  await chat.ask('How many?');
  await expect(chat.log).toContainText('There are two cards in Left');
  await expect(chat.panel.getByRole('status').filter({ hasText: 'Writing' })).toBeVisible();
  await expect(chat.log.getByRole('button', { name: 'Copy as Markdown' })).toBeHidden();
  slow.finish();
  await expect(chat.log.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible();
  await expect(chat.panel.getByRole('button', { name: 'Send' })).toBeVisible();
});

test('what is prepared is seen in the panel and on the board before any of it is done, and is said @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  const slow = scriptSlowTurn(home.model, CALLS);
  await chat.ask('Let One be in Right and rename Two to “Two, renamed”');
  await expect(chat.pending).toContainText('2 changes being prepared, nothing is done yet');
  await expect(chat.pending).toContainText('RM-9 “One” from “Left” to “Right”');
  await expect(board.titles('Right')).toHaveText(['Three', 'One']);
  await expect(board.announced).toContainText('2 changes are being prepared: Move RM-9 “One” from “Left” to “Right”.');
  await expectAccessible(page, 'changes being prepared');
  expect(await storedLayout(person)).toEqual(LAYOUT);
  slow.finish();
  await expect(chat.receipt).toContainText('2 changes');
  await expect(chat.pending).toBeHidden();
  await expect(board.announced).toContainText('2 changes done: Moved RM-9');
  await expect.poll(() => storedLayout(person)).toEqual(DONE);
});

test('Stop works at once, leaves nothing half done, and what had been said stays to be read @phone', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptSlowTurn(home.model, CALLS, 'Let me see. And');
  await chat.ask('Let One be in Right and rename Two to “Two, renamed”');
  await expect(chat.pending).toContainText('2 changes');
  await chat.panel.getByRole('button', { name: 'Stop' }).click();
  await expect(chat.pending).toBeHidden();
  await expect(chat.log).toContainText('Stopped.');
  await expect(chat.log).toContainText('Let me see.');
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expect(board.announced).toContainText('Stopped.');
  expect(await storedLayout(person)).toEqual(LAYOUT);

  home.model.clear();
  scriptTurn(home.model, CALLS);
  await chat.log.getByRole('button', { name: 'Retry' }).click();
  await expect(chat.receipt).toContainText('2 changes');
  await expect.poll(() => storedLayout(person)).toEqual(DONE);
});

test('who has scrolled back to read sees what they ask next @desktop', async ({ visit, person, home, isMobile }) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(says(Array.from({ length: 60 }, (_, index) => `Line ${index + 1}.`).join('\n\n')));
  await chat.ask('Tell me a long story');
  await expect(chat.log.getByText('Line 60.')).toBeInViewport();
  await chat.log.evaluate((log) => log.scrollTo(0, 0));
  await expect(chat.log.getByText('Line 60.')).not.toBeInViewport();
  home.model.script(says('A short one.'));
  await chat.ask('A short one, then');
  await expect(chat.log.getByText('A short one, then')).toBeInViewport();
  await expect(chat.log.getByText('A short one.')).toBeInViewport();
});

test('after a stop the next question is asked as ever @phone', async ({ visit, person, home, isMobile }) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(stream([chunk({ content: 'Well, it' })], { ending: 'hang' }));
  await chat.ask('Tell me a long story');
  await expect(chat.log).toContainText('Well,');
  await chat.field.press('Shift+Tab');
  await chat.panel.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(chat.log).toContainText('Stopped.');
  await expect(isMobile ? chat.log : chat.field).toBeFocused();
  home.model.script(says('A short one.'));
  await chat.ask('A short one, then');
  await expect(chat.log).toContainText('A short one.');
});

test('a model that is asked once more in another form is told of in the details alone @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(refuses(400, 'tools are not supported'), saysJson({ message: 'Two cards.', operations: [] }));
  await chat.ask('How many?');
  await expect(chat.log).toContainText('Two cards.');
  const details = chat.log.getByText('Asked again in another form: with tools, then as JSON by a schema.');
  await expect(details).toBeHidden();
  await chat.log.getByText(/^test\/model · /).click();
  await expect(details).toBeVisible();
});

test('what is looked up is told while nothing is said yet @phone', async ({ visit, person, home, isMobile }) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(
    callsTools([{ name: 'get_history', arguments: { cardId: 'RM-9' } }]),
    stream([], { ending: 'hang' }),
  );
  await chat.ask('Why did this card come back?');
  await expect(chat.log).toContainText('Looks at the history of RM-9.');
  await chat.panel.getByRole('button', { name: 'Stop' }).click();
  await expect(chat.log).toContainText('Stopped.');
});
