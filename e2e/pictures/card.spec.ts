import sharp from 'sharp';
import { boardOn, expectDrawn, openDetails } from '../support/board.js';
import { fieldsOn } from '../support/fields.js';
import { commitAs } from '../support/talk.js';
import { releaseBoard } from './release.js';
import { expect, test } from './studio.js';

const PICKERS = {
  labels: 'Change labels',
  assignees: 'Change assignees',
  due: 'Change due',
  priority: 'Change priority',
  estimate: 'Change estimate',
};

test('a card with everything, being edited, and what chooses its fields', async ({ studio }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana, { path: `/b/${ana.boardId}/FA-9` });
  const board = boardOn(page);
  const { card, field } = fieldsOn(page);
  await expectDrawn(board);
  await studio.take(page, 'card/full');
  await studio.take(page, 'card/full-forced-colours', { forcedColors: 'active' });
  for (const [name, label] of Object.entries(PICKERS)) {
    await field(new RegExp(`^${label}`)).click();
    await expect(page.getByRole('dialog').nth(1)).toBeVisible();
    await studio.take(page, `card/picker-${name}`);
    await page.keyboard.press('Escape');
  }
  await card.getByRole('button', { name: /^Actions for FA-9/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
  await studio.take(page, 'card/menu');
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Move to…' }).click();
  await expect(page.getByRole('dialog', { name: 'Move FA-9' })).toBeVisible();
  await studio.take(page, 'card/move');
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Link a card' }).click();
  await expect(page.getByRole('dialog', { name: 'Link FA-9' })).toBeVisible();
  await studio.take(page, 'card/link');
  await page.keyboard.press('Escape');
  await openDetails(board);
  await studio.take(page, 'card/editing');
  await page.keyboard.press('Escape');
  const last = card.getByRole('article', { name: /^Comment by/ }).last();
  await studio.take(page, 'card/comments', {
    again: () => last.evaluate((one) => one.scrollIntoView({ block: 'end' })),
  });
});

test('an empty card, one that two people wrote to, and one that is archived', async ({ studio, troubles }) => {
  troubles.expect(/status of 409/);
  const { ana, ben } = await releaseBoard(studio);
  const page = await studio.visit(ana, { path: `/b/${ana.boardId}/FA-3` });
  const board = boardOn(page);
  await expectDrawn(board);
  await studio.take(page, 'card/empty');
  const chooser = page.waitForEvent('filechooser');
  await board.sheet.getByRole('button', { name: 'Attach files' }).click();
  const photo = await sharp({ create: { width: 320, height: 200, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  await (
    await chooser
  ).setFiles([
    { name: 'fares.txt', mimeType: 'text/plain', buffer: Buffer.from('Bicycles go free.') },
    { name: 'bicycle.png', mimeType: 'image/png', buffer: photo },
  ]);
  const files = board.sheet.getByRole('region', { name: 'Files' });
  await expect(files.getByRole('link', { name: /^Download/ })).toHaveCount(2);
  await studio.take(page, 'card/files', { again: () => files.scrollIntoViewIfNeeded() });
  await commitAs(ana, { type: 'card.archive', cardId: 'backlog-3' });
  await expect(board.sheet).toContainText('archived');
  await studio.take(page, 'card/archived');

  // What somebody else writes must not arrive before one's own is sent.
  const deaf = await studio.visit(ana, { path: `/b/${ana.boardId}/FA-4`, live: false });
  const { sheet } = boardOn(deaf);
  const title = sheet.getByRole('textbox', { name: 'Title', exact: true });
  await expect(title).toHaveValue('Import of old bookings');
  await commitAs(ben, { type: 'card.edit', cardId: 'backlog-4', title: 'Import of bookings since 2019' });
  await title.fill('Import of all old bookings');
  await title.press('Enter');
  await expect(sheet.getByRole('alert')).toBeVisible();
  await studio.take(deaf, 'card/conflict');
});
