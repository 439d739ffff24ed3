import { expectAccessible } from '../support/accessibility.js';
import { boardOn, storedLayout } from '../support/board.js';
import { expect } from '../support/fixtures.js';
import { dragOnto, middleOf } from '../support/gestures.js';
import { LAYOUT, plain } from '../support/plain.js';
import { commitAs } from '../support/talk.js';

/** The parts of a board on which something is pending. */
const SEVERAL =
  'move the login api to done and archive “Ship it” and rename “Payment filters” to “Filters” and add “Call the bank” to Backlog';

plain('what a command would do stands on the board, beside what is there @desktop', async ({ plainly }) => {
  const { page, chat, person } = plainly;
  const board = boardOn(page);
  await chat.field.fill(SEVERAL);
  await expect(board.titles('Backlog')).toHaveText(['Login page', 'Login API', 'Call the bank']);
  await expect(board.titles('Review')).toHaveText(['Filters']);
  await expect(board.titles('Done')).toHaveText(['Ship it', 'Login API']);
  await expect(board.lane('Backlog').getByRole('article').nth(1)).toContainText('Would move to Done');
  await expect(board.lane('Done').getByRole('article').nth(1)).toContainText('Would move from Backlog');
  await expect(board.card('Ship it')).toContainText('Would be archived');
  await expect(board.card('Filters')).toContainText('New title (was Payment filters)');
  await expect(board.card('Call the bank')).toContainText('Would be added');
  // It is told without a look at it.
  await expect(board.link('Ship it')).toHaveAccessibleName(/^\w+-\d+, Ship it, pending: would be archived$/);
  await expect(board.link('Ship it')).toHaveAccessibleDescription(/Would be archived/);
  await expect(board.link('Filters')).toHaveAccessibleName(/, Payment filters, pending: would be called Filters$/);
  await expect(
    board.lane('Done').getByRole('article', { name: 'Pending: Login API Would move from Backlog' }),
  ).toBeVisible();
  await expectAccessible(page, 'what is pending');
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await chat.field.fill('');
  await expect(board.titles('Done')).toHaveText(['Ship it']);
  await expect(board.titles('Review')).toHaveText(['Payment filters']);
});

plain(
  'what is not there yet cannot be opened or taken up, and keys pass it by @desktop',
  async ({ plainly, isMobile }) => {
    const { page, chat, person } = plainly;
    const board = boardOn(page);
    await chat.field.fill('add “Call the bank” to the top of Backlog and move the login api to done');
    const arriving = board.card('Call the bank');
    await expect(board.titles('Backlog')).toHaveText(['Call the bank', 'Login page', 'Login API']);
    await expect(arriving.getByRole('link')).toHaveCount(0);
    if (!isMobile) {
      await dragOnto(page, arriving, board.card('Payment filters'));
      await page.mouse.dblclick((await middleOf(arriving)).x, (await middleOf(arriving)).y);
    }
    await board.link('Login API').focus();
    await page.keyboard.press('Home');
    await expect(board.link('Login page')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(board.link('Login page')).toBeFocused();
    // What is there is worked with as ever, and what is pending keeps out of the way.
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect.poll(() => storedLayout(person)).toEqual({ ...LAYOUT, Backlog: ['Login API', 'Login page'] });
    await expect(board.titles('Backlog')).toHaveText(['Call the bank', 'Login API', 'Login page']);
    await expect(board.sheet).toBeHidden();
  },
);

plain('what somebody else does meanwhile is taken in @desktop', async ({ plainly }) => {
  const { page, chat, person } = plainly;
  const board = boardOn(page);
  await chat.field.fill('make “Payment filters” urgent and move “Login page” to done');
  await expect(board.card('Payment filters')).toContainText('Priority urgent');
  await expect(board.titles('Done')).toHaveText(['Ship it', 'Login page']);
  await commitAs(person, { type: 'card.prioritize', cardId: 'review-1', priority: 'low' });
  await expect(board.card('Payment filters')).toContainText('Priority urgent (was low)');
  await commitAs(person, { type: 'card.move', cardId: 'backlog-1', columnId: 'review' });
  await expect(board.lane('Done')).toContainText('Would move from Review');
  await commitAs(person, { type: 'card.prioritize', cardId: 'review-1', priority: 'urgent' });
  await expect(board.card('Payment filters')).not.toContainText('was low');
});

plain(
  'columns say what would become of them, and a new one stands among them @desktop',
  async ({ plainly, isMobile }) => {
    const { page, chat } = plainly;
    const board = boardOn(page);
    await chat.field.fill(
      'rename column Done to Shipped and set the limit of Review to 3 and add a column QA and add “Try it” to QA',
    );
    await expect(board.lane('Done')).toContainText('Would be called Shipped (was Done)');
    await expect(board.lane('Review')).toContainText('Limit 3');
    await expect(board.lane('QA')).toContainText('New column');
    if (isMobile) {
      const tabs = page.getByRole('navigation', { name: 'Columns' });
      await expect(tabs.getByRole('button', { name: /^Done 1 , 1 pending$/ })).toBeVisible();
      await tabs.getByRole('button', { name: /^QA New/ }).tap();
    }
    await expect(board.lane('QA')).toBeInViewport();
    await expectAccessible(page, 'columns that are pending');
  },
);

plain(
  'where a filter hides cards, what would come is shown among those that are left @desktop',
  async ({ plainly }) => {
    const { page, chat } = plainly;
    const board = boardOn(page);
    await page.goto(`${page.url()}?q=api`);
    await expect(board.titles('Backlog')).toHaveText(['Login API']);
    await chat.open();
    await chat.field.fill('move “Payment filters” to the top of Backlog and add “Call the bank” to Backlog');
    await expect(board.titles('Backlog')).toHaveText(['Payment filters', 'Login API', 'Call the bank']);
    await expect(board.card('Payment filters').getByRole('link')).toHaveCount(0);
  },
);

plain('“Show me” leads to what was changed, and has it stand out @desktop', async ({ plainly }) => {
  const { page, chat, person } = plainly;
  const board = boardOn(page);
  await chat.ask('move “Login page” to done and move “Login API” to done');
  await expect(chat.receipt).toContainText('2 changes');
  const boardId = person.boardId;
  await person.caller.boards.mark({ boardId, collapsed: ['done'] });
  await page.reload();
  await expect(board.lane('Done, collapsed')).toBeVisible();
  const showMe = chat.receipt.getByRole('button', { name: 'Show me' });
  await showMe.press('Enter');
  await expect(board.link('Login page')).toBeFocused();
  await expect(board.card('Login page')).toBeInViewport({ ratio: 1 });
  const ring = () => board.card('Login API').evaluate((element) => getComputedStyle(element).boxShadow);
  const usual = await board.card('Ship it').evaluate((element) => getComputedStyle(element).boxShadow);
  expect(await ring()).not.toBe(usual);
  await expect.poll(ring).toBe(usual);
  // Whatever lies over the board is closed.
  await board.link('Ship it').press('Enter');
  await expect(board.sheet).toBeVisible();
  await showMe.press('Enter');
  await expect(board.sheet).toBeHidden();
  await expect(board.link('Login page')).toBeFocused();
});

plain(
  '“Show me” says what filters hide, and looks into the archive for what is there @desktop',
  async ({ plainly, isMobile }) => {
    const { page, chat } = plainly;
    const board = boardOn(page);
    await chat.ask('move “Login page” to done');
    await expect(chat.receipt).toContainText('1 change');
    await page.goto(`${page.url()}?q=payment`);
    await chat.open();
    await expect(board.card('Payment filters')).toBeVisible();
    await expect(board.card('Login page')).toBeHidden();
    const showMe = chat.receipt.getByRole('button', { name: 'Show me' });
    await showMe.press('Enter');
    await expect(board.toasts).toContainText(/The filters hide \w+-\d+\./);
    await board.toasts.getByRole('button', { name: 'Clear filters' }).press('Enter');
    await expect(board.link('Login page')).toBeFocused();
    expect(new URL(page.url()).search).toBe('');
    if (isMobile) await chat.open();
    await chat.ask('archive “Ship it”');
    await chat.panel.getByRole('button', { name: 'Archive 1 card' }).click();
    await expect(chat.receipt).toHaveCount(2);
    await showMe.last().press('Enter');
    await expect(board.sheet).toContainText('Ship it');
    await expect(board.sheet.getByRole('searchbox')).toHaveValue(/^\w+-\d+$/);
    if (isMobile) return;
    await showMe.first().press('Enter');
    await expect(board.link('Login page')).toBeFocused();
    expect(new URL(page.url()).search).toBe('');
  },
);
