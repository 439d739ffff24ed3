import type { Page } from '@playwright/test';
import { TEST_PASSWORD } from '@talkan/api/testing';
import { expect, test } from '../support/fixtures.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';

const REFUSED = /status of 429 .*\/trpc\/auth\.login/;

test.beforeEach(({ troubles }) => troubles.expect(NOBODY_SIGNED_IN));

function formOn(page: Page) {
  return {
    username: page.getByLabel('Username'),
    password: page.getByLabel('Password', { exact: true }),
    submit: page.getByRole('button', { name: /^(?:Sign in|Wait)/ }),
    problem: page.getByRole('alert'),
  };
}

test('whoever signs in is on the board, and still is after a reload', async ({ page, person }) => {
  await page.goto('/');
  const { username, password, submit } = formOn(page);
  await username.fill(person.username);
  await password.fill(TEST_PASSWORD);
  await submit.click();
  const title = page.getByRole('heading', { level: 1, name: 'Product roadmap' });
  await expect(title).toBeVisible();
  await expect(page).toHaveTitle('Product roadmap · Talkan');
  await page.reload();
  await expect(title).toBeVisible();
});

test('a wrong password is said in a sentence and leaves the name in its field', async ({ page, person }) => {
  await page.goto('/');
  const { username, password, submit, problem } = formOn(page);
  await username.fill(person.username);
  await password.fill('not the password');
  await submit.click();
  await expect(problem).toHaveText('Wrong username or password.');
  await expect(username).toHaveValue(person.username);
  await password.fill(TEST_PASSWORD);
  await submit.click();
  await expect(page.getByRole('region', { name: 'Backlog' })).toBeVisible();
});

test('after five wrong passwords the page says how long to wait, and counts it down', async ({
  page,
  person,
  troubles,
}) => {
  troubles.expect(REFUSED);
  await page.goto('/');
  const { username, password, submit, problem } = formOn(page);
  await username.fill(person.username);
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await password.fill(`wrong ${attempt}`);
    const answered = page.waitForResponse(/auth\.login/);
    await submit.click();
    await answered;
  }
  await expect(problem).toHaveText(/^Too many attempts\. Wait \d+ seconds, then try again\.$/);
  await expect(submit).toHaveText(/^Wait \d+ s$/);
  const first = await submit.innerText();
  await expect(submit).not.toHaveText(first);
});

test('whoever signs out is out, here and on every page of this browser', async ({ visit, person }) => {
  const page = await visit(person);
  const other = await page.context().newPage();
  await other.goto('/');
  await expect(other.getByRole('region', { name: 'Backlog' })).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(formOn(page).username).toBeVisible();
  await expect(formOn(other).username).toBeVisible();
  await other.reload();
  await expect(formOn(other).username).toBeVisible();
});

test('signing out leaves nothing of a person in the browser', async ({ visit, person }) => {
  const page = await visit(person);
  await page.getByRole('button', { name: 'Add card to Backlog' }).click();
  await page.getByRole('textbox', { name: 'Title of a new card in Backlog' }).fill('A private thought');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(formOn(page).username).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain('private');
  expect(await page.context().cookies()).toEqual([]);
});

test('a page without a session shows the sign-in page at every address, and then what was asked for', async ({
  visit,
  person,
}) => {
  const page = await visit(null, { path: '/card/RM-2' });
  const { username, password, submit } = formOn(page);
  await username.fill(person.username);
  await password.fill(TEST_PASSWORD);
  await submit.click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Gather customer signals');
});
