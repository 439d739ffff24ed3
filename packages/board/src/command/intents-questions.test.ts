import { describe, expect, test } from 'vitest';
import { createBoard } from '../board.js';
import type { PlainCard } from '../model.js';
import type { CommandContext, LogLine } from './command.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';
import { understand } from './understand.js';

const LAYOUT = {
  Backlog: ['Login page', 'Login API', 'Dark mode'],
  'In Progress': ['Rate limiting', 'Search page'],
  Review: ['Fix crash'],
  Done: ['Ship it', 'Old form'],
};

/** What is known of the cards, by their numbers. */
const FACTS: Readonly<Record<number, Partial<PlainCard>>> = {
  1: { dueAt: '2026-11-27', assigneeIds: ['ana'], estimate: 3 },
  2: { dueAt: '2026-11-20', labelIds: ['bug'], priority: 'urgent', assigneeIds: ['ben'] },
  4: { assigneeIds: ['ben'], estimate: 5, links: [{ kind: 'blocks', cardId: 'c6' }], details: 'Per key.' },
  5: { assigneeIds: ['ana', 'ben'], labelIds: ['design'] },
  6: { labelIds: ['bug'], links: [{ kind: 'blocked_by', cardId: 'c4' }], dueAt: '2026-11-25' },
};

const plain = contextOf(LAYOUT);

function line(seq: number, at: string, more: Partial<LogLine>): LogLine {
  return { seq, at, actorId: 'ben', sentence: `Change ${seq}.`, kinds: [], cardIds: [], moves: [], ...more };
}

const LOG: readonly LogLine[] = [
  line(42, '2026-11-25T08:30:00.000Z', {
    cardIds: ['c6'],
    moves: [{ cardId: 'c6', from: 'in-progress', to: 'review' }],
  }),
  line(41, '2026-11-24T15:00:00.000Z', { cardIds: ['c7'], moves: [{ cardId: 'c7', from: 'review', to: 'done' }] }),
  line(40, '2026-11-23T15:00:00.000Z', { actorId: 'ana', cardIds: ['gone'], kinds: ['card.archive'] }),
];

function contextWith(more: Partial<CommandContext> = {}): CommandContext {
  const { board } = plain;
  const cards = board
    .columns()
    .flatMap(({ id }) => board.cardsIn(id))
    .map((card) => ({ ...card, ...FACTS[card.number] }));
  const { id, key, title, lastNumber } = board;
  const columns = board.columns();
  const whole = createBoard({ id, key, title, seq: 42, lastNumber, columns, cards, labels: board.labels() });
  const gone = {
    id: 'gone',
    number: 9,
    title: 'Beta banner',
    columnId: 'done',
    archivedAt: '2026-11-23T15:00:00.000Z',
  };
  return { ...plain, board: whole, archive: { cards: [gone], columns: [] }, log: LOG, ...more };
}

const context = contextWith();

describe('a question about cards that have something in common', () => {
  test.each([
    ["what's in Review?", 'There is one: TK-6 “Fix crash”.'],
    ['What is overdue', 'There is one: TK-2 “Login API”.'],
    ['show me what is overdue', 'There is one: TK-2 “Login API”.'],
    ['what’s due today?', 'There is one: TK-6 “Fix crash”.'],
    ['what is due tomorrow?', 'There are no cards due tomorrow.'],
    [
      'which bugs are unfinished',
      'There are 2 unfinished cards labelled “Bug”: TK-2 “Login API” and TK-6 “Fix crash”.',
    ],
    [
      'which cards have no owner',
      'There are 4 cards without an assignee: TK-3 “Dark mode”, TK-6 “Fix crash”, TK-7 “Ship it” and TK-8 “Old form”.',
    ],
    ['what is blocked?', 'There is one: TK-6 “Fix crash”.'],
    ['list the bugs', 'There are 2 cards labelled “Bug”: TK-2 “Login API” and TK-6 “Fix crash”.'],
    ['what is the first card in Backlog?', 'That is TK-1 “Login page”.'],
    ['is anything overdue?', 'Yes: TK-2 “Login API”.'],
    ['anything due tomorrow?', 'No, there are no cards due tomorrow.'],
    ['any bugs in Review?', 'Yes: TK-6 “Fix crash”.'],
    ['does Ben have anything urgent?', 'Yes: TK-2 “Login API”.'],
    ['do I have anything overdue?', 'No, you have no overdue cards.'],
    [
      'list the bugs and the design cards',
      'These are 3 cards: TK-2 “Login API”, TK-6 “Fix crash” and TK-5 “Search page”.',
    ],
  ])('“%s” names them', (text, answer) => {
    expect(told(text, context)).toBe(answer);
  });

  test.each([
    ['how many cards are in Backlog?', 'There are 3 cards in “Backlog”.'],
    ['how many bugs are there', 'There are 2 cards labelled “Bug”.'],
    ['How many cards does Ben have?', 'Ben Stone has 3 cards.'],
    ['how many cards are there?', 'There are 8 cards on the board.'],
    ['how many points are in Backlog', 'The estimates of the cards in “Backlog” come to 3. 2 cards have no estimate.'],
    ['who has the most cards?', 'Ben Stone, with 3 cards.'],
    ['which column has the most cards', '“Backlog”, with 3 cards.'],
  ])('“%s” counts them', (text, answer) => {
    expect(told(text, context)).toBe(answer);
  });

  test.each([
    [
      'what is Ben working on?',
      'Ben Stone has 3 unfinished cards: TK-2 “Login API”, TK-4 “Rate limiting” and TK-5 “Search page”.',
    ],
    ["what's on my plate", 'You have 2 unfinished cards: TK-1 “Login page” and TK-5 “Search page”.'],
    ['what do I have to do', 'You have 2 unfinished cards: TK-1 “Login page” and TK-5 “Search page”.'],
  ])('“%s” names those of a person', (text, answer) => {
    expect(told(text, context)).toBe(answer);
  });

  test('names ten cards and counts the rest', () => {
    const many = contextOf({ Backlog: Array.from({ length: 15 }, (_, index) => `Card ${index + 1}`) });
    expect(told("what's in Backlog?", many)).toMatch(
      /^There are 15 cards in “Backlog”: (?:TK-\d+ “[^”]+”,? ){10}and 5 more\.$/u,
    );
  });

  test('leaves the cards for “them”', () => {
    const understood = understand('which bugs are unfinished', context);
    expect(understood).toMatchObject({ kind: 'answer', cardIds: ['c2', 'c6'] });
  });
});

describe('a question about one card', () => {
  test.each([
    ['where is dark mode?', 'TK-3 “Dark mode” is in “Backlog”, number 3 of 3.'],
    ['when is the login page due?', 'TK-1 “Login page” is due on Friday, 27 November.'],
    ['when is TK-2 due', 'TK-2 “Login API” was due on Friday, 20 November and is overdue.'],
    ['when is dark mode due?', 'TK-3 “Dark mode” has no due date.'],
    ['who is working on the search page?', 'TK-5 “Search page” is assigned to you and Ben Stone.'],
    ["who's on dark mode", 'TK-3 “Dark mode” is assigned to nobody.'],
    ['what blocks TK-6?', 'TK-6 “Fix crash” is blocked by TK-4 “Rate limiting”.'],
    ['what depends on rate limiting', 'TK-4 “Rate limiting” blocks TK-6 “Fix crash”.'],
    ["what's the priority of TK-2", 'TK-2 “Login API” is urgent.'],
    ['when was dark mode created', 'TK-3 “Dark mode” was created by you on Sunday, 1 November at 10:00.'],
    [
      'describe rate limiting',
      'TK-4 “Rate limiting” is in “In Progress”, number 1 of 2, is assigned to Ben Stone, has no due date and is estimated at 5. Per key.',
    ],
    [
      'tell me about TK-2',
      'TK-2 “Login API” is in “Backlog”, number 2 of 3, is assigned to Ben Stone, has been overdue since Friday, 20 November, is urgent and has the label “Bug”.',
    ],
    ['is dark mode done?', 'No, TK-3 “Dark mode” is in “Backlog”.'],
    ['is "Ship it" done?', 'Yes, TK-7 “Ship it” is in “Done”.'],
    ['does TK-3 have a due date', 'No, TK-3 “Dark mode” has no due date.'],
    ['is TK-4 assigned to Ben?', 'Yes, TK-4 “Rate limiting” is assigned to Ben Stone.'],
    ['is TK-6 in Review?', 'Yes, TK-6 “Fix crash” is in “Review”.'],
    ['is TK-6 a bug?', 'Yes, TK-6 “Fix crash” has the label “Bug”.'],
    ['is TK-6 blocked', 'Yes, TK-6 “Fix crash” is blocked by TK-4 “Rate limiting”.'],
  ])('“%s” is answered from the board', (text, answer) => {
    expect(told(text, context)).toBe(answer);
  });

  test('asks which card is meant where several are called so', () => {
    expect(told('where is login?', context)).toBe('? where is TK-1 | where is TK-2');
  });

  test('says “it” for the card that was spoken of last', () => {
    const spoken = contextWith({ talk: { cardIds: ['c3'], asked: null } });
    expect(told('where is it?', spoken)).toBe('TK-3 “Dark mode” is in “Backlog”, number 3 of 3.');
  });
});

describe('a question about the board', () => {
  test.each([
    ['which labels are there?', 'This board has 2 labels: “Bug” and “Design”.'],
    [
      'what columns do we have',
      'This board has 4 columns: “Backlog” (3), “In Progress” (2), “Review” (1) and “Done” (2).',
    ],
    ['who is on this board?', '2 people are on this board: ana (you) and Ben Stone.'],
  ])('“%s” is answered', (text, answer) => {
    expect(told(text, context)).toBe(answer);
  });
});

describe('a question about the past', () => {
  const REACH = ' The history at hand goes back to what was done on Monday, 23 November at 16:00.';

  test.each([
    ['what changed today?', '1 change was made today:\n- Ben Stone, today at 9:30: Change 42.'],
    ['what did Ben do yesterday', 'Ben Stone made 1 change yesterday:\n- Ben Stone, yesterday at 16:00: Change 41.'],
    ['what did I do today?', 'You changed nothing today.'],
    [
      'anything new since yesterday?',
      '2 changes were made since yesterday:\n- Ben Stone, yesterday at 16:00: Change 41.\n- Ben Stone, today at 9:30: Change 42.',
    ],
    ['what shipped yesterday?', '1 card was finished yesterday: TK-7 “Ship it”.'],
    ['did we finish anything today', 'Nothing was finished today.'],
    ['what have we shipped since yesterday', '1 card was finished since yesterday: TK-7 “Ship it”.'],
    ['what has shipped?', `1 card was finished so far: TK-7 “Ship it”.${REACH}`],
    ['what have we finished so far', `1 card was finished so far: TK-7 “Ship it”.${REACH}`],
    ['what was finished yesterday?', '1 card was finished yesterday: TK-7 “Ship it”.'],
    ['what did Ben finish this week', `Ben Stone finished 1 card this week: TK-7 “Ship it”.${REACH}`],
    ['who moved TK-6?', 'Ben Stone moved TK-6 “Fix crash” from “In Progress” to “Review” today at 9:30.'],
    ['when was TK-7 finished', 'TK-7 “Ship it” was finished yesterday at 16:00: Ben Stone moved it to “Done”.'],
    ['what is archived?', 'TK-9 “Beta banner” is archived.'],
    ['what was archived this week?', 'TK-9 “Beta banner” was archived this week.'],
    ['when was Beta banner archived', 'TK-9 “Beta banner” was archived by you on Monday, 23 November at 16:00.'],
    ['why did TK-6 come back', `What happened to TK-6 “Fix crash”:\n- Ben Stone, today at 9:30: Change 42.${REACH}`],
  ])('“%s” is answered from the log', (text, answer) => {
    expect(told(text, context)).toBe(answer);
  });

  test('says how far the history at hand goes back, where that is not far enough', () => {
    expect(told('what changed last week?', context)).toBe(`Nothing was changed last week.${REACH}`);
  });

  test('is refused where no history is at hand', () => {
    expect(told('what changed today?', contextWith({ log: [] }))).toMatch(/^! The history is not at hand here/u);
  });

  test.each(['what changed tomorrow?', 'what will happen tomorrow', 'how many cards will we finish next week?'])(
    '“%s” is no question about the past',
    (text) => {
      expect(told(text, context)).toMatch(/^!/u);
    },
  );
});

describe('what only looks like a question', () => {
  test.each([
    'what is the weather like?',
    'what is in Mars?',
    'what is Gandalf working on?',
    'who is the best on this team?',
    'should we ship it?',
    "what's in Review and move it to Done",
    'is TK-3 done and archive it',
    'TK-3 due tomorrow?',
    'TK-3 to Done?',
  ])('“%s” is refused', (text) => {
    expect(understand(text, context).kind).toBe('refused');
  });

  test('a request may be put as a question', () => {
    expect(understand('can you move TK-3 to Done?', context).kind).toBe('change');
  });
});
