import { describe, expect, test } from 'vitest';
import { createBoard, snapshotOf } from '../board.js';
import type { CommandContext } from './command.js';
import { contextOf } from './testing/context.js';
import { boardAfter, titlesIn, told } from './testing/said.js';

const AT = '2026-11-20T09:00:00.000Z';
const base = contextOf(
  {
    Ideas: ['Red bus for guests', 'Minibus for the band', 'Chapter 1 draft', 'Fire pit for cards'],
    'New orders': ['24 cupcakes, lemon', 'Carrot cake', 'Pecan pie'],
    'Ready for pickup': ['Cheesecake'],
    Done: ['Milk bread'],
  },
  {
    archive: {
      cards: [{ id: 'a1', number: 21, title: 'Horse and carriage', columnId: 'ideas', archivedAt: AT }],
      columns: [],
    },
  },
);
const snapshot = snapshotOf(base.board);
const MORE: Readonly<Record<string, object>> = {
  c3: { labelIds: ['chapter'] },
  c5: { assigneeIds: ['ben'], priority: 'low', dueAt: '2026-11-20', estimate: 3 },
  c6: { labelIds: ['chapter', 'bug'], dueAt: '2026-11-27' },
};
const context: CommandContext = {
  ...base,
  board: createBoard({
    ...snapshot,
    title: 'Bakery orders',
    labels: [...base.board.labels(), { id: 'chapter', name: 'Chapter 1', hue: 10, archivedAt: null, mergedInto: null }],
    cards: snapshot.cards.map((card) => ({ ...card, ...MORE[card.id] })),
  }),
};

describe('what is added', () => {
  test.each<[string, string]>([
    ['add 30 rolls for Friday', '? add "30 rolls for Friday" | add "30 rolls" due 2026-11-27'],
    ['create a lemon cake card in Ideas', '? create "lemon cake" in Ideas | create "lemon cake card" in Ideas'],
    [
      'add 3 baguettes for Mr Smith tomorrow',
      '? add "3 baguettes for Mr Smith tomorrow" | add "3 baguettes for Mr Smith" due 2026-11-26',
    ],
    ['add muffins, 12 pieces, bug', '? add "muffins", "12 pieces" labelled bug | add "muffins", "12 pieces", "bug"'],
    ['add urgent Balloons', '? add "Balloons" with priority urgent | add "urgent Balloons"'],
    ['add Rings as the 2nd card in Ideas', '? add "Rings as the 2nd card" in Ideas'],
    ['add Rings between carrot cake and pecan pie', '? add "Rings between carrot cake and pecan pie"'],
    ['add Rings above carrot cake and below pecan pie', '! That says twice where the card is to be. Say it once.'],
    ['add to carrot cake: ring twice', '? add "to carrot cake: ring twice"'],
    ['add a fast lane after Ideas', '? add "a fast lane after Ideas"'],
    ['add New orders', '? add a card called "New orders"'],
    ['add Watch Apocalypse now', '? add "Watch Apocalypse" | add "Watch Apocalypse now"'],
    [
      'rename fire pit to Do it now please',
      '? rename fire pit to "Do it" please | rename fire pit to "Do it now" please',
    ],
    ['add Batch 9 to Ideas same as batch 8', '? add "Batch 9 to Ideas same as batch 8"'],
  ])('%s: is asked for where a title may be more than a title', (text, question) =>
    expect(told(text, context)).toBe(question),
  );

  test.each<[string, string]>([
    [
      'add Scones and Rye bread to new orders, both low priority',
      'Add “Scones” to “New orders”. Set the priority of TK-10 “Scones” to low. ' +
        'Add “Rye bread” to “New orders”. Set the priority of TK-11 “Rye bread” to low.',
    ],
    [
      'add Pasta, Rice and Bread to Ideas, all due tomorrow',
      'Add “Pasta” to “Ideas”. Set the due date of TK-10 “Pasta” to 26 Nov 2026. ' +
        'Add “Rice” to “Ideas”. Set the due date of TK-11 “Rice” to 26 Nov 2026. ' +
        'Add “Bread” to “Ideas”. Set the due date of TK-12 “Bread” to 26 Nov 2026.',
    ],
    [
      'create a card in Ideas named Batch 9 with checklist thaw, stain',
      'Add “Batch 9” to “Ideas”. Add the checklist “Checklist” to TK-10 “Batch 9”. ' +
        'Add the item “thaw” to TK-10 “Batch 9”. Add the item “stain” to TK-10 “Batch 9”.',
    ],
    [
      'add Batch 9 to Ideas with a checklist thaw, stain, due tomorrow',
      'Add “Batch 9” to “Ideas”. Add the checklist “Checklist” to TK-10 “Batch 9”. ' +
        'Add the item “thaw” to TK-10 “Batch 9”. Add the item “stain” to TK-10 “Batch 9”. ' +
        'Set the due date of TK-10 “Batch 9” to 26 Nov 2026.',
    ],
    [
      'add a chapter 1 card Nakamura to Ideas',
      'Add “Nakamura” to “Ideas”. Add the label “Chapter 1” to TK-10 “Nakamura”.',
    ],
    ['new order: muffins', 'Add “muffins” to “Ideas”.'],
    ['add a bug order: muffins', 'Add “muffins” to “Ideas”. Add the label “Bug” to TK-10 “muffins”.'],
    ['add Rings (gold, plain) to Ideas', 'Add “Rings (gold, plain)” to “Ideas”.'],
    ['add Rings; Vows to Ideas', 'Add “Rings” to “Ideas”. Add “Vows” to “Ideas”.'],
    [
      'add Rings @ben #bug',
      'Add “Rings” to “Ideas”. Add the label “Bug” to TK-10 “Rings”. Assign Ben Stone to TK-10 “Rings”.',
    ],
    ['add Rings to Ideas, urgent', 'Add “Rings” to “Ideas”. Set the priority of TK-10 “Rings” to urgent.'],
    ['add milk to Ideas now', 'Add “milk” to “Ideas”.'],
    ['add to the details of the carrot cake: ring twice, then wait', 'Change the details of TK-6 “Carrot cake”.'],
  ])('%s: has all that is said of it', (text, sentences) => expect(told(text, context)).toBe(sentences));
});

describe('which cards are meant', () => {
  test('is asked for where a label is called so, too', () => {
    expect(told('move chapter 1 to Done', context)).toBe(
      '? move TK-3 to Done | move all cards labelled "Chapter 1" to Done',
    );
    expect(told('move chapter 1 draft to Done', context)).toBe('Move TK-3 “Chapter 1 draft” from “Ideas” to “Done”.');
  });

  test('is asked for where a number may be what a title begins with', () => {
    const bakery = contextOf({ Ideas: ['Bread', '3 bagels', 'Buns'], Done: [] });
    expect(told('archive 3', bakery)).toBe('? archive TK-3 | archive TK-2');
    expect(told('archive #3', bakery)).toBe('Archive TK-3 “Buns”.');
    expect(told('archive card 3', bakery)).toBe('Archive TK-3 “Buns”.');
    expect(told('archive cards 1 and 3', bakery)).toBe('Archive TK-1 “Bread”. Archive TK-3 “Buns”.');
    expect(told('archive 1', bakery)).toBe('Archive TK-1 “Bread”.');
  });

  test('are all of somebody’s, and not all who have them', () => {
    expect(told("remove all of Ben's cards in New orders", context)).toBe('Archive TK-5 “24 cupcakes, lemon”.');
    expect(told('remove everyone from the cupcakes', context)).toBe(
      'Unassign Ben Stone from TK-5 “24 cupcakes, lemon”.',
    );
  });

  test('may be all that are called so, where several are spoken of', () => {
    const board = contextOf({ Ideas: ['Batch 7', 'Batch 8', 'Minibus'], Done: [] });
    expect(told('move the batches to Done', board)).toBe(
      '? move TK-1 to Done | move TK-2 to Done | move TK-1 and TK-2 to Done',
    );
    expect(told('move the batch to Done', board)).toBe('? move TK-1 to Done | move TK-2 to Done');
    expect(told('rename the batches to X', board)).toBe('? rename TK-1 to X | rename TK-2 to X');
  });

  test('is asked for where a person is called so, too', () => {
    const people = [{ id: 'bus', name: 'Red Baron' }, ...context.people];
    expect(told('move Red to Done', { ...context, people })).toBe(
      '? move TK-1 to Done | move all cards of "Red Baron" to Done',
    );
  });

  test('is asked for where a label is called like a priority, and its cards are others', () => {
    const urgent = { id: 'urgent', name: 'Urgent', hue: 10, archivedAt: null, mergedInto: null };
    const cards = snapshotOf(context.board).cards.map((card) =>
      card.id === 'c4'
        ? { ...card, labelIds: ['urgent'] }
        : card.id === 'c7'
          ? { ...card, priority: 'urgent' as const }
          : card,
    );
    const board = createBoard({ ...snapshotOf(context.board), cards, labels: [urgent, ...context.board.labels()] });
    expect(told('move all urgent cards to Done', { ...context, board })).toBe(
      '? move all "urgent" cards to Done | move all urgent priority cards to Done',
    );
    expect(told('move all urgent priority cards to Done', { ...context, board })).toMatch(/^Move TK-7/u);
    expect(told('move all "urgent" cards to Done', { ...context, board })).toMatch(/^Move TK-4/u);
  });

  test('is none that is only nearly called as a name on the board is', () => {
    const people = [{ id: 'pit', name: 'Pitt' }, ...context.people];
    expect(told('what is Pitt', { ...context, people })).toMatch(/^!/u);
    expect(told('archive Pitt', { ...context, people })).toMatch(/^!/u);
  });

  test('is asked for where less than half of the title is archived', () => {
    expect(told('archive lemon', context)).toBe('? archive TK-5');
    expect(told('archive carrot', context)).toBe('Archive TK-6 “Carrot cake”.');
    expect(told('move lemon to Done', context)).toBe('Move TK-5 “24 cupcakes, lemon” from “New orders” to “Done”.');
  });

  test.each<[string, readonly string[]]>([
    ['move both buses to Done', []],
    ['move all minibuses to Done', ['Minibus for the band']],
    ['move all cakes to Done', ['Carrot cake']],
    ['move every cake due Friday to Done', ['Carrot cake']],
    ['move all carrot cakes to Done', ['Carrot cake']],
    ['move everything to Done except all ideas', ['24 cupcakes, lemon', 'Carrot cake', 'Pecan pie', 'Cheesecake']],
    ['move everything due before December to Done', ['24 cupcakes, lemon', 'Carrot cake']],
    ['move everything due in December to Done', []],
    ['move both Minibus and Carrot cake to Done', ['Minibus for the band', 'Carrot cake']],
    ['move all new orders to Done', ['24 cupcakes, lemon', 'Carrot cake', 'Pecan pie']],
    [
      'move unassigned ideas to Done',
      ['Red bus for guests', 'Minibus for the band', 'Chapter 1 draft', 'Fire pit for cards'],
    ],
    ['move overdue orders to Done', ['24 cupcakes, lemon']],
    ["move Ben's orders to Done", ['24 cupcakes, lemon']],
    ['move the last order in Ideas to Done', ['Fire pit for cards']],
    ['move all orders to Done', []],
    ['move all cards in Ready for pickup to Done', ['Cheesecake']],
  ])('%s', (text, titles) =>
    expect(titlesIn(boardAfter(text, context), 'Done').filter((title) => title !== 'Milk bread')).toEqual(titles),
  );
});

describe('orders without a verb', () => {
  test.each<[string, readonly string[]]>([
    ['carrot cake on top', ['Carrot cake', '24 cupcakes, lemon', 'Pecan pie']],
    ['pecan pie goes to the top of its column', ['Pecan pie', '24 cupcakes, lemon', 'Carrot cake']],
    ['24 cupcakes to the bottom', ['Carrot cake', 'Pecan pie', '24 cupcakes, lemon']],
    ['pecan pie above carrot cake', ['24 cupcakes, lemon', 'Pecan pie', 'Carrot cake']],
    ['put the pecan pie at the top of its column', ['Pecan pie', '24 cupcakes, lemon', 'Carrot cake']],
    ['pecan pie above carrot cake?', ['24 cupcakes, lemon', 'Carrot cake', 'Pecan pie']],
  ])('%s', (text, titles) => expect(titlesIn(boardAfter(text, context), 'New orders')).toEqual(titles));
});

describe('as people say it elsewhere', () => {
  test.each<[string, string]>([
    ['change "Pecan pie" to "Pecan pie x2"', 'Rename TK-7 “Pecan pie” to “Pecan pie x2”.'],
    ['toss the cheesecake', 'Archive TK-8 “Cheesecake”.'],
    ['the pecan pie has to wait for the carrot cake', 'Link TK-6 “Carrot cake” as blocking TK-7 “Pecan pie”.'],
    ['call Ideas "Some day"', 'Rename the column “Ideas” to “Some day”.'],
    ['add a Paid column after Ideas', 'Add the column “Paid”.'],
    ['add a new column', '! Say what the column is to be called: “add a column called Blocked”.'],
    ['rename the column Ideas to Done', '! There is a column “Done” already.'],
    ['carrot cake due 3 weeks from now', 'Set the due date of TK-6 “Carrot cake” to 16 Dec 2026.'],
    ['set carrot cake for the last day of February', 'Set the due date of TK-6 “Carrot cake” to 28 Feb 2027.'],
    ['carrot cake due 2 days earlier', 'Set the due date of TK-6 “Carrot cake” to 25 Nov 2026.'],
    ['the due date of the carrot cake a week later', 'Set the due date of TK-6 “Carrot cake” to 4 Dec 2026.'],
    ['remove the dates from the carrot cake', 'Remove the due date of TK-6 “Carrot cake”.'],
    ['remove all dates from the pecan pie', '! TK-7 “Pecan pie” has no dates.'],
    [
      'take Ben off the cupcakes and put ana on instead',
      'Assign ana to TK-5 “24 cupcakes, lemon” and unassign Ben Stone.',
    ],
    [
      'restore horse and carriage and put it in Ideas',
      'Restore TK-21 “Horse and carriage”. Move TK-21 “Horse and carriage” within “Ideas”.',
    ],
    ['how many cards does Ben have in New orders', 'Ben Stone has 1 card in “New orders”.'],
    ['does the carrot cake have a checklist', 'No, TK-6 “Carrot cake” has no checklist.'],
    ['max 4 in ideas', 'Set the limit of “Ideas” to 4.'],
    ['assign nobody to the cupcakes', 'Unassign Ben Stone from TK-5 “24 cupcakes, lemon”.'],
    ['Ben on carrot cake', 'Assign Ben Stone to TK-6 “Carrot cake”.'],
    ['drop the priority of TK-5 to none', 'Remove the priority of TK-5 “24 cupcakes, lemon”.'],
    ['restore horse & carriage', 'Restore TK-21 “Horse and carriage”.'],
    ['put the horse and carriage back on the board', 'Restore TK-21 “Horse and carriage”.'],
    ['label all cake cards Bug', 'Add the label “Bug” to TK-6 “Carrot cake”.'],
    ['actually undo', 'Undo your last change.'],
    ['is the cheesecake ready?', 'Yes, TK-8 “Cheesecake” is in “Ready for pickup”.'],
    ['is the carrot cake ready?', 'No, TK-6 “Carrot cake” is in “New orders”.'],
    ['are the cupcakes in new orders?', 'Yes, TK-5 “24 cupcakes, lemon” is in “New orders”, number 1 of 3.'],
    ['is the cheesecake done?', 'No, TK-8 “Cheesecake” is in “Ready for pickup”.'],
    ['is the milk bread bug?', 'No, TK-9 “Milk bread” has no labels.'],
    ['the pecan pie is bug', 'Add the label “Bug” to TK-7 “Pecan pie”.'],
    ["the carrot cake isn't a bug any more", 'Remove the label “Bug” from TK-6 “Carrot cake”.'],
    ['Ben is on pecan pie', 'Assign Ben Stone to TK-7 “Pecan pie”.'],
    ["what's overdue for Ben", 'There is one: TK-5 “24 cupcakes, lemon”.'],
    ["what's overdue for me", 'You have no overdue cards.'],
    [
      'add checklist to pecan pie: bake, box',
      'Add the checklist “Checklist” to TK-7 “Pecan pie”. Add the item “bake” to TK-7 “Pecan pie”. Add the item “box” to TK-7 “Pecan pie”.',
    ],
    ['when is the carrot cake?', 'TK-6 “Carrot cake” is due on Friday, 27 November.'],
    ['sum of points in New orders', 'The estimates of the cards in “New orders” come to 3. 2 cards have no estimate.'],
  ])('%s', (text, words) => expect(told(text, context)).toBe(words));

  test.each([
    'rename carrot cake to Cake and archive',
    'add rings and doves and archive',
    'create a card in each column called Test',
    'create a card for each guest',
    'call Ideas tomorrow',
    'change Pecan pie to something else',
    'photographer on Ben',
    'all on top',
  ])('%s: is not done', (text) => expect(told(text, context)).toMatch(/^[!?]/u));
});

describe('numbers in titles', () => {
  const chapters = contextOf({
    Draft: ['Prologue', 'Chapter 4: Rain', 'Chapter 1: Sun', 'Chapter 2: Fog', 'Chapter 12: Snow', 'Part 34'],
    Done: [],
  });

  // Card 2 is chapter 4.
  test.each<[string, readonly string[]]>([
    ['move chapters 1 and 2 to done', ['Chapter 1: Sun', 'Chapter 2: Fog']],
    ['finish chapter 4, 2 and 1', ['Chapter 4: Rain', 'Chapter 2: Fog', 'Chapter 1: Sun']],
    ['move chapters 1 and 3 to done', []],
    ['move chapter 1 and 2 to done', ['Chapter 1: Sun', 'Chapter 2: Fog']],
    ['move part 3 4 to done', []],
    ['move cards 1 and 2 to done', ['Prologue', 'Chapter 4: Rain']],
  ])('%s', (text, titles) => expect(titlesIn(boardAfter(text, chapters), 'Done')).toEqual(titles));
});
