import type { CDPSession, Page } from '@playwright/test';
import { dragAcross, rest, scrollBoard, scrollByWheel, scrollTo, typeSlowly } from '../hand.ts';
import { median } from '../../measure/statistics.ts';
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

/** How many minutes are looked at, at the start and at the end: what a single one holds depends on where it left the page. */
const LOOKED_AT = 5;

/** An hour of work in a few minutes: a cycle is a minute’s, and what is held after the last ones is compared with that after the first. */
export async function measureMemory(stage: Stage): Promise<readonly Row[]> {
  const cycles = stage.options.quick ? 12 : 60;
  const page = await stage.openBoard();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const first: Held[] = [];
  const last: Held[] = [];
  // What is fetched and compiled by a first use is no leak: the first is looked at when it is over.
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    await cycleOf(stage, page, cycle);
    if (cycle < LOOKED_AT) first.push(await heldBy(session, page));
    else if (cycle >= cycles - LOOKED_AT) last.push(await heldBy(session, page));
  }
  const shifts = await page.evaluate(() => window.benchRecorder.shifts);
  await page.context().close();
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  const row = { reference: null, atMost: null } as const;
  const both = (figure: (held: Held) => number) => [median(first.map(figure)), median(last.map(figure))] as const;
  const more = (figure: (held: Held) => number) => median(last.map(figure)) - median(first.map(figure));
  const [data, dataAfter] = both(({ heap }) => heap.data);
  const [code, codeAfter] = both(({ heap }) => heap.code);
  return [
    {
      ...row,
      what: `Memory after ${cycles} minutes’ use, by that after the first`,
      talkan: (dataAfter / data) * 100,
      unit: '%',
      atMost: 101,
    },
    { ...row, what: '… what the page holds after the first', talkan: data / MB, unit: 'MB' },
    { ...row, what: '… after all', talkan: dataAfter / MB, unit: 'MB' },
    { ...row, what: '… what the engine has compiled, after the first', talkan: code / MB, unit: 'MB' },
    { ...row, what: '… after all', talkan: codeAfter / MB, unit: 'MB' },
    { ...row, what: '… more nodes', talkan: more(({ nodes }) => nodes), unit: '' },
    { ...row, what: '… more nodes that are on no page', talkan: more(({ detached }) => detached), unit: '' },
    { ...row, what: '… more listeners', talkan: more(({ listeners }) => listeners), unit: '' },
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
  const heap = await heapOf(session);
  // Last, and for no longer than it takes: what was told of here is held until it is off again, with all that React knows of it.
  await session.send('DOM.enable');
  const { detachedNodes } = await session.send('DOM.getDetachedDomNodes');
  await session.send('DOM.disable');
  return {
    heap,
    nodes: metric('Nodes'),
    detached: detachedNodes.length,
    listeners: metric('JSEventListeners'),
  };
}
