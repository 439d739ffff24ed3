import type { Person } from '@talkan/api/testing';
import { AFTER, changeBoard, LAYOUT } from '../support/away.js';
import { boardOn, expectHearing, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { carryByMouse, middleOf } from '../support/gestures.js';
import { entriesOf, keptNames, untilKept, untilNamed } from '../support/kept.js';
import { NO_ANSWER, NOBODY_SIGNED_IN } from '../support/troubles.js';

test.use({ ahead: true });

/** Of a board that the browser keeps. */
interface Kept {
  readonly cards: readonly { readonly title: string }[];
}

const STORED = [/^Moved .*“One”/, /^Added “Four”/, /^Added “Five”/];

test.beforeEach(async ({ troubles }) => {
  troubles.expect(NO_ANSWER);
  // What the browser says when a worker found nobody.
  troubles.expect(/the FetchEvent for .* resulted in a network error|Failed to fetch/);
});

/** The board's story since `seq`, the first change first. */
async function storySince({ caller, boardId }: Person, seq: number): Promise<string[]> {
  const { entries } = await caller.boards.history({ boardId, limit: 50 });
  return entries
    .filter((entry) => entry.seq > seq)
    .map(({ sentence }) => sentence)
    .toReversed();
}

test('the app opens without the server, with the board as it was and what waits on top, and sends it once when the server is back', async ({
  launch,
  visit,
}) => {
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { worker: true, server });
  const board = boardOn(page);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  const { seq } = await person.caller.boards.get({ boardId: person.boardId });
  await untilKept(page);
  await server.crash();
  await changeBoard(page);

  for (let reload = 0; reload < 2; reload += 1) {
    await page.reload();
    await expect(board.titles('Left')).toHaveText(AFTER.Left);
    await expect(board.titles('Right')).toHaveText(AFTER.Right);
    await expect(board.sign).toHaveText(
      'The server does not answer. Trying again. 3 changes will be sent when it does.',
    );
  }
  expect(await storedLayout(person)).toEqual(LAYOUT);

  await server.start();
  await expect(board.sign).toBeHidden({ timeout: 30_000 });
  await expect.poll(() => storedLayout(person)).toEqual(AFTER);
  const story = await storySince(person, seq);
  expect(story).toHaveLength(STORED.length);
  for (const [index, sentence] of story.entries()) expect(sentence).toMatch(STORED[index] ?? /never/);
  await expect.poll(() => entriesOf(page, 'changes')).toEqual([]);
});

test('a card’s address opens without the server, too, and what others do meanwhile comes in by itself', async ({
  launch,
  visit,
}) => {
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { worker: true, server, path: '/card/RM-9' });
  const board = boardOn(page);
  await expect(board.sheet).toContainText('RM-9');
  await untilKept(page);
  await server.crash();
  await page.reload();
  await expect(board.sheet).toContainText('RM-9');
  await server.start();
  const operations = [{ type: 'card.edit' as const, cardId: 'left-1', title: 'One, renamed' }];
  await person.caller.boards.commit({ boardId: person.boardId, changeId: 'meanwhile', operations });
  await expect(board.sheet.getByRole('textbox', { name: 'Title' })).toHaveValue('One, renamed', { timeout: 30_000 });
});

test('a board is not kept while a card is in somebody’s hand, for that would falter, but once they have paused', async ({
  visit,
  person,
}) => {
  await layOut(person, LAYOUT);
  const page = await visit(person);
  const board = boardOn(page);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await untilNamed(page);
  const keptTitles = async () => {
    const kept = await entriesOf(page, 'answers');
    const whole = kept.find(({ name }) => String(name).startsWith('boards.get'));
    return (whole?.['value'] as Kept | undefined)?.cards.map(({ title }) => title) ?? [];
  };
  await expectHearing(page);
  const from = await middleOf(board.card('Two'));
  await carryByMouse(page, board.card('Two'), { x: from.x, y: from.y + 40 });
  const operations = [{ type: 'card.edit' as const, cardId: 'left-1', title: 'One, renamed' }];
  await person.caller.boards.commit({ boardId: person.boardId, changeId: 'meanwhile', operations });
  await expect(board.titles('Left').first()).toHaveText('One, renamed');
  // Longer than a board rests before it is written.
  await page.waitForTimeout(4_500);
  expect(await keptTitles()).not.toContain('One, renamed');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(keptTitles, { timeout: 20_000 }).toContain('One, renamed');
});

test('a second visit stands before the server answers, and goes on from what it says: another board, or nobody signed in', async ({
  launch,
  visit,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { server });
  const board = boardOn(page);
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await untilNamed(page);
  let held = Promise.withResolvers<void>();
  await page.route('**/trpc/**', async (route) => {
    await held.promise;
    await route.continue();
  });

  const operations = [{ type: 'card.edit' as const, cardId: 'left-1', title: 'One, renamed' }];
  await person.caller.boards.commit({ boardId: person.boardId, changeId: 'meanwhile', operations });
  await page.reload();
  await expect(board.titles('Left')).toHaveText(LAYOUT.Left);
  await expect(board.sign).toBeHidden();
  held.resolve();
  await expect(board.titles('Left')).toHaveText(['One, renamed', 'Two']);

  held = Promise.withResolvers<void>();
  await app.services.db.write.deleteFrom('sessions').where('user_id', '=', person.id).execute();
  await page.reload();
  await expect(board.titles('Right')).toHaveText(LAYOUT.Right);
  held.resolve();
  await expect(page.getByText('Your session has ended')).toBeVisible();
  await expect.poll(() => keptNames(page)).toEqual([]);
});

test('a session that ended while the server was away asks to sign in over what is there, and keeps the queue', async ({
  launch,
  visit,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { worker: true, server });
  await expect(boardOn(page).card('One')).toBeVisible();
  await untilKept(page);
  await server.crash();
  await changeBoard(page);
  await page.reload();
  await expect(boardOn(page).titles('Left')).toHaveText(AFTER.Left);
  await app.services.db.write.deleteFrom('sessions').where('user_id', '=', person.id).execute();
  await server.start();
  await expect(page.getByText('Your session has ended')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByLabel('Username')).toBeVisible();
  await expect.poll(() => keptNames(page)).toEqual([]);
  expect(await entriesOf(page, 'changes')).toHaveLength(3);
});

test('nothing is left of whoever signs out but what waits, and nobody else sees their board', async ({
  launch,
  visit,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { worker: true, server });
  await expect(boardOn(page).card('One')).toBeVisible();
  await untilKept(page);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
  expect(await keptNames(page)).toEqual([]);
  await server.crash();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Talkan cannot be reached', { timeout: 20_000 });
  await expect(page.getByText('One', { exact: true })).toBeHidden();
});

test('who signs out right after the server has said who they are is not named on the page that comes next', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  await layOut(person, LAYOUT);
  const page = await visit(person);
  await expect(boardOn(page).titles('Left')).toHaveText(LAYOUT.Left);
  await untilNamed(page);
  const held = Promise.withResolvers<void>();
  await page.route('**/trpc/auth.me*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.reload();
  await expect(boardOn(page).titles('Left')).toHaveText(LAYOUT.Left);
  await page.getByRole('button', { name: 'Account' }).click();
  const said = page.waitForResponse(/auth\.me/);
  held.resolve();
  await said;
  // The page stays for as long as the next one does not come, and with it what it was about to keep.
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await route.continue();
    },
  );
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Username')).toBeFocused({ timeout: 20_000 });
  await expect(page.getByLabel('Username')).toHaveValue('');
});

test('a tab sends what another one left when that is closed, and not while it is there', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person, { worker: true });
  await expect(boardOn(page).card('One')).toBeVisible();
  const { seq } = await person.caller.boards.get({ boardId: person.boardId });
  const other = await page.context().newPage();
  await other.route('**/trpc/boards.commit', (route) => route.abort());
  await other.goto('/');
  await changeBoard(other);
  await expect.poll(() => entriesOf(other, 'changes')).toHaveLength(3);

  const look = () => page.evaluate(() => dispatchEvent(new Event('focus')));
  await look();
  await expect(boardOn(page).titles('Left')).toHaveText(LAYOUT.Left);
  expect(await storedLayout(person)).toEqual(LAYOUT);

  await other.close();
  await expect
    .poll(async () => {
      await look();
      return storedLayout(person);
    })
    .toEqual(AFTER);
  expect(await storySince(person, seq)).toHaveLength(3);
  await expect.poll(() => entriesOf(page, 'changes')).toEqual([]);
});

test('what an older version kept is sent, once', async ({ visit, person }) => {
  await layOut(person, LAYOUT);
  const page = await visit(person, { worker: true });
  await expect(boardOn(page).card('One')).toBeVisible();
  const { seq } = await person.caller.boards.get({ boardId: person.boardId });
  const operations = [{ type: 'card.edit', cardId: 'left-1', title: 'One, of old' }];
  const entry = { v: 1, changeId: 'of-old', operations, now: new Date().toISOString(), order: 1 };
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    `talkan:queue:${person.id}:${person.boardId}:of-old`,
    JSON.stringify(entry),
  ] as const);
  await page.reload();
  await expect(boardOn(page).card('One, of old')).toBeVisible();
  await expect.poll(async () => (await storySince(person, seq)).length).toBe(1);
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('queue'))))
    .toEqual([]);
});
