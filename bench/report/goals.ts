import type { Figures } from '../measure/figures.ts';
import { ratioOf } from '../measure/heat.ts';

/** One thing that Talkan wants to reach, and how it is told from the figures of a run. */
export interface Goal {
  readonly work: string;
  readonly goal: string;
  /** Null where this run has not measured it. */
  readonly value: (figures: Figures) => number | null;
  readonly unit: '×' | 'ms' | 'MB';
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
}

const rate = (heat: string, of: string, to: string) => (figures: Figures) => ratioOf(figures.results, { heat, of, to });

function ratio(goal: Pick<Goal, 'work' | 'value'> & { readonly atLeast: number; readonly base: string }): Goal {
  const { work, value, atLeast, base } = goal;
  return { work, value, goal: `≥ ${atLeast} × ${base}`, unit: '×', bound: { atLeast } };
}

function most(goal: Pick<Goal, 'work' | 'value'> & { readonly atMost: number; readonly unit: 'ms' | 'MB' }): Goal {
  const { work, value, atMost, unit } = goal;
  return { work, value, goal: `≤ ${atMost} ${unit}`, unit, bound: { atMost } };
}

const READ = 'GET /api/board, 1,000 cards, 10 connections';
const MOVE_10 = 'Move one card, durable, 1,000 cards, 10 connections';
const MOVE_64 = 'Move one card, durable, 1,000 cards, 64 connections';

/** The goals, in the order in which they are printed. */
export const GOALS: readonly Goal[] = [
  ratio({ work: READ, atLeast: 10, base: 'limit', value: rate('board-1000', 'talkan@1000', 'limit@1000') }),
  ratio({ work: READ, atLeast: 0.3, base: 'cached', value: rate('board-1000', 'talkan@1000', 'cached@1000') }),
  ratio({
    work: 'The same with If-None-Match (304)',
    atLeast: 0.5,
    base: 'cached at 8 cards',
    value: rate('unchanged', 'talkan@1000', 'cached@8'),
  }),
  ratio({ work: MOVE_10, atLeast: 1.5, base: 'full', value: rate('move-10', 'talkan@1000', 'full@1000') }),
  ratio({ work: MOVE_64, atLeast: 3, base: 'full', value: rate('move-64', 'talkan@1000', 'full@1000') }),
  ratio({
    work: MOVE_64,
    atLeast: 1,
    base: 'limit, which is not durable',
    value: rate('move-64', 'talkan@1000', 'limit@1000'),
  }),
  ratio({
    work: 'Move one card at 10,000 cards',
    atLeast: 0.8,
    base: 'at 8 cards',
    value: rate('move-sizes', 'talkan@10000', 'talkan@8'),
  }),
  most({
    work: 'One change to 500 watchers: p99 from commit to arrival',
    atMost: 40,
    unit: 'ms',
    value: ({ watchers }) => watchers?.p99 ?? null,
  }),
  most({
    work: 'The same: longest turn of the loop while it sends',
    atMost: 20,
    unit: 'ms',
    value: ({ watchers }) => watchers?.heldMs ?? null,
  }),
  most({
    work: '10,000-card board and 500 watchers: resident memory',
    atMost: 250,
    unit: 'MB',
    value: ({ memory }) => memory?.watchedMb ?? null,
  }),
  most({
    work: 'Start to first answer, 10,000 cards',
    atMost: 500,
    unit: 'ms',
    value: ({ start }) => start?.medianMs ?? null,
  }),
  most({
    work: '100 sign-ins at once: longest turn of the loop',
    atMost: 20,
    unit: 'ms',
    value: ({ signIns }) => signIns?.heldMs ?? null,
  }),
  most({
    work: 'Search over 100,000 cards on 20 boards: p99 of the slowest question',
    atMost: 50,
    unit: 'ms',
    value: ({ search }) => search?.p99 ?? null,
  }),
];

export function isReached({ bound }: Goal, value: number): boolean {
  return 'atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost;
}
