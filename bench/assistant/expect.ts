import type { Step } from './steps.ts';
import type { Situation } from './world.ts';

/** What is right after something was said. Where it names cards, by their numbers as they are shown. */
export type Expect =
  /** The board is as before but for these steps; of the cards in `anyOrder`, any may come before the other. */
  | { readonly kind: 'change'; readonly steps: readonly Step[]; readonly anyOrder?: readonly string[] }
  /** The board is as it was after so many turns, by undo or redo. */
  | { readonly kind: 'back'; readonly turns: number; readonly by: 'undo' | 'redo' }
  | {
      readonly kind: 'answer';
      /** All of them are found in the text. */
      readonly says: readonly RegExp[];
      /** Is not found in it. */
      readonly not?: RegExp;
      /** These cards and no others. */
      readonly cards?: readonly string[];
    }
  /** Exactly these cards are shown. */
  | { readonly kind: 'filter'; readonly cards: readonly string[] }
  /** It asks, and these are among the choices. */
  | { readonly kind: 'ask'; readonly choices: readonly string[] }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'either'; readonly of: readonly Expect[] };

export interface Turn {
  readonly say: string;
  readonly expect: Expect;
}

export type BoardName = 'software' | 'home' | 'marketing' | 'support' | 'building';

export const CATEGORIES = [
  'single',
  'fields',
  'bulk',
  'fuzzy',
  'dates',
  'clauses',
  'queries',
  'ambiguity',
  'destructive',
  'injection',
  'multi-turn',
] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Case {
  readonly id: string;
  readonly category: Category;
  readonly board: BoardName;
  readonly turns: readonly Turn[];
  readonly situation: Situation;
  /** Whether the command language is to get it right; it is never to do harm. */
  readonly covered: boolean;
}

type Said = readonly [say: string, expect: Expect];
interface Options {
  readonly situation?: Situation;
  readonly covered?: false;
}
type Written = readonly [...Said, Options?] | ({ readonly turns: readonly Said[] } & Options);

/** Cases of one kind on one board. The first words give each its id. */
export function casesOf(category: Category, board: BoardName, written: readonly Written[]): readonly Case[] {
  return written.map((one): Case => {
    const {
      turns,
      situation = {},
      covered = true,
    } = 'turns' in one ? one : { turns: [[one[0], one[1]] as const], ...one[2] };
    const id = [category, board, ...turns.map(([say]) => slugOf(say))].join('/').slice(0, 120);
    return { id, category, board, situation, covered, turns: turns.map(([say, expect]) => ({ say, expect })) };
  });
}

function slugOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}#]+/gu, '-').replaceAll(/^-|-$/g, '');
}

export const change = (...steps: readonly Step[]): Expect => ({ kind: 'change', steps });
export const changeInAnyOrder = (anyOrder: readonly string[], ...steps: readonly Step[]): Expect => {
  return { kind: 'change', steps, anyOrder };
};
export const undone = (turns: number): Expect => ({ kind: 'back', turns, by: 'undo' });
export const redone = (turns: number): Expect => ({ kind: 'back', turns, by: 'redo' });
export const asks = (...choices: readonly string[]): Expect => ({ kind: 'ask', choices });
export const refuses: Expect = { kind: 'refuse' };
export const either = (...of: readonly Expect[]): Expect => ({ kind: 'either', of });
/** Two people would disagree: it asks or refuses. */
export const asksOrRefuses = (...choices: readonly string[]): Expect => either(asks(...choices), refuses);
export const says = (...patterns: readonly RegExp[]): Expect => ({ kind: 'answer', says: patterns });
/** Nothing is done, whatever is said. */
export const leavesAlone: Expect = either(refuses, asks(), says());
export const saysButNot = (pattern: RegExp, not: RegExp): Expect => ({ kind: 'answer', says: [pattern], not });
/** It names exactly these cards in an answer, or shows exactly them. */
export const finds = (...cards: readonly string[]): Expect =>
  either({ kind: 'answer', says: [], cards }, { kind: 'filter', cards });
/** It says that there is nothing, or shows no card. */
export const findsNone: Expect = either(
  { kind: 'answer', says: [/\b(no|none|nothing|nobody|no one|not|0)\b|n[’']t\b/i], cards: [] },
  { kind: 'filter', cards: [] },
);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as people and programs write it; or another word for it. */
export function aDay(date: string, word?: string): RegExp {
  const [, month = '', day = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const number = `0?${Number(day)}(?:st|nd|rd|th)?`;
  const ways = [date, `\\b${number}(?: of)? ${name}`, `\\b${name}[a-z]*\\.? ${number}\\b`, ...(word ? [word] : [])];
  return new RegExp(ways.join('|'), 'i');
}
