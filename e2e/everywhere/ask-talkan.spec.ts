import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { paletteOn } from '../support/palette.js';

const LAYOUT = { Backlog: ['Login page', 'Login API'], Done: ['Ship it'] };

test('what only the server knows is asked in the chat, and what is typed there stays @desktop', async ({
  launch,
  visit,
  isMobile,
}) => {
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const { caller, boardId } = person;
  await caller.boards.commit({ boardId, changeId: 'a', operations: [{ type: 'card.archive', cardId: 'done-1' }] });
  const page = await visit(person, { server });
  const chat = chatOn(page, { isMobile });
  const palette = paletteOn(page);
  await expect(boardOn(page).card('Login API')).toBeVisible();
  await chat.open();
  await chat.field.fill('half a sentence');
  if (isMobile) await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await palette.field.fill('what changed today?');
  await expect(palette.chosen).toHaveText('Ask Talkan: “what changed today?”');
  await expectAccessible(page, 'a question for the chat in the palette');
  await page.keyboard.press('Enter');
  await expect(chat.log).toContainText('You: what changed today?');
  await expect(chat.log).toContainText(/Archived [A-Z]+-\d+ “Ship it”/);
  await expect(isMobile ? chat.log : chat.field).toBeFocused();
  await expect(chat.field).toHaveValue('half a sentence');

  await page.keyboard.press('Control+k');
  await palette.field.fill('restore the ship it card');
  await expect(palette.chosen).toHaveText('Ask Talkan: “restore the ship it card”');
  await page.keyboard.press('Enter');
  await expect(chat.receipt).toContainText('“Ship it”');
  await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
});

test('any command can be asked there instead, as the last choice @desktop', async ({ launch, visit, isMobile }) => {
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { server });
  const palette = paletteOn(page);
  await expect(boardOn(page).card('Login API')).toBeVisible();
  await page.keyboard.press('Control+k');
  await palette.field.fill('move the login api to done');
  await expect(palette.dialog.getByRole('option').last()).toHaveText('Ask Talkan: “move the login api to done”');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const chat = chatOn(page, { isMobile });
  await expect(chat.receipt).toContainText('“Login API” from “Backlog” to “Done”.');
});
