import { createSignal, type Signal } from '../ui/signal';

export type TurnPhase = 'idle' | 'saving' | 'thinking';

/** Requests of which only one is made at a time, and what the present one is at. */
export interface OneAtATime {
  readonly phase: Signal<TurnPhase>;
  readonly isBusy: () => boolean;
  run<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  stop(): void;
  /** Stops it, and has done with it at once. */
  abandon(): void;
}

export function createOneAtATime(): OneAtATime {
  const phase = createSignal<TurnPhase>('idle');
  let running: AbortController | null = null;
  return {
    phase,
    isBusy: () => running !== null,
    async run(work) {
      const controller = new AbortController();
      running = controller;
      try {
        return await work(controller.signal);
      } finally {
        if (running === controller) {
          running = null;
          phase.set('idle');
        }
      }
    },
    stop: () => running?.abort(),
    abandon() {
      running?.abort();
      running = null;
      phase.set('idle');
    },
  };
}
