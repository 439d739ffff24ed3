import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { COLUMNS } from '../reference/board.ts';
import { launchTalkan, portOf, seedBoards, type SeededBoards } from '../servers/talkan.ts';
import { longestTurn, LOOP_WATCH, type LoopHeld } from './loop.ts';
import { quantile } from './statistics.ts';

/** Searching over all boards; times in milliseconds, of the question that takes longest. */
export interface SearchFigures extends LoopHeld {
  readonly cards: number;
  readonly boards: number;
  /** What was asked that took longest. */
  readonly slowest: string;
  readonly p50: number;
  readonly p99: number;
  /** The median over all questions. */
  readonly usual: number;
}

const BOARDS = 20;
const CARDS = 100_000;
const LETTERS = ['bdfghjklmnprstvz', 'aeiou'] as const;
const WORDS = 20_000;
/** Words that are in every card, in one, in none; beginnings that many words have; several at once; a phrase; a number. */
const QUERIES = [
  'every',
  'common',
  'every common',
  '"every card"',
  'k',
  'ka',
  'kar',
  `every ${wordOf(77)}`,
  `common ${wordOf(3).slice(0, 3)}`,
  'unique99999',
  'absent',
  'every absent',
  'BM-4711',
  '17',
];

/** Asks the server as it is shipped, one question after the other, as somebody who may see all the cards. */
export async function measureSearch(parent: string, rounds: number): Promise<SearchFigures> {
  const folder = mkdtempSync(path.join(parent, 'search-'));
  const seeded = await seedBoards({ folder, boards: BOARDS, cards: CARDS / BOARDS, cardOf });
  const running = launchTalkan({ folder, nodeArgs: LOOP_WATCH });
  try {
    const port = await portOf(running);
    for (const query of QUERIES) await ask(port, seeded, query);
    await longestTurn(running);
    const times = new Map(QUERIES.map((query): [string, number[]] => [query, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [query, taken] of times) taken.push(await ask(port, seeded, query));
    }
    const held = await longestTurn(running);
    const [slowest = '', taken = []] =
      [...times].toSorted(([, a], [, b]) => quantile(b, 0.5) - quantile(a, 0.5))[0] ?? [];
    return {
      ...held,
      cards: CARDS,
      boards: BOARDS,
      slowest,
      p50: quantile(taken, 0.5),
      p99: quantile(taken, 0.99),
      usual: quantile([...times.values()].flat(), 0.5),
    };
  } finally {
    await running.stop();
  }
}

/** Milliseconds. */
async function ask(port: number, { boardId, token }: SeededBoards, query: string): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ query, boardId, limit: 50 }));
  const begin = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/trpc/search.cards?input=${input}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`A search was answered ${answer.status}.`);
  return performance.now() - begin;
}

/** One of 20,000 words of six letters. */
function wordOf(index: number): string {
  let rest = (index * 7_919 + 12_345) % (16 * 5) ** 3;
  return Array.from({ length: 6 }, (_, nth) => {
    const letters = LETTERS[nth % 2 === 0 ? 0 : 1];
    const letter = letters[rest % letters.length] ?? '';
    rest = Math.floor(rest / letters.length);
    return letter;
  }).join('');
}

/** Every card has some words in common with all others; its other words are shared by few or by many. */
function cardOf(index: number) {
  const words = Array.from({ length: 40 }, (_, nth) => {
    // Some words are much more frequent than others.
    const chance = (((index + 1) * (nth + 7) * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
    return wordOf(Math.floor(chance ** 3 * WORDS));
  });
  const columnId = COLUMNS[index % COLUMNS.length]?.id ?? '';
  const title = `Every card ${words.slice(0, 5).join(' ')} unique${index}`;
  return { columnId, title, details: `Common ${words.join(' ')}` };
}
