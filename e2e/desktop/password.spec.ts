import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.js';
import { NO_ANSWER, NOBODY_SIGNED_IN } from '../support/troubles.js';

test.use({ ahead: true });

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Username').fill('user');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('the demo user is led to a password of their own, which counts from then on, over a restart', async ({
  launch,
  visit,
  troubles,
}) => {
  troubles.expect(NOBODY_SIGNED_IN);
  troubles.expect(NO_ANSWER);
  troubles.expect(/status of 400 .*\/trpc\/auth\.changePassword/);
  const { server } = await launch();
  const page = await visit(null, { server });
  await signIn(page, 'password');
  const banner = page.getByRole('region', { name: 'First sign-in' });
  await expect(banner).toContainText('The password of “user” is still “password”.');
  await banner.getByRole('button', { name: 'Change it' }).click();

  const dialog = page.getByRole('dialog', { name: 'Change password' });
  await dialog.getByLabel('Current password', { exact: true }).fill('passwort');
  await dialog.getByLabel('New password', { exact: true }).fill('a better secret');
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('The current password is not right.');
  await dialog.getByLabel('Current password', { exact: true }).fill('password');
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed. You are signed out everywhere else.')).toBeVisible();
  await expect(banner).toBeHidden();

  await server.stop();
  await server.start();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Backlog' })).toBeVisible();
  const elsewhere = await visit(null, { server });
  await signIn(elsewhere, 'password');
  await expect(elsewhere.getByRole('alert')).toHaveText('Wrong username or password.');
  await signIn(elsewhere, 'a better secret');
  await expect(elsewhere.getByRole('region', { name: 'Backlog' })).toBeVisible();
  await expect(elsewhere.getByRole('region', { name: 'First sign-in' })).toBeHidden();
});
