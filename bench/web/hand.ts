import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';

/** What is done to Talkan and to the reference page alike, by real input. */

interface Point {
  readonly x: number;
  readonly y: number;
}

const NARROWER = 40;
const FRAME_MS = 1000 / 60;

/** How many cards a lane has drawn. */
export function drawnIn(page: Page, lane: number): Promise<number> {
  return page.locator(`[data-lane="lane-${lane}"] [data-card-id]`).count();
}

/** The board's own box: what scrolls sideways. */
export async function boardBox(page: Page) {
  const box = await page.locator('[data-lane]').first().locator('xpath=..').boundingBox();
  if (!box) throw new Error('There is no board on the page.');
  return box;
}

/** The middle of a card in a lane, and its id. */
async function cardIn(page: Page, lane: number, at = 1): Promise<Point & { readonly id: string }> {
  const card = await page.evaluate(
    ([column, index]) => {
      const scroller = document.querySelector(`[data-lane="${column}"] ul`)?.parentElement;
      if (!scroller) return null;
      const { top, bottom } = scroller.getBoundingClientRect();
      const seen = [...scroller.querySelectorAll<HTMLElement>('[data-card-id]')]
        .map((element) => ({ id: element.dataset['cardId'] ?? '', rect: element.getBoundingClientRect() }))
        .filter(({ rect }) => rect.height > 0 && rect.top >= top && rect.bottom <= bottom)
        .toSorted((one, other) => one.rect.top - other.rect.top)[index];
      return seen ? { id: seen.id, x: seen.rect.left + seen.rect.width / 2, y: seen.rect.top + 12 } : null;
    },
    [`lane-${lane}`, at] as const,
  );
  if (!card) throw new Error(`There is no card to take in lane ${lane}.`);
  return card;
}

export interface Dragged {
  /** Whether the card stood where it was dropped in the frame after its release. */
  readonly inFrame: boolean;
  readonly moves: number;
}

/** Carries a card from the first lane over the others, down to where the lane scrolls by itself and to where the board does. Each move waits for the one before. */
export async function dragAcross(page: Page, moves: number): Promise<Dragged> {
  await scrollTo(page, { lane: 1, top: 0 });
  const board = await boardBox(page);
  const card = await cardIn(page, 1);
  const [left, right] = [board.x + NARROWER, board.x + board.width - NARROWER];
  const [top, bottom] = [board.y + 120, board.y + board.height - 12];
  const middle = (top + bottom) / 2;
  const way: Point[] = [
    { x: left + (right - left) * 0.3, y: middle },
    { x: left + (right - left) * 0.4, y: bottom },
    { x: left + (right - left) * 0.45, y: bottom },
    { x: left + (right - left) * 0.6, y: middle },
    { x: board.x + board.width - 6, y: middle },
    { x: right - 60, y: top + 60 },
    { x: left + (right - left) * 0.5, y: middle + 40 },
  ];
  const mouse = mouseOf(await page.context().newCDPSession(page));
  await mouse.move(card, 1);
  await mouse.press();
  const steps = Math.round(moves / way.length);
  for (const point of way) await mouse.move(point, steps);
  await rest(page, 300);
  const dropped = page.evaluate(
    ([id, x]) =>
      window.benchRecorder.watchDrop(() => {
        const found = [...document.querySelectorAll<HTMLElement>(`[data-lane] [data-card-id="${id}"]`)];
        const lane = found[0]?.closest('[data-lane]')?.getBoundingClientRect();
        return found.length === 1 && lane !== undefined && lane.left <= x && lane.right >= x;
      }),
    [card.id, way.at(-1)?.x ?? card.x] as const,
  );
  // The page must have heard of it before the release comes.
  await page.evaluate(() => 0);
  await mouse.release();
  const inFrame = await dropped;
  await rest(page, 300);
  return { inFrame, moves: steps * way.length };
}

/** The mouse as the browser itself has it: Playwright’s asks the page twice at each move of what is held, which is no part of a drag. */
function mouseOf(session: CDPSession) {
  let at: Point = { x: 0, y: 0 };
  let isPressed = false;
  const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased') =>
    session.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      button: isPressed || type !== 'mouseMoved' ? 'left' : 'none',
      buttons: isPressed ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  return {
    /** In a straight line, a step a frame of 60 a second: a hand does not wait for the page, but the last step is taken when this returns. */
    async move(to: Point, steps: number): Promise<void> {
      const from = at;
      const begun = performance.now();
      let taken: Promise<unknown> = Promise.resolve();
      for (let step = 1; step <= steps; step += 1) {
        const share = step / steps;
        at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        taken = send('mouseMoved');
        await setTimeout(Math.max(0, begun + step * FRAME_MS - performance.now()));
      }
      await taken;
    },
    async press(): Promise<void> {
      isPressed = true;
      await send('mousePressed');
    },
    async release(): Promise<void> {
      isPressed = false;
      await send('mouseReleased');
      await session.detach();
    },
  };
}

/** Turns the wheel over a lane, or over the board sideways, a notch a frame. */
export async function scrollByWheel(
  page: Page,
  over: { readonly lane: number; readonly notches: number },
): Promise<void> {
  const { x, y } = await cardIn(page, over.lane);
  await page.mouse.move(x, y);
  for (let notch = 0; notch < over.notches; notch += 1) await page.mouse.wheel(0, 90);
}

export async function scrollBoard(page: Page, notches: number): Promise<void> {
  const { x, y, width, height } = await boardBox(page);
  await page.mouse.move(x + width / 2, y + height / 2);
  for (let notch = 0; notch < notches; notch += 1) await page.mouse.wheel(notch < notches / 2 ? 30 : -30, 0);
}

/** Scrolls a lane, and the board back to its start, and waits until what is there now has been drawn: a lane draws its cards in the frame after. */
export function scrollTo(page: Page, { lane, top }: { readonly lane: number; readonly top: number }): Promise<void> {
  return page.evaluate(
    async ([column, to]) => {
      const scroller = document.querySelector(`[data-lane="${column}"] ul`)?.parentElement;
      if (scroller) scroller.scrollTop = to;
      scroller?.parentElement?.parentElement?.scrollTo(0, 0);
      for (const _ of ['the one that is due', 'the one that shows it']) {
        await new Promise((done) => requestAnimationFrame(done));
      }
    },
    [`lane-${lane}`, top] as const,
  );
}

/** Presses the keys of a text, at odd moments: a hand does not keep to the screen's beat. */
export async function typeSlowly(page: Page, text: string): Promise<void> {
  for (const [at, key] of text.split('').entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await rest(page, 35 + ((at * 37) % 50));
  }
}

export function rest(page: Page, milliseconds: number): Promise<void> {
  return page.waitForTimeout(milliseconds);
}
