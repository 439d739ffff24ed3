import { boardOn, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { carryByMouse, framesOf, middleOf } from '../support/gestures.js';

test.use({ motion: true });

test.use({ ahead: true });

test('who wants less motion sees a dragged card straight and at its place at once', async ({ visit, person }) => {
  await layOut(person, { Left: ['One', 'Two'], Right: ['Three'] });
  const page = await visit(person, { context: { reducedMotion: 'reduce' } });
  const board = boardOn(page);
  await carryByMouse(page, board.card('One'), await middleOf(board.card('Three')));
  const ghost = page.locator('body > article[aria-hidden="true"]');
  await expect(ghost).toBeVisible();
  expect(await ghost.evaluate((element) => getComputedStyle(element).rotate)).toMatch(/^(?:none|0deg)$/);
  await page.mouse.up();
  await framesOf(page, 2);
  await expect(ghost).toHaveCount(0, { timeout: 100 });
  const running = await page.evaluate(
    () =>
      document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
        .length,
  );
  expect(running).toBe(0);
});

test('who wants less motion sees straight, too, what somebody else carries', async ({ visit, person, home }) => {
  await layOut(person, { Left: ['One', 'Two'], Right: ['Three'] });
  const guest = await home.app.member(person.boardId, 'editor');
  const [here, there] = [await visit(person, { context: { reducedMotion: 'reduce' } }), await visit(guest)];
  for (const page of [here, there]) await expect(page.getByRole('list', { name: 'Also on this board' })).toBeVisible();
  const theirs = boardOn(there);
  await carryByMouse(there, theirs.card('One'), await middleOf(theirs.card('Three')));
  const lane = boardOn(here).lane('Right');
  await expect(lane.getByText(/ is moving RM-\d+$/)).toBeVisible();
  const turned = await lane.evaluate((element) =>
    [...element.querySelectorAll('*')].some((part) => !['none', '0deg'].includes(getComputedStyle(part).rotate)),
  );
  expect(turned).toBe(false);
  await there.mouse.up();
});

test('who does not, sees it tilted', async ({ visit, person }) => {
  await layOut(person, { Left: ['One', 'Two'], Right: ['Three'] });
  const page = await visit(person);
  const board = boardOn(page);
  await carryByMouse(page, board.card('One'), await middleOf(board.card('Three')));
  const ghost = page.locator('body > article[aria-hidden="true"]');
  await expect.poll(() => ghost.evaluate((element) => getComputedStyle(element).rotate)).toBe('1.6deg');
  await page.mouse.up();
  await expect(ghost).toHaveCount(0);
});
