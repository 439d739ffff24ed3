import type { Locator, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an element is, once it can be seen. */
export async function boxOf(element: Locator): Promise<Point & { readonly width: number; readonly height: number }> {
  await element.waitFor();
  const box = await element.boundingBox();
  if (!box) throw new Error(`Not on the screen any more: ${String(element)}`);
  return box;
}

export async function middleOf(element: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(element);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Waits for what drags and what handles letters: both come right after the board. */
export async function expectHand(page: Page): Promise<void> {
  await page.locator('[data-hand]').first().waitFor({ state: 'attached' });
}

/** Takes a card in its middle and carries it there, without letting it go. */
export async function carryByMouse(page: Page, card: Locator, to: Point): Promise<void> {
  await expectHand(page);
  const from = await middleOf(card);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 3, from.y + 3, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await framesOf(page, 2);
}

/** Carries a card to where another one is: it takes that one's place. */
export async function dragOnto(page: Page, card: Locator, other: Locator): Promise<void> {
  await carryByMouse(page, card, await middleOf(other));
  await page.mouse.up();
}

/** One finger. */
export interface Finger {
  down(at: Point): Promise<void>;
  /** Another finger comes down beside it. */
  join(at: Point): Promise<void>;
  /** Moves there in a straight line. */
  move(to: Point, milliseconds?: number): Promise<void>;
  rest(milliseconds: number): Promise<void>;
  up(): Promise<void>;
}

const FRAME_MS = 16;

/** A finger whose touches go through the browser's own recognition of gestures: what scrolls by hand scrolls by it. */
export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  let at: Point = { x: 0, y: 0 };
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  return {
    async down(point) {
      at = point;
      await send('touchStart', [at]);
    },
    async join(other) {
      await send('touchStart', [at, other]);
    },
    async move(to, milliseconds = 240) {
      const from = at;
      const steps = Math.max(1, Math.round(milliseconds / FRAME_MS));
      for (let step = 1; step <= steps; step += 1) {
        at = { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps };
        await send('touchMove', [at]);
        await page.waitForTimeout(FRAME_MS);
      }
    },
    rest: (milliseconds) => page.waitForTimeout(milliseconds),
    async up() {
      await send('touchEnd', []);
    },
  };
}

/** Waits until the page has drawn this many frames. */
export async function framesOf(page: Page, count: number): Promise<void> {
  await page.evaluate(async (frames) => {
    for (let frame = 0; frame < frames; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}
