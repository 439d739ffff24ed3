/** A frame that took longer, as after a pause of the tab, counts as this long, in ms: what scrolls goes no further. */
const LONGEST_FRAME = 50;

export interface Moment {
  /** Since the last frame. */
  readonly seconds: number;
  readonly now: number;
}

export interface Frames {
  /** From now on time counts. */
  readonly begin: () => void;
  /** Draws in the next frame. */
  readonly ask: () => void;
  readonly stop: () => void;
}

/** Draws at most once a frame, and only where that is asked for. */
export function createFrames(draw: (moment: Moment) => void): Frames {
  let frame = 0;
  let last = 0;

  function run(now: number): void {
    frame = 0;
    const seconds = Math.min(LONGEST_FRAME, now - last) / 1000;
    last = now;
    draw({ seconds, now });
  }

  return {
    begin() {
      last = performance.now();
    },
    ask() {
      if (!frame) frame = requestAnimationFrame(run);
    },
    stop() {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
