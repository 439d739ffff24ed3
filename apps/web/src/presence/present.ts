import type { Doing } from './signs';

export interface PresentOptions {
  /** Tells the server; `null`: that this page looks away. */
  readonly send: (doing: Doing | null) => Promise<unknown>;
  /** `null` while nobody looks at this page. */
  readonly doing: () => Doing | null;
}

/** Tells others what this page does: at once, but not faster than they can follow, and again before the server forgets it. */
export interface Presenter {
  /** Something may have changed. */
  readonly changed: () => void;
  /** The server may have forgotten it. */
  again(): void;
  start(): void;
  stop(): void;
}

const AT_MOST_EVERY = 400;
/** The server forgets after 30 s. */
const REPEAT_EVERY = 15_000;

export function createPresenter({ send, doing }: PresentOptions): Presenter {
  let stopped = true;
  let told: string | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    clearTimeout(timer);
    if (stopped) return;
    const now = doing();
    told = JSON.stringify(now);
    toldAt = Date.now();
    // Told again before long, and nobody's work hangs on it.
    void send(now).catch(() => {});
    if (now) timer = setTimeout(tell, REPEAT_EVERY);
  }

  function changed(): void {
    clearTimeout(timer);
    const now = doing();
    const isNew = JSON.stringify(now) !== told;
    if (stopped || (now === null && !isNew)) return;
    const due = toldAt + (isNew ? AT_MOST_EVERY : REPEAT_EVERY);
    timer = setTimeout(tell, Math.max(0, due - Date.now()));
  }

  return {
    changed,
    again() {
      // Nobody need hear of a page that nobody looks at.
      if (doing()) told = undefined;
      changed();
    },
    start() {
      stopped = false;
      told = JSON.stringify(null);
      changed();
    },
    stop() {
      clearTimeout(timer);
      if (!stopped && told !== undefined && told !== JSON.stringify(null)) void send(null).catch(() => {});
      stopped = true;
    },
  };
}
