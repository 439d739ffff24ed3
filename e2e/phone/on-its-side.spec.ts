import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, expectDrawn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, expectHand, framesOf } from '../support/gestures.js';
import { outOfReach } from '../support/reach.js';
import { sayAs, talkOn } from '../support/talk.js';
import { leaveFree, tooSmall } from '../support/thumb.js';

const UPRIGHT = { width: 390, height: 844 };
const ON_ITS_SIDE = { width: 844, height: 390 };
/** Above the keyboard of a phone, upright and on its side. */
const FREE = { upright: 480, side: 190 };

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

async function expectInReach(page: Page, what: string): Promise<void> {
  await framesOf(page, 2);
  expect([...(await outOfReach(page)), ...(await tooSmall(page))], what).toEqual([]);
}

async function expectAbove(part: Locator, keyboard: number): Promise<void> {
  await expect
    .poll(async () => {
      const { y, height } = await boxOf(part);
      return y >= 0 && y + height <= keyboard;
    }, String(part))
    .toBe(true);
}

test('on a phone on its side everything is in reach of a thumb, and nothing is under the keyboard', async ({
  visit,
  person,
}) => {
  const page = await visit(person, { context: { viewport: ON_ITS_SIDE } });
  const board = boardOn(page);
  await expectHand(page);
  await expectInReach(page, 'board');
  await page.locator('#open-assistant').tap();
  await button(page, 'Send').waitFor();
  await expectInReach(page, 'assistant');
  await expectAccessible(page, 'a phone on its side');
  await leaveFree(page, FREE.side);
  await expectAbove(button(page, 'Send'), FREE.side);
  await leaveFree(page, ON_ITS_SIDE.height);
  await button(page, /^Search/).tap();
  const palette = page.getByRole('dialog', { name: 'Search or jump to' });
  await palette.getByRole('option').first().waitFor();
  await expectInReach(page, 'palette');
  for (const option of await palette.getByRole('option').all())
    expect((await boxOf(option)).height).toBeGreaterThanOrEqual(44);
  await leaveFree(page, FREE.side);
  await expectAbove(palette, FREE.side);
  await leaveFree(page, ON_ITS_SIDE.height);
  await page.keyboard.press('Escape');
  await button(page, /^Filter/).tap();
  await page.getByRole('dialog', { name: 'Filter cards' }).waitFor();
  await expectInReach(page, 'filter');
  await page.keyboard.press('Escape');
  await board.card('Align roadmap themes').tap();
  await expectDrawn(board);
  await expectInReach(page, 'card');
  await button(page, 'Add due date').tap();
  await page.getByRole('dialog', { name: 'Due date' }).waitFor();
  await expectInReach(page, 'due date');
  await page.keyboard.press('Escape');
  await button(page, 'Move to…').tap();
  await page.getByRole('dialog', { name: 'Move RM-1' }).waitFor();
  await expectInReach(page, 'move');
});

test('above a keyboard stands a dialog with what ends it, and what sends a comment, which keeps the focus', async ({
  visit,
  person,
}) => {
  await sayAs(person, 'First');
  const page = await visit(person, { path: '/boards/new', context: { viewport: UPRIGHT } });
  const dialog = page.getByRole('dialog', { name: 'New board' });
  await dialog.waitFor();
  await expectAbove(dialog.getByRole('button', { name: 'Make the board' }), UPRIGHT.height);
  await leaveFree(page, FREE.upright);
  await expectAbove(dialog, FREE.upright);
  await expectAbove(dialog.getByRole('textbox', { name: 'Title' }), FREE.upright);
  await expectAbove(dialog.getByRole('button', { name: 'Make the board' }), FREE.upright);
  await page.goto(`/b/${person.boardId}/RM-1`);
  const talk = talkOn(page);
  await talk.comment('First').waitFor();
  await talk.field.tap();
  const send = talk.activity.getByRole('button', { name: 'Comment', exact: true });
  await leaveFree(page, FREE.upright);
  await expectAbove(send, FREE.upright);
  await talk.field.fill('Second');
  await send.tap();
  await expect(talk.comment('Second')).toBeVisible();
  await expect(send).toBeFocused();
});
