import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { paletteOn } from '../support/palette.js';
import { LAYOUT, plain } from '../support/plain.js';

/* What a screen reader is given, step by step. */

test('the palette tells what it finds, what a command would do, and what was done @desktop', async ({
  visit,
  person,
}) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  const board = boardOn(page);
  const { dialog, field, said } = paletteOn(page);
  await expect(board.card('Login API')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Search or jump to":
      - heading "Search or jump to" [level=2]
      - combobox "Search or jump to" [expanded]
      - button "Close the search"
      - status
      - listbox "Results":
        - group "Say what to do":
          - option "What is in Review?" [selected]
          - option /Move [A-Z]+-\\d+ to Done/
          - option "Add “Write the release notes” to Backlog"
        - group "Actions"
  `);
  await field.fill('login');
  await expect(said).toHaveText('2 results.');
  await field.fill('move login to review');
  await expect(said).toHaveText('Which card do you mean? 2 choices.');
  await expect(dialog.getByRole('listbox')).toMatchAriaSnapshot(`
    - listbox "Results":
      - group "Which card do you mean?":
        - option /[A-Z]+-\\d+ “Login page”/ [selected]
        - option /[A-Z]+-\\d+ “Login API”/
      - group "Assistant":
        - 'option "Ask Talkan: “move login to review”"'
  `);
  await field.press('Enter');
  await expect(said).toHaveText(/^Move [A-Z]+-\d+ “Login page” from “Backlog” to “Review”\. Enter does it\.$/);
  // What the keys are at is the option that is chosen.
  const active = await field.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(board.toasts).toMatchAriaSnapshot(`
    - status:
      - text: /Done. Move [A-Z]+-\\d+ “Login page” from “Backlog” to “Review”. Ctrl Z undoes it./
      - button "Undo"
      - button "Dismiss"
  `);
  await expect(board.titles('Review')).toHaveText(['Payment filters', 'Login page']);
  await page.keyboard.press('Control+z');
  await expect(board.toasts).toContainText(/Undone: Moved [A-Z]+-\d+ “Login page”/);
  await expect(board.titles('Review')).toHaveText(['Payment filters']);
});

plain('the chat tells what would be done, what it asks, and what waits for a yes @desktop', async ({ plainly }) => {
  const { chat, page } = plainly;
  await chat.field.fill('move the payment filters to done');
  await expect(chat.panel.getByRole('status').filter({ hasText: 'When sent:' })).toHaveText(
    /^When sent: Move [A-Z]+-\d+ “Payment filters” from “Review” to “Done”\.$/,
  );
  await chat.field.fill('');
  await chat.ask('move login to review');
  await expect(chat.log).toMatchAriaSnapshot(`
    - log "Conversation":
      - text: "You:"
      - paragraph: move login to review
      - text: "Assistant:"
      - paragraph: Which card do you mean?
      - list "Choices":
        - listitem:
          - button /[A-Z]+-\\d+ “Login page”/
        - listitem:
          - button /[A-Z]+-\\d+ “Login API”/
  `);
  await chat.log.getByRole('button', { name: /Login API/ }).press('Enter');
  await expect(chat.log).toBeFocused();
  await expect(chat.receipt).toMatchAriaSnapshot(`
    - heading /1 change at .* Undo/ [level=3]:
      - button "Undo"
  `);
  await chat.ask('archive "Ship it"');
  await expect(chat.proposal).toMatchAriaSnapshot(`
    - region "1 change proposed, nothing is done yet":
      - heading "1 change proposed, nothing is done yet" [level=3]
      - list:
        - listitem:
          - checkbox /Archive [A-Z]+-\\d+ “Ship it”/ [checked]
      - button "Archive 1 card"
      - button "Edit"
      - button "Dismiss"
  `);
  const yes = chat.proposal.getByRole('button', { name: 'Archive 1 card' });
  await expect(yes).toHaveAccessibleDescription('1 change proposed, nothing is done yet');
  await expect(boardOn(page).announced).toContainText('1 change waits for your yes: Archive');
  await yes.press('Enter');
  await expect(chat.log).toBeFocused();
  await expect(boardOn(page).announced).toContainText('1 change done: Archived');
  await expect(chat.receipt.last()).toContainText(/Archived [A-Z]+-\d+ “Ship it”/);
  await expect(chat.receipt.last().getByRole('button')).toHaveText(['Show me', 'Undo']);
});
