import { copyFile } from 'node:fs/promises';
import { boardOn, expectWhole, layOut } from '../support/board.js';
import { damage } from '../support/damage.js';
import { expect, test } from '../support/fixtures.js';
import { dragOnto } from '../support/gestures.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

test('a board that the server cannot save says so, keeps what is changed, and sends it once the database was restored', async ({
  launch,
  visit,
  troubles,
}) => {
  troubles.expect(NO_ANSWER);
  // The change, and that the board was visited.
  troubles.expect(/status of 507 .*\/trpc\/boards\.(?:commit|mark)/);
  const { server, app } = await launch();
  const file = server.databaseUrl.slice('file:'.length);
  const person = await app.user();
  await layOut(person, { Left: ['One', 'Two'], Right: ['Three'] });
  await app.close();
  await server.stop();
  await copyFile(file, `${file}.sound`);
  await damage(file);
  await server.start();

  const page = await visit(person, { server });
  const board = boardOn(page);
  await expectWhole(page);
  await expect(board.sign).toContainText('does not save, because its database file is damaged');
  await expect(board.sign).toContainText('no backup of it was found');
  await dragOnto(page, board.card('One'), board.card('Three'));
  await expect(board.sign).toContainText('1 change waits here.');
  await expect(board.titles('Right')).toHaveText(['One', 'Three']);

  await server.stop();
  await copyFile(`${file}.sound`, file);
  await server.start();
  await expect(board.sign).toBeHidden({ timeout: 30_000 });
  await page.reload();
  await expect(board.titles('Right')).toHaveText(['One', 'Three']);
});
