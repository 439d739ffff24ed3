import type { Page } from '@playwright/test';
import { median } from '../../measure/statistics.ts';
import { openSlowLine } from '../proxy.ts';
import type { Row } from '../rows.ts';
import type { Stage } from '../stage.ts';

const LATE_MS = 2000;
const PATIENCE_MS = 30_000;

/** Somebody comes back, and the server's answers take two seconds: the board stands before them. */
export async function measureAgain(stage: Stage): Promise<readonly Row[]> {
  const line = await openSlowLine(stage.port);
  const page = await stage.newPage({ serviceWorkers: 'allow', baseURL: line.url });
  try {
    await page.context().addCookies([{ name: 'talkan_session', value: stage.board.token, url: line.url }]);
    await page.goto('/');
    await page.locator('[data-card-id]').first().waitFor();
    await untilKept(page);
    const rounds = stage.options.quick ? 1 : 3;
    const times = async (paths: string) => {
      line.slowDown(LATE_MS, paths);
      const taken: number[] = [];
      for (let round = 0; round < rounds; round += 1) taken.push(await paintedAfter(page));
      line.slowDown(0, '/');
      return median(taken);
    };
    const slowApi = await times('/trpc');
    const slowAll = await times('/');
    const row = { reference: null, unit: 'ms', atMost: LATE_MS - 1 } as const;
    return [
      { ...row, what: 'Second visit, the API answers after 2 s: first card painted', talkan: slowApi },
      { ...row, what: 'Second visit, everything answers after 2 s: first card painted', talkan: slowAll },
    ];
  } finally {
    await page.context().close();
    line.close();
  }
}

/** Until the browser holds the app and the board. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const until = Date.now() + PATIENCE_MS;
  const isKept = () =>
    page.evaluate(async () => {
      const opening = indexedDB.open('talkan');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const names = opening.result.transaction('answers').objectStore('answers').getAllKeys();
      await new Promise((resolve) => names.addEventListener('success', resolve));
      opening.result.close();
      return names.result.some((name) => typeof name === 'string' && name.startsWith('boards.get'));
    });
  while (!(await isKept())) {
    if (Date.now() > until) throw new Error('The board was not kept.');
    await page.waitForTimeout(250);
  }
}

/** Milliseconds from the start of the navigation to the first frame with a card. */
async function paintedAfter(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('[data-lane] [data-card-id]'))
            requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}
