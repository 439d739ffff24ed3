// How long the typed command language takes for a phrase, on boards of 1,000 and of 10,000 cards whose titles are much alike.
import { createBoard } from '@talkan/board/board';
import { readCalendarDay } from '@talkan/board/command/calendar-words';
import type { CommandContext } from '@talkan/board/command/command';
import { understand } from '@talkan/board/command/understand';

const SIZES = [1_000, 10_000];
const GOALS_MS = [5, 30];
const RUNS = 200;
const WORDS =
  'login page api search filter payment invoice mobile dark mode crash error export import upload user team role invite email notice sync offline cache index query slow fast test deploy build release'.split(
    ' ',
  );
const PEOPLE = [
  { id: 'ana', name: 'ana' },
  { id: 'bob', name: 'Bob Stone' },
];

function contextOf(size: number): CommandContext {
  let seed = 7;
  const word = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[Math.floor((seed / 2 ** 32) * WORDS.length)] ?? '';
  };
  const columns = ['Backlog', 'To do', 'In Progress', 'Review', 'Done'].map((title, index) => {
    return { id: `k${index}`, title, rank: `a${index}`, done: title === 'Done' };
  });
  const cards = Array.from({ length: size }, (_, index) => ({
    id: `c${index}`,
    number: index + 1,
    columnId: `k${index % 5}`,
    rank: `a${String(index).padStart(6, '0')}`,
    title: `${word()} ${word()} ${word()} ${word()} ${index}`,
    createdAt: '2026-11-01T00:00:00.000Z',
    createdBy: 'ana',
  }));
  let made = 0;
  return {
    board: createBoard({ id: 'b', key: 'TK', title: 'B', seq: 1, lastNumber: size, columns, cards, labels: [] }),
    actorId: 'ana',
    role: 'owner',
    people: PEOPLE,
    now: '2026-11-25T10:00:00.000Z',
    timeZone: 'Europe/Berlin',
    dateOrder: 'dmy',
    readCalendarDay,
    newId: () => `n${(made += 1)}`,
    archive: { cards: [], columns: [] },
    log: [],
    talk: { cardIds: [], asked: null },
  };
}

const titleAt = ({ board }: CommandContext, number: number) => board.card(`c${number}`)?.title ?? '';

function phrasesFor(context: CommandContext): readonly string[] {
  return [
    'move TK-17 to Review',
    `move ${titleAt(context, 40)} to done`,
    'move login to review',
    'move lgoin paeg crsh to done',
    'move all overdue cards in Review to Done',
    'add Write the release notes to Backlog and assign it to Bob, then move TK-4 to Done',
    `rename ${titleAt(context, 50)} to something else and archive ${titleAt(context, 60)}`,
    'what is overdue?',
    'the quick brown fox jumps over the lazy dog and then runs away from everybody in the world',
  ];
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const lines = ['| phrase | cards | p50 ms | p99 ms |', '| --- | --- | --- | --- |'];
const reached: string[] = [];
for (const [at, size] of SIZES.entries()) {
  const context = contextOf(size);
  const first = timeOf(() => understand('move TK-17 to Review', context));
  lines.push(`| the first one on a board that has changed | ${size} | ${first.toFixed(1)} | |`);
  let slowest = 0;
  for (const phrase of phrasesFor(context)) {
    const times = Array.from({ length: RUNS }, () => timeOf(() => understand(phrase, context))).toSorted(
      (a, b) => a - b,
    );
    const [p50 = 0, p99 = 0] = [times[RUNS / 2], times[Math.floor(RUNS * 0.99)]];
    slowest = Math.max(slowest, p99);
    lines.push(`| ${phrase} | ${size} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`);
  }
  const goal = GOALS_MS[at] ?? 0;
  reached.push(
    `${size} cards: the slowest phrase p99 ${slowest.toFixed(1)} ms, goal ${goal} ms${slowest <= goal ? '' : ': not reached'}`,
  );
}
process.stdout.write(`${lines.join('\n')}\n\n${reached.join('\n')}\n`);
