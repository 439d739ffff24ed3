import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { median } from '../../measure/statistics.ts';
import type { Row } from '../rows.ts';
import type { Stage } from '../stage.ts';

const KIB = 1024;
const PATIENCE_MS = 30_000;
const TYPED_MS = 1500;

/** Somebody who has never been here signs in. */
export async function measureLoad(stage: Stage): Promise<readonly Row[]> {
  const rounds = stage.options.quick ? 2 : 5;
  const usable: number[] = [];
  const longest: number[] = [];
  const shifts: number[] = [];
  let firstKb = 0;
  for (let round = 0; round < rounds; round += 1) {
    const page = await stage.newPage();
    await page.goto('/');
    await page.getByLabel('Username').fill(stage.board.username);
    await page.getByLabel('Password', { exact: true }).fill(stage.board.password);
    // As quick as nobody types: the page is at rest by then.
    await page.waitForTimeout(TYPED_MS);
    const took = await stage.profiled(page, `load-${round}`, async () => {
      const waiting = untilUsable(page);
      await page.keyboard.press('Enter');
      return waiting;
    });
    usable.push(took);
    // It stands: a press opens what was pressed.
    await page.locator('[data-card-link]').first().click();
    await page.getByRole('dialog').waitFor({ timeout: PATIENCE_MS });
    await page.waitForTimeout(3000);
    const noted = await page.evaluate(() => ({
      longest: Math.max(0, ...window.benchRecorder.longTasks),
      shifts: window.benchRecorder.shifts,
    }));
    longest.push(noted.longest);
    shifts.push(noted.shifts.reduce((sum, { value }) => sum + value, 0));
    await page.context().close();
    if (round === 0) firstKb = (await firstScripts(stage)) / KIB;
  }
  const row = { reference: null };
  return [
    {
      ...row,
      what: 'Sign-in to a board that can be worked with, median',
      talkan: median(usable),
      unit: 'ms',
      atMost: 1000,
    },
    { ...row, what: '… longest', talkan: Math.max(...usable), unit: 'ms', atMost: null },
    {
      ...row,
      what: '… longest task meanwhile and in the 3 s after it, median',
      talkan: median(longest),
      unit: 'ms',
      atMost: null,
    },
    { ...row, what: '… layout shift (CLS)', talkan: Math.max(...shifts), unit: '', atMost: 0.02 },
    { ...row, what: 'JavaScript before the board is asked for, gzip', talkan: firstKb, unit: 'KB', atMost: 150 },
  ];
}

/**
 * Milliseconds from the key that sends the form off to the first frame in which the first card is hit where it is drawn, with the page's
 * thread free again: a click or a key is answered from there on.
 */
async function untilUsable(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const card = document.querySelector<HTMLElement>('[data-lane] [data-card-id]');
          const { left = 0, top = 0, width = 0, height = 0 } = card?.getBoundingClientRect() ?? {};
          const hit = width > 0 ? document.elementFromPoint(left + width / 2, top + height / 2) : null;
          if (!card?.contains(hit)) return void requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - window.benchRecorder.keyAt));
          port1.start();
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** Bytes of the scripts that a page asks for before it asks for its board, compressed, in a browser that keeps nothing yet. */
async function firstScripts(stage: Stage): Promise<number> {
  const page = await stage.newPage();
  await page.context().addCookies([{ name: 'talkan_session', value: stage.board.token, url: stage.url }]);
  const wanted: Promise<number>[] = [];
  let isBoardAsked = false;
  page.on('request', (request) => {
    if (request.url().includes('boards.get')) isBoardAsked = true;
  });
  page.on('response', (response) => {
    if (!isBoardAsked && response.request().resourceType() === 'script') wanted.push(sizeOf(response));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const sizes = await Promise.all(wanted);
  await page.context().close();
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(response: Response): Promise<number> {
  const body = await response.body().catch(() => Buffer.alloc(0));
  return body.length === 0 ? 0 : gzipSync(body, { level: 9 }).length;
}
