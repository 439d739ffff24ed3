import type { Page } from '@playwright/test';
import { boardOn, expectDrawn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { commit } from '../support/fields.js';

test.use({ motion: true });

/** Collects what moved by itself, from before the page begins; one that leads to another page begins anew. */
function collectShifts(): void {
  const shifts: string[] = [];
  Reflect.set(globalThis, 'shifts', shifts);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: readonly { node: Node | null }[];
      };
      if (hadRecentInput) continue;
      const nodes = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 160) : 'a text'));
      shifts.push(`${value.toFixed(4)} ${nodes.join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function expectStill(page: Page, what: string): Promise<void> {
  const shifts = await page.evaluate(() => {
    const all = Reflect.get(globalThis, 'shifts') as string[];
    return all.splice(0);
  });
  const sum = shifts.reduce((total, shift) => total + Number.parseFloat(shift), 0);
  expect(sum, `${what}:\n${shifts.join('\n')}`).toBeLessThanOrEqual(0.02);
}

test('nothing on screen moves by itself, whatever comes later than the rest', async ({ visit, person, isMobile }) => {
  const page = await visit(person, { path: '/boards' });
  await page.addInitScript(collectShifts);
  // The fonts and the answers take their time.
  await page.route(/woff2|\/trpc\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    await route.continue();
  });
  await page.goto('/');
  const board = boardOn(page);
  await board.card('Align roadmap themes').waitFor();
  await page.getByRole('region', { name: 'Getting started' }).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  await expectStill(page, 'the board as it loads');

  await commit(person, { type: 'card.create', cardId: 'new', columnId: 'col-done', title: 'From elsewhere' });
  await commit(person, { type: 'card.move', cardId: 'card-8', columnId: 'col-backlog' });
  await board.card('Close onboarding sprint').waitFor({ state: 'attached' });
  await board.link('Align roadmap themes').press('Enter');
  await expectDrawn(board);
  await page.waitForTimeout(350);
  await expectStill(page, 'a card as it opens');
  await page.keyboard.press('Escape');

  if (isMobile) {
    await page.getByRole('button', { name: 'Ask, or say what should change' }).tap();
    await page.getByRole('textbox', { name: 'Message the assistant' }).waitFor();
  }
  for (const path of ['/boards', '/notices', `/b/${person.boardId}/members`, `/b/${person.boardId}/archive`]) {
    await page.goto(path);
    await page.getByRole('heading').first().waitFor();
    await page.waitForTimeout(350);
    await expectStill(page, path);
  }
});
