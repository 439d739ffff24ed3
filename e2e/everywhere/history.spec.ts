import { randomUUID } from 'node:crypto';
import type { Person } from '@talkan/api/testing';
import type { Operation } from '@talkan/board/operations';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut, storedCard, storedLayout } from '../support/board.js';
import { chatOn, scriptTurn } from '../support/chat.js';
import { expect, test } from '../support/fixtures.js';
import { historyOn } from '../support/history.js';

const LAYOUT = { Left: ['One', 'Two'], Right: ['Three'] };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

const commit = (person: Person, ...operations: Operation[]) =>
  person.caller.boards.commit({ boardId: person.boardId, changeId: randomUUID(), operations });
const write = (person: Person, details: string) => commit(person, { type: 'card.edit', cardId: 'left-1', details });

test('tells who did what and by which door, and what is new by itself', async ({ visit, person, home, isMobile }) => {
  const page = await visit(person);
  const history = historyOn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  scriptTurn(home.model, [{ name: 'card_move', arguments: { cardId: 'RM-9', columnId: 'Right' } }]);
  await chat.ask('Let One be in Right');
  await expect(chat.receipt).toBeVisible();
  if (isMobile) await chat.panel.getByRole('button', { name: 'Close the assistant' }).click();
  const guest = await home.app.member(person.boardId, 'editor');
  await commit(guest, { type: 'card.edit', cardId: 'left-2', title: 'Two, renamed' });

  await history.open();
  await expect(history.panel.getByRole('heading', { name: 'History' })).toBeFocused();
  await expect(history.panel.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(history.entries.first()).toContainText(guest.username);
  await expect(history.entries.first()).toContainText('by the API');
  await expect(history.entries.first()).toContainText('Renamed RM-10 “Two” to “Two, renamed”.');
  await expect(history.entries.nth(1)).toContainText('You');
  await expect(history.entries.nth(1)).toContainText('by the assistant');
  await expect(history.entries.nth(1)).toContainText('Moved RM-9 “One” from “Left” to “Right”.');
  await expectAccessible(page, 'history');

  await commit(guest, { type: 'card.archive', cardId: 'right-1' });
  await expect(history.entries.first()).toContainText('Archived RM-11 “Three”.');

  await page.keyboard.press('Escape');
  await expect(history.panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'Board menu' })).toBeFocused();
  if (!isMobile) await expect(chat.panel).toBeVisible();
});

test('tells a run of edits once, with the words that came and went @desktop', async ({ visit, person }) => {
  await write(person, 'Ask the vendor');
  await write(person, 'Ask the vendor about the price');
  await write(person, 'Ask our vendor about the price');
  const page = await visit(person, { path: `/b/${person.boardId}/history` });
  const history = historyOn(page);
  const run = history.entry('Changed the details of RM-9 “One”.');
  await expect(run).toHaveCount(1);
  await expect(run).toContainText('3 edits, ');
  await run.getByRole('button', { name: 'Show what changed' }).click();
  await expect(run.locator('ins')).toHaveText('Ask our vendor about the price');
  await write(person, 'Ask our vendor about a price');
  await expect(run).toContainText('4 edits, ');
  await expect(run).toHaveCount(1);

  const saved = history.entry('and ').last();
  await saved.getByRole('button', { name: /and \d+ more changes/ }).click();
  await expect(saved.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page, 'history, unfolded');
});

test('shows words put in and taken away @phone', async ({ visit, person, home }) => {
  await write(person, 'Ask the vendor soon');
  const guest = await home.app.member(person.boardId, 'editor');
  await write(guest, 'Ask our vendor');
  const page = await visit(person, { path: `/b/${person.boardId}/history` });
  const entry = historyOn(page).entry(guest.username);
  await entry.getByRole('button', { name: 'Show what changed' }).click();
  await expect(entry.locator('del')).toHaveText(['the', ' soon']);
  await expect(entry.locator('ins')).toHaveText(['our']);
});

test('can be told of one person, one card, one door, and a link shows the same @desktop', async ({
  visit,
  person,
  home,
}) => {
  const guest = await home.app.member(person.boardId, 'editor');
  await commit(guest, { type: 'card.move', cardId: 'left-1', columnId: 'right' });
  await commit(person, { type: 'card.move', cardId: 'left-2', columnId: 'right' });
  const page = await visit(person, { path: `/b/${person.boardId}/history` });
  const history = historyOn(page);
  await expect(history.entry('Moved RM-10')).toBeVisible();
  await history.panel.getByRole('combobox', { name: 'Person' }).selectOption({ label: guest.username });
  await expect(history.entries).toHaveCount(1);
  await expect(history.entries).toContainText('Moved RM-9');

  await page.reload();
  await expect(history.entries).toHaveCount(1);
  const card = history.panel.getByRole('combobox', { name: 'Card' });
  await card.fill('10');
  await expectAccessible(page, 'history, choosing a card');
  await card.press('Enter');
  await expect(history.panel).toContainText('Nothing matches');
  await history.panel.getByRole('combobox', { name: 'Person' }).selectOption('');
  await expect(history.entries.first()).toContainText('Moved from “Left” to “Right”.');
  await history.panel.getByRole('combobox', { name: 'Source' }).selectOption('The assistant');
  await history.panel.getByRole('button', { name: 'Clear filters' }).click();
  await expect(history.entry('Moved RM-9')).toBeVisible();
});

test('anything can be undone from it, or it says who is in the way @phone', async ({
  visit,
  person,
  home,
  troubles,
}) => {
  troubles.expect(/status of 409/);
  const guest = await home.app.member(person.boardId, 'editor');
  await commit(guest, { type: 'card.move', cardId: 'left-1', columnId: 'right' });
  await commit(person, { type: 'card.edit', cardId: 'left-2', title: 'Mine' });
  await commit(guest, { type: 'card.edit', cardId: 'left-2', title: 'Theirs' });
  await commit(guest, { type: 'card.archive', cardId: 'right-1' });
  const page = await visit(person, { path: `/b/${person.boardId}/history` });
  const board = boardOn(page);
  const history = historyOn(page);
  await history.choose(history.entry('Moved RM-9').last(), 'Undo this');
  await expect(board.toasts).toContainText('Undone: Moved RM-9');
  await expect(history.entries.first()).toContainText('by undo');
  await expect(history.entry('Moved RM-9').last()).toContainText('Undone');
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['One', 'Theirs'], Right: [] });

  await history.choose(history.entry('to “Mine”'), 'Undo this');
  await expect(board.toasts).toContainText('Not undone');
  await expect(board.toasts).toContainText(guest.username);
  await board.toasts.getByRole('button', { name: 'Open RM-10' }).click();
  await expect(board.sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Theirs');
});

test('an open card tells what happened to it, live @desktop', async ({ visit, person, home }) => {
  const guest = await home.app.member(person.boardId, 'editor');
  await commit(guest, { type: 'card.move', cardId: 'left-1', columnId: 'right' });
  const page = await visit(person, { path: `/b/${person.boardId}/RM-9` });
  const board = boardOn(page);
  const activity = board.sheet.getByRole('region', { name: 'Activity' });
  await expect(activity.getByRole('article').last()).toContainText('moved from “Left” to “Right”');
  const details = board.sheet.getByRole('textbox', { name: 'Details' });
  await details.fill('By me');
  const place = await details.boundingBox();
  await commit(guest, { type: 'card.edit', cardId: 'left-1', title: 'One, renamed' });
  await expect(activity.getByRole('article').last()).toContainText('renamed to “One, renamed”');
  expect(await details.boundingBox()).toEqual(place);
  await expectAccessible(page, 'card with its activity');
  await activity.getByRole('button', { name: 'Everything about this card' }).click();
  const history = historyOn(page);
  await expect(history.panel).toContainText('RM-9');
  await expect(history.entry('Renamed to “One, renamed”.')).toBeVisible();
  await expect.poll(async () => (await storedCard(person, 'One, renamed')).details).toBe('By me');
});

test('it can be read and left by keys alone, to its very beginning', { tag: '@desktop' }, async ({ visit, person }) => {
  for (let index = 0; index < 60; index++) {
    await commit(person, { type: 'card.move', cardId: 'left-1', columnId: index % 2 === 0 ? 'right' : 'left' });
  }
  const page = await visit(person, { path: `/b/${person.boardId}/history` });
  const history = historyOn(page);
  await expect(history.entries.first()).toContainText('Moved RM-9');
  const list = history.panel.getByRole('list', { name: 'Changes' });
  await history.entries.first().getByRole('link', { name: 'RM-9' }).focus();
  const scroller = list.locator('..');
  await expect(async () => {
    await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await expect(history.panel.getByText('by an import')).toBeVisible({ timeout: 500 });
  }).toPass();
  // However far it is scrolled, what has the focus stays.
  await expect(history.panel.getByRole('link', { name: 'RM-9' }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(boardOn(page).sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('One');
  await page.goBack();
  await expect(history.panel).toBeVisible();
});
