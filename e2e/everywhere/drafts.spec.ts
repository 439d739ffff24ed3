import { boardOn, layOut, openDetails, storedCard } from '../support/board.js';
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
