import { describe, expect, it, test } from 'vitest';
import { createBoard, snapshotOf } from '../board.js';
import type { Card } from '../model.js';
import type { CommandContext } from './command.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';
import { understand } from './understand.js';

const FACTS: Readonly<Record<number, Partial<Card>>> = {
  1: { assigneeIds: ['ana'], dueAt: '2026-11-27', priority: 'high' },
  2: { assigneeIds: ['eve'], dueAt: '2026-11-20', estimate: 3 },
  3: { assigneeIds: ['eve'], labelIds: ['bug'], priority: 'urgent' },
  4: { dueAt: '2026-12-08', labelIds: ['design'] },
  5: { assigneeIds: ['james'], estimate: 2, dueAt: '2026-11-26' },
  6: { assigneeIds: ['james'] },
};

function contextWith(more: Partial<CommandContext> = {}): CommandContext {
  const context = contextOf(
    {
      Sown: ['Prune the roses', 'Turn the compost', 'Slug traps'],
      Growing: ['Bean poles', 'Water butt'],
      Done: ['Lock the shed'],
    },
    more,
  );
  const snapshot = snapshotOf(context.board);
  const cards = snapshot.cards.map((card) => ({ ...card, ...FACTS[card.number] }));
  const people = [...context.people, { id: 'eve', name: 'Eve-Lynn Park' }, { id: 'james', name: 'James Moss' }];
  return { ...context, people, board: createBoard({ ...snapshot, cards }) };
}

const context = contextWith();

describe('questions as people ask them', () => {
  test.each([
    ['how many cards are there in Growing?', 'There are 2 cards in “Growing”.'],
    [
      'how many points are left in growing in total?',
      'The estimates of the cards in “Growing” come to 2. 1 card has no estimate.',
    ],
    ['wheres the water butt at the moment', 'TK-5 “Water butt” is in “Growing”, number 2 of 2.'],
    ['by when do we need the bean poles?', 'TK-4 “Bean poles” is due on Tuesday, 8 December.'],
    ['when must the water butt be finished', 'TK-5 “Water butt” is due tomorrow.'],
    ["who's got the slug traps", 'TK-3 “Slug traps” is assigned to Eve-Lynn Park.'],
    ['who is pruning the roses?', 'TK-1 “Prune the roses” is assigned to you.'],
    ['who is turning the compost?', 'TK-2 “Turn the compost” is assigned to Eve-Lynn Park.'],
    ['what priority has the water butt got', 'TK-5 “Water butt” has no priority.'],
    [
      'has the shed been locked up? is it done',
      '! “has the shed been” was understood, “locked up? is it done” was not, so nothing is done.',
    ],
    ['has the water butt been dealt with yet', 'No, TK-5 “Water butt” is in “Growing”.'],
    [
      'which is the most pressing job',
      '! “which is” was understood, “the most pressing job” was not, so nothing is done.',
    ],
    ["what's the most pressing thing", '1 unfinished card is urgent: TK-3 “Slug traps”.'],
    ['which cards has nobody taken?', 'There is one: TK-4 “Bean poles”.'],
    ['cards without anyone on them', 'There is one: TK-4 “Bean poles”.'],
    ['how many things is James working on', 'There is 1 card that James Moss is working on.'],
    [
      'list everything eve-lynn is doing',
      'There are 2 cards that Eve-Lynn Park is working on: TK-2 “Turn the compost” and TK-3 “Slug traps”.',
    ],
    [
      'cards due between 26 Nov and 8 Dec',
      'There are 3 cards due from Thursday, 26 November 2026 to Tuesday, 8 December 2026: TK-1 “Prune the roses”, TK-4 “Bean poles” and TK-5 “Water butt”.',
    ],
    [
      "show cards that aren't in Sown and have no estimate",
      'There are 2 cards not in “Sown” and without an estimate: TK-4 “Bean poles” and TK-6 “Lock the shed”.',
    ],
    ['how many cards has James got in Growing', 'James Moss has 1 card in “Growing”.'],
    ['how many points does James have in Growing?', 'The estimates of the card in “Growing” of James Moss come to 2.'],
    [
      'what does Eve-Lynn still have to do?',
      'Eve-Lynn Park has 2 unfinished cards: TK-2 “Turn the compost” and TK-3 “Slug traps”.',
    ],
    ['what about Ben', 'Ben Stone has no unfinished cards.'],
    ['is Ben busy?', 'Ben Stone has no unfinished cards.'],
    ["what's the compost deadline", 'TK-2 “Turn the compost” was due on Friday, 20 November and is overdue.'],
    ['when is the compost due again?', 'TK-2 “Turn the compost” was due on Friday, 20 November and is overdue.'],
    ['cards without the label design in Growing', 'There is one: TK-5 “Water butt”.'],
    ['unassigned cards of James', '! Not all of that was understood, so nothing is done.'],
    [
      "cards that aren't mine in Growing",
      'There are 2 cards not yours in “Growing”: TK-4 “Bean poles” and TK-5 “Water butt”.',
    ],
    ['tell me who has the slug traps', 'TK-3 “Slug traps” is assigned to Eve-Lynn Park.'],
    [
      'what are Ben and James working on',
      'Ben Stone has no unfinished cards. James Moss has 1 unfinished card: TK-5 “Water butt”.',
    ],
    ['which cards in Growing have the design label', 'There is one: TK-4 “Bean poles”.'],
    [
      'when is the next deadline',
      'TK-5 “Water butt” is due tomorrow and is assigned to James Moss. Overdue: TK-2 “Turn the compost”.',
    ],
    [
      "what's left to do",
      '5 cards are not finished: TK-1 “Prune the roses”, TK-2 “Turn the compost”, TK-3 “Slug traps”, TK-4 “Bean poles” and TK-5 “Water butt”.',
    ],
    ['cards with more than 2 points', 'There is one: TK-2 “Turn the compost”.'],
    ['cards estimated at 2', 'There is one: TK-5 “Water butt”.'],
    ['only mine', 'Show only cards of yours.'],
    [
      'everything in Sown except bug',
      'There are 2 cards in “Sown” except TK-3 “Slug traps”: TK-1 “Prune the roses” and TK-2 “Turn the compost”.',
    ],
    [
      'when are the bean poles and the water butt due',
      'TK-4 “Bean poles” is due on Tuesday, 8 December. TK-5 “Water butt” is due tomorrow.',
    ],
    [
      'who does the water butt and the slug traps',
      'TK-5 “Water butt” is assigned to James Moss. TK-3 “Slug traps” is assigned to Eve-Lynn Park.',
    ],
    ['who is in charge of the water butt', 'TK-5 “Water butt” is assigned to James Moss.'],
    ['has anybody picked up the bean poles yet?', 'No, TK-4 “Bean poles” is assigned to nobody.'],
    ["what's growing right now", 'There are 2 cards in “Growing”: TK-4 “Bean poles” and TK-5 “Water butt”.'],
    ['bug cards that are still unfinished', 'There is one: TK-3 “Slug traps”.'],
    ['which design cards does James have', 'James Moss has no cards labelled “Design”.'],
    ['how many cards do Eve-Lynn and James have', 'There are 4 cards of Eve-Lynn Park or James Moss.'],
    ['how many cards are in Growing and Done?', 'There are 3 cards in “Growing” or “Done”.'],
    ['is there anything for James to do?', 'James Moss has 1 unfinished card: TK-5 “Water butt”.'],
    ['do we have anything for James', 'Yes, James Moss has 2 cards: TK-5 “Water butt” and TK-6 “Lock the shed”.'],
    ['is there a card for the bean poles already', 'Yes: TK-4 “Bean poles”.'],
    ['do we have a card about bean soup', 'No card is about all of “bean soup”. Nearest to it: TK-4 “Bean poles”.'],
    ['how many cards does each person have', 'Unfinished cards: you 1, Ben Stone 0, Eve-Lynn Park 2 and James Moss 1.'],
    ['how many cards per column', 'This board has 3 columns: “Sown” (3), “Growing” (2) and “Done” (1).'],
    ['which jobs are late', 'There is one: TK-2 “Turn the compost”.'],
    ['what is Ben in charge of?', 'Ben Stone has no unfinished cards.'],
    ['when is the deadline for the bean poles', 'TK-4 “Bean poles” is due on Tuesday, 8 December.'],
    ['where did we put the slug traps', 'TK-3 “Slug traps” is in “Sown”, number 3 of 3.'],
    ['what has James got in Growing', 'There is one: TK-5 “Water butt”.'],
    ['cards tagged both bug and design', 'There are no cards labelled “Bug” and labelled “Design”.'],
    ["James' cards", 'James Moss has 2 cards: TK-5 “Water butt” and TK-6 “Lock the shed”.'],
  ])('%s', (text, answer) => expect(told(text, context)).toBe(answer));

  test.each([
    ['what have I got to do this week?', 'You have 1 unfinished card due this week: TK-1 “Prune the roses”.'],
    ["what's on James' plate tomorrow", 'James Moss has 1 unfinished card due tomorrow: TK-5 “Water butt”.'],
    ['what needs to be done today', 'There are no unfinished cards due today. Overdue: TK-2 “Turn the compost”.'],
    [
      'what does Eve-Lynn have due next week',
      'Eve-Lynn Park has no unfinished cards due next week. Overdue: TK-2 “Turn the compost”.',
    ],
  ])('%s: tells what is overdue, too', (text, answer) => expect(told(text, context)).toBe(answer));

  test.each([
    ['which of them are overdue?', 'TK-2 “Turn the compost”.'],
    ['how many of those are assigned to me', '1 of those 3 cards.'],
    ['which of these are blocked', 'None of them.'],
    [
      'assign the first two to Ben',
      'Assign Ben Stone to TK-1 “Prune the roses”. Assign Ben Stone to TK-2 “Turn the compost”.',
    ],
    ['assign the second one to Ben', 'Assign Ben Stone to TK-2 “Turn the compost”.'],
    ['the last of them is due tomorrow', 'Set the due date of TK-3 “Slug traps” to 26 Nov 2026.'],
  ])('%s: is said of what was spoken of', (text, answer) =>
    expect(told(text, contextWith({ talk: { cardIds: ['c1', 'c2', 'c3'], asked: null } }))).toBe(answer),
  );
});

describe('fields as people speak of them', () => {
  test.each([
    [
      'the deadline of the bean poles has slipped to 10 December',
      'Set the due date of TK-4 “Bean poles” to 10 Dec 2026.',
    ],
    ['set the slug traps to 10 December', 'Set the due date of TK-3 “Slug traps” to 10 Dec 2026.'],
    ['no deadline for the bean poles any longer', 'Remove the due date of TK-4 “Bean poles”.'],
    ['take the deadline off the bean poles', 'Remove the due date of TK-4 “Bean poles”.'],
    [
      'slug traps is due 10 December, est. 5',
      'Set the due date of TK-3 “Slug traps” to 10 Dec 2026. Set the estimate of TK-3 “Slug traps” to 5.',
    ],
    ['the bean poles will take about 8 points', 'Set the estimate of TK-4 “Bean poles” to 8.'],
    ['hand the slug traps to James as well', 'Assign James Moss to TK-3 “Slug traps”.'],
    [
      'give the slug traps to James rather than Eve-Lynn',
      'Assign James Moss to TK-3 “Slug traps” and unassign Eve-Lynn Park.',
    ],
    ['move the bean poles deadline to 10 December', 'Set the due date of TK-4 “Bean poles” to 10 Dec 2026.'],
    [
      'James takes over the slug traps from Eve-Lynn',
      'Assign James Moss to TK-3 “Slug traps” and unassign Eve-Lynn Park.',
    ],
    ["the bean poles are Ben's job now", 'Assign Ben Stone to TK-4 “Bean poles”.'],
    [
      'the bean poles and the slug traps are both due 10 December',
      'Set the due date of TK-4 “Bean poles” to 10 Dec 2026. Set the due date of TK-3 “Slug traps” to 10 Dec 2026.',
    ],
    ['add Ben to the bean poles as well', 'Assign Ben Stone to TK-4 “Bean poles”.'],
    [
      'add two items to the slug traps checklist: jars, beer',
      'Add the checklist “Checklist” to TK-3 “Slug traps”. Add the item “jars” to TK-3 “Slug traps”. Add the item “beer” to TK-3 “Slug traps”.',
    ],
    ['high priority for the bean poles', 'Set the priority of TK-4 “Bean poles” to high.'],
    ['low: bean poles', 'Set the priority of TK-4 “Bean poles” to low.'],
    ['give the water butt to nobody', 'Unassign James Moss from TK-5 “Water butt”.'],
    [
      "the slug traps aren't urgent any more",
      '? set the priority of the slug traps to urgent | set the priority of the slug traps to high | set the priority of the slug traps to medium | set the priority of the slug traps to low',
    ],
    ['change the estimate of the water butt from 2 to 3', 'Set the estimate of TK-5 “Water butt” to 3.'],
    ['change the estimate of the water butt from 4 to 3', '! The estimate of TK-5 “Water butt” is not 4.'],
    ['change the priority of the slug traps from urgent to low', 'Set the priority of TK-3 “Slug traps” to low.'],
    [
      'bean poles checklist: string, stakes',
      'Add the checklist “Checklist” to TK-4 “Bean poles”. Add the item “string” to TK-4 “Bean poles”. Add the item “stakes” to TK-4 “Bean poles”.',
    ],
    [
      'the bean poles are due 10 December and urgent',
      'Set the due date of TK-4 “Bean poles” to 10 Dec 2026. Set the priority of TK-4 “Bean poles” to urgent.',
    ],
    ['Ben and I will handle the bean poles', 'Assign Ben Stone and ana to TK-4 “Bean poles”.'],
    ['change the date of the bean poles to 10 December', 'Set the due date of TK-4 “Bean poles” to 10 Dec 2026.'],
    ['make the bean poles high and low', '! That says two priorities. Say which one.'],
    ["I'll do the bean poles myself", 'Assign ana to TK-4 “Bean poles”.'],
    ['nobody is working on the water butt anymore', 'Unassign James Moss from TK-5 “Water butt”.'],
    [
      'swap the label of the slug traps from bug to design',
      'Add the label “Design” to TK-3 “Slug traps” and remove the label “Bug”.',
    ],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));
});

describe('cards that are left out behind all', () => {
  test.each([
    [
      'make all cards in Sown low except the slug traps',
      'Set the priority of TK-1 “Prune the roses” to low. Set the priority of TK-2 “Turn the compost” to low.',
    ],
    ["assign everything in Growing to Ben apart from James' cards", 'Assign Ben Stone to TK-4 “Bean poles”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  it.each([
    'make all cards in Sown low except the water butt',
    'make all cards in Sown low and assign them to Ben except the slug traps',
    'make the slug traps low except the slug traps',
  ])('are refused where that is not clear: %s', (text) => expect(understand(text, context).kind).toBe('refused'));
});

describe('cards that are named before what is said of them', () => {
  test.each([
    [
      'slug traps: make it low and give it to James as well',
      'Set the priority of TK-3 “Slug traps” to low. Assign James Moss to TK-3 “Slug traps”.',
    ],
    ['the last card in Growing - push it back by a day', 'Set the due date of TK-5 “Water butt” to 27 Nov 2026.'],
    [
      'bean poles and slug traps: assign them to me',
      'Assign ana to TK-4 “Bean poles”. Assign ana to TK-3 “Slug traps”.',
    ],
    ['water butt: who is on it?', 'TK-5 “Water butt” is assigned to James Moss.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  it.each([
    'slug traps: move the bean poles to Done',
    'slug traps: add a card "Nets"',
    "slug traps: don't make it low",
    'slug traps: archive',
  ])('are not swallowed: %s', (text) => expect(understand(text, context).kind).toBe('refused'));
});

test('a title is understood with a slip in it, though a word of it is a name on the board', () => {
  expect(told('assign the bug hotle roof to Ben', contextOf({ Ideas: ['Bug hotel roof'] }))).toBe(
    'Assign Ben Stone to TK-1 “Bug hotel roof”.',
  );
});

describe('what was done', () => {
  const lines = [
    {
      kinds: ['card.schedule'],
      cardIds: ['c4'],
      moves: [],
      at: '2026-11-24T09:00:00.000Z',
      actorId: 'james',
      sentence: 'Set the due date of TK-4 “Bean poles”.',
    },
    {
      kinds: ['card.move'],
      cardIds: ['c5'],
      moves: [{ cardId: 'c5', from: 'sown', to: 'growing' }],
      at: '2026-11-23T09:00:00.000Z',
      actorId: 'ben',
      sentence: 'Moved TK-5.',
    },
  ] as const;
  const log = lines.map((line, index) => ({ ...line, seq: lines.length - index }));
  const past = contextWith({ log });

  test.each([
    [
      'who changed the deadline of the bean poles',
      'James Moss, yesterday at 10:00: Set the due date of TK-4 “Bean poles”.',
    ],
    [
      'when was the priority of the bean poles last changed?',
      'The history tells of no such change of TK-4 “Bean poles”.',
    ],
    ['what moved to Growing this week?', '1 card was moved to “Growing” this week: TK-5 “Water butt”.'],
    ['what happened to the bean poles today?', 'Nothing today.'],
    ['which cards were moved today', 'Nothing was moved today.'],
    [
      'did Ben do anything since Monday',
      'Ben Stone made 1 change since Monday:\n- Ben Stone, on Monday, 23 November at 10:00: Moved TK-5.',
    ],
  ])('%s', (text, answer) => expect(told(text, past)).toBe(answer));
});

test('a name of somebody is not at once the card that has it in its title', () => {
  const named = contextOf({ Ideas: ['Ask Ben about the pond'] });
  expect(told('where is Ben?', named)).toBe('? where is TK-1 | where is all cards of "Ben Stone"');
  expect(told('where is the pond?', named)).toBe('TK-1 “Ask Ben about the pond” is in “Ideas”.');
});

describe('a name alone', () => {
  test.each([
    ['untag bugs', '? remove the label "Bug" from all cards labelled "Bug"'],
    ['unassign James', '? unassign "James Moss" from all cards of "James Moss"'],
  ])('%s: takes that from its cards, and all else from none', (text, choice) =>
    expect(told(text, context)).toBe(choice),
  );
});

test('what stands for cards is no word of a title beside a verb or a place', () => {
  const named = contextOf({ Ideas: ['Move the hives', 'First frost'], Done: ['Old frame'] });
  expect(told('move them to Done', named)).toMatch(/^!/u);
  expect(told('move it to Done', named)).toMatch(/^!/u);
  expect(told('move that one by Friday', named)).toMatch(/^!/u);
  expect(told('frost them by Friday', named)).toMatch(/^!/u);
  expect(told('assign the first one of them to Ben', named)).toMatch(/^!/u);
  expect(told('what about the first one?', { ...named, talk: { cardIds: ['c1'], asked: null } })).toMatch(/^[!?]/u);
  expect(told('what about next week?', named)).toMatch(/^!/u);
  expect(told('assign the move one to Ben', named)).toMatch(/^[!?]/u);
});
