import type { Locator } from '@playwright/test';
import type { Operation } from '@talkan/board/operations';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { commit, fieldsOn, pressUntil, stored } from '../support/fields.js';
import { expect, test } from '../support/fixtures.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two'], Done: [] }));

test('labels are named anew, merged and deleted where they are put on @phone', async ({ visit, person }) => {
  const labels = ['Bug', 'Defect', 'Copy'];
  await commit(
    person,
    ...labels.map((name, index): Operation => ({ type: 'label.create', labelId: name, name, hue: index * 90 })),
    { type: 'card.label', cardId: 'left-1', add: ['Bug'] },
    { type: 'card.label', cardId: 'left-2', add: ['Bug', 'Copy'] },
  );
  const page = await visit(person);
  const board = boardOn(page);
  const { picker } = fieldsOn(page);
  const rows = picker('Labels').getByRole('checkbox');
  const edit = (name: string) => picker('Labels').getByRole('button', { name: `Edit ${name}` });

  // Over the board, by a key.
  await pressUntil(board.link('One'), 'l', picker('Labels'));
  await expect(rows).toHaveCount(3);
  await rows.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(edit('Bug')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(picker('Labels')).toContainText('It is on 2 cards.');
  const name = picker('Labels').getByRole('textbox', { name: 'Name' });
  await name.fill('defect');
  await expect(picker('Labels')).toContainText('There is a label “Defect” already. You can merge the two.');
  await expect(picker('Labels').getByRole('button', { name: 'Save' })).toBeDisabled();
  await expectAccessible(page, 'a name that another label has');
  await name.fill('Fault');
  await picker('Labels').getByRole('radio', { name: 'Teal' }).check();
  await name.press('Enter');
  await expect(board.card('Two')).toContainText('Fault');

  await edit('Fault').press('Enter');
  await picker('Labels').getByRole('button', { name: 'Merge into…' }).press('Enter');
  await picker('Labels').getByRole('checkbox', { name: 'Defect' }).press('Space');
  await expect(board.card('One')).toContainText('Defect');
  await expect(board.card('Two')).toContainText('Defect');
  await expect(board.toasts).toContainText('Label “Fault” merged into “Defect”');

  await edit('Copy').press('Enter');
  await picker('Labels').getByRole('button', { name: 'Delete label' }).press('Enter');
  await expect(board.card('Two')).not.toContainText('Copy');
  await page.keyboard.press('Escape');
  await expect(board.link('One')).toBeFocused();
  await expect(board.toasts).toContainText('Label “Copy” deleted, off 1 card');
  await board.toasts.getByRole('button', { name: 'Undo' }).last().click();
  await expect(board.card('Two')).toContainText('Copy');
});

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  'W'.repeat(120),
  'علامة ‮ مع نص طويل',
  '🏳️‍🌈'.repeat(15),
  '__proto__',
  '“”’&amp;',
];

test('300 labels, some of them hostile, are found and put on', { tag: '@desktop' }, async ({ visit, person }) => {
  const names = [...HOSTILE, ...Array.from({ length: 294 }, (_, index) => `Label ${index + 1}`)];
  const labelIds = names.map((_, index) => `label-${index}`);
  await commit(
    person,
    ...names.map((name, index): Operation => ({ type: 'label.create', labelId: `label-${index}`, name, hue: index })),
    { type: 'card.label', cardId: 'left-2', add: labelIds.slice(0, 90) },
  );
  const page = await visit(person);
  const board = boardOn(page);
  const { field, picker } = fieldsOn(page);
  await expect(board.card('Two')).toContainText(/\+8\d/);
  await expectInView(board.card('Two'));
  await board.link('One').press('Enter');
  await field('Add labels').press('Enter');
  await expect(picker('Labels').getByRole('checkbox')).toHaveCount(100);
  await expect(picker('Labels')).toContainText('200 more. Type a part of the name to find them.');
  const find = picker('Labels').getByRole('textbox', { name: 'Find labels' });
  await find.fill('label 294');
  await expect(picker('Labels').getByRole('checkbox')).toHaveCount(1);
  await find.press('Enter');
  for (const name of HOSTILE) {
    await find.fill(name);
    await picker('Labels').getByRole('checkbox', { name, exact: true }).press('Space');
  }
  await find.fill('no such label');
  await expect(picker('Labels').getByRole('button', { name: 'Create “no such label”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field(/^Change labels/)).toContainText('<img src=x onerror=alert(1)>');
  await expect(field(/^Change labels/).getByRole('listitem')).toHaveCount(7);
  await expectInView(field(/^Change labels/));
  await expect.poll(async () => (await stored(person)).labelIds?.length).toBe(7);
  await expectAccessible(page, 'a card with hostile labels');
});

/** Nothing of it reaches over the side of the window. */
async function expectInView(element: Locator): Promise<void> {
  const reach = await element.evaluate((node) =>
    Math.max(...[node, ...node.querySelectorAll('*')].map((part) => part.getBoundingClientRect().right)),
  );
  const width = await element.evaluate(() => document.documentElement.clientWidth);
  expect(reach).toBeLessThanOrEqual(width + 1);
}
