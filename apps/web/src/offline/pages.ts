import type { Id } from '@talkan/board/model';

/** The pages of this browser, as far as they share a queue. */
export interface Pages {
  /** This page. */
  readonly own: Id;
  /** Which of these pages are open; `null`: this browser does not tell. */
  alive(pages: readonly Id[]): Promise<ReadonlySet<Id> | null>;
}

const NAME = 'talkan:page:';

/**
 * Each page holds a lock by its name for as long as it is there: whoever finds that free knows that the page is gone, crashed or not. A
 * browser has locks on https and on this very machine, not on plain http in a home network.
 */
export function createPages(own: Id, locks: LockManager | undefined): Pages {
  if (!locks) return { own, alive: () => Promise.resolve(null) };
  let letGo: (() => void) | undefined;
  let taken = Promise.resolve();

  function hold(manager: LockManager): void {
    const got = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    letGo = end.resolve;
    taken = got.promise;
    void manager.request(NAME + own, () => {
      got.resolve();
      return end.promise;
    });
  }

  hold(locks);
  // A browser keeps a page for its Back button only if that holds nothing.
  addEventListener('pagehide', () => letGo?.());
  addEventListener('pageshow', (event) => event.persisted && hold(locks));
  return {
    own,
    async alive(pages) {
      await taken;
      const { held = [], pending = [] } = await locks.query();
      const names = new Set([...held, ...pending].map(({ name }) => name));
      return new Set(pages.filter((page) => names.has(NAME + page)));
    },
  };
}
