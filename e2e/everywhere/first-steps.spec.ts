import { expectAccessible } from '../support/accessibility.js';
import { boardOn, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

test.use({ motion: true });

test('the first board teaches by being used: each step ticks itself off, and then they are gone for ever @desktop', async ({
  visit,
  person,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const steps = page.getByRole('region', { name: 'Getting started' });
  const showMe = steps.getByRole('button', { name: 'Show me', exact: true });
  await expect(steps).toContainText('Move a card to another column');
  await showMe.click();
  await expect(steps).toContainText('Drag it.');
  await expect(board.link('Align roadmap themes')).toBeFocused();
  for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect(board.titles('Discovery')).toContainText(['Align roadmap themes']);

  await expect(steps).toContainText('Open a card and change its words');
  await page.reload();
  await expect(steps).toContainText('Open a card and change its words');
  await showMe.click();
  await expect(showMe).not.toBeFocused();
  await page.keyboard.press('Enter');
  await board.sheet.getByRole('textbox', { name: 'Title' }).fill('Gather what customers say');
  await page.keyboard.press('Escape');

  await expect(steps).toContainText('Tell the assistant what to do');
  await showMe.click();
  const ask = page.getByRole('textbox', { name: 'Message the assistant' });
  await expect(ask).toBeFocused();
  await ask.fill('move RM-3 to Done');
  await ask.press('Enter');

  await expect(steps).toContainText('Undo something');
  await expect.poll(async () => (await storedLayout(person))['Done']).toContain('Prototype analytics view');
  await showMe.click();
  await expect(showMe).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await storedLayout(person))['Done']).not.toContain('Prototype analytics view');

  await expect(steps).toContainText('Invite somebody');
  await steps.getByRole('button', { name: /^Getting started, 4 of 5 done/ }).click();
  const list = page.getByRole('dialog', { name: 'Getting started' });
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await expectAccessible(page, 'the first steps');
  await list.getByRole('button', { name: 'Show me: Invite somebody' }).click();
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = page.getByRole('dialog', { name: 'Send them this link' });
  await link.getByRole('button', { name: 'Done' }).click();
  await expect(steps).toContainText('That is all it takes.');
  await page.reload();
  await expect(board.card('Refine status language')).toBeVisible();
  await expect(steps).toHaveCount(0);
});

test('the first steps make no more of themselves than one likes: they go with one tap, and do not come back @phone', async ({
  visit,
  person,
  home,
}) => {
  const page = await visit(person);
  const board = boardOn(page);
  const steps = page.getByRole('region', { name: 'Getting started' });
  await steps.getByRole('button', { name: /^Getting started, 0 of 5 done/ }).tap();
  await expectAccessible(page, 'the first steps on a phone');
  await page.getByRole('button', { name: 'Show me: Move a card to another column' }).tap();
  await expect(steps).toContainText('Hold one for a moment');
  await steps.getByRole('button', { name: 'Do not show the first steps again' }).tap();
  await expect(steps).toHaveCount(0);
  await page.reload();
  await expect(board.card('Align roadmap themes')).toBeVisible();
  await expect(steps).toHaveCount(0);

  const viewer = await home.app.member(person.boardId, 'viewer');
  const theirs = await visit(viewer, { path: `/b/${person.boardId}` });
  await expect(boardOn(theirs).card('Align roadmap themes')).toBeVisible();
  await expect(theirs.getByRole('region', { name: 'Getting started' })).toHaveCount(0);
});
