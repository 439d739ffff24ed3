import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import type { Operation } from '@talkan/board/operations';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand } from '../support/gestures.js';

let changes = 0;
const commit = (person: Person, ...operations: Operation[]) =>
  person.caller.boards.commit({ boardId: person.boardId, changeId: `change-${changes++}`, operations });

/** How many cards are found, where a filter is set. */
const counted = (page: Page) => page.getByRole('region', { name: 'Filter' }).getByText('of 8 cards');

/** Of the eight cards of the demo board. */
async function prepare(person: Person): Promise<void> {
  await commit(
    person,
    { type: 'label.create', labelId: 'bug', name: 'Bug', hue: 28 },
    { type: 'card.label', cardId: 'card-1', add: ['bug'] },
    { type: 'card.label', cardId: 'card-4', add: ['bug'] },
    { type: 'card.schedule', cardId: 'card-4', dueAt: '2020-01-01' },
    { type: 'card.assign', cardId: 'card-6', add: [person.id] },
    { type: 'card.prioritize', cardId: 'card-6', priority: 'high' },
  );
}

test('a filter hides what is not looked for, stands in the address, and stays while cards are opened', async ({
  visit,
  person,
  isMobile,
}) => {
  await prepare(person);
  const page = await visit(person);
  const board = boardOn(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Filter cards' });
  await panel.getByRole('checkbox', { name: 'Bug' }).check();
  await expect(counted(page)).toHaveText('2 of 8 cards');
  await expect(page).toHaveURL(/\?label=bug$/);
  await panel.getByRole('checkbox', { name: 'Overdue' }).check();
  await expect(counted(page)).toHaveText('1 of 8 cards');
  // A phone's sheet leaves nothing of the board in sight: it says what is found, and leads there.
  if (isMobile) await panel.getByRole('button', { name: 'Show 1 card' }).tap();
  else await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(board.link('Refine status language')).toBeVisible();
  await expect(board.link('Design card layout')).toHaveCount(0);
  await expectAccessible(page, 'a filtered board');

  await board.link('Refine status language').press('Enter');
  await expect(page).toHaveURL(/RM-4\?label=bug&due=overdue$/);
  await expect(board.sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(board.sheet).toBeHidden();
  await page.reload();
  await expect(counted(page)).toHaveText('1 of 8 cards');

  await page.getByRole('button', { name: 'Do not filter by Overdue' }).click();
  await expect(counted(page)).toHaveText('2 of 8 cards');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page).not.toHaveURL(/\?/);
  await expect(counted(page)).toHaveCount(0);
});

test('a filter that nothing matches says what hides the cards, and how to see them @phone', async ({
  visit,
  person,
}) => {
  const page = await visit(person, { path: `/b/${person.boardId}?priority=urgent&q=nothing` });
  await expect(page.getByText('No cards match', { exact: true })).toBeVisible();
  await expect(page.getByText('8 cards are hidden by: “nothing” and Urgent.')).toBeVisible();
  await expectAccessible(page, 'a filter that nothing matches');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(boardOn(page).link('Align roadmap themes')).toBeVisible();
});

test('by keyboard a filter is opened with F, and never out of a field @desktop', async ({
  visit,
  person,
  isMobile,
}) => {
  test.skip(isMobile, 'A phone has no F key at hand.');
  await prepare(person);
  const page = await visit(person);
  const board = boardOn(page);
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeVisible();
  await page.keyboard.press('f');
  const panel = page.getByRole('dialog', { name: 'Filter cards' });
  await expect(panel.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await page.keyboard.type('refine f');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(counted(page)).toHaveText('1 of 8 cards');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await expect(board.link('Refine status language')).toBeVisible();
  // Down to what was found, wherever it is.
  await expectHand(page);
  await page.keyboard.press('ArrowDown');
  await expect(board.link('Refine status language')).toBeFocused();
});

test('what is moved under a filter goes between the cards that are seen @phone', async ({ visit, person }) => {
  await prepare(person);
  const page = await visit(person, { path: `/b/${person.boardId}?label=bug` });
  const board = boardOn(page);
  await expect(counted(page)).toHaveText('2 of 8 cards');
  await commit(person, { type: 'card.move', cardId: 'card-4', columnId: 'col-backlog', before: 'card-1' });
  await expect(board.titles('Backlog')).toHaveText(['Refine status language', 'Align roadmap themes']);
});
