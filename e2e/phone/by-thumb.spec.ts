import type { Page } from '@playwright/test';
import { boardOn, layOut, storedLayout } from '../support/board.js';
import { chatOn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand, fingerOn, middleOf } from '../support/gestures.js';

test.use({ motion: true });

const PLANS = ['Call the printer', 'Write the invitation', 'Book the hall', 'Taste the cake', 'Order chairs'];
/** Long enough that a finger means to take the card. */
const LONG_PRESS_MS = 320;

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Columns' }).getByRole('button', { name: new RegExp(`^${name} \\d+$`) });
const barOn = (page: Page) => page.getByRole('region', { name: 'Chosen cards' });

test('a thumb makes a board, plans a week on it, does some of it, and tells the assistant the rest', async ({
  launch,
  visit,
  isMobile,
}) => {
  test.slow();
  // A server without a model: plain commands are understood there.
  const { server, app } = await launch();
  const person = await app.user();
  const page = await visit(person, { server, path: '/boards' });
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  await page.getByRole('button', { name: 'New board' }).tap();
  const dialog = page.getByRole('dialog', { name: 'New board' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Party');
  await dialog.getByRole('button', { name: 'Make the board' }).tap();
  await expect(page.getByLabel('Title of a new card in To do')).toBeFocused();
  for (const plan of PLANS) {
    await page.keyboard.type(plan);
    await page.keyboard.press('Enter');
  }
  await expect(board.titles('To do')).toHaveText(PLANS);
  const boardId = /\/b\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const mine = { ...person, boardId };
  await page.getByRole('button', { name: 'Close', exact: true }).tap();
  await expectHand(page);

  // A day for each.
  for (const [at, day] of ['monday', 'tuesday', 'wednesday'].entries()) {
    await board.link(PLANS[at] ?? '').tap();
    await board.sheet.getByRole('button', { name: 'Add due date' }).tap();
    const picker = page.getByRole('dialog', { name: 'Due date', exact: true });
    await picker.getByRole('textbox', { name: 'Date in words' }).fill(day);
    await page.keyboard.press('Enter');
    await expect(picker).toBeHidden();
    await board.sheet.getByRole('button', { name: 'Close card' }).tap();
    await expect(board.sheet).toBeHidden();
    await expect(board.card(PLANS[at] ?? '')).toContainText('Due');
  }
  const days = async () => {
    const { cards } = await person.caller.boards.get({ boardId });
    return cards.flatMap(({ title, dueAt }) => (dueAt ? [[title, new Date(dueAt).getUTCDay()]] : []));
  };
  await expect
    .poll(async () => Object.fromEntries(await days()))
    .toEqual({
      'Call the printer': 1,
      'Write the invitation': 2,
      'Book the hall': 3,
    });

  // What is most urgent goes up; what is begun goes to the next lane.
  const finger = await fingerOn(page);
  const first = await middleOf(board.card('Call the printer'));
  await finger.down(await middleOf(board.card('Order chairs')));
  await finger.rest(LONG_PRESS_MS);
  await finger.move({ x: first.x, y: first.y - 12 });
  await finger.up();
  await expect(board.titles('To do').first()).toHaveText('Order chairs');
  await finger.down(await middleOf(board.card('Order chairs')));
  await finger.rest(LONG_PRESS_MS);
  // By the lane’s tab: at the edge a slow machine would go through all lanes.
  await finger.move(await middleOf(tab(page, 'In progress')));
  await expect(tab(page, 'In progress')).toHaveAttribute('aria-current', 'true');
  await finger.move({ x: 195, y: first.y }, 100);
  await finger.rest(100);
  await finger.up();
  await expect.poll(async () => (await storedLayout(mine))['In progress']).toEqual(['Order chairs']);
  await expect(board.card('Order chairs')).toBeInViewport({ ratio: 1 });

  // The rest by words.
  await chat.open();
  await chat.ask('move Taste the cake to Done');
  await expect(chat.receipt).toContainText('1 change');
  await chat.panel.getByRole('button', { name: 'Close the assistant' }).tap();
  await tab(page, 'Done').tap();
  await expect(board.titles('Done')).toHaveText(['Taste the cake']);
  await expect(board.card('Taste the cake')).toBeInViewport({ ratio: 1 });
  await board.card('Taste the cake').getByRole('button', { name: 'Undo' }).tap();
  await expect.poll(async () => (await storedLayout(mine))['Done']).toEqual([]);
});

test('a thumb triages forty bugs: picks several, sends them off, and takes one step back', async ({
  visit,
  person,
}) => {
  test.slow();
  const bugs = Array.from({ length: 40 }, (_, at) => `Bug ${at + 1}`);
  await layOut(person, { Reported: bugs, Confirmed: [], Closed: [] });
  const page = await visit(person);
  const board = boardOn(page);
  const bar = barOn(page);
  await expectHand(page);
  for (let done = 0; done < bugs.length; done += 8) {
    const target = (done / 8) % 2 === 0 ? 'Confirmed' : 'Closed';
    const picked = bugs.slice(done, done + 8);
    await expect(board.titles('Reported').first()).toHaveText(picked[0] ?? '');
    await page.getByRole('button', { name: 'Board menu' }).tap();
    await page.getByRole('menuitem', { name: 'Select cards' }).tap();
    for (const bug of picked) await board.link(bug).tap();
    await expect(bar).toContainText('8 cards chosen');
    await bar.getByRole('button', { name: 'Move to…' }).tap();
    const dialog = page.getByRole('dialog', { name: /^Move / });
    await dialog.getByLabel('Column', { exact: true }).selectOption(target);
    await dialog.getByRole('button', { name: 'Move', exact: true }).tap();
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await storedLayout(person))[target]).toEqual(expect.arrayContaining(picked));
    await bar.getByRole('button', { name: 'Done' }).tap();
    await expect(bar).toBeHidden();
  }
  const layout = await storedLayout(person);
  expect(layout['Reported']).toEqual([]);
  expect([...(layout['Confirmed'] ?? []), ...(layout['Closed'] ?? [])].toSorted()).toEqual(bugs.toSorted());
  await tab(page, 'Closed').tap();
  await expect(board.lane('Closed')).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'Board menu' }).tap();
  await page.getByRole('menuitem', { name: /^Undo/ }).tap();
  await expect.poll(async () => (await storedLayout(person))['Reported']).toHaveLength(8);
});
