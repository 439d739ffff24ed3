import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn, scriptTurn, type ChatView } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { commitAs } from '../support/talk.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };
/** Archiving waits for a yes, and so does all that is to be done with it. */
const CALLS = [
  { name: 'column_create', arguments: { columnId: 'new1', title: 'Later' } },
  { name: 'card_create', arguments: { cardId: 'new2', columnId: 'new1', title: 'Four' } },
  { name: 'card_edit', arguments: { cardId: 'left-2', title: 'Two, renamed' } },
  { name: 'card_archive', arguments: { cardId: 'RM-9' } },
];

/** The panel with a proposal of four changes. */
const proposed = test.extend<{ proposed: { page: Page; chat: ChatView } }>({
  proposed: async ({ visit, person, home, isMobile }, use) => {
    await layOut(person, LAYOUT);
    const page = await visit(person);
    const chat = chatOn(page, { isMobile });
    await chat.open();
    scriptTurn(home.model, CALLS, 'Shall I?');
    await chat.ask('Add a column “Later” with a card “Four”, rename Two to “Two, renamed”, and archive One');
    await expect(chat.proposal).toContainText('4 changes proposed, nothing is done yet');
    await use({ page, chat });
  },
});

proposed(
  'what archives is proposed, seen on the board, and done when somebody says yes @desktop',
  async ({ proposed: { page, chat }, person }) => {
    const board = boardOn(page);
    await expect(chat.receipt).toBeHidden();
    await expect(board.titles('Later')).toHaveText(['Four']);
    await expectAccessible(page, 'a proposal');
    expect(await storedLayout(person)).toEqual(LAYOUT);
    await chat.proposal.getByRole('button', { name: 'Do 4 changes' }).click();
    await expect(chat.receipt).toContainText('4 changes');
    await expect(chat.log).toBeFocused();
    await expect
      .poll(() => storedLayout(person))
      .toEqual({ Left: ['Two, renamed'], Right: ['Three'], Later: ['Four'] });
    await chat.receipt.getByRole('button', { name: 'Undo all' }).click();
    await expect(chat.receipt).toContainText('4 changes undone');
    await expect(chat.receipt.getByRole('heading')).toBeFocused();
    await expect.poll(() => storedLayout(person)).toEqual(LAYOUT);
  },
);

proposed(
  'each part can be left out, and what needs it goes with it @desktop',
  async ({ proposed: { page, chat }, person }) => {
    const { proposal } = chat;
    const column = proposal.getByRole('checkbox', { name: /Add the column “Later”/ });
    const card = proposal.getByRole('checkbox', { name: /Add “Four”/ });
    await column.uncheck();
    await expect(card).not.toBeChecked();
    await expect(card).toBeDisabled();
    await expect(card).toHaveAccessibleDescription(/Left out with: Add the column “Later”\./);
    await expect(boardOn(page).lane('Later')).toBeHidden();
    const edit = proposal.getByRole('button', { name: 'Edit', exact: true });
    await edit.click();
    // Of what is left out there is nothing to be put otherwise.
    await expect(proposal.getByRole('textbox')).toHaveValue('Two, renamed');
    await edit.click();
    await column.check();
    await expect(card).toBeChecked();
    await column.uncheck();
    await proposal.getByRole('checkbox', { name: /Archive RM-9/ }).uncheck();
    await expectAccessible(page, 'a proposal with parts left out');
    await proposal.getByRole('button', { name: 'Do 1 change' }).click();
    await expect(chat.receipt).toContainText('1 change');
    await expect.poll(() => storedLayout(person)).toEqual({ ...LAYOUT, Left: ['One', 'Two, renamed'] });
  },
);

proposed('a part can be put otherwise before it is done @phone', async ({ proposed: { page, chat }, person }) => {
  const { proposal } = chat;
  await proposal.getByRole('button', { name: 'Edit', exact: true }).click();
  await proposal.getByRole('textbox', { name: 'Name' }).fill('Someday');
  const titles = proposal.getByRole('textbox', { name: 'Title' });
  await titles.first().fill('Four, edited');
  await titles.last().fill('');
  await expect(proposal).toContainText('Title must not be empty.');
  await titles.last().fill('Second');
  await proposal.getByRole('combobox', { name: 'Column' }).selectOption('Right');
  await expect(boardOn(page).titles('Right')).toHaveText(['Three', 'Four, edited']);
  await expectAccessible(page, 'a proposal that is edited');
  await proposal.getByRole('button', { name: 'Do 4 changes' }).click();
  await expect(chat.receipt).toContainText('4 changes');
  const done = { Left: ['Second'], Right: ['Three', 'Four, edited'], Someday: [] };
  await expect.poll(() => storedLayout(person)).toEqual(done);
});

proposed(
  'what a colleague changes meanwhile is told, and looked at before it is done @desktop',
  async ({ proposed: { page, chat }, person }) => {
    const { proposal } = chat;
    await commitAs(person, { type: 'card.edit', cardId: 'left-1', title: 'One, theirs' });
    await expect(proposal).toContainText('Archive RM-9 “One, theirs”');
    await expect(proposal).toContainText('Was: Archive RM-9 “One”.');
    await expect(boardOn(page).announced).toContainText('The board has changed since.');
    await proposal.getByRole('button', { name: 'I have looked' }).click();
    await proposal.getByRole('button', { name: 'Do 4 changes' }).click();
    await expect(chat.receipt).toContainText('Archived RM-9 “One, theirs”');
  },
);

proposed('what can no longer be done is left out, and says why @desktop', async ({ proposed: { chat }, person }) => {
  const { proposal } = chat;
  await commitAs(person, { type: 'card.edit', cardId: 'left-2', title: 'Two, theirs' });
  const rename = proposal.getByRole('checkbox', { name: /“Two/ });
  await expect(rename).toBeDisabled();
  await expect(rename).toHaveAccessibleDescription(/Was: Rename RM-10 “Two” to “Two, renamed”/);
  await expect(rename).toHaveAccessibleDescription(/ask once more/);
  await proposal.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(proposal.getByRole('textbox', { name: 'Title' })).toHaveValue('Four');
  await proposal.getByRole('button', { name: 'I have looked' }).click();
  await proposal.getByRole('button', { name: 'Do 3 changes' }).click();
  await expect(chat.receipt).toContainText('3 changes');
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Two, theirs'], Right: ['Three'], Later: ['Four'] });
});

proposed(
  'a proposal waits over a reload, and can be turned down @phone',
  async ({ proposed: { page, chat }, person }) => {
    await page.reload();
    await chat.open();
    await expect(chat.proposal.getByRole('button', { name: 'Do 4 changes' })).toBeVisible();
    await chat.proposal.getByRole('button', { name: 'Dismiss' }).click();
    await expect(chat.proposal).toContainText('Dismissed: 4 changes');
    await expect(boardOn(page).announced).toContainText('Dismissed. Nothing was changed.');
    await expect(boardOn(page).lane('Later')).toBeHidden();
    await page.reload();
    await chat.open();
    await expect(chat.proposal).toContainText('Dismissed: 4 changes');
    expect(await storedLayout(person)).toEqual(LAYOUT);
  },
);

proposed('a yes in words does what waits @phone', async ({ proposed: { chat }, person }) => {
  await chat.ask('yes');
  await expect(chat.receipt).toContainText('4 changes');
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Two, renamed'], Right: ['Three'], Later: ['Four'] });
});

proposed('all of it goes by keyboard @desktop', async ({ proposed: { page, chat }, person }) => {
  const { proposal } = chat;
  await chat.log.focus();
  const last = proposal.getByRole('checkbox').last();
  for (let steps = 0; steps < 16; steps += 1) {
    await page.keyboard.press('Tab');
    if (await last.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(last).toBeFocused();
  await page.keyboard.press('Space');
  await expect(last).not.toBeChecked();
  await page.keyboard.press('Tab');
  // The card that it names.
  await page.keyboard.press('Tab');
  await expect(proposal.getByRole('button', { name: 'Do 3 changes' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(proposal.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(proposal.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Someday');
  await proposal.getByRole('button', { name: 'Do 3 changes' }).press('Enter');
  await expect(chat.log).toBeFocused();
  const done = { Left: ['One', 'Two, renamed'], Right: ['Three'], Someday: ['Four'] };
  await expect.poll(() => storedLayout(person)).toEqual(done);
});
