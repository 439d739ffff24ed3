export interface LeadershipOptions {
  /** `undefined` where the browser has none: every page leads itself then. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly name: string;
  readonly lead: () => void;
  readonly follow: () => void;
}

/** One page of a browser leads; when it goes, another one does. */
export interface Leadership {
  start(): void;
  /** Leads from now on, whoever leads now: that one does not answer. */
  seize(): void;
  isLeading(): boolean;
  stop(): void;
}

export function createLeadership({ locks, name, lead, follow }: LeadershipOptions): Leadership {
  let leading = false;
  let waiting = new AbortController();
  let release: (() => void) | undefined;

  function take(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    release = resolve;
    leading = true;
    lead();
    return promise;
  }

  function lose(): void {
    release = undefined;
    if (!leading) return;
    leading = false;
    follow();
  }

  function queue(): void {
    const { signal } = (waiting = new AbortController());
    request({ signal }, signal);
  }

  function request(options: LockOptions, signal: AbortSignal): void {
    const held = locks?.request(name, options, () => (signal.aborted ? undefined : take()));
    held?.catch(() => {
      // Another page has seized it: it may be had again when that one goes.
      if (signal.aborted) return;
      lose();
      queue();
    });
  }

  return {
    start() {
      if (locks) queue();
      else if (!leading) void take();
    },
    seize() {
      if (!locks || leading) return;
      waiting.abort();
      const { signal } = (waiting = new AbortController());
      request({ steal: true }, signal);
    },
    isLeading: () => leading,
    stop() {
      waiting.abort();
      release?.();
      lose();
    },
  };
}
