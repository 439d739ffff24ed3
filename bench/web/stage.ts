import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'node:http';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { findWholeChromium } from '../../scripts/chromium.ts';
import type { Running } from '../servers/process.ts';
import { launchTalkan, portOf } from '../servers/talkan.ts';
import { seedBoard, type SeededBoard } from './board.ts';
import type { Options } from './options.ts';
import { installRecorder } from './recorder.ts';
import { referencePage, type ReferenceBoard } from './reference-page.ts';

/** The built server with its board, the reference page, and a browser to look at both with. */
export interface Stage {
  readonly options: Options;
  readonly browser: Browser;
  readonly board: SeededBoard;
  readonly url: string;
  readonly port: number;
  /** A page of a browser that has never been here. */
  newPage(context?: { readonly serviceWorkers?: 'allow' | 'block'; readonly baseURL?: string }): Promise<Page>;
  /** A page with the board on it, all of it, at rest. */
  openBoard(): Promise<Page>;
  openReference(board: ReferenceBoard): Promise<Page>;
  /** Does this, and writes down what the page’s processor did meanwhile where that is wanted. */
  profiled<Result>(page: Page, name: string, act: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const VIEWPORT = { width: 1440, height: 900 };
/** By then the page has fetched what it fetches when it is idle. */
const SETTLED_MS = 4000;

export async function openStage(options: Options): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'talkan-bench-web-'));
  const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of closers.splice(0).toReversed()) await end();
  };
  try {
    const board = await seedBoard({ databaseUrl: `file:${path.join(folder, 'talkan.db')}`, cards: options.cards });
    const server: Running = launchTalkan({ folder });
    closers.push(() => server.stop());
    const port = await portOf(server);
    const executablePath = findWholeChromium();
    const browser = await chromium.launch(executablePath === null ? {} : { executablePath });
    closers.push(() => browser.close());
    return { ...(await actorsOf({ options, browser, board, port }, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What all of it is made with. */
type Props = Pick<Stage, 'options' | 'browser' | 'board' | 'port'>;

async function actorsOf(props: Props, closers: (() => unknown)[]): Promise<Omit<Stage, 'close'>> {
  const { options, browser, board, port } = props;
  const url = `http://127.0.0.1:${port}`;
  let document = '';
  const references = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(document);
  });
  await new Promise<void>((resolve) => references.listen(0, '127.0.0.1', resolve));
  closers.push(() => references.close());
  const address = references.address();
  const referenceUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  const newPage: Stage['newPage'] = async ({ serviceWorkers = 'block', baseURL = url } = {}) => {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', baseURL, serviceWorkers });
    await context.addInitScript(installRecorder);
    const page = await context.newPage();
    await slowDown(context, page, options.slower);
    return page;
  };
  return {
    ...props,
    url,
    newPage,
    async openBoard() {
      const page = await newPage();
      await page.context().addCookies([{ name: 'talkan_session', value: board.token, url }]);
      await page.goto('/');
      await page.locator('[data-lane="lane-5"] [data-card-id]').first().waitFor();
      await page.waitForTimeout(SETTLED_MS);
      return page;
    },
    async openReference(reference) {
      document = referencePage(reference);
      const page = await newPage({ baseURL: referenceUrl });
      await page.goto('/');
      await page.locator('[data-lane="lane-5"] [data-card-id]').first().waitFor();
      return page;
    },
    async profiled(page, name, act) {
      if (options.profile === null) return act();
      const session = await page.context().newCDPSession(page);
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 200 });
      await session.send('Profiler.start');
      const result = await act();
      const { profile } = await session.send('Profiler.stop');
      writeFileSync(path.join(options.profile, `${name}.cpuprofile`), JSON.stringify(profile));
      return result;
    },
  };
}

async function slowDown(context: BrowserContext, page: Page, rate: number): Promise<void> {
  if (rate === 1) return;
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
