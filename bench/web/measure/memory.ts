import type { CDPSession, Page } from '@playwright/test';
import { dragAcross, rest, scrollBoard, scrollByWheel, scrollTo, typeSlowly } from '../hand.ts';
import { heapOf, type Heap } from '../heap.ts';
import { commitAs } from '../people.ts';
import type { Row } from '../rows.ts';
import type { Stage } from '../stage.ts';

const MB = 1024 * 1024;

interface Held {
  readonly heap: Heap;
  readonly nodes: number;
  readonly detached: number;
  readonly listeners: number;
}

/** An hour of work in a few minutes: a cycle is a minute’s, and what is held after the last one is compared with that after the first. */
export async function measureMemory(stage: Stage): Promise<readonly Row[]> {
  const cycles = stage.options.quick ? 12 : 60;
  const page = await stage.openBoard();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('DOM.enable');
  // What is fetched and compiled by a first use is no leak.
  await cycleOf(stage, page, 0);
  const first = await heldBy(session, page);
  for (let cycle = 1; cycle < cycles; cycle += 1) await cycleOf(stage, page, cycle);
  const last = await heldBy(session, page);
  const shifts = await page.evaluate(() => window.benchRecorder.shifts);
  await page.context().close();
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  const row = { reference: null, atMost: null } as const;
  return [
    {
      ...row,
      what: `Memory after ${cycles} minutes’ use, by that after one`,
      talkan: (last.heap.data / first.heap.data) * 100,
      unit: '%',
      atMost: 105,
    },
    { ...row, what: '… what the page holds after one', talkan: first.heap.data / MB, unit: 'MB' },
    { ...row, what: '… after all', talkan: last.heap.data / MB, unit: 'MB' },
    { ...row, what: '… what the engine has compiled, after one', talkan: first.heap.code / MB, unit: 'MB' },
    { ...row, what: '… after all', talkan: last.heap.code / MB, unit: 'MB' },
    { ...row, what: '… more nodes', talkan: last.nodes - first.nodes, unit: '' },
    { ...row, what: '… more nodes that are on no page', talkan: last.detached - first.detached, unit: '' },
    { ...row, what: '… more listeners', talkan: last.listeners - first.listeners, unit: '' },
    { ...row, what: '… layout shift (CLS), all added up', talkan: sum, unit: '', atMost: 0.02 },
  ];
}

async function cycleOf(stage: Stage, page: Page, cycle: number): Promise<void> {
  await scrollByWheel(page, { lane: 1 + (cycle % 3), notches: 20 });
  await scrollBoard(page, 10);
  await dragAcross(page, 42);
  await page.keyboard.press('Control+z');
  await rest(page, 200);
  const card = page.locator('[data-lane="lane-2"] [data-card-link]').first();
  await scrollTo(page, { lane: 2, top: 0 });
  await card.click();
  const title = page.getByRole('dialog').getByRole('textbox', { name: 'Title' });
  await title.click();
  await page.keyboard.press('End');
  await typeSlowly(page, ' a');
  await page.keyboard.press('Escape');
  await rest(page, 100);
  if (await page.getByRole('dialog').first().isVisible()) await page.keyboard.press('Escape');
  await rest(page, 100);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const words = page.getByRole('dialog', { name: 'Filter cards' }).getByLabel('Text');
  await words.fill('search');
  await words.fill('');
  await page.keyboard.press('Escape');
  for (const at of [1, 2, 3]) {
    const cardId = `many-${1 + ((cycle * 3 + at) % stage.options.cards)}`;
    await commitAs(stage, stage.board.otherToken, [
      { type: 'card.move', cardId, columnId: `lane-${1 + ((cycle + at) % 5)}` },
    ]);
  }
  await rest(page, 200);
}

async function heldBy(session: CDPSession, page: Page): Promise<Held> {
  // Toasts go, and what was written is answered.
  await rest(page, 9000);
  for (let time = 0; time < 3; time += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await rest(page, 200);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const { detachedNodes } = await session.send('DOM.getDetachedDomNodes');
  return {
    heap: await heapOf(session),
    nodes: metric('Nodes'),
    detached: detachedNodes.length,
    listeners: metric('JSEventListeners'),
  };
}
