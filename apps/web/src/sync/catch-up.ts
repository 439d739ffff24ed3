import type { LocalBoard } from './local-board';
import type { Transport } from './transport';

export interface CatchUpOptions {
  readonly local: LocalBoard;
  readonly transport: Pick<Transport, 'changes'>;
  /** Something was taken in. */
  readonly changed: () => void;
  /** The log is too long, or not to be had: the whole board is wanted. */
  readonly giveUp: () => void;
}

/** Closes a gap in what came of the log. */
export interface CatchUp {
  /** What is missing may be on its way: asks only if, in a moment, it is missing still. */
  soon(): void;
  /** The same, where this change is not here yet. */
  upTo(seq: number): void;
  stop(): void;
}

const SOON = 250;
/** Further behind than this, the whole board is quicker. */
const MOST_BEHIND = 2000;

export function createCatchUp({ local, transport, changed, giveUp }: CatchUpOptions): CatchUp {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  const confirmed = () => local.view().seq;

  async function ask(): Promise<void> {
    timer = undefined;
    asking = true;
    try {
      while (local.newest() > confirmed()) {
        const after = confirmed();
        const changes = local.newest() - after > MOST_BEHIND ? [] : await transport.changes(after);
        for (const change of changes) local.takeIn(change);
        if (confirmed() === after) return giveUp();
        changed();
      }
    } catch {
      // The board's own answer says what is the matter.
      giveUp();
    } finally {
      asking = false;
    }
  }

  function soon(): void {
    // What goes on coming does not put it off.
    if (!asking) timer ??= setTimeout(() => void ask(), SOON);
  }

  return {
    soon,
    upTo(seq) {
      if (local.hear(seq)) soon();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
