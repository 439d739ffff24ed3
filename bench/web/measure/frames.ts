import type { Page } from '@playwright/test';
import { quantile } from '../../measure/statistics.ts';
import { boardBox, dragAcross, drawnIn, rest, scrollBoard, scrollByWheel, scrollTo } from '../hand.ts';
import type { Row } from '../rows.ts';
import type { Stage } from '../stage.ts';
import { traceFrames } from '../trace.ts';

const MOVES = 170;
const NOTCHES = 120;

interface Frames {
  readonly byPage: readonly number[];
  readonly byTrace: readonly number[];
  readonly dropped: number;
}

interface Act {
  readonly name: string;
  readonly what: string;
  readonly run: (page: Page) => Promise<void>;
}

/** Drags, on both pages in turn: their frames, and whether what is dropped stands there in the same frame. */
export async function measureDrag(stage: Stage): Promise<readonly Row[]> {
  const drops: boolean[] = [];
  const drag: Act = {
    name: 'drag',
    what: `Drag of ${MOVES} moves over all lanes`,
    run: async (page) => void drops.push((await dragAcross(page, MOVES)).inFrame),
  };
  const rows = await compare(stage, [drag]);
  const late = (drops.filter((inFrame) => !inFrame).length / drops.length) * 100;
  return [
    ...rows,
    { what: 'Drops not shown in the frame after the release', talkan: late, reference: null, unit: '%', atMost: 0 },
  ];
}

export function measureScroll(stage: Stage): Promise<readonly Row[]> {
  const acts: readonly Act[] = [
    {
      name: 'scroll-lane',
      what: 'Scroll of a lane',
      run: (page) => scrollByWheel(page, { lane: 2, notches: NOTCHES }),
    },
    { name: 'scroll-board', what: 'Scroll of the board', run: (page) => scrollBoard(page, NOTCHES) },
  ];
  return compare(stage, acts);
}

async function compare(stage: Stage, acts: readonly Act[]): Promise<readonly Row[]> {
  const rounds = stage.options.quick ? 2 : 5;
  const talkan = await stage.openBoard();
  const { width, height } = await boardBox(talkan);
  const drawn = await drawnIn(talkan, 1);
  const reference = await stage.openReference({ columns: 5, cards: stage.options.cards, drawn, width, height });
  const rows: Row[] = [];
  for (const act of acts) {
    const own: Frames[] = [];
    const plain: Frames[] = [];
    for (let round = 0; round < rounds; round += 1) {
      own.push(await stage.profiled(talkan, `${act.name}-${round}`, () => framesOf(stage, talkan, act)));
      plain.push(await framesOf(stage, reference, act));
    }
    rows.push(...rowsOf(act, own, plain));
  }
  await talkan.context().close();
  await reference.context().close();
  return rows;
}

/** Twice, by either clock: to be traced takes time of its own, and the more the more there is on the page. */
async function framesOf(stage: Stage, page: Page, act: Act): Promise<Frames> {
  await begin(page);
  await act.run(page);
  const byPage = await page.evaluate(() => window.benchRecorder.stopFrames());
  // Each frame has something to show before the trace begins: to it, the time in which nothing had to be drawn would be one long frame.
  await begin(page);
  const traced = await traceFrames(stage.browser, () => act.run(page));
  await page.evaluate(() => window.benchRecorder.stopFrames());
  return { byPage, byTrace: traced.between, dropped: traced.dropped };
}

async function begin(page: Page): Promise<void> {
  await page.bringToFront();
  for (const lane of [1, 2, 3, 4, 5]) await scrollTo(page, { lane, top: 0 });
  await rest(page, 300);
  await page.evaluate(() => window.benchRecorder.startFrames());
}

function rowsOf({ what }: Act, talkan: readonly Frames[], reference: readonly Frames[]): readonly Row[] {
  const of = (frames: readonly Frames[], way: 'byPage' | 'byTrace') => frames.flatMap((round) => round[way]);
  const row = (name: string, [way, share]: readonly ['byPage' | 'byTrace', number], atMost: number | null): Row => {
    const value = (frames: readonly Frames[]) => quantile(of(frames, way), share);
    return { what: name, talkan: value(talkan), reference: value(reference), unit: 'ms', atMost };
  };
  return [
    row(`${what}: frame, p50`, ['byPage', 0.5], null),
    row('… p95', ['byPage', 0.95], 17),
    row('… longest', ['byPage', 1], 50),
    row('… by the compositor’s trace, p95', ['byTrace', 0.95], null),
    row('… longest by the trace', ['byTrace', 1], null),
    {
      what: '… frames that the compositor dropped',
      talkan: droppedShare(talkan),
      reference: droppedShare(reference),
      unit: '%',
      atMost: null,
    },
  ];
}

function droppedShare(frames: readonly Frames[]): number {
  const dropped = frames.reduce((sum, round) => sum + round.dropped, 0);
  return (dropped / (dropped + frames.flatMap(({ byTrace }) => byTrace).length)) * 100;
}
