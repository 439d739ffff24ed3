import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, expectHearing } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { commitAs, sayAs } from '../support/talk.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

function noticesOn(page: Page) {
  const panel = page.getByRole('dialog', { name: 'Notices' });
  return {
    bell: page.getByRole('button', { name: /^Notices/ }),
    panel,
    rows: panel.getByRole('listitem'),
    all: panel.getByRole('button', { name: 'Mark all read' }),
    /** Those of the page. */
    listed: page.getByRole('main').getByRole('listitem'),
  };
}

test('somebody is told at once, on whatever board they are, goes to the card, and has read it everywhere @desktop', async ({
  visit,
  person,
  home,
}) => {
  const bob = await home.app.user();
  const { token } = await person.caller.invitations.create({ boardId: person.boardId, role: 'editor' });
  await bob.caller.invitations.accept({ token });
  const page = await visit(bob, { path: `/b/${bob.boardId}` });
  const notices = noticesOn(page);
  const other = await page.context().newPage();
  await other.goto(`/b/${bob.boardId}`);
  await expect(notices.bell).toHaveAccessibleName('Notices');
  await expect(noticesOn(other).bell).toBeVisible();
  // From here on the page hears.
  await expectHearing(page);
  await commitAs(person, { type: 'card.assign', cardId: 'card-2', add: [bob.id] });
  await sayAs(person, `What do you think, @${bob.username}?`);
  await expect(notices.bell).toHaveAccessibleName('Notices, 2 not read');
  await expect(noticesOn(other).bell).toHaveAccessibleName('Notices, 2 not read');

  await notices.bell.click();
  await expect(notices.rows).toHaveText([
    new RegExp(`${person.username} mentioned you, not read yet.*RM-1 Align roadmap themes.*Product roadmap`),
    new RegExp(`${person.username} assigned you, not read yet.*RM-2`),
  ]);
  await expectAccessible(page, 'notices');
  await notices.rows.first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/b/${person.boardId}/RM-1$`));
  await expect(boardOn(page).sheet.getByText('What do you think')).toBeVisible();
  await expect(noticesOn(other).bell).toHaveAccessibleName('Notices, 1 not read');
  // What is said on the card that they look at is read as it comes.
  await sayAs(person, `And @${bob.username}, when?`);
  await expect(boardOn(page).sheet.getByText('when?')).toBeVisible();
  const told = async () => (await bob.caller.notices.list({})).notices.map(({ card, isRead }) => [card.number, isRead]);
  await expect.poll(told).toEqual([
    [1, true],
    [1, true],
    [2, false],
  ]);
  await noticesOn(other).bell.click();
  await noticesOn(other).all.click();
  await expect(noticesOn(other).bell).toHaveAccessibleName('Notices');
  await expect(notices.bell).toHaveAccessibleName('Notices', { timeout: 10_000 });
});

test('what is undone is not told any more, and nobody is told of what they do themselves @desktop', async ({
  visit,
  person,
  home,
}) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const page = await visit(guest, { path: `/b/${person.boardId}` });
  const notices = noticesOn(page);
  await expect(notices.bell).toBeVisible();
  await sayAs(guest, `I am @${guest.username}`);
  const { seq } = await commitAs(person, { type: 'card.assign', cardId: 'card-1', add: [guest.id] });
  await expect(notices.bell).toHaveAccessibleName('Notices, 1 not read');
  await notices.bell.click();
  await expect(notices.rows).toHaveCount(1);
  await person.caller.boards.undo({ boardId: person.boardId, seq, changeId: `undo-${seq}` });
  await expect(notices.panel).toContainText('Nothing yet');
  await expect(notices.bell).toHaveAccessibleName('Notices');
});

test(
  'the bell and its notices are reached and left by keys alone',
  { tag: '@desktop' },
  async ({ visit, person, home }) => {
    const guest = await home.app.member(person.boardId, 'editor');
    for (const cardId of ['card-1', 'card-2']) await commitAs(person, { type: 'card.assign', cardId, add: [guest.id] });
    const page = await visit(guest, { path: '/boards' });
    const notices = noticesOn(page);
    await notices.bell.focus();
    await page.keyboard.press('Enter');
    await expect(notices.rows).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await expect(notices.rows.first().getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(notices.rows.last().getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(notices.panel).toBeHidden();
    await expect(notices.bell).toBeFocused();
    await page.keyboard.press('Enter');
    await notices.panel.getByRole('link', { name: 'All notices' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/notices$/);
    await expect(page).toHaveTitle('Notices · Talkan');
    await expect(notices.listed).toHaveCount(2);
    await expectAccessible(page, 'page of notices');
    await page.getByRole('main').getByRole('button', { name: 'Mark all read' }).press('Enter');
    await expect(notices.bell).toHaveAccessibleName('Notices');
    await expect(notices.listed.filter({ hasText: 'not read yet' })).toHaveCount(0);
  },
);

test('there are pages of them, an archived card leads to the archive, and hostile titles are only titles @desktop', async ({
  visit,
  person,
  home,
}) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const title = `<b onclick=x>${'Wort'.repeat(60)}`;
  for (let round = 0; round < 2; round++) {
    const ids = Array.from({ length: 20 }, (_, index) => `new-${round}-${index}`);
    await commitAs(
      person,
      ...ids.map((cardId) => ({ type: 'card.create', cardId, columnId: 'col-done', title }) as const),
    );
    for (const cardId of ids) await commitAs(person, { type: 'card.assign', cardId, add: [guest.id] });
  }
  await commitAs(person, { type: 'card.archive', cardId: 'new-1-19' });
  const page = await visit(guest, { path: '/notices' });
  const notices = noticesOn(page);
  await expect(notices.listed).toHaveCount(30);
  await expect(notices.listed.first()).toContainText('archived');
  const overflow = await page.evaluate(() => document.body.scrollWidth - document.body.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Show older' }).click();
  await expect(notices.listed).toHaveCount(40);
  await expect(page.getByRole('button', { name: 'Show older' })).toHaveCount(0);
  await notices.listed.first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/b/${person.boardId}/archive$`));
});

test('without an answer it says so, and goes on when there is one @phone', async ({
  visit,
  person,
  home,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  const guest = await home.app.member(person.boardId, 'editor');
  const page = await visit(guest, { path: '/boards' });
  const notices = noticesOn(page);
  await expect(notices.bell).toBeVisible();
  await page.route('**/trpc/*notices.list*', (route) => route.abort());
  await notices.bell.click();
  const problem = notices.panel.getByRole('alert');
  await expect(problem).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page, 'notices that did not come');
  await page.unroute('**/trpc/*notices.list*');
  await problem.getByRole('button', { name: 'Retry' }).click();
  await expect(notices.panel).toContainText('Nothing yet');
});

test('on a page without a board the count is asked for when somebody comes back to it @desktop', async ({
  visit,
  person,
  home,
}) => {
  const guest = await home.app.member(person.boardId, 'editor');
  const page = await visit(guest, { path: '/boards' });
  const notices = noticesOn(page);
  await expect(notices.bell).toHaveAccessibleName('Notices');
  await commitAs(person, { type: 'card.assign', cardId: 'card-1', add: [guest.id] });
  await page.waitForTimeout(2_100);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(notices.bell).toHaveAccessibleName('Notices, 1 not read');
});
