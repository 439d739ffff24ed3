import { NOBODY_SIGNED_IN } from '../support/troubles.js';
import { expect, test } from './studio.js';

test('signing in, what is said of a mistake, and the first page of all', async ({ studio, troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  troubles.expect(/status of 401 .*auth\.login/);
  const page = await studio.visit(null);
  await expect(page.getByLabel('Username')).toBeVisible();
  await studio.take(page, 'sign-in/empty');
  await page.getByLabel('Username').fill('ana');
  await page.getByLabel('Password', { exact: true }).fill('nothing at all');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await studio.take(page, 'sign-in/mistake');
  await page.getByLabel('Username').fill('user');
  await page.getByLabel('Password', { exact: true }).fill('password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('region', { name: 'First sign-in' })).toBeVisible();
  await studio.take(page, 'sign-in/first-sign-in');
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByRole('dialog', { name: 'Change password' })).toBeVisible();
  await studio.take(page, 'sign-in/password');
});
