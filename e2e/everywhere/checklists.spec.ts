import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import { expectAccessible } from '../support/accessibility.js';
import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';

test.beforeEach(({ person }) => layOut(person, { Left: ['One', 'Two'], Right: [] }));

/** The checklists of the first card as the server keeps them: a star is behind what is done. */
async function stored({ caller, boardId }: Person): Promise<Record<string, string[]>> {
  const { cards } = await caller.boards.get({ boardId });
  const lists = cards.find(({ id }) => id === 'left-1')?.checklists ?? [];
  return Object.fromEntries(
    lists.map(({ title, items }) => [title, items.map(({ text, done }) => `${text}${done ? '*' : ''}`)]),
  );
}

async function openCard(page: Page) {
  const board = boardOn(page);
  await board.link('One').click();
  await expect(board.sheet.getByRole('button', { name: 'Add a checklist' })).toBeVisible();
  return board.sheet;
}

async function seed({ caller, boardId }: Person, lists: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const cardId = 'left-1';
  const operations = Object.entries(lists).flatMap(([title, items], at) => [
    { type: 'checklist.create' as const, cardId, checklistId: `list-${at}`, title },
    ...items.map((text, index) => {
      return { type: 'item.create' as const, cardId, checklistId: `list-${at}`, itemId: `item-${at}-${index}`, text };
    }),
  ]);
  await caller.boards.commit({ boardId, changeId: 'seed', operations });
}

test(
  'a checklist is filled, ticked, put in order and emptied by keys alone',
  { tag: '@desktop' },
  async ({ visit, person }) => {
    const page = await visit(person);
    const sheet = await openCard(page);
    await sheet.getByRole('button', { name: 'Add a checklist' }).press('Enter');
    await expect(sheet.getByRole('textbox', { name: 'New item in Checklist' })).toBeFocused();
    for (const text of ['First', 'Second', 'Third']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await expect(sheet.getByRole('button', { name: 'Add item' })).toBeFocused();
    await expect(sheet.getByText('0 of 3')).toBeVisible();

    const third = sheet.getByRole('checkbox', { name: 'Third' });
    await third.focus();
    await page.keyboard.press('Space');
    await expect(sheet.getByText('1 of 3')).toBeVisible();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(third).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(third).toBeFocused();
    await expect.poll(() => stored(person)).toEqual({ Checklist: ['Third*', 'First', 'Second'] });

    await sheet.getByRole('button', { name: 'Second', exact: true }).press('Enter');
    await page.keyboard.type(' and last');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(person)).toEqual({ Checklist: ['Third*', 'First', 'Second and last'] });

    await sheet.getByRole('button', { name: 'Actions for First' }).press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
    await page.keyboard.press('d');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(person)).toEqual({ Checklist: ['Third*', 'Second and last'] });
    await boardOn(page).toasts.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => stored(person)).toEqual({ Checklist: ['Third*', 'First', 'Second and last'] });
  },
);

test('pasted lines are as many items, and one change @phone', async ({ visit, person }) => {
  const page = await visit(person);
  const sheet = await openCard(page);
  await sheet.getByRole('button', { name: 'Add a checklist' }).click();
  const field = sheet.getByRole('textbox', { name: 'New item in Checklist' });
  await expect.poll(() => stored(person)).toEqual({ Checklist: [] });
  const { seq } = await person.caller.boards.get({ boardId: person.boardId });
  await field.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', '- [ ] Buy milk\n- [x] Buy bread\n\n3. Go home');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(sheet.getByText('0 of 3')).toBeVisible();
  await expect.poll(() => stored(person)).toEqual({ Checklist: ['Buy milk', 'Buy bread', 'Go home'] });
  expect((await person.caller.boards.get({ boardId: person.boardId })).seq).toBe(seq + 1);
});

test('items go to another checklist, out of sight once they are done, and onto the board @desktop', async ({
  visit,
  person,
}) => {
  await seed(person, { Before: ['One thing', 'Another'], After: [] });
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  const { sheet } = board;
  await sheet.getByRole('button', { name: 'Actions for Another' }).click();
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect.poll(() => stored(person)).toEqual({ Before: ['One thing'], After: ['Another'] });

  await sheet.getByRole('checkbox', { name: 'One thing' }).check();
  await sheet.getByRole('button', { name: 'Hide done' }).click();
  await expect(sheet.getByRole('checkbox', { name: 'One thing' })).toBeHidden();
  await page.reload();
  await sheet.getByRole('button', { name: 'Show 1 done' }).click();
  await expect(sheet.getByRole('checkbox', { name: 'One thing' })).toBeChecked();

  await sheet.getByRole('button', { name: 'Actions for Another' }).click();
  await page.getByRole('menuitem', { name: 'Convert to card' }).click();
  await expect(sheet.getByRole('checkbox', { name: 'Another' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(board.titles('Left')).toHaveText(['One', 'Another', 'Two']);
  await expect.poll(() => stored(person)).toEqual({ Before: ['One thing*'], After: [] });
});

test('a checklist is renamed, moved, deleted and brought back @phone', async ({ visit, person }) => {
  await seed(person, { Before: ['One thing'], After: ['Other'] });
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  const { sheet } = board;
  await sheet.getByRole('button', { name: 'Actions for After' }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect.poll(async () => Object.keys(await stored(person))).toEqual(['After', 'Before']);
  await sheet.getByRole('button', { name: 'Actions for After' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await sheet.getByRole('textbox', { name: 'New name for After' }).fill('Later');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('heading', { name: 'Later' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Actions for Before' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => stored(person)).toEqual({ Later: ['Other'] });
  await board.toasts.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stored(person)).toEqual({ Later: ['Other'], Before: ['One thing'] });
});

test('what two people typed into one item is not lost: the second one chooses @desktop', async ({ visit, person }) => {
  await seed(person, { Before: ['One thing'] });
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  const { sheet } = board;
  await sheet.getByRole('button', { name: 'One thing', exact: true }).click();
  const field = sheet.getByRole('textbox', { name: /^Text of/ });
  await field.fill('One thing of mine');
  await person.caller.boards.commit({
    boardId: person.boardId,
    changeId: 'theirs',
    operations: [{ type: 'item.edit', cardId: 'left-1', itemId: 'item-0-0', text: 'One thing of theirs' }],
  });
  await expect(sheet.getByRole('alert')).toContainText('One thing of theirs');
  await expectAccessible(page, 'an item changed by two');
  await sheet.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(() => stored(person)).toEqual({ Before: ['One thing of mine'] });
});

test('an item is given to somebody @phone', async ({ visit, person, isMobile }) => {
  await seed(person, { Before: ['One thing'] });
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  await expect(board.sheet.getByText('0 of 1')).toBeVisible();
  if (isMobile) await board.sheet.getByRole('button', { name: 'Actions for One thing' }).click();
  else await board.sheet.getByRole('button', { name: 'Assign One thing' }).click();
  await page.getByRole('menuitem', { name: person.username }).click();
  const assignee = async () => {
    const { cards } = await person.caller.boards.get({ boardId: person.boardId });
    return cards.find(({ id }) => id === 'left-1')?.checklists?.[0]?.items[0]?.assigneeId;
  };
  await expect.poll(assignee).toBe(person.id);
});

test('axe finds nothing on checklists, their fields and their menus @desktop', async ({ visit, person }) => {
  await seed(person, { Before: ['One thing', 'Another'], After: [] });
  const page = await visit(person);
  const board = boardOn(page);
  await board.link('One').click();
  const { sheet } = board;
  await sheet.getByRole('checkbox', { name: 'One thing' }).check();
  await expectAccessible(page, 'card with checklists');
  await sheet.getByRole('button', { name: 'Add item to Before' }).click();
  await page.keyboard.type('New');
  await expectAccessible(page, 'field for a new item');
  await page.keyboard.press('Escape');
  await sheet.getByRole('button', { name: 'Actions for Another' }).click();
  await expectAccessible(page, 'menu of an item');
  await page.keyboard.press('Escape');
});

test('a viewer sees how far it has come, and changes nothing @phone', async ({ visit, person, home }) => {
  await seed(person, { Before: ['One thing'] });
  const viewer = await home.app.member(person.boardId, 'viewer');
  const page = await visit(viewer, { path: `/b/${person.boardId}` });
  const board = boardOn(page);
  await board.link('One').click();
  await expect(board.sheet.getByText('0 of 1')).toBeVisible();
  await expect(board.sheet.getByRole('checkbox', { name: 'One thing' })).toBeDisabled();
  for (const name of ['Add item', 'Add a checklist', 'Actions for One thing', 'Link a card', 'Attach files']) {
    await expect(board.sheet.getByRole('button', { name })).toHaveCount(0);
  }
});
