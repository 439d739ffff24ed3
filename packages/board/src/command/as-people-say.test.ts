import { describe, expect, it, test } from 'vitest';
import { createBoard } from '../board.js';
import { understand } from './understand.js';
import type { CommandContext } from './command.js';
import { contextOf } from './testing/context.js';
import { told } from './testing/said.js';

const base = contextOf({
  Ideas: ['Spring menu', 'Tasting night'],
  'To do': ['Hire a dishwasher', 'Repair the dishwasher', 'Staff rota', 'Deep clean the hood'],
  'This week': ['Fire inspection', 'Pay the importer'],
  Done: ['Print menus'],
});
const STEPS = { id: 'list', title: 'Steps', items: [{ id: 'i', text: 'scrub', done: false, assigneeId: null }] };
const MORE: Readonly<Record<string, object>> = {
  c6: { checklists: [STEPS] },
  c8: { assigneeIds: ['ana'], dueAt: '2026-12-01' },
};
const { board } = base;
const context: CommandContext = {
  ...base,
  board: createBoard({
    id: 'b',
    key: 'OL',
    title: 'Osteria',
    seq: 1,
    lastNumber: 9,
    columns: board.columns(),
    labels: board.labels(),
    cards: board.columns().flatMap(({ id }) => board.cardsIn(id).map((card) => ({ ...card, ...MORE[card.id] }))),
  }),
};

/** The numbers of the cards that would change. */
function changed(text: string): readonly number[] {
  const understood = understand(text, context);
  return understood.kind === 'change' ? understood.cardIds.map((id) => context.board.card(id)?.number ?? 0) : [];
}

describe('all but one of a column', () => {
  test.each<[string, readonly number[]]>([
    ['move all cards except the rota from to do to this week', [3, 4, 6]],
    ['move all but the rota from to do to done', [3, 4, 6]],
    ['move everything apart from the rota from to do to done', [3, 4, 6]],
    ['move everything except fire inspection from this week to done', [8]],
    ['move all cards from to do except the rota to this week', [3, 4, 6]],
  ])('%s', (text, numbers) => expect(changed(text)).toEqual(numbers));

  it('asks where the column may be that of the one only', () => {
    expect(told('archive everything except the spring menu in ideas', context)).toBe(
      '? archive everything in "Ideas" except the spring menu',
    );
    expect(told("move all cards except ana's in to do to done", context)).toBe(
      `? move all cards in "To do" except ana's to done`,
    );
  });
});

describe('what is added and is no card', () => {
  test.each([
    [
      'add a note to fire inspection saying bring the logbook',
      'Comment on OL-7 “Fire inspection”: “bring the logbook”.',
    ],
    ['add "rinse" to the deep clean checklist', 'Add the item “rinse” to OL-6 “Deep clean the hood”.'],
    [
      'add items rinse and dry to the deep clean checklist',
      'Add the item “rinse” to OL-6 “Deep clean the hood”. Add the item “dry” to OL-6 “Deep clean the hood”.',
    ],
    [
      'add item salt and vinegar to the deep clean checklist',
      'Add the item “salt and vinegar” to OL-6 “Deep clean the hood”.',
    ],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  test.each([
    'add a description to tasting night',
    'add another card like spring menu',
    'add items rinse and dry to the checklist of nobody knows what',
    'add milk, salt to the checklist of the importer of wine',
    'add "milk" and "salt" to the checklist of the importer of wine',
  ])('makes no card of “%s”', (text) => expect(told(text, context)).toMatch(/^[!?] /u));
});

describe('all but some, said last', () => {
  test.each<[string, readonly number[]]>([
    ['move everything in to do to this week except the rota', [3, 4, 6]],
    ['move all cards in this week to done, except for fire inspection', [8]],
  ])('%s', (text, numbers) => expect(changed(text)).toEqual(numbers));

  test.each(['move everything in done to ideas except the rota', 'move spring menu to to do except friday'])(
    'refuses what is not among them: %s',
    (text) => expect(told(text, context)).toMatch(/^! /u),
  );
});

describe('cards that are counted', () => {
  test.each<[string, readonly number[]]>([
    ['move both dishwasher cards to done', [3, 4]],
    ['move the two dishwasher cards to done', [3, 4]],
    ['move two dishwasher cards to done', []],
  ])('%s', (text, numbers) => expect(changed(text)).toEqual(numbers));

  it('says so where there are not as many', () => {
    expect(told('move the three dishwasher cards to done', context)).toBe(
      '! There are 2 cards with “dishwasher”, not 3. Say which.',
    );
  });
});

describe('“call”', () => {
  test.each([
    ['call the "Done" column "Served"', 'Rename the column “Done” to “Served”.'],
    ['call spring menu Summer menu', 'Rename OL-1 “Spring menu” to “Summer menu”.'],
    ['call the rota "Rota for Easter"', 'Rename OL-5 “Staff rota” to “Rota for Easter”.'],
  ])('gives another title: %s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  test.each(['call the importer tomorrow', 'call the importer back', 'call the importer about wine'])(
    'gives none where it is a thing to do: %s',
    (text) => expect(told(text, context)).toMatch(/^! /u),
  );
});

describe('as people say it', () => {
  test.each([
    ['oops, take that back', 'Undo your last change.'],
    ['move spring menu to this week for now', 'Move OL-1 “Spring menu” from “Ideas” to “This week”.'],
    ['move only spring menu to this week', 'Move OL-1 “Spring menu” from “Ideas” to “This week”.'],
    ['make ben responsible for the rota', 'Assign Ben Stone to OL-5 “Staff rota”.'],
    ['the rota is mine', 'Assign ana to OL-5 “Staff rota”.'],
    ['assign ben the rota', 'Assign Ben Stone to OL-5 “Staff rota”.'],
    ['assign me and ben the rota', 'Assign ana and Ben Stone to OL-5 “Staff rota”.'],
    ['assign the importer to nobody', 'Unassign ana from OL-8 “Pay the importer”.'],
    ['delete ana from the importer', 'Unassign ana from OL-8 “Pay the importer”.'],
    ['assign ben instead of ana to the importer', 'Assign Ben Stone to OL-8 “Pay the importer” and unassign ana.'],
    ["the importer isn't due anymore", 'Remove the due date of OL-8 “Pay the importer”.'],
    [
      'the rota starts tomorrow and is due on 2 December',
      'Set the start date of OL-5 “Staff rota” to 26 Nov 2026 and the due date to 2 Dec 2026.',
    ],
    ['description of tasting night: five courses, 40 seats', 'Change the details of OL-2 “Tasting night”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  test.each([
    ['how many cards are there?', 'There are 9 cards on the board.'],
    ['is ana on the importer?', 'Yes, OL-8 “Pay the importer” is assigned to you.'],
    ['is ben working on the importer?', 'No, OL-8 “Pay the importer” is assigned to you.'],
    ["what's on my plate?", 'You have 1 unfinished card: OL-8 “Pay the importer”.'],
    ["what's blocking the rota?", 'Nothing: OL-5 “Staff rota” is not blocked by any card.'],
  ])('%s', (text, answer) => expect(told(text, context)).toBe(answer));

  it('finds what nobody has', () => {
    expect(told('which cards in This week have nobody?', context)).toBe('There is one: OL-7 “Fire inspection”.');
  });
});

describe('a word that is only nearly in a title, and no verb', () => {
  it('is asked about', () => {
    expect(told('hike done', context)).toBe('? OL-3 done');
  });
});

describe('what is said in other words', () => {
  test.each([
    ['the rota needs to be the first one in to do', 'Move OL-5 “Staff rota” within “To do”.'],
    ['shift the hood along to this week', 'Move OL-6 “Deep clean the hood” from “To do” to “This week”.'],
    ['fix the title of OL-9: Print the menus', 'Rename OL-9 “Print menus” to “Print the menus”.'],
    ['empty out done', 'Archive OL-9 “Print menus”.'],
    ['due tomorrow for the rota', 'Set the due date of OL-5 “Staff rota” to 26 Nov 2026.'],
    [
      'move the due date of the importer forward to friday',
      'Set the due date of OL-8 “Pay the importer” to 27 Nov 2026.',
    ],
    ['delay the importer til 3 december', 'Set the due date of OL-8 “Pay the importer” to 3 Dec 2026.'],
    ['ben must look after the rota', 'Assign Ben Stone to OL-5 “Staff rota”.'],
    ['ben picks up fire inspection', 'Assign Ben Stone to OL-7 “Fire inspection”.'],
    ['the rota is really urgent', 'Set the priority of OL-5 “Staff rota” to urgent.'],
    ['archive what is in done', 'Archive OL-9 “Print menus”.'],
    ["push what's due next week to ideas", 'Move OL-8 “Pay the importer” from “This week” to “Ideas”.'],
  ])('%s', (text, sentence) => expect(told(text, context)).toBe(sentence));

  test.each([
    [
      'delegate the rota to ben by monday',
      'Assign Ben Stone to OL-5 “Staff rota”. Set the due date of OL-5 “Staff rota” to 30 Nov 2026.',
    ],
    [
      'ben must deliver the rota by 3 december',
      'Assign Ben Stone to OL-5 “Staff rota”. Set the due date of OL-5 “Staff rota” to 3 Dec 2026.',
    ],
    [
      'hand the importer to ben by monday',
      '! Others are assigned to that. Say “reassign … to …”, and then when it is due.',
    ],
    [
      'move the rota to done and change the priority to low',
      'Move OL-5 “Staff rota” from “To do” to “Done”. Set the priority of OL-5 “Staff rota” to low.',
    ],
    [
      'archive the spring menu, move the rota to done and set the deadline to tomorrow',
      'Archive OL-1 “Spring menu”. Move OL-5 “Staff rota” from “To do” to “Done”. Set the due date of OL-5 “Staff rota” to 26 Nov 2026.',
    ],
  ])('%s', (text, sentences) => expect(told(text, context)).toBe(sentences));

  test.each([
    'set the priority to low',
    'delegate the rota to ben by chance',
    'move the due date of the importer forward to 9 december',
    'move what is to done',
    "move what's up to done",
    'what is due next week to ideas',
    'ben must not look after the rota',
  ])('changes nothing: %s', (text) => expect(told(text, context)).toMatch(/^[!?=]|^There|^“/u));
});

describe('what says no in a word of its own', () => {
  test.each([
    "ben shouldn't do the rota",
    'ben shouldnt do the rota',
    "the rota shouldn't go to done",
    "the rota doesn't go to done",
    'the rota doesnt belong in done',
    "the rota can't start tomorrow",
    'the importer wasnt due friday',
    'deassign ana from the importer',
    'unmove the rota',
    'no cards are done',
  ])('changes nothing and asks for no card: %s', (text) => expect(told(text, context)).toMatch(/^! /u));
});

describe('a title that may be something else', () => {
  test.each([
    ['add ben to this week', '? assign ben to all cards in "This week" | add a card called "ben" to "This week"'],
    ['put ben in this week', '? assign ben to all cards in "This week" | add a card called "ben" to "This week"'],
    ['add bug to this week', '? label all cards in "This week" as bug | add a card called "bug" to "This week"'],
    [
      'add the spring menu to this week',
      '? move OL-1 to "This week" | add a card called "the spring menu" to "This week"',
    ],
  ])('is asked about: %s', (text, choices) => expect(told(text, context)).toBe(choices));
});
