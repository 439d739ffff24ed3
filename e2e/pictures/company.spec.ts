import { peopleOn } from '../support/company.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';
import { releaseBoard } from './release.js';
import { expect, test } from './studio.js';

test('people, an invitation, and the page that it opens', async ({ studio, troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const { ana, ben } = await releaseBoard(studio);
  const page = await studio.visit(ana, { path: `/b/${ana.boardId}/members` });
  const { sheet, rows } = peopleOn(page);
  await expect(rows).toHaveCount(3);
  await studio.take(page, 'company/people');
  await sheet.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Invite somebody' })).toBeVisible();
  await studio.take(page, 'company/invite');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  const made = await link.inputValue();
  await link.evaluate((field) => {
    (field as HTMLInputElement).value = 'https://talkan.example/join#rUcGOxh8MFbHn2wZ';
    // Whenever it is drawn anew it would have its own one again.
    Object.defineProperty(field, 'value', { get: () => '', set: () => {} });
  });
  await studio.take(page, 'company/link');
  const { pathname, hash } = new URL(made);
  const stranger = await studio.visit(null, { path: pathname + hash });
  await expect(stranger.getByLabel('Username')).toBeVisible();
  await studio.take(stranger, 'company/join');
  const dora = await studio.visit(await studio.person('dora'), { path: pathname + hash });
  await expect(dora.getByRole('button', { name: /^Join as/ })).toBeVisible();
  await studio.take(dora, 'company/join-signed-in');
  const theirs = await studio.visit(ben, { path: '/notices' });
  await expect(theirs.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await studio.take(theirs, 'company/notices');
});

test('two who are on a board at once, and the notices in the bar', async ({ studio }) => {
  const { ana, ben } = await releaseBoard(studio);
  const theirs = await studio.visit(ben, { path: `/b/${ben.boardId}/FA-9` });
  const page = await studio.visit(ana);
  await expect(page.getByRole('list', { name: 'Also on this board' }).getByText(/looking at FA-9/)).toBeAttached();
  await studio.take(page, 'company/two-at-once');
  const bell = page.getByRole('button', { name: /^Notices/ });
  await studio.take(page, 'company/bell', {
    again: async () => {
      if ((await bell.getAttribute('aria-expanded')) !== 'true') await bell.click();
      await expect(page.getByRole('dialog', { name: 'Notices' }).getByRole('listitem').first()).toBeVisible();
    },
  });
  await theirs.close();
});
