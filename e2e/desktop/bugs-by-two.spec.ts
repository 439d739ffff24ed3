import type { Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import { boardOn, expectHearing, layOut, storedLayout } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf, expectHand, middleOf } from '../support/gestures.js';

test.use({ motion: true });

const BUGS = Array.from({ length: 40 }, (_, at) => `Bug ${at + 1}`);
const AT_ONCE = 4;
const barOn = (page: Page) => page.getByRole('region', { name: 'Chosen cards' });

test('two people triage forty bugs at once, one with a lasso, one by keys: each is where it was put, once', async ({
  visit,
  person,
  home,
}) => {
  test.slow();
  await layOut(person, { Reported: BUGS, Confirmed: [], Closed: [] });
  const guest = await home.app.member(person.boardId, 'editor');
  const [left, right] = await Promise.all([visit(person), visit(guest)]);
  for (const page of [left, right]) {
    await expectHand(page);
    await expectHearing(page);
  }
  await Promise.all([byMouse(left), byKeys(right)]);

  const layout = await expectSettled(person);
  expect(layout['Reported']).toEqual([]);
  expect([...(layout['Confirmed'] ?? []), ...(layout['Closed'] ?? [])].toSorted()).toEqual(BUGS.toSorted());
  expect(layout['Confirmed']).toHaveLength(BUGS.length / 2);
  for (const page of [left, right]) {
    await expect(boardOn(page).lane('Confirmed')).toContainText(/Confirmed\s*20/);
    await expect(boardOn(page).titles('Reported')).toHaveCount(0);
    await expect(boardOn(page).titles('Closed').first()).toHaveText(layout['Closed']?.[0] ?? '');
    await expect(boardOn(page).titles('Confirmed').first()).toHaveText(layout['Confirmed']?.[0] ?? '');
  }
});

/** Draws a lasso over the first bugs, and carries what it has caught into the next column: half of them. */
async function byMouse(page: Page): Promise<void> {
  const board = boardOn(page);
  const bar = barOn(page);
  for (let done = 0; done < BUGS.length / 2; done += AT_ONCE) {
    const caught = BUGS.slice(done, done + AT_ONCE);
    await expect(board.titles('Reported').first()).toHaveText(caught[0] ?? '');
    const first = await boxOf(board.card(caught[0] ?? ''));
    const last = await middleOf(board.card(caught.at(-1) ?? ''));
    await page.mouse.move(first.x - 8, first.y - 2);
    await page.mouse.down();
    await page.mouse.move(last.x, last.y, { steps: 8 });
    await expect(bar).toContainText(`${AT_ONCE} cards chosen`);
    await page.mouse.up();
    const from = await middleOf(board.card(caught[1] ?? ''));
    const to = await boxOf(board.lane('Confirmed'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 12 });
    await page.mouse.up();
    await expect(
      board
        .titles('Confirmed')
        .filter({ hasText: caught[0] ?? '' })
        .first(),
    ).toBeVisible();
    await expect(bar).toContainText(`${AT_ONCE} cards chosen`);
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
  }
}

/** Takes the last bugs, and sends them to the last column by its name: the other half. */
async function byKeys(page: Page): Promise<void> {
  const { keyboard } = page;
  const board = boardOn(page);
  const bar = barOn(page);
  for (let left = BUGS.length; left > BUGS.length / 2; left -= AT_ONCE) {
    const last = board.link(BUGS[left - 1] ?? '');
    // From nowhere, or from the column that has the last ones, to the end of the first one.
    await expect(async () => {
      for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowLeft', 'End']) await keyboard.press(key);
      await expect(last).toBeFocused({ timeout: 500 });
    }).toPass();
    for (let more = 1; more < AT_ONCE; more += 1) await keyboard.press('Shift+ArrowUp');
    await expect(bar).toContainText(`${AT_ONCE} cards chosen`);
    await keyboard.press('m');
    await expect(page.getByRole('combobox', { name: 'Column', exact: true })).toBeFocused();
    await keyboard.type('Closed');
    await keyboard.press('Enter');
    await expect(
      board
        .titles('Closed')
        .filter({ hasText: BUGS[left - 1] ?? '' })
        .first(),
    ).toBeVisible();
    await keyboard.press('Escape');
    await expect(bar).toBeHidden();
  }
}

/** What the server has, once nobody’s change is on its way any more. */
async function expectSettled(person: Person) {
  await expect.poll(async () => (await storedLayout(person))['Reported']).toEqual([]);
  return storedLayout(person);
}
