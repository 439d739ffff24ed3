import { says } from '@talkan/api/chat/testing/replies';
import { expectAccessible } from '../support/accessibility.js';
import { layOut, storedLayout } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { NO_ANSWER } from '../support/troubles.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
const MOVE_ONE = { name: 'card_move', arguments: { cardId: 'RM-9', columnId: 'right' } };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

test('conversations are listed, opened, named otherwise and deleted @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(says('Two cards.'), says('One card.'));
  await chat.ask('What is in Left?');
  await expect(chat.log).toContainText('Two cards.');
  await chat.panel.getByRole('button', { name: 'New conversation' }).click();
  await chat.ask('And in Right?');
  await expect(chat.log).toContainText('One card.');

  await chat.list();
  await expect(chat.drawer.getByRole('listitem')).toHaveText([/And in Right\?/, /What is in Left\?/]);
  await expectAccessible(page, 'the conversations');
  await chat.drawer.getByRole('button', { name: /^What is in Left\?/ }).click();
  await expect(chat.log).toContainText('Two cards.');
  await expect(chat.log).not.toContainText('One card.');

  await chat.list();
  await chat.drawer.getByRole('button', { name: 'Rename What is in Left?' }).click();
  const name = chat.drawer.getByRole('textbox', { name: 'New name for What is in Left?' });
  await name.fill('About Left');
  await name.press('Enter');
  await expect(chat.panel.getByRole('heading', { level: 2 })).toHaveText(/About Left/);
  await chat.drawer.getByRole('button', { name: 'Delete And in Right?' }).click();
  await expect(chat.drawer.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expectAccessible(page, 'a conversation about to be deleted');
  await chat.drawer.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(chat.drawer.getByRole('listitem')).toHaveText([/About Left/]);
  await page.keyboard.press('Escape');
  await expect(chat.drawer).toBeHidden();
  await expect(chat.panel.getByRole('heading', { level: 2 }).getByRole('button')).toBeFocused();
  await page.reload();
  await chat.open();
  await expect(chat.panel.getByRole('heading', { level: 2 })).toHaveText(/About Left/);
});

test('whether it asks first is chosen, kept, and holds @desktop', async ({ visit, person, home, isMobile }) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  await chat.panel.getByRole('button', { name: /Do it, I can undo/ }).click();
  await chat.drawer.getByRole('radio', { name: /Ask me first/ }).check();
  await page.keyboard.press('Escape');
  await page.reload();
  await chat.open();
  await expect(chat.panel.getByRole('button', { name: /Ask me first/ })).toBeVisible();
  await chat.field.fill('move RM-9 to Right');
  await expect(chat.panel).toContainText('When sent, this waits for your yes: Move RM-9');
  scriptTurn(home.model, [MOVE_ONE]);
  await chat.ask('Let One be in Right');
  await expect(chat.proposal).toContainText('Move RM-9 “One” from “Left” to “Right”.');
  expect(await storedLayout(person)).toEqual(LAYOUT);
});

test('a question is put otherwise in its place, and what it had done stays @phone', async ({
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
  home.model.script(says('Anything else?'));
  await chat.ask('Thanks');
  await expect(chat.log).toContainText('Anything else?');

  const pencils = chat.log.getByRole('button', { name: 'Edit this question' });
  await pencils.first().click();
  const question = chat.log.getByRole('textbox', { name: 'Your question' });
  await expect(question).toHaveAccessibleDescription(/What was changed on the board stays/);
  await question.fill('What is in Right?');
  await expectAccessible(page, 'a question that is edited');
  await question.press('Escape');
  await expect(pencils.first()).toBeFocused();
  await pencils.first().press('Enter');
  await expect(question).toHaveValue('What is in Right?');
  home.model.script(says('Three and One.'));
  await question.press('Enter');
  await expect(chat.log).toContainText('Three and One.');
  await expect(chat.log).not.toContainText('Anything else?');
  await expect(chat.receipt).toBeHidden();
  expect(await storedLayout(person)).toEqual({ Left: ['Two'], Right: ['Three', 'One'] });
});

test('what is said in one window is there in the other when somebody looks @desktop', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  home.model.script(says('Two cards.'), says('One card.'));
  await chat.ask('What is in Left?');
  await expect(chat.log).toContainText('Two cards.');
  const other = chatOn(await visit(person), { isMobile });
  await other.open();
  await expect(other.log).toContainText('Two cards.');
  await other.ask('And in Right?');
  await expect(other.log).toContainText('One card.');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(chat.log).toContainText('One card.');
});

test('a long text that is pasted stands beside the field, and goes along with the question @phone', async ({
  visit,
  person,
  home,
  isMobile,
}) => {
  const page = await visit(person, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const chat = chatOn(page, { isMobile });
  await chat.open();
  const notes = Array.from({ length: 8 }, (_, index) => `Point ${index + 1}`).join('\n');
  const paste = async () => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), notes);
    await chat.field.press('ControlOrMeta+v');
  };
  await paste();
  await expect(chat.panel).toContainText('Pasted text, 8 lines');
  await expect(chat.field).toHaveValue('');
  await expectAccessible(page, 'a pasted text');
  await chat.panel.getByRole('button', { name: 'Remove the pasted text' }).click();
  await paste();
  await chat.panel.getByRole('button', { name: 'As text' }).click();
  await expect(chat.field).toHaveValue(notes);
  await chat.field.fill('');
  await paste();
  await page.reload();
  await chat.open();
  await expect(chat.panel).toContainText('Pasted text, 8 lines');
  home.model.script(says('Eight points.'));
  const sent = page.waitForRequest(/chat\.turn/);
  await chat.ask('How many points?');
  expect((await sent).postData()).toContain('Point 8');
  await expect(chat.log).toContainText('Eight points.');
  await expect(chat.log).toContainText('Pasted text, 8 lines');
});

test('conversations that cannot be loaded say so, and Retry loads them @desktop', async ({
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
  home.model.script(says('Two cards.'));
  await chat.ask('What is in Left?');
  await expect(chat.log).toContainText('Two cards.');
  await page.route(/chat\.overview/, (route) => route.abort('connectionreset'));
  await page.reload();
  await chat.open();
  await expect(chat.panel.getByRole('alert')).toContainText('The conversation could not be loaded');
  await expectAccessible(page, 'conversations that could not be loaded');
  await page.unroute(/chat\.overview/);
  await chat.panel.getByRole('button', { name: 'Retry' }).click();
  await expect(chat.log).toContainText('Two cards.');
});

test('what this browser kept before the server did is gone @desktop', async ({ visit, person }) => {
  const page = await visit(person, { path: '/people' });
  await page.evaluate(() => localStorage.setItem('talkan:chat:somebody:board', '{}'));
  await page.goto('/');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('talkan:chat:somebody:board'))).toBeNull();
});
