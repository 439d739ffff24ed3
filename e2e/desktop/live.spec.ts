import type { BrowserContext, Locator, Page } from '@playwright/test';
import { boardOn, expectWhole, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, carryByMouse, dragOnto, middleOf } from '../support/gestures.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ motion: true });

test.use({ ahead: true });

const LAYOUT = { Left: ['One', 'Two', 'Three'], Right: ['Four', 'Five'] };
/** By the stream that is open: sooner than it would be tried again. How soon is for the benchmark to say. */
const SOON = { timeout: 5_000 };

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

/** Waits until the two see each other. */
async function meet(here: Page, there: Page) {
  await expect(others(here)).toBeVisible();
  await expect(others(there)).toBeVisible();
}

test('what one changes the other sees within a second, without asking for it', async ({ visit, person, home }) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const [here, there] = [await visit(person), await visit(guest)];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await expect(others(here)).toBeVisible();
  await expect(others(there)).toBeVisible();
  const counts = countRequests(here);
  await dragOnto(there, theirs.card('One'), theirs.card('Five'));
  await expect(mine.titles('Right')).toHaveText(['Four', 'One', 'Five'], SOON);
  await expect(mine.titles('Left')).toHaveText(['Two', 'Three'], SOON);
  await dragOnto(here, mine.card('Two'), mine.card('Four'));
  await expect(theirs.titles('Right')).toHaveText(['Two', 'Four', 'One', 'Five'], SOON);
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

/** From top to bottom: the titles of a lane’s cards, and `+` for what somebody else holds there. */
const rowsIn = (lane: Locator) =>
  lane.getByRole('list').evaluate((list) =>
    [...list.querySelectorAll(':scope > li')]
      .map((row) => {
        const held = row.getAttribute('aria-hidden') === 'true';
        return { name: held ? '+' : row.querySelector('h3')?.textContent, top: row.getBoundingClientRect().top };
      })
      .toSorted((one, other) => one.top - other.top)
      .map(({ name }) => name)
      .join(' '),
  );

test('a card in somebody’s hand has a slot where it would go, which follows it until it lies there', async ({
  visit,
  person,
  home,
}) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const [here, there] = [await visit(person), await visit(guest)];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await meet(here, there);
  const right = () => rowsIn(mine.lane('Right'));
  const slot = mine.lane('Right').getByText(new RegExp(`^${guest.username} is moving RM-\\d+$`));
  await carryByMouse(there, theirs.card('One'), await middleOf(theirs.card('Five')));
  await expect.poll(right, SOON).toBe('Four + Five');
  await expect(slot).toBeVisible();
  // It has not moved yet.
  await expect(mine.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  await expect(mine.lane('Left').getByText(new RegExp(`^${guest.username} is moving RM-\\d+ to Right$`))).toBeVisible();
  // Whoever takes it up as well sees what they hold.
  await carryByMouse(here, mine.card('One'), await middleOf(mine.card('Three')));
  const inHand = here.locator('body > article[aria-hidden="true"]');
  await expect(inHand.getByText('One', { exact: true })).toBeVisible();
  await expect(inHand.getByText('is moving')).toBeHidden();
  await here.keyboard.press('Escape');
  await here.mouse.up();
  const card = await boxOf(mine.card('Four'));
  const { x, y } = await middleOf(theirs.card('Four'));
  await there.mouse.move(x, y, { steps: 8 });
  await expect.poll(right, SOON).toBe('+ Four Five');
  expect((await boxOf(slot.locator('xpath=..'))).height).toBeCloseTo(card.height, 1);
  await there.mouse.up();
  await expect(mine.titles('Right')).toHaveText(['One', 'Four', 'Five'], SOON);
  await expect.poll(right, SOON).toBe('One Four Five');
  await expect(here.getByText('is moving')).toHaveCount(0, SOON);

  // All that are carried, not the one on top alone.
  for (const title of ['Two', 'Three']) await theirs.card(title).click({ modifiers: ['ControlOrMeta'] });
  await carryByMouse(there, theirs.card('Two'), await middleOf(theirs.card('Five')));
  await expect(mine.lane('Left').getByText(/ is moving RM-\d+ to Right$/)).toHaveCount(2, SOON);
  await expect(mine.lane('Right').getByText(`${guest.username} is moving several cards`)).toBeVisible();
  await there.mouse.up();
  await expect(here.getByText('is moving')).toHaveCount(0, SOON);
});

test('the slot is gone when the card is put back, and when its holder leaves', async ({ visit, person, home }) => {
  const [here, there] = [await visit(person), await visit(await home.app.member(person.boardId, 'editor'))];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await meet(here, there);
  const right = () => rowsIn(mine.lane('Right'));
  await carryByMouse(there, theirs.card('One'), await middleOf(theirs.card('Five')));
  await expect.poll(right, SOON).toBe('Four + Five');
  await there.keyboard.press('Escape');
  await expect.poll(right, SOON).toBe('Four Five');
  await expect(here.getByText('is moving')).toHaveCount(0);
  await there.mouse.up();
  await theirs.link('Two').focus();
  await there.keyboard.press('Space');
  await there.keyboard.press('ArrowRight');
  await expect.poll(right, SOON).toBe('Four + Five');
  await there.close();
  await expect.poll(right, { timeout: 3000 }).toBe('Four Five');
});

test('one’s own drag goes where it would without the slots of others', async ({ visit, person, home }) => {
  const [here, there] = [await visit(person), await visit(await home.app.member(person.boardId, 'editor'))];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await meet(here, there);
  const right = () => rowsIn(mine.lane('Right'));
  await carryByMouse(there, theirs.card('One'), await middleOf(theirs.card('Five')));
  await expect.poll(right, SOON).toBe('Four + Five');
  await dragOnto(here, mine.card('Three'), mine.card('Five'));
  await expect(mine.titles('Right')).toHaveText(['Four', 'Three', 'Five']);
  await expect(theirs.titles('Right')).toHaveText(['Four', 'Three', 'Five'], SOON);
  await expect.poll(right, SOON).toMatch(/^Four (?:Three \+|\+ Three) Five$/);
  await there.mouse.up();
  await expect(mine.titles('Left')).toHaveText(['Two'], SOON);
  await expect.poll(right, SOON).not.toContain('+');
});

test('the stream goes on by itself after a restart of the server', async ({ launch, visit, troubles }) => {
  troubles.expect(NO_ANSWER);
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const guest = await app.member(person.boardId, 'editor');
  const [here, there] = [await visit(person, { server }), await visit(guest, { server })];
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  for (const page of [here, there]) await expectWhole(page);
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
  await expect(mine.titles('Right')).toHaveText(['Four', 'One', 'Five'], SOON);
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
    await expect(boardOn(page).titles('Right')).toHaveText(['Four', 'One', 'Five'], SOON);
  }
  expect(counts.streams).toBe(0);
  await first.close();
  await dragOnto(there, theirs.card('Two'), theirs.card('Four'));
  await expect(boardOn(second).titles('Right')).toHaveText(['Two', 'Four', 'One', 'Five']);
  await expect.poll(() => counts.streams).toBe(1);
});
