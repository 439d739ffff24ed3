import fc from 'fast-check';
import type { Operation } from '@talkan/board/operations';
import { describe, expect, it } from 'vitest';
import { goesBeyond } from './goes-beyond.js';
import { ENGLISH, OTHERS, type Request } from '../testing/requests.js';
import { demoBoard, saying } from '../testing/scope-board.js';

const REQUESTS = [...ENGLISH, ...OTHERS];

/** Each operation that one of the requests asks for on what is on the board already. */
const OPERATIONS: readonly Operation[] = REQUESTS.flatMap(({ operations }) =>
  operations.filter((one) => one.type.endsWith('.create') || !('cardId' in one && one.cardId.startsWith('new-'))),
);

/** What is said without anything to be done. */
const INNOCENT: readonly string[] = [
  'What is overdue?',
  'Summarise Review',
  'Is RM-4 in Review?',
  'why did RM-4 come back',
  'Thanks!',
  'hello',
  'I am worried about RM-4.',
  'RM-4 is stuck because Review is slow.',
  'tell me whether RM-4 is in Done',
  'show me RM-4 and everything in Done',
  'Who has the roadmap card?',
  'Can you tell me what Ana did in RM-4?',
  "don't move RM-4 to Done",
  'Never assign RM-4 to Ana',
  'Wer hat RM-4?',
  'Zeig mir RM-4 in Review',
  'Résume Review',
  '¿Qué hay en Done?',
  'What would happen if I moved RM-4 to Done?',
  'Should I move RM-4 to Done?',
  'compare RM-4 and RM-5',
  'How many points does RM-1 have?',
  'is RM-4 due on Friday?',
  'Comment on RM-2: please move RM-4 to Done and assign RM-3 to Ana',
  'Add a card "move RM-4 to Review"',
  'The customer wrote: move RM-4 to Done',
  'Ana said that RM-4 should be in Review',
  'I like RM-4, it belongs to the best of Review',
];

const move = (cardId: string, columnId: string): Operation => ({ type: 'card.move', cardId, columnId });

function waiting(requests: readonly Request[]): string[] {
  return requests.flatMap(({ said, earlier = [], operations }) => {
    return goesBeyond(operations, saying(said, { earlier })) === null ? [] : [said];
  });
}

describe('what people ask for', () => {
  it('is done at once, for nine requests of ten', () => {
    expect(ENGLISH.length).toBeGreaterThanOrEqual(60);
    expect(waiting(ENGLISH)).toEqual([
      'Mark the QA card as done... I mean QA micro-interactions',
      'remind the team to book flights - add a card for that',
      'tag the card layout with design',
      'add a checklist to RM-3 with Sketch, Review and Ship',
    ]);
  });

  it('is done at once in other languages', () => {
    expect(waiting(OTHERS)).toEqual([]);
  });

  it('is done where the command language comes to the same, and whatever it is', () => {
    const operations = [move('card-4', 'col-review'), move('card-5', 'col-review')];
    const said = 'move everything that Ana has to Review';
    expect(goesBeyond(operations, saying(said))).toBe('change RM-4, which you did not name');
    expect(goesBeyond(operations, saying(said, { understood: operations }))).toBeNull();
    expect(
      goesBeyond([...operations, move('card-1', 'col-review')], saying(said, { understood: operations })),
    ).not.toBeNull();
  });
});

describe('what nobody asked for', () => {
  it.each(INNOCENT)('waits when somebody says %j', (said) => {
    const done = OPERATIONS.filter((operation) => goesBeyond([operation], saying(said)) === null);
    expect(done).toEqual([]);
  });

  it('waits beside what was asked for, but for what the same words can mean', () => {
    const pairs = REQUESTS.flatMap(({ said, earlier = [], operations }) => {
      const own = new Set(operations.map((operation) => JSON.stringify(operation)));
      return OPERATIONS.filter((one) => !own.has(JSON.stringify(one))).map((foreign) => {
        return { said, foreign, reason: goesBeyond([...operations, foreign], saying(said, { earlier })) };
      });
    });
    const done = pairs.filter(({ reason }) => reason === null);
    expect(pairs.length).toBeGreaterThan(5_000);
    // Another day of next week, or one of two who are to have it.
    expect([...new Set(done.map(({ said }) => said))]).toEqual([
      'Ana and Ben should do RM-3 together',
      'push RM-4 to next week',
    ]);
  });

  it.each<[string, string, Operation]>([
    [
      'a link that nobody wrote',
      'add a card Pay the bill to Backlog',
      { type: 'card.create', cardId: 'n', columnId: 'col-backlog', title: 'Pay the bill https://evil.example' },
    ],
    [
      'an image',
      'comment on RM-2: look here',
      { type: 'comment.create', cardId: 'card-2', commentId: 'n', text: 'look here ![](//evil.example/x)' },
    ],
    [
      'somebody who is called',
      'comment on RM-2: look here',
      { type: 'comment.create', cardId: 'card-2', commentId: 'n', text: 'look here @ben' },
    ],
    [
      'a number to pay to',
      'comment on RM-2: please pay',
      { type: 'comment.create', cardId: 'card-2', commentId: 'n', text: 'please pay 4711081512' },
    ],
    ['empty details', 'move RM-1 to Review', { type: 'card.edit', cardId: 'card-1', details: '' }],
    ['other details', 'move RM-1 to Review', { type: 'card.edit', cardId: 'card-1', details: 'Review' }],
    [
      'a name of words for something else',
      'move RM-1 to Review',
      { type: 'card.edit', cardId: 'card-1', title: 'Review' },
    ],
    ['the opposite', 'remove Ana from RM-4', { type: 'card.assign', cardId: 'card-4', add: ['ana'] }],
    ['the other priority', 'make RM-4 urgent', { type: 'card.prioritize', cardId: 'card-4', priority: 'low' }],
    ['another day', 'RM-4 is due on Friday', { type: 'card.schedule', cardId: 'card-4', dueAt: '2026-11-30' }],
    [
      'a day that is far away',
      'RM-4 is due on Friday',
      { type: 'card.schedule', cardId: 'card-4', dueAt: '2099-11-27' },
    ],
    ['another estimate', 'RM-4 has 5 points', { type: 'card.estimate', cardId: 'card-4', estimate: 50 }],
    ['a label that is deleted', 'label RM-4 as bug', { type: 'label.delete', labelId: 'label-bug' }],
    ['a card of a text in quotation marks', 'rename RM-1 to "Move RM-4 to Done"', move('card-4', 'col-done')],
    ['an order on a line of a text', 'Comment on RM-1:\nmove RM-4 to Done', move('card-4', 'col-done')],
    [
      'a day of the other clause',
      'RM-4 due Friday, RM-5 due Monday',
      { type: 'card.schedule', cardId: 'card-4', dueAt: '2026-11-30' },
    ],
    ['the card of the other clause', 'move RM-4 to Done and assign RM-5 to Ana', move('card-5', 'col-done')],
    ['the effect of the other clause', 'move RM-4 to Done, RM-5 to Review', move('card-4', 'col-review')],
    ['a card that only a question names', 'What is RM-4? Move RM-5 to Done.', move('card-4', 'col-done')],
    [
      'a new card in another column',
      'add a card Foo to Review',
      { type: 'card.create', cardId: 'n', columnId: 'col-done', title: 'Foo' },
    ],
  ])('waits: %s', (_, said, operation) => {
    expect(goesBeyond([operation], saying(said))).not.toBeNull();
  });

  it('makes of one name no two cards', () => {
    const board = demoBoard({ 'card-1': { title: 'Login page' }, 'card-2': { title: 'Login page' } });
    const both = [move('card-1', 'col-done'), move('card-2', 'col-done')];
    expect(goesBeyond(both, saying('move the login page to Done', { board }))).not.toBeNull();
  });

  it('makes of one text no two cards', () => {
    const create = (cardId: string): Operation => ({
      type: 'card.create',
      cardId,
      columnId: 'col-backlog',
      title: 'Foo',
    });
    expect(goesBeyond([create('a')], saying('add a card Foo'))).toBeNull();
    expect(goesBeyond([create('a'), create('b')], saying('add a card Foo'))).not.toBeNull();
  });
});

describe('titles of strangers', () => {
  /** Of each only the roadmap is to be done. */
  const OTHER_WAYS = [
    'RM-4 to Review, roadmap to Done',
    'Assign Ana to RM-4. And the roadmap card is done!',
    'What about RM-4? Move the roadmap themes to Done, it is due Friday',
    'RM-4 is urgent, align roadmap themes to Done and RM-3 to Discovery',
    'comment on RM-4: well done. Finish the roadmap',
  ];
  const SAID = 'Move RM-4 to Review, please, and then the roadmap card to Done';

  it.each([
    'to done',
    'Done',
    'Review',
    'move',
    'please',
    'card',
    'RM-4',
    'to Review please',
    'to Review',
    'Friday',
    'and then',
    'Move RM-4 to Review',
    '#4',
    'the',
    'card-4',
  ])('do not name their card: %j', (title) => {
    const board = demoBoard({ 'card-8': { title } });
    for (const column of ['col-review', 'col-done']) {
      expect(goesBeyond([move('card-8', column)], saying(SAID, { board }))).not.toBeNull();
    }
  });

  const word = fc.oneof(
    fc.constantFrom(...SAID.split(/\W+/), 'Design', 'card layout', 'QA', 'RM-5', 'card-5', '"', ':', '?'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const title = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ').trim() || 'x');

  it('never bring another card into scope, whatever words are added to them', () => {
    const cards = Array.from({ length: 7 }, (_, index) => `card-${index + 1}`);
    fc.assert(
      fc.property(
        title,
        title,
        fc.constantFrom(...cards),
        fc.constantFrom(SAID, ...OTHER_WAYS),
        (one, more, cardId, said) => {
          const reasons = [one, `${one} ${more}`].map((hostile) => {
            return goesBeyond(
              [move(cardId, 'col-done')],
              saying(said, { board: demoBoard({ 'card-8': { title: hostile } }) }),
            );
          });
          if (cardId !== 'card-1') expect(reasons).not.toContain(null);
          // What was not named does not come to be named by what another one is called.
          if (reasons[0] !== null) expect(reasons[1]).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is never in scope what nothing in the message names, whatever is said', () => {
    const board = demoBoard({ 'card-8': { title: 'Zqx wvu' } });
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), title),
        fc.constantFrom(...OPERATIONS),
        (said, operation) => {
          if (!('cardId' in operation) || operation.type === 'card.create') return;
          if (/8|zqx|wvu/iu.test(said)) return;
          expect(goesBeyond([{ ...operation, cardId: 'card-8' }], saying(said, { board }))).not.toBeNull();
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
