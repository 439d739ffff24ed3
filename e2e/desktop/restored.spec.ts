import { backUp } from '@talkan/api/db/make-backup';
import { restoreBackup } from '@talkan/api/db/restore';
import { TEST_PASSWORD } from '@talkan/api/testing';
import { boardOn, expectWhole, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { dragOnto } from '../support/gestures.js';
import { NO_ANSWER, NOBODY_SIGNED_IN } from '../support/troubles.js';

test.use({ ahead: true });

test('a page that was open over a restore shows the restored board after signing in anew, with what waited on top', async ({
  launch,
  visit,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  troubles.expect(NOBODY_SIGNED_IN);
  const { server, app } = await launch();
  const databaseFile = server.databaseUrl.slice('file:'.length);
  const person = await app.user();
  await layOut(person, { Left: ['One', 'Two'], Right: ['Three'] });
  const { file } = await backUp({ databaseFile });

  const page = await visit(person, { server });
  const board = boardOn(page);
  await expectWhole(page);
  await dragOnto(page, board.card('Two'), board.card('Three'));
  await expect(board.titles('Right')).toHaveText(['Two', 'Three']);
  await expect(board.sign).toBeHidden();
  await app.close();
  await server.stop();
  await dragOnto(page, board.card('One'), board.card('Three'));
  await expect(board.titles('Right')).toHaveText(['Two', 'One', 'Three']);
  await restoreBackup({ databaseFile, from: file });
  await server.start();

  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD, { timeout: 30_000 });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(board.titles('Left')).toHaveText(['Two']);
  await expect(board.titles('Right')).toHaveText(['One', 'Three']);
  await expect(board.sign).toBeHidden();
  await page.reload();
  await expect(board.titles('Right')).toHaveText(['One', 'Three']);
});
