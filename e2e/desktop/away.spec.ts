import type { Person } from '@talkan/api/testing';
import { AFTER, changeBoard, LAYOUT } from '../support/away.js';
import { boardOn, expectWhole, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { dragOnto } from '../support/gestures.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

test.beforeEach(async ({ troubles }) => troubles.expect(NO_ANSWER));

async function seqOf({ caller, boardId }: Person): Promise<number> {
  return (await caller.boards.get({ boardId })).seq;
}

test('what is changed while the server is away is shown, said to wait, and committed in order when it is back', async ({
  launch,
  visit,
}) => {
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { server });
  const board = boardOn(page);
  await expectWhole(page);
  const before = await seqOf(person);
  await server.crash();
  await changeBoard(page);
  await expect(board.sign).toHaveText('The server does not answer. Trying again. 3 changes will be sent when it does.');
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await server.start();
  await expect(board.sign).toBeHidden({ timeout: 15_000 });
  await expect.poll(() => storedLayout(person)).toEqual(AFTER);
  // Each once, although each may have been tried more than once.
  expect(await seqOf(person)).toBe(before + 3);
  await page.reload();
  await expect(board.titles('Left')).toHaveText(AFTER.Left);
});

test('what waits for the server survives a reload of the page', async ({ launch, visit }) => {
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { server });
  await expectWhole(page);
  const before = await seqOf(person);
  await server.crash();
  await changeBoard(page);
  await page.close();
  await server.start();
  const again = await page.context().newPage();
  await again.goto(server.url);
  await expect(boardOn(again).titles('Left')).toHaveText(AFTER.Left);
  await expect.poll(() => storedLayout(person)).toEqual(AFTER);
  expect(await seqOf(person)).toBe(before + 3);
});

test('a page that is reloaded before anything could be sent shows the changes on top of the board', async ({
  visit,
  person,
}) => {
  await layOut(person, LAYOUT);
  const page = await visit(person, { path: '/boards' });
  const board = boardOn(page);
  const before = await seqOf(person);
  // In the page itself: a request that is on its way while the page is reloaded would be let through by a route.
  await page.addInitScript(() => {
    const ask = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      const isHeld = url.includes('boards.commit') && localStorage.getItem('lets-through') === null;
      return isHeld ? Promise.reject(new TypeError('Failed to fetch')) : ask(input, init);
    };
  });
  await page.goto('/');
  await changeBoard(page);
  await page.reload();
  await expect(board.titles('Left')).toHaveText(AFTER.Left);
  await expect(board.titles('Right')).toHaveText(AFTER.Right);
  await expect(board.sign).toContainText('3 changes will be sent');
  expect(await storedLayout(person)).toEqual(LAYOUT);
  await page.evaluate(() => localStorage.setItem('lets-through', 'yes'));
  await expect.poll(() => storedLayout(person), { timeout: 15_000 }).toEqual(AFTER);
  expect(await seqOf(person)).toBe(before + 3);
});

test('an answer that is lost on its way makes no change twice', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  const board = boardOn(page);
  const before = await seqOf(person);
  let lost = 0;
  await page.route('**/trpc/boards.commit', async (route) => {
    if (lost === 2) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await changeBoard(page);
  await expect(board.sign).toBeHidden({ timeout: 15_000 });
  expect(lost).toBe(2);
  expect(await storedLayout(person)).toEqual(AFTER);
  expect(await seqOf(person)).toBe(before + 3);
});

test('a browser without a network says so, and sends at once when it has one again', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expectWhole(page);
  await page.context().setOffline(true);
  await expect(board.sign).toHaveText('Offline. What you change will sync when you’re back.');
  await changeBoard(page);
  await expect(board.sign).toHaveText('Offline. 3 changes will sync when you’re back.');
  await page.context().setOffline(false);
  await expect(board.sign).toBeHidden();
  await expect.poll(() => storedLayout(person)).toEqual(AFTER);
});

test('a change that never left the browser is taken back by its Undo without the server', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.card('One')).toBeVisible();
  await expectWhole(page);
  await page.context().setOffline(true);
  for (const title of ['One', 'Two']) {
    await board.card(title).hover();
    await page.getByRole('button', { name: `Actions for ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
  }
  await expect(board.titles('Left')).toHaveText([]);
  await board.toasts.getByRole('button', { name: 'Undo' }).last().click();
  await expect(board.titles('Left')).toHaveText(['Two']);
  await page.context().setOffline(false);
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Two'], Right: ['Three'] });
});

test('whoever signs out with changes that wait is asked first', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  const board = boardOn(page);
  await page.route('**/trpc/boards.commit', (route) => route.abort());
  await dragOnto(page, board.card('One'), board.card('Three'));
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const dialog = page.getByRole('dialog', { name: '1 change is not saved yet' });
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await page.unroute('**/trpc/boards.commit');
  await expect.poll(async () => (await storedLayout(person))['Right'], { timeout: 15_000 }).toEqual(['One', 'Three']);
});

test('a page that is opened while the server cannot serve it says so and loads by Retry', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  await expect(boardOn(page).card('One')).toBeVisible();
  await page.route('**/trpc/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Talkan cannot be reached', { timeout: 15_000 });
  await page.unroute('**/trpc/**');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(boardOn(page).card('One')).toBeVisible();
});
