import type { Browser, CDPSession } from '@playwright/test';

/** Frames as the browser’s compositor tells of them: the second way of counting, which no script in the page has a part in. */
export interface TracedFrames {
  /** Milliseconds between two frames that the page itself had drawn, as they came to the screen. */
  readonly between: readonly number[];
  /** Frames that should have come, and did not. */
  readonly dropped: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly frame_reporter?: FrameReport };
}

interface FrameReport {
  readonly state?: string;
  readonly affects_smoothness?: boolean;
}

const CATEGORIES = ['benchmark', 'cc', 'disabled-by-default-devtools.timeline.frame'];

/** Traces while `act` runs. Only one page of the browser may be on the move. */
export async function traceFrames(browser: Browser, act: () => Promise<void>): Promise<TracedFrames> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown[] as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  try {
    await act();
  } finally {
    await endTracing(session);
  }
  await session.detach();
  return framesIn(events);
}

async function endTracing(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
}

/** A report begins with its frame, says what became of it, and ends when that is on the screen. */
export function framesIn(events: readonly TraceEvent[]): TracedFrames {
  const open = new Map<string, FrameReport>();
  const shown: number[] = [];
  let dropped = 0;
  const reports = events.filter(({ name }) => name === 'PipelineReporter').toSorted((one, other) => one.ts - other.ts);
  for (const { ph, pid, ts, id2, args } of reports) {
    const id = `${pid} ${id2?.local ?? ''}`;
    const began = open.get(id);
    if (ph === 'b' && args?.frame_reporter) open.set(id, args.frame_reporter);
    if (ph !== 'e' || !began) continue;
    open.delete(id);
    if (began.state === 'STATE_PRESENTED_ALL') shown.push(ts / 1000);
    if (began.state === 'STATE_DROPPED' && began.affects_smoothness) dropped += 1;
  }
  const inOrder = shown.toSorted((one, other) => one - other);
  return { between: inOrder.slice(1).map((at, index) => at - (inOrder[index] ?? at)), dropped };
}
