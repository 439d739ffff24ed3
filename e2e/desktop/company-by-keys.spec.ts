import { peopleOn } from '../support/company.js';
import { expect, test } from '../support/fixtures.js';

test('an invitation is made, copied and taken back by keys alone', async ({ visit, person }) => {
  const page = await visit(person, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const { keyboard } = page;
  const people = peopleOn(page);
  await page.getByRole('button', { name: 'Board menu' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Undo' })).toBeFocused();
  for (const key of ['p', 'Enter']) await keyboard.press(key);
  await expect(people.rows).toHaveCount(1);
  await keyboard.press('Tab');
  const invite = people.sheet.getByRole('button', { name: 'Invite', exact: true });
  await expect(invite).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'They join as' })).toBeFocused();
  await keyboard.press('ArrowDown');
  for (const key of ['Tab', 'Tab', 'Enter']) await keyboard.press(key);
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toBeFocused();
  for (const key of ['Tab', 'Tab', 'Enter']) await keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
  // It closes what it is pressed in, and not the sheet under that.
  await keyboard.press('Escape');
  await expect(link).toBeHidden();
  await expect(invite).toBeFocused();
  await expect(people.sheet.getByRole('region', { name: 'Open invitations' })).toContainText('Commenter');
  await people.sheet.getByRole('button', { name: 'Take back' }).press('Enter');
  for (const key of ['Tab', 'Enter']) await keyboard.press(key);
  await expect(people.sheet).not.toContainText('Open invitations');
  // What it was asked for with is gone: the focus is in the sheet that it stood in.
  await expect(people.sheet.locator('[tabindex="-1"]').first()).toBeFocused();
  await keyboard.press('Escape');
  await expect(people.sheet).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`/b/${person.boardId}$`));
});

test('where the page may not copy, the link is selected', async ({ visit, person }) => {
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('alert')).toContainText('copy it yourself');
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await link.inputValue());
});

test('a press beside the sheet closes it, one beside a question only the question', async ({ visit, person }) => {
  const page = await visit(person, { path: `/b/${person.boardId}/members` });
  const people = peopleOn(page);
  await people.sheet.getByRole('button', { name: 'Leave this board' }).click();
  const question = page.getByRole('dialog', { name: 'Leave this board?' });
  await expect(question).toBeVisible();
  await page.mouse.click(300, 800);
  await expect(question).toBeHidden();
  await expect(people.sheet).toBeVisible();
  await page.mouse.click(300, 800);
  await expect(people.sheet).toBeHidden();
});
