import type { Locator } from '@playwright/test';
import { refuses, says } from '@talkan/api/chat/testing/replies';
import { settingsOn } from '../support/assistant-settings.js';
import { boardOn } from '../support/board.js';
import { chatOn, scriptSlowTurn, scriptTurn } from '../support/chat.js';
import { expectBoardDrawn, releaseBoard } from './release.js';
import { expect, test } from './studio.js';

const CHANGES = [
  { name: 'card_move', arguments: { cardId: 'FA-6', columnId: 'In progress' } },
  { name: 'card_create', arguments: { cardId: 'new1', columnId: 'Up next', title: 'Tell the harbours' } },
  { name: 'card_edit', arguments: { cardId: 'FA-8', title: 'No notices between ten and six' } },
];
const PROPOSED = [
  { name: 'card_archive', arguments: { cardId: 'FA-16' } },
  { name: 'card_archive', arguments: { cardId: 'FA-15' } },
  { name: 'card_move', arguments: { cardId: 'FA-13', columnId: 'Done' } },
];

/** How long an answer took is another each time. */
async function sameSeconds(panel: Locator): Promise<void> {
  await panel.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const { nodeValue } = text;
      if (nodeValue) text.nodeValue = nodeValue.replace(/\d+(?:\.\d)? s$/, '1.4 s');
    }
  });
}

test('what the assistant is about to do, what it did, what it proposes and answers', async ({
  studio,
  isMobile,
  troubles,
}) => {
  troubles.expect(/status of 502 .*chat\.send/);
  const { model } = studio;
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  await expectBoardDrawn(page);
  const board = boardOn(page);
  const chat = chatOn(page, { isMobile });
  const take = (name: string) => studio.take(page, `assistant/${name}`, { again: () => sameSeconds(chat.panel) });
  await chat.open();
  await expect(chat.panel).toContainText('Talk to your board');
  await studio.take(page, 'assistant/empty');
  const slow = scriptSlowTurn(model, CHANGES, 'FA-6 is the one that people wait for.');
  await chat.ask(
    'People wait for the seat map. Move FA-6 to In progress, add “Tell the harbours” to Up next and rename FA-8 to “No notices between ten and six”',
  );
  await expect(chat.pending).toBeVisible();
  await expect(board.card('Tell the harbours')).toBeAttached();
  await studio.take(page, 'assistant/pending');
  slow.finish();
  await expect(chat.receipt).toBeVisible();
  await take('receipt');
  scriptTurn(model, PROPOSED, 'Two are long done, and one is ready.');
  await chat.ask('Tidy up what is done, and finish the contrast card');
  await expect(chat.proposal).toContainText('3 changes proposed');
  await chat.proposal.getByRole('checkbox').nth(1).uncheck();
  await take('proposal');
  await chat.proposal.getByRole('button', { name: 'Dismiss' }).click();
  await expect(chat.log).toBeFocused();
  model.script(
    says(
      'Three things need you:\n\n1. **FA-10** is overdue since Monday.\n2. **FA-6** is due today.\n3. In progress holds more than its limit of `2`.',
    ),
  );
  await chat.ask('What needs me today?');
  await expect(chat.log).toContainText('more than its limit');
  await take('answer');
  model.script(refuses(401, 'No such key'));
  await chat.ask('And tomorrow?');
  await expect(chat.log.getByRole('button', { name: 'Retry' })).toBeVisible();
  await take('failure');
  await chat.list();
  await expect(chat.drawer.getByRole('listitem').first()).toBeVisible();
  await take('conversations');
});

test('a command is shown as it is typed', async ({ studio, isMobile }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana);
  await expectBoardDrawn(page);
  const chat = chatOn(page, { isMobile });
  await chat.open();
  await chat.field.fill('move FA-8 to In progress and rename FA-7 to “Tickets and passes in the wallet”');
  await expect(chat.panel.getByRole('status').filter({ hasText: 'When sent:' })).toBeVisible();
  await studio.take(page, 'assistant/command');
  await chat.field.fill('');
});

test('the settings of the assistant', async ({ studio }) => {
  const { ana } = await releaseBoard(studio);
  const page = await studio.visit(ana, { path: '/settings/assistant' });
  const settings = settingsOn(page);
  await expect(settings.language).toBeVisible();
  await settings.endpoint.fill('http://127.0.0.1:11434/v1');
  await settings.model.fill('qwen3:8b');
  await studio.take(page, 'assistant/settings');
});
