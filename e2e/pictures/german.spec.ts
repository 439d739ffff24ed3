import { boardOn } from '../support/board.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';
import { releaseBoard } from './release.js';
import { expect, test } from './studio.js';

const GERMAN = { locale: 'de-DE' };

test('the main screens in German: its words are longer', async ({ studio, troubles }) => {
  troubles.expect(NOBODY_SIGNED_IN);
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana, { context: GERMAN });
  await expect(boardOn(page).card('Tickets in the wallet')).toBeAttached();
  await studio.take(page, 'german/board');
  await page.goto(`/b/${ana.boardId}/FA-9`);
  await boardOn(page).sheet.getByRole('listitem').last().waitFor();
  await studio.take(page, 'german/card');
  // With the card she has read the notice of it, which the bar tells.
  await expect.poll(() => ana.caller.notices.unread()).toEqual({ count: 0 });
  await page.goto('/settings/assistant');
  await page.getByRole('textbox', { name: 'Endpunkt' }).fill('http://127.0.0.1:11434/v1');
  await studio.take(page, 'german/assistant-settings');
  const stranger = await studio.visit(null, { context: GERMAN });
  await expect(stranger.getByRole('textbox').first()).toBeVisible();
  await studio.take(stranger, 'german/sign-in');
});
