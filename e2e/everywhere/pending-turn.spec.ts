import type { ModelServer } from '@talkan/api/chat/testing/model-server';
import { chunk, deltasOf } from '@talkan/api/chat/testing/replies';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { commitAs } from '../support/talk.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
const MOVE = { name: 'card_move', arguments: { cardId: 'left-1', columnId: 'right' } };
const RENAME = { name: 'card_edit', arguments: { cardId: 'left-2', title: 'Two, renamed' } };
const ARCHIVE = { name: 'card_archive', arguments: { cardId: 'right-1' } };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

/** A model that calls one tool after the other, each when it is let, and comes to no end by itself. */
function scriptSteps(model: ModelServer, calls: readonly (typeof MOVE | typeof RENAME)[]): () => void {
  const gates = calls.map(() => Promise.withResolvers<void>());
  let next = 0;
  model.script(async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const deltas = deltasOf(calls, 'whole');
    for (const [index, delta] of deltas.entries()) {
      await gates[index]?.promise;
      response.write(`data: ${JSON.stringify(delta)}\n\n`);
      // What a call is called with is known to be whole when something else follows.
      response.write(`data: ${JSON.stringify(chunk({ content: ' ' }))}\n\n`);
    }
  });
  return () => gates[next++]?.resolve();
}

test('what a turn prepares comes to the board piece by piece, and takes the focus from nobody @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  const step = scriptSteps(home.model, [MOVE, RENAME]);
  await chat.ask('Get One over there and rename Two');
  step();
  await expect(board.titles('Right')).toHaveText(['Three', 'One']);
  await expect(board.link('One')).toHaveAccessibleName(/, One, pending: would move to Right$/);
  await board.link('Two').focus();
  step();
  await expect(board.titles('Left')).toHaveText(['One', 'Two, renamed']);
  await expect(board.link('Two, renamed')).toBeFocused();
  await expect(board.link('Two, renamed')).toHaveAccessibleName(/, Two, pending: would be called Two, renamed$/);
  await expectAccessible(page, 'what a turn prepares');
  // Somebody else is in the way of one of them.
  await commitAs(person, { type: 'card.archive', cardId: 'left-1' });
  await expect(board.titles('Right')).toHaveText(['Three']);
  await expect(board.titles('Left')).toHaveText(['Two, renamed']);
  await chat.panel.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(board.titles('Left')).toHaveText(['Two']);
  expect(await storedLayout(person)).toEqual({ Left: ['Two'], Right: ['Three'] });
});

test('what waits for a yes is seen on the board, where cards are worked with as ever @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [ARCHIVE, MOVE, RENAME]);
  await chat.ask('Archive Three, get One over there and rename Two');
  await expect(chat.proposal).toContainText('3 changes');
  await expect(board.card('Three')).toContainText('Would be archived');
  await expect(board.titles('Right')).toHaveText(['Three', 'One']);
  // What is typed meanwhile is shown in its place, and goes again.
  await chat.field.fill('move RM-10 to Right');
  await chat.field.fill('');
  await expect(board.card('Three')).toContainText('Would be archived');
  // The card itself is opened as it is.
  await board.link('Two, renamed').press('Enter');
  await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Two');
  await page.goBack();
  // What somebody else wrote is not written over.
  await commitAs(person, { type: 'card.edit', cardId: 'left-2', title: 'Two, mended' });
  await expect(board.titles('Left')).toHaveText(['One', 'Two, mended']);
  await expect(board.titles('Right')).toHaveText(['Three', 'One']);
  await commitAs(person, { type: 'card.archive', cardId: 'left-1' });
  await expect(board.titles('Right')).toHaveText(['Three']);
  await expect(board.card('Three')).toContainText('Would be archived');
  await chat.proposal.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(board.card('Three')).not.toContainText('Would be archived');
  await expect(board.titles('Left')).toHaveText(['Two, mended']);
});

test('what was done is shown by “Show me”, and stands out for a while @phone', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [MOVE]);
  await chat.ask('Get One over there');
  await chat.receipt.getByRole('button', { name: 'Show me' }).press('Enter');
  await expect(board.link('One')).toBeFocused();
  await expect(board.card('One')).toBeInViewport({ ratio: 1 });
  await expect(board.card('One')).toHaveCount(1);
});
