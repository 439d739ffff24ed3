import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { startModelServer, type ModelServer } from '@talkan/api/chat/testing/model-server';
import { testApp, type Person, type TestApp } from '@talkan/api/testing';
import { errorsIn, startServer, type TalkanServer } from './server.js';
import { createTroubles, type Troubles } from './troubles.js';

/** A running server, the model that it asks, and a way into its database for what no page can do. */
interface Home {
  readonly server: TalkanServer;
  readonly model: ModelServer;
  readonly app: TestApp;
}

interface WorkerFixtures {
  home: Home;
}

interface TestOptions {
  /**
   * Whether pages fetch ahead what may be wanted later. Nearly no test is about that, and it takes as much work as the page itself; those in
   * which the server goes away need it.
   */
  ahead: boolean;
  /** Whether things move on their way, or are there at once, as somebody may have told their system. It takes a tenth of all the work. */
  motion: boolean;
}

interface TestFixtures extends TestOptions {
  troubles: Troubles;
  /** Somebody new, with a board of their own. */
  person: Person;
  /** A page of a browser of its own, signed in as `person` (nobody: `null`), at `path`. */
  visit: (person: Person | null, options?: VisitOptions) => Promise<Page>;
  /** A server for this test alone: to be stopped, to be set up otherwise, or to be found as a newcomer finds it. */
  launch: (variables?: Readonly<Record<string, string>>) => Promise<OwnServer>;
}

interface OwnServer {
  readonly server: TalkanServer;
  readonly app: TestApp;
}

interface VisitOptions {
  readonly path?: string;
  readonly server?: TalkanServer;
  readonly context?: BrowserContextOptions;
  /** `false`: no change arrives by itself, as behind a proxy that lets no stream through. */
  readonly live?: boolean;
  /**
   * `true`: with the worker that opens the app without the server. Else a test that ends while the browser still fetches it would hear of
   * that, and a first visit is one that no worker has taken over yet.
   */
  readonly worker?: boolean;
  /** What the page's clock shows, all the time. */
  readonly now?: Date;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  home: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are wanted.
    async ({}, use) => {
      const model = await startModelServer();
      const server = await startServer({ AI_API_KEY: 'sk-test', AI_BASE_URL: model.baseUrl, AI_MODEL: 'test/model' });
      const app = await testApp({ databaseUrl: server.databaseUrl });
      await use({ server, model, app });
      await app.close();
      await server.close();
      await model.close();
    },
    { scope: 'worker' },
  ],
  ahead: [false, { option: true }],
  motion: [false, { option: true }],
  baseURL: async ({ home }, use) => use(home.server.url),
  troubles: async ({ home }, use) => {
    const troubles = createTroubles();
    const from = home.server.output().length;
    await use(troubles);
    expect(troubles.unexpected(), 'complaints of the browser').toEqual([]);
    expect(errorsIn(home.server.output().slice(from)), 'errors in the log of the server').toEqual([]);
  },
  context: async ({ context, troubles, ahead }, use) => {
    await troubles.watch(context);
    if (!ahead) await context.addInitScript(saveData);
    await use(context);
  },
  person: async ({ home }, use) => use(await home.app.user()),
  visit: async ({ ahead, motion, browser, contextOptions, home, troubles, viewport, hasTouch, isMobile }, use) => {
    const contexts: BrowserContext[] = [];
    await use(
      async (person, { path = '/', server = home.server, context: wanted, live = true, worker = false, now } = {}) => {
        const device = { viewport, hasTouch, isMobile, baseURL: server.url };
        const reducedMotion = motion ? 'no-preference' : 'reduce';
        const serviceWorkers = worker ? 'allow' : 'block';
        const context = await browser.newContext({
          ...contextOptions,
          ...device,
          reducedMotion,
          serviceWorkers,
          ...wanted,
        });
        contexts.push(context);
        await troubles.watch(context);
        // The worker fetches ahead: a page that saves data has none.
        if (!ahead && !worker) await context.addInitScript(saveData);
        if (person) await signInAs(context, person, server.url);
        if (!live) {
          troubles.expect(/net::ERR_FAILED .*\/trpc\/boards\.watch/);
          await context.route('**/trpc/boards.watch*', (route) => route.abort());
        }
        if (now) await context.clock.setFixedTime(now);
        const page = await context.newPage();
        await page.goto(path);
        return page;
      },
    );
    for (const context of contexts) await context.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- As above.
  launch: async ({}, use) => {
    const launched: OwnServer[] = [];
    await use(async (variables) => {
      const server = await startServer(variables);
      const app = await testApp({ databaseUrl: server.databaseUrl });
      launched.push({ server, app });
      return { server, app };
    });
    for (const { server, app } of launched) {
      await app.close();
      await server.close();
      expect(errorsIn(server.output()), 'errors in the log of the server').toEqual([]);
    }
  },
});

export { expect } from '@playwright/test';

/** Put before every page: somebody told their browser to. */
function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

/** Signs in without the page: the tests of signing in prove that way. */
export async function signInAs(context: BrowserContext, { token }: Person, url: string): Promise<void> {
  await context.addCookies([{ name: 'talkan_session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
}
