import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import { boardOn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { expectHand, framesOf } from '../support/gestures.js';
import { cutLetters, growLetters, spaceLetters } from '../support/reach-letters.js';
import { outOfReach } from '../support/reach.js';
import { NOBODY_SIGNED_IN } from '../support/troubles.js';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(11).slice(0, 480);
const WINDOW = { width: 1440, height: 900 };
/** 200 % of that, and 400 % of it in the one direction and of 1280 px in the other. */
const MAGNIFIED = [
  { width: 720, height: 450 },
  { width: 320, height: 225 },
];

async function fill({ boardId, caller }: Person): Promise<void> {
  const title = LONG.slice(0, 120);
  await caller.boards.commit({
    boardId,
    changeId: 'long-words',
    operations: [
      { type: 'card.create', cardId: 'long', columnId: 'col-backlog', title: LONG, details: LONG, before: 'card-1' },
      { type: 'label.create', labelId: 'label', name: LONG.slice(0, 60), hue: 200 },
      { type: 'card.label', cardId: 'long', add: ['label'] },
      { type: 'card.schedule', cardId: 'long', dueAt: '2026-11-20' },
      { type: 'column.rename', columnId: 'col-discovery', title },
      { type: 'board.rename', title },
    ],
  });
}

/** Goes through what there is, and at each stop does what is to be done there. */
async function walk(page: Page, { boardId }: Person, stop: (what: string) => Promise<void>): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const item = (name: string) => page.getByRole('menuitem', { name });
  const over: readonly (readonly [what: string, open: () => Promise<void>])[] = [
    ['board menu', () => button('Board menu').click()],
    ['account menu', () => button('Account').click()],
    ['column menu', () => button(/^Actions for the column/).click()],
    ['filter', () => button(/^Filter/).click()],
    ['palette', () => button(/^Search/).click()],
    ['keys', () => page.keyboard.press('?')],
    [
      'appearance',
      async () => {
        await button('Account').click();
        await item('Appearance').click();
      },
    ],
    ['new card', () => button(/^Add card to/).click()],
  ];
  const layer = page.locator('dialog:modal, :popover-open, textarea[aria-label^="Title of a new card"]');
  await page.goto(`/b/${boardId}`);
  await expectHand(page);
  await stop('board');
  // A low window begins without it.
  const opener = page.locator('#open-assistant');
  if (await opener.isVisible()) await opener.click();
  await page.getByRole('button', { name: 'Send' }).waitFor();
  if ((page.viewportSize()?.width ?? 0) >= 720) await stop('assistant');
  else {
    // There it lies over all the rest, and leaves whoever walks on.
    await button(/^Search/).focus();
    await page.getByRole('button', { name: 'Send' }).waitFor({ state: 'hidden' });
  }
  for (const [what, open] of over) {
    await open();
    await layer.first().waitFor();
    await stop(what);
    await page.keyboard.press('Escape');
    await layer.first().waitFor({ state: 'detached' });
  }
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first();
  const places = [
    [`/b/${boardId}/RM-9`, boardOn(page).sheet.getByRole('textbox', { name: 'Title', exact: true })],
    [`/b/${boardId}/members`, heading('People')],
    [`/b/${boardId}/history`, heading('History')],
    [`/b/${boardId}/archive`, heading('Archive')],
    [`/b/${boardId}/settings`, heading(/settings/i)],
    ['/boards', heading('Boards')],
    ['/notices', heading('Notices')],
  ] as const;
  for (const [path, stands] of places) {
    await page.goto(path);
    await stands.waitFor({ state: 'attached' });
    await button('Account').waitFor({ state: 'attached' });
    await framesOf(page, 3);
    await stop(path.replace(`/b/${boardId}`, ''));
  }
}

for (const size of MAGNIFIED) {
  test(`at ${(WINDOW.height / size.height) * 100} % everything is in reach and nothing goes on sideways but the board`, async ({
    visit,
    person,
    troubles,
  }) => {
    troubles.expect(NOBODY_SIGNED_IN);
    await fill(person);
    const found: string[] = [];
    const look = async (page: Page, what: string) => {
      await framesOf(page, 2);
      found.push(...[...(await outOfReach(page)), ...(await cutLetters(page))].map((one) => `${what}: ${one}`));
    };
    const context = { viewport: size, deviceScaleFactor: WINDOW.height / size.height };
    const stranger = await visit(null, { context });
    await stranger.getByLabel('Username').waitFor();
    await look(stranger, 'sign-in');
    const page = await visit(person, { context });
    await walk(page, person, (what) => look(page, what));
    expect(found).toEqual([]);
  });
}

test('no letters are cut off where they are set wider apart, or no smaller than 20 px', async ({ visit, person }) => {
  await fill(person);
  const page = await visit(person);
  const found: string[] = [];
  await walk(page, person, async (what) => {
    await spaceLetters(page);
    await framesOf(page, 2);
    found.push(...(await cutLetters(page)).map((one) => `${what}, spaced: ${one}`));
    await growLetters(page, 20);
    await framesOf(page, 2);
    found.push(...(await cutLetters(page)).map((one) => `${what}, 20 px: ${one}`));
  });
  expect(found).toEqual([]);
});
