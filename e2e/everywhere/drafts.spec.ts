import { boardOn, layOut, openDetails, storedCard } from '../support/board.js';
import { commit } from '../support/fields.js';
import { expect, test } from '../support/fixtures.js';

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One'], Right: [] }));

test('the title of a new card survives Esc, a click elsewhere and a reload', async ({ visit, person }) => {
  const page = await visit(person);
  const open = page.getByRole('button', { name: /^(?:Add card|Go on with).* to Left$/ });
  const field = page.getByRole('textbox', { name: 'Title of a new card in Left' });
  await open.click();
  await field.fill('Half a thou');
  await field.press('Escape');
  await expect(field).toBeHidden();
  await open.click();
  await expect(field).toHaveValue('Half a thou');
  await page.getByRole('banner').click({ position: { x: 200, y: 4 } });
  await expect(field).toHaveValue('Half a thou');
  await page.reload();
  await open.click();
  await expect(field).toHaveValue('Half a thou');
  await expect(boardOn(page).titles('Left')).toHaveText(['One']);
});

test('what is typed into an open card is saved by Esc, by a click outside and by a reload', async ({
  visit,
  person,
  isMobile,
}) => {
  const page = await visit(person, { path: '/card/RM-9' });
  const board = boardOn(page);
  const details = board.sheet.getByRole('textbox', { name: 'Details' });
  await details.pressSequentially('by Esc');
  // The first leaves the text, the second the card.
  await details.press('Escape');
  await page.keyboard.press('Escape');
  await expect(board.sheet).toBeHidden();
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe('by Esc');

  await board.card('One').click();
  // On a phone there is no outside: the card takes the whole screen.
  if (!isMobile) {
    await openDetails(board);
    await details.fill('by a click outside');
    await page.getByRole('main').click({ position: { x: 20, y: 700 } });
    await expect(board.sheet).toBeHidden();
    await expect.poll(async () => (await storedCard(person, 'One')).details).toBe('by a click outside');
    await board.card('One').click();
  }
  await openDetails(board);
  await details.fill('by a reload');
  await page.reload();
  await openDetails(board);
  await expect(details).toHaveValue('by a reload');
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe('by a reload');
});

test('typing that rests is saved without leaving the field @desktop', async ({ visit, person }) => {
  const page = await visit(person, { path: '/card/RM-9' });
  const details = boardOn(page).sheet.getByRole('textbox', { name: 'Details' });
  await details.pressSequentially('a thought');
  await expect(details).toBeFocused();
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe('a thought');
  await details.pressSequentially(', and its end');
  await expect(details).toHaveValue('a thought, and its end');
});

test('a question to the assistant that was not sent survives a reload @phone', async ({ visit, person, isMobile }) => {
  const page = await visit(person);
  const opener = page.getByRole('button', { name: 'Ask, or say what should change' });
  if (isMobile) await opener.tap();
  const field = page.getByRole('textbox', { name: 'Message the assistant' });
  await field.fill('What is hol');
  await page.reload();
  if (isMobile) await page.getByRole('button', { name: 'What is hol' }).tap();
  await expect(field).toHaveValue('What is hol');
});

test('what is typed anywhere is there again after Esc, and after a page that was killed @desktop', async ({
  visit,
  person,
}) => {
  await commit(person, { type: 'checklist.create', cardId: 'left-1', checklistId: 'list', title: 'Steps' });
  let page = await visit(person, { path: '/card/RM-9' });
  const context = page.context();
  const { boardId } = person;
  /** Each place with a field, and the way to it. */
  const places = (): readonly (readonly [path: string, field: string, open: () => Promise<void>])[] => {
    const board = boardOn(page);
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
    const choose = async (menu: string, item: string) => {
      await press(menu);
      await page.getByRole('menuitem', { name: item }).click();
    };
    return [
      ['/', 'Board title', () => press('Product roadmap')],
      ['/', 'New name for Left', () => choose('Actions for the column Left', 'Rename')],
      ['/', 'Limit', () => choose('Actions for the column Left', 'Limit and colour…')],
      ['/', 'Name of the new column', () => press('Add column')],
      [
        '/',
        'Title of a new card in Right',
        () => board.lane('Right').getByRole('button', { name: /Add/ }).last().click(),
      ],
      // What was typed stands there by itself after a reload.
      [
        '/RM-9',
        'New item in Steps',
        async () => {
          const add = page.getByRole('button', { name: 'Add item to Steps' });
          await add.or(page.getByRole('textbox', { name: 'New item in Steps' })).waitFor();
          if (await add.isVisible()) await add.click();
        },
      ],
      ['/RM-9', 'New name for Steps', () => choose('Actions for Steps', 'Rename')],
      ['/RM-9', 'Estimate', () => press(/^(?:Add|Change) estimate/)],
      ['/RM-9', 'Date in words', () => press(/^(?:Add|Change) due/)],
      ['/RM-9', 'Write a comment', async () => {}],
      ['/settings', 'Key', async () => {}],
    ];
  };
  const TYPED: Readonly<Record<string, string>> = { Limit: '7', Estimate: '13', Key: 'KEEP' };
  const typed = (field: string) => TYPED[field] ?? `half a th ${field.length}`;
  const openAt = async (path: string) => {
    const address = `/b/${boardId}${path === '/' ? '' : path}`;
    if (new URL(page.url()).pathname !== address) await page.goto(address);
    await boardOn(page).card('One').waitFor();
  };

  for (const [path, field, open] of places()) {
    await openAt(path);
    await open();
    const box = page.getByRole('textbox', { name: field, exact: true });
    await box.fill(typed(field));
    await box.press('Escape');
  }

  const killed = page.waitForEvent('crash');
  void page.goto('chrome://crash').catch(() => {});
  await killed;
  page = await context.newPage();
  await page.goto(`/b/${boardId}`);
  for (const [path, field, open] of places()) {
    await openAt(path);
    await open();
    await expect(page.getByRole('textbox', { name: field, exact: true }), field).toHaveValue(typed(field));
    await page.keyboard.press('Escape');
  }
});
