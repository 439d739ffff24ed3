import type { BrowserContext } from '@playwright/test';

/** What pages complained of during a test. Whatever is left in the end fails the test. */
export interface Troubles {
  readonly watch: (context: BrowserContext) => Promise<void>;
  /** Complaints that this test brings about itself. */
  readonly expect: (pattern: RegExp) => void;
  /** All that nobody expected. */
  readonly unexpected: () => string[];
}

/** Put before every page: a policy that something violates is told as an error, whatever it violates it with. */
function tellViolations(): void {
  addEventListener('securitypolicyviolation', (event) => {
    reportError(new Error(`The page's policy was violated: ${event.violatedDirective} by ${event.blockedURI}`));
  });
}

/** Said for every page that is to have none. */
const BLOCKED_WORKER = /Service Worker registration blocked by Playwright/;

export function createTroubles(): Troubles {
  const all: string[] = [];
  const expected: RegExp[] = [BLOCKED_WORKER];
  return {
    async watch(context) {
      await context.addInitScript(tellViolations);
      context.on('weberror', (error) => all.push(`error: ${error.error().stack ?? String(error.error())}`));
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        all.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      });
    },
    expect: (pattern) => void expected.push(pattern),
    unexpected: () => all.filter((trouble) => !expected.some((pattern) => pattern.test(trouble))),
  };
}

/** Nobody is signed in, or not any more: the page asks who is, and what was on its way when somebody signed out is refused. */
export const NOBODY_SIGNED_IN = /status of 401 .*\/trpc\//;
/** The network or the server is away. */
export const NO_ANSWER =
  /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|FAILED)/;
