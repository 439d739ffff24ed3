import type { BrowserContext, Page } from '@playwright/test';
import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { carryByMouse, dragOnto, middleOf } from '../support/gestures.js';
import { NO_ANSWER } from '../support/troubles.js';

const LAYOUT = { Left: ['One', 'Two', 'Three'], Right: ['Four', 'Five'] };
const A_SECOND = { timeout: 1000 };

test.beforeEach(async ({ person }) => layOut(person, LAYOUT));

/** How often the pages asked for the board, and for a stream of it, from now on. */
function countRequests(of: Page | BrowserContext) {
  const counts = { loads: 0, streams: 0 };
  of.on('request', (request) => {
    if (request.url().includes('/trpc/boards.watch')) counts.streams += 1;
    // Calls may share a request.
    else if (request.url().includes('boards.get')) counts.loads += 1;
  });
  return counts;
}

const others = (page: Page) => page.getByRole('list', { name: 'Also on this board' });

test('what one changes the other sees within a second, without asking for it', async ({ visit, person, home }) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const [here, there] = [await visit(person), await visit(guest)];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await expect(others(here)).toBeVisible();
  await expect(others(there)).toBeVisible();
  const counts = countRequests(here);
  await dragOnto(there, theirs.card('One'), theirs.card('Five'));
  await expect(mine.titles('Right')).toHaveText(['Four', 'One', 'Five'], A_SECOND);
  await expect(mine.titles('Left')).toHaveText(['Two', 'Three'], A_SECOND);
  await dragOnto(here, mine.card('Two'), mine.card('Four'));
  await expect(theirs.titles('Right')).toHaveText(['Two', 'Four', 'One', 'Five'], A_SECOND);
  expect(counts).toEqual({ loads: 0, streams: 0 });
});

test('people see each other, and who reads which card', async ({ visit, person, home }) => {
  const guest = await home.app.member(person.boardId, 'viewer');
  const [here, there] = [await visit(person), await visit(guest)];
  await expect(others(here).getByText(guest.username, { exact: true })).toBeAttached();
  await expect(others(here).getByRole('listitem')).toHaveCount(1);
  await boardOn(there).card('Two').click();
  await expect(others(here).getByText(/looking at RM-\d+$/)).toBeAttached();
  await boardOn(here).card('Two').click();
  await expect(boardOn(here).sheet.getByText('Also reading')).toBeVisible();
  await expect(boardOn(here).sheet.locator('dl')).toContainText(guest.username);
  await there.close();
  await expect(others(here)).toHaveCount(0, { timeout: 3000 });
  await expect(boardOn(here).sheet.getByText('Also reading')).toHaveCount(0);
});

test('a card in somebody’s hand is said to be moving, until it lies somewhere', async ({ visit, person, home }) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const [here, there] = [await visit(person), await visit(guest)];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await expect(others(here)).toBeVisible();
  await expect(others(there)).toBeVisible();
  await carryByMouse(there, theirs.card('One'), await middleOf(theirs.card('Five')));
  const slot = mine.lane('Left').getByText(new RegExp(`^${guest.username} is moving RM-\\d+$`));
  await expect(slot).toBeVisible(A_SECOND);
  await there.mouse.up();
  await expect(mine.titles('Right')).toHaveText(['Four', 'One', 'Five'], A_SECOND);
  await expect(mine.lane('Right').getByText('is moving')).toHaveCount(0, { timeout: 2000 });
});

test('the stream goes on by itself after a restart of the server', async ({ launch, visit, troubles }) => {
  troubles.expect(NO_ANSWER);
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const guest = await app.member(person.boardId, 'editor');
  const [here, there] = [await visit(person, { server }), await visit(guest, { server })];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await expect(others(here)).toBeVisible();
  await here.evaluate(() => Reflect.set(globalThis, 'talkanSamePage', true));
  for (const end of [() => server.stop(), () => server.crash()]) {
    await end();
    await expect(others(here)).toHaveCount(0);
    await server.start();
    await expect(others(here)).toBeVisible({ timeout: 15_000 });
    await expect(others(there)).toBeVisible({ timeout: 15_000 });
  }
  await dragOnto(there, theirs.card('One'), theirs.card('Five'));
  await expect(mine.titles('Right')).toHaveText(['Four', 'One', 'Five'], A_SECOND);
  await expect(mine.sign).toBeHidden();
  expect(await here.evaluate(() => Reflect.get(globalThis, 'talkanSamePage'))).toBe(true);
});

test('the pages of one browser hold one stream, and hand it on', async ({ visit, person, home }) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const first = await visit(person);
  const there = await visit(guest);
  await expect(others(first)).toBeVisible();
  const counts = countRequests(first.context());
  const second = await first.context().newPage();
  await second.goto('/');
  await expect(others(second)).toBeVisible();
  const theirs = boardOn(there);
  await dragOnto(there, theirs.card('One'), theirs.card('Five'));
  for (const page of [first, second]) {
    await expect(boardOn(page).titles('Right')).toHaveText(['Four', 'One', 'Five'], A_SECOND);
  }
  expect(counts.streams).toBe(0);
  await first.close();
  await dragOnto(there, theirs.card('Two'), theirs.card('Four'));
  await expect(boardOn(second).titles('Right')).toHaveText(['Two', 'Four', 'One', 'Five']);
  await expect.poll(() => counts.streams).toBe(1);
});
