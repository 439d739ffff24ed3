/** What a page under measurement notes of itself. */
interface Recorder {
  /** Collects the time between two frames from now on, by the time that the browser gives each of them; what was collected before is forgotten. */
  startFrames(): void;
  /** Those that were collected, in milliseconds. */
  stopFrames(): readonly number[];
  /** Forgets the keys that were pressed so far. */
  startKeys(): void;
  stopKeys(): KeyTimes;
  /** Whether `isShown` holds in the frame that follows the next release of the pointer. */
  watchDrop(isShown: () => boolean): Promise<boolean>;
  /** When the last key was pressed, by its own time stamp. */
  keyAt: number;
  /** Layout shifts that nobody’s hand has caused, and tasks of more than 50 ms. */
  readonly shifts: Shift[];
  readonly longTasks: number[];
}

export interface KeyTimes {
  /** From the key to when the frame that shows it was handed over, by the page’s own clock. */
  readonly toFrame: readonly number[];
  /** What the browser’s Event Timing says of the same keys, to 8 ms; it tells of those from 16 ms on. */
  readonly byEventTiming: readonly number[];
}

interface Shift {
  readonly value: number;
  readonly at: number;
  readonly of: string;
}

declare global {
  interface Window {
    benchRecorder: Recorder;
  }
}

/** Runs in the page, before its own scripts: nothing outside of it may be named. */
export function installRecorder(): void {
  let frames: number[] = [];
  let last = 0;
  let counting = 0;
  let keys: number[] = [];
  let timed: number[] = [];
  const shifts: Shift[] = [];
  const longTasks: number[] = [];

  /** Has something to show in each frame, so that none is left out because nothing has changed. */
  let spot: HTMLElement | undefined;

  function count(now: number): void {
    if (last > 0) frames.push(now - last);
    last = now;
    if (spot) spot.style.translate = `${frames.length % 2}px`;
    counting = requestAnimationFrame(count);
  }

  /** Once the frame that the browser draws next is out of this thread’s hands. */
  function afterFrame(then: () => void): void {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', then, { once: true });
      port1.start();
      port2.postMessage(null);
    });
  }

  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      window.benchRecorder.keyAt = timeStamp;
      afterFrame(() => keys.push(performance.now() - timeStamp));
    },
    { capture: true },
  );

  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources?: readonly { readonly node?: Node | null }[];
  }
  const nameOf = (node?: Node | null) =>
    node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : (node?.nodeName ?? '');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.hadRecentInput) continue;
      const of = (entry.sources ?? []).map(({ node }) => nameOf(node)).join(', ');
      shifts.push({ value: entry.value, at: entry.startTime, of });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') timed.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

  window.benchRecorder = {
    startFrames() {
      cancelAnimationFrame(counting);
      frames = [];
      last = 0;
      spot ??= document.body.appendChild(document.createElement('i'));
      spot.style.cssText = 'position:fixed;left:0;top:0;width:2px;height:2px;background:red;will-change:translate';
      counting = requestAnimationFrame(count);
    },
    stopFrames() {
      cancelAnimationFrame(counting);
      return frames;
    },
    startKeys() {
      keys = [];
      timed = [];
    },
    stopKeys: () => ({ toFrame: keys, byEventTiming: timed }),
    watchDrop: (isShown) =>
      new Promise((resolve) => {
        // First of all listeners: the frame is asked for before anybody has done anything.
        const look = () => requestAnimationFrame(() => resolve(isShown()));
        addEventListener('pointerup', look, { capture: true, once: true });
      }),
    keyAt: 0,
    shifts,
    longTasks,
  };
}
