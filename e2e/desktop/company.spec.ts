import type { Page } from '@playwright/test';
import { TEST_PASSWORD } from '@talkan/api/testing';
import { boardOn } from '../support/board.js';
import { invitationOf, peopleOn } from '../support/company.js';
import { expect, test } from '../support/fixtures.js';
import { NO_ANSWER, NOBODY_SIGNED_IN } from '../support/troubles.js';

test.use({ ahead: true });

/** The browser’s own note of an answer that was a refusal. */
const REFUSED = /status of (?:400|404|409) .*\/trpc\/(?:invitations|members|auth)\./;
/** What a page asks for that has just lost its board. */
const LOST = /status of (?:403|404) .*\/trpc\/(?:boards|members|invitations)\./;
/** By the stream, without being asked for. */
const SOON = { timeout: 5_000 };

test.beforeEach(({ troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  troubles.expect(REFUSED);
});

function joinFormOn(page: Page) {
  return {
    title: page.getByRole('heading', { level: 1 }),
    username: page.getByLabel('Username'),
    password: page.getByLabel('Password', { exact: true }),
    submit: page.getByRole('button', { name: /^(?:Join|Wait|Sign in and join)/ }),
    problem: page.getByRole('alert'),
  };
}

let count = 0;
const newName = () => `newcomer-${Date.now().toString(36)}-${(count += 1)}`;

test('an owner invites, and somebody new picks a name and a password and is on the board', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const people = peopleOn(page);
  await people.open();
  await expect(people.rows).toHaveCount(1);
  const path = await people.invite('editor');
  await expect(people.sheet).toContainText(`By ${person.username}, good for 7 days`);

  const theirs = await visit(null);
  const asked: string[] = [];
  theirs.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await theirs.goto(path);
  const token = path.split('#')[1] ?? '';
  const form = joinFormOn(theirs);
  await expect(form.title).toHaveText(`${person.username} invites you to the board “Product roadmap” as an editor.`);
  await expect(theirs).toHaveURL(/\/join$/);
  await theirs.reload();
  await expect(form.title).toContainText('Product roadmap');
  const username = newName();
  await form.username.fill(username);
  await form.password.fill('a better secret');
  await form.submit.click();
  await expect(boardOn(theirs).lane('Backlog')).toBeVisible();
  await expect(boardOn(theirs).toasts).toContainText('You are on “Product roadmap” now, as an editor.');
  await expect(theirs).toHaveURL(new RegExp(`/b/${person.boardId}$`));
  await expect(theirs.getByRole('button', { name: 'Add card to Backlog' })).toBeVisible();
  expect(asked.filter((request) => request.includes(token))).toEqual([]);
  expect(await theirs.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(token);

  // Whoever shows up is in the list of a page that is open.
  await expect(people.row(username)).toBeVisible();
  await expect(people.sheet).not.toContainText('Open invitations');
});

test('somebody with an account joins with it and finds both boards in the menu', async ({ visit, person, home }) => {
  const { path } = await invitationOf(person, 'viewer');
  const guest = await home.app.user();
  await guest.caller.boards.commit({
    boardId: guest.boardId,
    changeId: 'named',
    operations: [{ type: 'board.rename', title: 'Their own' }],
  });
  const page = await visit(null, { path });
  const form = joinFormOn(page);
  await expect(form.title).toContainText('as a viewer.');
  await page.getByRole('button', { name: 'I have an account' }).click();
  await form.username.fill(guest.username);
  await form.password.fill(TEST_PASSWORD);
  await form.submit.click();
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/b/${person.boardId}$`));
  await page.getByRole('button', { name: 'Board menu' }).click();
  await page.getByRole('menuitem', { name: 'Their own' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Their own' })).toBeVisible();
});

test('whoever is signed in joins as themselves, or signs out and keeps the invitation', async ({
  visit,
  person,
  home,
}) => {
  const { path } = await invitationOf(person, 'commenter');
  const guest = await home.app.user();
  const page = await visit(guest, { path });
  const form = joinFormOn(page);
  await expect(page.getByText(`You are signed in as ${guest.username}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await expect(form.username).toBeVisible();
  await expect(form.title).toContainText('as a commenter.');
  await page.getByRole('button', { name: 'I have an account' }).click();
  await form.username.fill(guest.username);
  await form.password.fill(TEST_PASSWORD);
  await form.submit.click();
  await expect(boardOn(page).toasts).toContainText('as a commenter.');

  const again = await invitationOf(person, 'editor');
  await page.goto(again.path);
  await form.submit.click();
  await expect(form.problem).toContainText('You are already on this board, as a commenter.');
  await page.getByRole('button', { name: 'Go to the board' }).click();
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
});

test('a link that was used, was taken back, never was or is not whole says so', async ({ visit, person, home }) => {
  const used = await invitationOf(person, 'editor');
  await (await home.app.user()).caller.invitations.accept({ token: used.path.split('#')[1] ?? '' });
  const page = await visit(person);
  const people = peopleOn(page);
  await people.open();
  const taken = await people.invite('viewer');
  await people.sheet.getByRole('button', { name: 'Take back' }).click();
  await page
    .getByRole('dialog', { name: 'Take this invitation back?' })
    .getByRole('button', { name: 'Take it back' })
    .click();
  await expect(people.sheet).not.toContainText('Open invitations');

  const theirs = await visit(null, { path: used.path });
  const { problem } = joinFormOn(theirs);
  await expect(problem).toContainText('This invitation has already been used');
  // The same page, with another link put in its address.
  await theirs.goto(taken);
  await expect(problem).toContainText('This invitation was taken back.');
  await theirs.goto(`/join#${'x'.repeat(43)}`);
  await expect(problem).toContainText('There is no such invitation.');
  await theirs.goto('/join#half-of-it');
  await expect(problem).toContainText('Copy all of it');
  await theirs.getByRole('button', { name: 'Go to Talkan' }).click();
  await expect(theirs.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('what is wrong with a name or a password is said at its field', async ({ visit, person }) => {
  const { path } = await invitationOf(person, 'editor');
  const page = await visit(null, { path });
  const form = joinFormOn(page);
  await form.username.fill('mi ra');
  await form.password.fill('short');
  await form.submit.click();
  await expect(form.username).toBeFocused();
  await expect(form.username).toHaveAccessibleDescription(/^Only letters/);
  await expect(form.password).toHaveAccessibleDescription(/^This is too short/);
  await form.username.fill(person.username.toUpperCase());
  await form.password.fill('long enough');
  await form.submit.click();
  await expect(form.username).toHaveAccessibleDescription('This user name is taken. Choose another one.');
  await expect(form.username).toBeFocused();
  await form.username.fill(newName());
  await expect(form.username).toHaveAccessibleDescription(/^Letters a to z/);
  await form.submit.click();
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
});

test('a join that finds no server is tried again', async ({ visit, person, troubles }) => {
  troubles.expect(NO_ANSWER);
  const { path } = await invitationOf(person, 'editor');
  const page = await visit(null);
  await page.route('**/trpc/invitations.look*', (route) => route.abort());
  await page.goto(path);
  await expect(joinFormOn(page).problem).toContainText('Talkan cannot be reached.');
  await page.unroute('**/trpc/invitations.look*');
  await page.getByRole('button', { name: 'Retry' }).click();
  const form = joinFormOn(page);
  await form.username.fill(newName());
  await form.password.fill('a better secret');
  await page.context().setOffline(true);
  await form.submit.click();
  await expect(form.problem).toContainText('Talkan cannot be reached.');
  await page.context().setOffline(false);
  await form.submit.click();
  await expect(boardOn(page).lane('Backlog')).toBeVisible();
});

test('a role counts on the other’s page within a second, and so does being removed', async ({
  visit,
  person,
  home,
  troubles,
}) => {
  troubles.expect(LOST);
  const guest = await home.app.member(person.boardId, 'viewer');
  const theirs = await visit(guest, { path: `/b/${person.boardId}` });
  const addCard = theirs.getByRole('button', { name: 'Add card to Backlog' });
  await expect(boardOn(theirs).lane('Backlog')).toBeVisible();
  await expect(addCard).toBeHidden();
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  const people = peopleOn(page);
  // Seen on both sides, the stream of the other page is up.
  await expect(people.row(guest.username)).toContainText('looking at the board');

  await people.roleOf(guest.username).selectOption('editor');
  await expect(addCard).toBeVisible(SOON);
  await people.roleOf(guest.username).selectOption('commenter');
  await expect(addCard).toBeHidden(SOON);

  await people.sheet.getByRole('button', { name: `Remove ${guest.username}` }).click();
  const question = page.getByRole('dialog', { name: `Remove ${guest.username}?` });
  await expect(question).toContainText('What they did on it stays.');
  await question.getByRole('button', { name: `Remove ${guest.username}` }).click();
  await expect(theirs.getByRole('heading', { name: 'You are no longer on this board' })).toBeVisible(SOON);
  await expect(boardOn(theirs).lane('Backlog')).toBeHidden();
  await expect(people.row(guest.username)).toBeHidden();
  await theirs.getByRole('button', { name: 'Go to your board' }).click();
  await expect(boardOn(theirs).lane('Backlog')).toBeVisible();
  await expect(theirs).toHaveURL(/\/b\/[^/]+$/);
});

test('the only owner cannot leave, nor become less', async ({ visit, person }) => {
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  const people = peopleOn(page);
  await people.sheet.getByRole('button', { name: 'Leave this board' }).click();
  const leaving = page.getByRole('dialog', { name: 'Leave this board?' });
  await leaving.getByRole('button', { name: 'Leave the board' }).click();
  await expect(leaving.getByRole('alert')).toContainText('this is the only one');
  await leaving.getByRole('button', { name: 'Cancel' }).click();
  await people.roleOf(person.username).selectOption('editor');
  const lessening = page.getByRole('dialog', { name: 'Become an editor?' });
  await lessening.getByRole('button', { name: 'Become an editor' }).click();
  await expect(lessening.getByRole('alert')).toContainText('this is the only one');
  await lessening.getByRole('button', { name: 'Cancel' }).click();
  await expect(people.roleOf(person.username)).toHaveValue('owner');
});

test('an owner who has made another one becomes less, and leaves', async ({ visit, person, home, troubles }) => {
  troubles.expect(LOST);
  const other = await home.app.member(person.boardId, 'editor');
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  const people = peopleOn(page);
  await people.roleOf(other.username).selectOption('owner');
  await expect(people.roleOf(other.username)).toBeEnabled();
  await people.roleOf(person.username).selectOption('viewer');
  await page.getByRole('button', { name: 'Become a viewer' }).click();
  await expect(people.sheet.getByRole('combobox')).toHaveCount(0);
  await expect(people.sheet.getByRole('button')).toHaveText(['', 'Leave this board']);
  await people.sheet.getByRole('button', { name: 'Leave this board' }).click();
  await page.getByRole('button', { name: 'Leave the board' }).click();
  await expect(boardOn(page).toasts).toContainText('You have left “Product roadmap”.');
  await expect(page.getByRole('heading', { name: 'No board yet' })).toBeVisible();
});

test('with many people one finds somebody by name', async ({ visit, person, home }) => {
  const some = await Promise.all(Array.from({ length: 9 }, () => home.app.member(person.boardId, 'viewer')));
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  const people = peopleOn(page);
  await expect(people.rows).toHaveCount(10);
  await expect(people.rows.first()).toContainText(person.username);
  const field = people.sheet.getByRole('searchbox', { name: 'Find somebody' });
  await field.fill(some[4]?.username ?? '');
  await expect(people.rows).toHaveCount(1);
  await field.press('Escape');
  await expect(people.rows).toHaveCount(10);
  await field.fill('nobody at all');
  await expect(people.sheet).toContainText('Nobody here goes by “nobody at all”.');
});

test('without a network people are seen and not changed', async ({ visit, person, troubles }) => {
  troubles.expect(NO_ANSWER);
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  const people = peopleOn(page);
  await expect(people.rows).toHaveCount(1);
  await page.context().setOffline(true);
  await expect(people.sheet).toContainText('You are offline.');
  await expect(people.rows).toHaveCount(1);
  await expect(people.sheet.getByRole('combobox')).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(people.roleOf(person.username)).toBeVisible();
});
