import { boardOn, layOut, storedCard, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { dragOnto } from '../support/gestures.js';

/** The browser’s own note of an answer that was a refusal. */
const REFUSED = /status of (?:403|404|409) .*\/trpc\/boards\./;

test.beforeEach(async ({ person }) => layOut(person, { Left: ['One', 'Two', 'Three'], Right: ['Four', 'Five'] }));

test('moves from a page that has not heard of the other’s moves are merged', async ({ visit, person, home }) => {
  const here = await visit(person, { live: false });
  const there = await visit(await home.app.member(person.boardId, 'editor'), { live: false });
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await expect(mine.card('One')).toBeVisible();
  await expect(theirs.card('One')).toBeVisible();
  await dragOnto(there, theirs.card('Four'), theirs.card('Two'));
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['One', 'Four', 'Two', 'Three'], Right: ['Five'] });
  // Here Four still stands in Right, and One is put directly before Five.
  await expect(mine.titles('Right')).toHaveText(['Four', 'Five']);
  await dragOnto(here, mine.card('One'), mine.card('Five'));
  await expect.poll(() => storedLayout(person)).toEqual({ Left: ['Four', 'Two', 'Three'], Right: ['One', 'Five'] });
  await expect(mine.titles('Left')).toHaveText(['Four', 'Two', 'Three']);
  await expect(mine.titles('Right')).toHaveText(['One', 'Five']);
});

test('a page that nothing reaches shows what the other has done when it comes back into view', async ({
  visit,
  person,
}) => {
  const here = await visit(person, { live: false });
  const there = await visit(person, { live: false });
  const [mine, theirs] = [boardOn(here), boardOn(there)];
  await expect(mine.card('One')).toBeVisible();
  await dragOnto(there, theirs.card('One'), theirs.card('Five'));
  await expect.poll(async () => (await storedLayout(person))['Right']).toEqual(['Four', 'One', 'Five']);
  // Not oftener than every two seconds.
  await here.waitForTimeout(2100);
  await here.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(mine.titles('Right')).toHaveText(['Four', 'One', 'Five']);
});

for (const { choice, kept } of [
  { choice: 'Keep mine', kept: 'Mine' },
  { choice: 'Take theirs', kept: 'Theirs' },
]) {
  test(`two texts for one title are both shown, and “${choice}” decides`, async ({ visit, person, troubles }) => {
    troubles.expect(REFUSED);
    const here = await visit(person, { path: '/card/RM-9', live: false });
    const there = await visit(person, { path: '/card/RM-9', live: false });
    const title = boardOn(here).sheet.getByRole('textbox', { name: 'Title', exact: true });
    const other = boardOn(there).sheet.getByRole('textbox', { name: 'Title', exact: true });
    await expect(title).toHaveValue('One');
    await other.fill('Theirs');
    await other.press('Enter');
    await expect.poll(async () => Object.values(await storedLayout(person)).flat()).toContain('Theirs');
    await title.fill('Mine');
    await title.press('Enter');

    const conflict = boardOn(here).sheet.getByRole('alert');
    await expect(conflict).toContainText('The title was changed while you typed.');
    await expect(conflict.getByLabel('Yours')).toHaveText('Mine');
    await expect(conflict.getByLabel('What stands there now')).toHaveText('Theirs');
    await expect(title).toHaveValue('Mine');
    expect((await storedCard(person, 'Theirs')).id).toBe('left-1');
    await conflict.getByRole('button', { name: choice }).click();
    await expect(conflict).toBeHidden();
    await expect(title).toHaveValue(kept);
    await here.keyboard.press('Escape');
    await expect.poll(async () => (await storedLayout(person))['Left']?.[0]).toBe(kept);
  });
}

test('two texts for the details are still both there after a reload', async ({ visit, person, troubles, home }) => {
  troubles.expect(REFUSED);
  const page = await visit(person, { path: '/card/RM-9', live: false });
  const details = boardOn(page).sheet.getByRole('textbox', { name: 'Details' });
  await expect(details).toHaveValue('');
  const editor = await home.app.member(person.boardId, 'editor');
  await editor.caller.boards.commit({
    boardId: person.boardId,
    changeId: 'theirs',
    operations: [{ type: 'card.edit', cardId: 'left-1', details: 'Theirs' }],
  });
  await details.pressSequentially('Mine');
  await details.blur();
  const conflict = boardOn(page).sheet.getByRole('alert');
  await expect(conflict.getByLabel('What stands there now')).toHaveText('Theirs');
  await page.reload();
  await expect(conflict.getByLabel('Yours')).toHaveText('Mine');
  await expect(conflict.getByLabel('What stands there now')).toHaveText('Theirs');
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(async () => (await storedCard(person, 'One')).details).toBe('Mine');
});
