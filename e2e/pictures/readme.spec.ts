import { boardOn } from '../support/board.js';
import { chatOn, scriptSlowTurn } from '../support/chat.js';
import { releaseBoard } from './release.js';
import { expect, test } from './studio.js';

test.skip(process.env['PICTURES'] !== 'update', 'What the README shows is nobody’s reference: it is only taken anew.');

test('the board with what the assistant is about to do, and an open card on a phone', async ({ studio, isMobile }) => {
  const { ana } = await releaseBoard(studio);
  const path = `/b/${ana.boardId}${isMobile ? '/FA-9' : ''}`;
  const page = await studio.visit(ana, { path, context: { deviceScaleFactor: 2 } });
  const board = boardOn(page);
  if (isMobile) {
    await expect(board.sheet.getByText('Steps', { exact: true })).toBeVisible();
    await studio.publish(page, 'phone');
    return;
  }
  const slow = scriptSlowTurn(
    studio.model,
    [
      { name: 'card_move', arguments: { cardId: 'FA-6', columnId: 'In progress' } },
      { name: 'card_create', arguments: { cardId: 'new1', columnId: 'Up next', title: 'Tell the harbours' } },
      { name: 'card_edit', arguments: { cardId: 'FA-8', title: 'No notices between ten and six' } },
    ],
    'People wait for the seat map, so it comes first.',
  );
  const chat = chatOn(page, { isMobile });
  await expect(board.card('Tickets in the wallet')).toBeAttached();
  await chat.ask(
    'People wait for the seat map. Move FA-6 to In progress, add “Tell the harbours” to Up next and rename FA-8 to “No notices between ten and six”',
  );
  await expect(chat.pending).toBeVisible();
  await expect(board.card('Tell the harbours')).toBeAttached();
  await studio.publish(page, 'board');
  slow.finish();
});
