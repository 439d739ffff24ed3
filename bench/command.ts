// How long the typed command language takes for a phrase, on boards of 1,000 and of 10,000 cards whose titles are much alike.
import { createBoard } from '@talkan/board/board';
import { readCalendarDay } from '@talkan/board/command/calendar-words';
import type { CommandContext } from '@talkan/board/command/command';
import { MORE_INTENTS } from '@talkan/board/command/intents-more';
import { understand } from '@talkan/board/command/understand';
import { decideChange } from '@talkan/board/decide';
import { isRefusal } from '@talkan/board/refusal';

const GOALS = [
  { size: 1_000, phraseMs: 5, changedMs: 10 },
  { size: 10_000, phraseMs: 30, changedMs: 10 },
];
const RUNS = 200;
const WARM_UP = 20;
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
    board: createBoard({ id: 'b', key: 'TK', title: 'B', seq: 1, lastNumber: size, columns, cards, labels: LABELS }),
    actorId: 'ana',
    role: 'owner',
    people: PEOPLE,
    now: '2026-11-25T10:00:00.000Z',
    timeZone: 'Europe/Berlin',
    dateOrder: 'dmy',
    readCalendarDay,
    more: MORE_INTENTS,
    newId: () => `n${(made += 1)}`,
    archive: { cards: [], columns: [] },
    log: [],
    talk: { cardIds: [], asked: null },
  };
}

const LABELS = ['bug', 'feature'].map((name, index) => {
  return { id: name, name, hue: index * 90, archivedAt: null, mergedInto: null };
});

const A_PHRASE_OF_EACH_KIND = [
  'move TK-17 to Review',
  'TK-3 -> done',
  'move all overdue cards in Review to Done',
  'assign all cards in Review to Bob except TK-3',
  'archive TK-3, TK-8 and TK-13',
  'put TK-3 above TK-8',
  'move the oldest card in Backlog to the top of Review',
  'add Buy milk, Buy eggs and Call the bank to Backlog',
  'add Write the release notes to Backlog and assign it to Bob, then move TK-4 to Done',
  'add "Write the release notes" to Backlog with label bug assigned to Bob due friday priority high and move TK-4 to Done and assign TK-5 to Ana and make TK-6 due tomorrow',
  'rename TK-3 to Something else',
  'set the description of TK-3 to all that there is to be said of it',
  'make TK-7 due 24 Dec and assign it to Bob',
  'push the due date of TK-3 back by 2 days',
  'tag TK-3 and TK-4 with bug',
  'set the priority of TK-3 to high and its estimate to 5',
  'add items milk, eggs and bread to the checklist of TK-9',
  'comment on TK-3: looks good to me',
  'TK-3 blocks TK-4',
  'add column QA after Review',
  'limit Review to 5 cards',
  'show cards of Bob in Review',
  'what is overdue?',
  'how many cards are in Review?',
  'when was TK-3 created?',
  'is TK-3 done?',
  'what changed today?',
  'undo',
];

const titleAt = ({ board }: CommandContext, number: number) => board.card(`c${number}`)?.title ?? '';

function phrasesFor(context: CommandContext): readonly string[] {
  return [
    ...A_PHRASE_OF_EACH_KIND,
    `move ${titleAt(context, 40)} to done`,
    'move login to review',
    'move lgoin paeg crsh to done',
    `rename ${titleAt(context, 50)} to something else and archive ${titleAt(context, 60)}`,
    'the quick brown fox jumps over the lazy dog and then runs away from everybody in the world',
  ];
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

interface Times {
  readonly p50: number;
  readonly p99: number;
}

function summarise(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  return { p50: sorted[sorted.length >> 1] ?? 0, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}

/** A phrase right after each of many changes, each of which moves a card. */
function timeAfterChanges(context: CommandContext): Times {
  let { board } = context;
  const times = Array.from({ length: RUNS }, (_, at) => {
    const operation = { type: 'card.move', cardId: `c${at}`, columnId: `k${(at + 1) % 5}` } as const;
    const decision = decideChange(board, [operation], { ...context, loaded: new Map(), people: new Set() });
    if (isRefusal(decision)) throw new Error(decision.message);
    ({ board } = decision);
    return timeOf(() => understand('move TK-17 to Review', { ...context, board }));
  });
  return summarise(times);
}

const lines = ['| phrase | cards | p50 ms | p99 ms |', '| --- | --- | --- | --- |'];
const reached: string[] = [];

function tell(name: string, size: number, { p50, p99 }: Times): void {
  lines.push(`| ${name} | ${size} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`);
}

function compare(what: string, time: number, goal: number): void {
  reached.push(`${what} ${time.toFixed(1)} ms, goal ${goal} ms${time <= goal ? '' : ': not reached'}`);
}

for (const { size, phraseMs, changedMs } of GOALS) {
  const context = contextOf(size);
  const first = timeOf(() => understand('move TK-17 to Review', context));
  tell('the first one on a board', size, { p50: first, p99: first });
  // Whoever types has each text understood with every key: what counts is the time once the engine knows the code.
  for (const phrase of phrasesFor(context)) for (let run = 0; run < WARM_UP; run++) understand(phrase, context);
  let slowest = 0;
  for (const phrase of phrasesFor(context)) {
    const times = summarise(Array.from({ length: RUNS }, () => timeOf(() => understand(phrase, context))));
    slowest = Math.max(slowest, times.p99);
    tell(phrase, size, times);
  }
  compare(`${size} cards: the slowest phrase p99`, slowest, phraseMs);
  const changed = timeAfterChanges(context);
  tell('the first one after a change', size, changed);
  compare(`${size} cards: the first phrase after a change p99`, changed.p99, changedMs);
}
process.stdout.write(`${lines.join('\n')}\n\n${reached.join('\n')}\n`);
