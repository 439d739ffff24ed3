import type { Person, TestApp } from '@talkan/api/testing';
import { boardOn, expectHearing, expectWhole, layOut } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { startProxy, type Proxy } from '../support/proxy.js';
import type { TalkanServer } from '../support/server.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

const LAYOUT = { Left: ['One', 'Two'], Right: [] };
/** Longer than any tick of the page may be late, and so much shorter than a stream may be silent that only waking can be what helps. */
const SLEPT_MS = 31_000;
const SOON = { timeout: 3_000 };

interface Behind {
  readonly server: TalkanServer;
  readonly app: TestApp;
  readonly person: Person;
  readonly proxy: Proxy;
  /** The server as it is reached through the proxy. */
  readonly reached: TalkanServer;
}

const NO_GATEWAY = /status of 502/;

/** A board, and a server that stands behind something which can fail. */
const behindProxy = test.extend<{ behind: Behind }>({
  behind: async ({ launch, troubles }, use) => {
    troubles.expect(NO_ANSWER);
    troubles.expect(NO_GATEWAY);
    const { server, app } = await launch();
    const person = await app.user();
    await layOut(person, LAYOUT);
    const proxy = await startProxy({ upstream: () => server.url });
    await use({ server, app, person, proxy, reached: { ...server, url: proxy.url } });
    await proxy.close();
  },
});

let changes = 0;
/** A card more, made by a program. */
async function addCard({ caller, boardId }: Person, title: string): Promise<void> {
  changes += 1;
  const operations = [{ type: 'card.create' as const, cardId: `late-${changes}`, columnId: 'left', title }];
  await caller.boards.commit({ boardId, changeId: `late-${changes}`, operations });
}

behindProxy('a page that was asleep shows within seconds what it has missed', async ({ visit, behind }) => {
  const { person, proxy, reached } = behind;
  const page = await visit(person, { server: reached, path: 'about:blank' });
  await page.clock.install();
  await page.goto('/');
  await expectHearing(page);
  const board = boardOn(page);
  await addCard(person, 'Three');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  await page.evaluate(() => Reflect.set(globalThis, 'talkanSamePage', true));
  const streams: string[] = [];
  page.on('request', (request) => {
    if (/boards\.(watch|get)/.test(request.url())) streams.push(request.url());
  });
  proxy.deaden();
  for (const title of ['Four', 'Five', 'Six']) await addCard(person, title);
  // Nothing tells the page that its stream is dead.
  await page.waitForTimeout(1_000);
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  expect(streams).toEqual([]);
  await page.clock.fastForward(SLEPT_MS);
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three', 'Four', 'Five', 'Six'], SOON);
  // By one stream that goes on where the dead one ended, and not by asking for everything.
  expect(streams.length).toBe(1);
  await addCard(person, 'Seven');
  await expect(board.card('Seven')).toBeVisible(SOON);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'talkanSamePage'))).toBe(true);
});

behindProxy('a page whose scripts stand still for a while misses nothing', async ({ visit, behind }) => {
  const { person, reached } = behind;
  const page = await visit(person, { server: reached });
  const board = boardOn(page);
  await expectHearing(page);
  await addCard(person, 'Three');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await session.send('Debugger.pause');
  await paused;
  for (const title of ['Four', 'Five', 'Six']) await addCard(person, title);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await session.send('Debugger.resume');
  await session.send('Debugger.disable');
  await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three', 'Four', 'Five', 'Six'], SOON);
});

behindProxy(
  'a proxy’s 502 while the server starts again ends nothing: the page goes on by itself, and shows what came meanwhile',
  async ({ visit, behind }) => {
    const { server, person, proxy, reached } = behind;
    const page = await visit(person, { server: reached });
    const board = boardOn(page);
    await expectHearing(page);
    await expectWhole(page);
    await addCard(person, 'Three');
    await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
    await page.evaluate(() => Reflect.set(globalThis, 'talkanSamePage', true));
    proxy.become('bad-gateway');
    await server.stop();
    await expect.poll(() => proxy.counts['bad-gateway']).toBeGreaterThan(1);
    await server.start();
    // The proxy has not noticed yet.
    await addCard(person, 'Four');
    await page.waitForTimeout(500);
    await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three']);
    proxy.become('open');
    await expect(board.titles('Left')).toHaveText(['One', 'Two', 'Three', 'Four'], { timeout: 15_000 });
    await addCard(person, 'Five');
    await expect(board.card('Five')).toBeVisible(SOON);
    await expect(board.sign).toBeHidden();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'talkanSamePage'))).toBe(true);
  },
);
