import { describe, expect, it, test } from 'vitest';
import { createBoard, snapshotOf } from '../board.js';
import type { Card } from '../model.js';
import type { CommandContext, LogLine } from './command.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';
import { understand } from './understand.js';

const LIST = { id: 'list', title: 'Steps', items: [{ id: 'i', text: 'varnish', done: false, assigneeId: null }] };
const FACTS: Readonly<Record<number, Partial<Card>>> = {
  1: { assigneeIds: ['ben'], dueAt: '2026-11-20' },
  2: { assigneeIds: ['ben'], labelIds: ['design'] },
  3: { checklists: [LIST] },
};
const context = contextWith({});

function contextWith(more: Partial<CommandContext>): CommandContext {
  const made = contextOf(
    {
      'In the shed': ['Canoe with a leak', 'Mend the sails', 'Rowing boat'],
      'On the water': ['Ferry timetable'],
      Done: ['Paint buoys'],
    },
    more,
  );
  const snapshot = snapshotOf(made.board);
  return {
    ...made,
    board: createBoard({ ...snapshot, cards: snapshot.cards.map((card) => ({ ...card, ...FACTS[card.number] })) }),
  };
}

/** “Paint buoys” is finished. */
const finishedBy = (actorId: string): LogLine => ({
  seq: 9,
  at: '2026-11-25T09:59:00.000Z',
  actorId,
  sentence: '',
  kinds: ['card.move'],
  cardIds: ['c5'],
  moves: [{ cardId: 'c5', from: 'in-the-shed', to: 'done' }],
});

/** What would be done, without the names of cards. */
function kinds(text: string): string {
  const understood = understand(text, context);
  return understood.kind === 'change'
    ? understood.operations.map((one) => ('cardId' in one ? `${one.type} ${one.cardId}` : one.type)).join(', ')
    : told(text, context);
}

describe('a comment', () => {
  it('is what stands behind the colon, and the noun belongs to the card', () => {
    expect(told('note on the canoe job: the owner calls on Monday', context)).toBe(
      'Comment on TK-1 “Canoe with a leak”: “the owner calls on Monday”.',
    );
  });

  it('takes in nothing that was said of the card', () => {
    for (const text of ['note on the canoe thingy: call the owner', 'comment on the sails ben says: torn again']) {
      expect(told(text, context)).toMatch(/^[!?]/u);
    }
    expect(told('comment on the sails: ben says: torn again', context)).toContain('“ben says: torn again”');
  });
});

describe('where cards go', () => {
  test.each(['the sails can go on the water', 'everything ben has in the shed goes on the water'])(
    'is a column that is called so: %s',
    (text) => expect(told(text, context)).toContain('“Mend the sails” from “In the shed” to “On the water”'),
  );

  it('is said with a slip in “the” as well', () => {
    expect(kinds('move teh sails to done')).toBe('card.move c2');
  });

  it('is back where the speaker took it from just now', () => {
    const talk = { cardIds: ['c5'], asked: null };
    expect(told('put it back', contextWith({ talk, log: [finishedBy('ana')] }))).toContain('to “In the shed”');
    expect(told('put it back', contextWith({ talk, log: [finishedBy('ben')] }))).toMatch(/^\?/u);
  });
});

describe('what is finished', () => {
  test.each([
    'finished the ferry timetable',
    "ben's finished the ferry timetable",
    'the ferry timetable is dealt with',
  ])('is done: %s', (text) =>
    expect(told(text, context)).toBe('Move TK-4 “Ferry timetable” from “On the water” to “Done”.'),
  );

  test.each(['finished the cards', 'ben nearly finished the sails', 'ben has not finished the sails', 'ben finished'])(
    'is no card where none is named as such: %s',
    (text) => expect(told(text, context)).toMatch(/^[!?]/u),
  );
});

describe('what was spoken of', () => {
  it('moves on where the next clause names only a column', () => {
    expect(kinds('make the sails urgent and move to done')).toBe('card.prioritize c2, card.move c2');
    const talk = { cardIds: ['c2'], asked: null };
    expect(told("it's for ana", contextWith({ talk }))).toBe('Assign ana to TK-2 “Mend the sails”.');
    expect(told('move to done', contextWith({ talk }))).toContain('to “Done”');
  });

  it('stays where nothing, or more than one, was spoken of', () => {
    expect(told('move to done', context)).toMatch(/^!/u);
    expect(told('move to done', contextWith({ talk: { cardIds: ['c1', 'c2'], asked: null } }))).toMatch(/^!/u);
  });
});

describe('another priority', () => {
  it('is set where the one that it was before was said', () => {
    const talk = { cardIds: [], asked: null };
    const { board } = context;
    const high = createBoard({
      ...snapshotOf(board),
      cards: snapshotOf(board).cards.map((card) => (card.id === 'c4' ? { ...card, priority: 'high' } : card)),
    });
    const text = 'the ferry timetable is no longer high priority, make it low';
    expect(told(text, { ...contextWith({ talk }), board: high })).toBe(
      'Set the priority of TK-4 “Ferry timetable” to low.',
    );
    expect(told(text, context)).toMatch(/^[!?]/u);
  });
});

describe('a request in other words', () => {
  test.each([
    ['the ferry timetable should be called Winter ferry', 'Rename TK-4 “Ferry timetable” to “Winter ferry”.'],
    ['the sails must be renamed to Mend the big sail', 'Rename TK-2 “Mend the sails” to “Mend the big sail”.'],
    ['no more than 4 jobs on the water at once', 'Set the limit of “On the water” to 4.'],
    ['we need a new column called Laid up at the end', 'Add the column “Laid up”.'],
    ['give the sails until friday', 'Set the due date of TK-2 “Mend the sails” to 27 Nov 2026.'],
    ['ana and ben will both take the ferry timetable', 'Assign ana and Ben Stone to TK-4 “Ferry timetable”.'],
    ['the rowing boat will take around 6 hours', 'Set the estimate of TK-3 “Rowing boat” to 6.'],
    ['varnish is done on the rowing boat', 'Tick “varnish” on TK-3 “Rowing boat”.'],
    ['you can bin the buoys', 'Archive TK-5 “Paint buoys”.'],
    ['tidy away the done cards', 'Archive TK-5 “Paint buoys”.'],
    ['hide everything but design', 'Show only cards labelled “Design”.'],
    ['write in the details of the canoe that the leak is aft', 'Change the details of TK-1 “Canoe with a leak”.'],
    ['let ben have the ferry timetable', 'Assign Ben Stone to TK-4 “Ferry timetable”.'],
    ["ana's taking over the sails from ben", 'Assign ana to TK-2 “Mend the sails” and unassign Ben Stone.'],
    ['I need a new list "Laid up"', 'Add the column “Laid up”.'],
  ])('is understood: %s', (text, what) => expect(told(text, context)).toBe(what));

  test.each([
    'the ferry timetable should be called first thing',
    'the rowing boat must be called tomorrow',
    'the sails should be called Torn',
    'we need a list for the crew',
    'you can not bin the buoys',
    'the sails should be finished',
  ])('is none where it says something else: %s', (text) => expect(told(text, context)).toMatch(/^[!?]/u));
});

describe('a question in other words', () => {
  test.each(['where has the canoe gone', 'where did the canoe end up', 'where have the canoe got to'])(
    'tells where a card is: %s',
    (text) => expect(told(text, context)).toContain('is in “In the shed”'),
  );

  it('tells when a card was done', () => {
    expect(told('when did the buoys get done?', contextWith({ log: [finishedBy('ben')] }))).toContain(
      'Ben Stone moved it',
    );
  });

  it('names whoever works on what one card alone is called', () => {
    expect(told("who's working on the canoe?", context)).toContain('assigned to Ben Stone');
  });
});

describe('things to do with a verb that is a command only with another word', () => {
  it('stand on a checklist', () => {
    expect(told('add a checklist to the canoe: drain it, clean the hull, wrap paddles', context)).toContain(
      'Add the item “clean the hull”',
    );
  });

  it('are none where the other word is there', () => {
    expect(told('add a checklist to the canoe: drain it, clean up done', context)).not.toContain('“clean up done”');
  });
});
