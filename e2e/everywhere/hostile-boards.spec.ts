import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import type { Operation } from '@talkan/board/operations';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { homeOn } from '../support/home.js';

const HTML = '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script>';
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(11);
const RTL = 'שלום עולם \u202Eevil\u202C مرحبا';
const EMOJI = '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(6);
const LINES = 'first\nsecond';
const TEXTS = [HTML, LONG, RTL, EMOJI, LINES, '__proto__', '${alert(1)}'];

const commit = (person: Person, ...operations: Operation[]) =>
  person.caller.boards.commit({ boardId: person.boardId, changeId: randomUUID(), operations });

/** By how much the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('home shows titles and descriptions as they are, within the page', async ({ visit, person }) => {
  for (const title of TEXTS) {
    const wish = { title, description: title, template: 'empty', changeId: randomUUID() } as const;
    await person.caller.boards.create(wish);
  }
  const page = await visit(person, { path: '/boards' });
  await expect(homeOn(page).titles('All boards')).toHaveCount(TEXTS.length + 1);
  await expect(page.getByText(HTML).first()).toBeVisible();
  await expect(page.locator('main img, main script')).toHaveCount(0);
  await expect(page).toHaveTitle('Boards · Talkan');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('searchbox', { name: 'Find a board' }).fill('(((*[');
  await expect(page.getByRole('heading', { name: 'No boards match' })).toBeVisible();
});

test('a filter in the address that makes no sense asks for nothing, or finds nothing, and never fails @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const path = `/b/${person.boardId}`;
  const nonsense = '?due=yesterday,__proto__&priority=constructor&changed=-1&untouched=1e99&label=,,&person=&x[]=%00';
  await page.goto(`${path}${nonsense}`);
  await expect(board.link('Align roadmap themes')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeVisible();
  await expect(page.getByText('of 8 cards')).toHaveCount(0);
  for (const query of ['label=__proto__,toString', `q=${encodeURIComponent(HTML)}`, 'person=%3Cb%3E', 'q=%E0%A4%A']) {
    await page.goto(`${path}?${query}`);
    await expect(page.getByRole('region', { name: 'Filter' })).toContainText('0 of 8 cards');
    await expect(page).toHaveTitle('Product roadmap · Talkan');
  }
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test('labels are shown as they are called in the filter, which stays within the page @phone', async ({
  visit,
  person,
}) => {
  const names = TEXTS.map((text) => text.slice(0, 120).trim());
  await commit(
    person,
    ...names.map((name, index): Operation => ({ type: 'label.create', labelId: `l${index}`, name, hue: index })),
    { type: 'card.label', cardId: 'card-1', add: names.map((_, index) => `l${index}`) },
  );
  const page = await visit(person, { path: `/b/${person.boardId}?label=l0,l1,l2,l3` });
  await expect(page.getByRole('region', { name: 'Filter' })).toContainText('1 of 8 cards');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page
    .getByRole('button', { name: /^Filter/ })
    .first()
    .click();
  const panel = page.getByRole('dialog', { name: 'Filter cards' });
  await expect(panel.getByRole('checkbox', { name: names[0] ?? '', exact: true })).toBeChecked();
  await expect(panel.locator('img, script')).toHaveCount(0);
  expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  await expect(page).toHaveTitle('Product roadmap · Talkan');
});

test('an address of a card leads to it also when the key of the board has changed since @desktop', async ({
  visit,
  person,
}) => {
  await commit(person, { type: 'board.edit', key: 'NEW' });
  const page = await visit(person, { path: `/b/${person.boardId}/RM-4` });
  await expect(boardOn(page).sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(
    'Refine status language',
  );
  await expect(page).toHaveURL(/\/NEW-4$/);
});
