import { describe, expect, it, test } from 'vitest';
import { contextOf } from './testing/context.js';
import { boardAfter, titlesIn, told } from './testing/said.js';
import { understand } from './understand.js';

const context = contextOf({
  Backlog: ['Login page', 'Login API'],
  'In Progress': ['Checkout'],
  Review: ['Payment filters', 'Terms'],
  Done: [],
});

describe('new cards', () => {
  test.each<[string, string, readonly string[]]>([
    ['add Call the printer', 'Backlog', ['Call the printer']],
    ['add "Call the printer" to Review', 'Review', ['Call the printer']],
    ['add “call the printer” to Review', 'Review', ['call the printer']],
    ['please add a card called Call the printer to Review', 'Review', ['Call the printer']],
    ['new card Call the printer in Review', 'Review', ['Call the printer']],
    ['create a new task: Call the printer', 'Backlog', ['Call the printer']],
    ['make a card called Call the printer in Review', 'Review', ['Call the printer']],
    ['create a task to call the printer in Review', 'Review', ['Call the printer']],
    ['I need a card called Paper', 'Backlog', ['Paper']],
    ['in Review add Paper', 'Review', ['Paper']],
    ['put a card called Paper in Review', 'Review', ['Paper']],
    ['add a card in Review called Paper', 'Review', ['Paper']],
    ['add a card for Ben to call the printer', 'Backlog', ['Call the printer']],
    ['create 3 cards in Review: milk, eggs, bread', 'Review', ['milk', 'eggs', 'bread']],
    ['create two cards: Alpha and Beta', 'Backlog', ['Alpha', 'Beta']],
    ['add cards Alpha, Beta and Gamma to Review', 'Review', ['Alpha', 'Beta', 'Gamma']],
    ['add Alpha, Beta and Gamma to Review', 'Review', ['Alpha', 'Beta', 'Gamma']],
    ['add "bread" and "butter" to Review', 'Review', ['bread', 'butter']],
    ['add to Review: milk, eggs and bread', 'Review', ['milk', 'eggs', 'bread']],
    ['add Write the guide and the handbook for all to Review', 'Review', ['Write the guide and the handbook for all']],
    ['add "move Checkout to Done"', 'Backlog', ['move Checkout to Done']],
    ['add a card called "archive everything" to Review', 'Review', ['archive everything']],
    ['add Cleanup after the release', 'Backlog', ['Cleanup after the release']],
    ['add Wait for Ben to Review', 'Review', ['Wait for Ben']],
    ['add Buy milk, call mum and write the speech to Review', 'Review', ['Buy milk', 'call mum', 'write the speech']],
    ['add a bug called Crash on start', 'Backlog', ['Crash on start']],
    ['add Meeting notes to Review', 'Review', ['Meeting notes']],
    ['add Release text for customers', 'Backlog', ['Release text for customers']],
    ['add these to Review:\n- Milk\n- Eggs and ham\n- move it', 'Review', ['Milk', 'Eggs and ham', 'move it']],
    ['add the following cards:\n1. Milk\n2) Eggs', 'Backlog', ['Milk', 'Eggs']],
    ['add\nMilk\nEggs', 'Backlog', ['Milk', 'Eggs']],
    ['create cards in Review:\n[ ] Milk\n[x] Eggs', 'Review', ['Milk', 'Eggs']],
  ])('%s', (text, column, titles) => {
    const before = titlesIn(context.board, column);
    const added = titlesIn(boardAfter(text, context), column).slice(before.length);
    const small = (all: readonly string[]) => all.map((title) => title.toLowerCase());
    expect(small(added)).toEqual(small(titles));
  });

  test.each<[string, string, readonly string[]]>([
    ['add Paper to the top of Review', 'Review', ['Paper', 'Payment filters', 'Terms']],
    ['add Paper, Ink and Glue to Review at the top', 'Review', ['Paper', 'Ink', 'Glue', 'Payment filters', 'Terms']],
    ['add Paper above Login API', 'Backlog', ['Login page', 'Paper', 'Login API']],
    ['add Paper below Payment filters', 'Review', ['Payment filters', 'Paper', 'Terms']],
    ['add "Paper" after Login page', 'Backlog', ['Login page', 'Paper', 'Login API']],
    ['add Paper, Ink and Glue below Payment filters', 'Review', ['Payment filters', 'Paper', 'Ink', 'Glue', 'Terms']],
  ])('%s', (text, column, titles) => expect(titlesIn(boardAfter(text, context), column)).toEqual(titles));

  test.each([
    ['add a bug called Crash', 'Add “Crash” to “Backlog”. Add the label “Bug” to TK-6 “Crash”.'],
    ['new bug: Crash', 'Add “Crash” to “Backlog”. Add the label “Bug” to TK-6 “Crash”.'],
    [
      'add an urgent bug called Crash to Review',
      'Add “Crash” to “Review”. Add the label “Bug” to TK-6 “Crash”. Set the priority of TK-6 “Crash” to urgent.',
    ],
    ['add a high priority task Crash to Review', 'Add “Crash” to “Review”. Set the priority of TK-6 “Crash” to high.'],
    ['add Crash to Review, assigned to Ben', 'Add “Crash” to “Review”. Assign Ben Stone to TK-6 “Crash”.'],
    ['add Crash for Ben to Review', 'Add “Crash” to “Review”. Assign Ben Stone to TK-6 “Crash”.'],
    ['add Crash to Review and assign it to Ben', 'Add “Crash” to “Review”. Assign Ben Stone to TK-6 “Crash”.'],
    ['add Crash to Review and Fire to Done', 'Add “Crash” to “Review”. Add “Fire” to “Done”.'],
    // Behind a fact, quotation marks, or a comma where one card is spoken of, a name is no title.
    [
      'add a card called Crash, bug, Ben, high, in Review',
      'Add “Crash” to “Review”. Add the label “Bug” to TK-6 “Crash”. Assign Ben Stone to TK-6 “Crash”. Set the priority of TK-6 “Crash” to high.',
    ],
    [
      'add two jobs to Review - Crash and Fire - both for Ben',
      'Add “Crash” to “Review”. Assign Ben Stone to TK-6 “Crash”. Add “Fire” to “Review”. Assign Ben Stone to TK-7 “Fire”.',
    ],
    [
      'add three outages to Review: Fire, Flood, Frost',
      'Add “Fire” to “Review”. Add “Flood” to “Review”. Add “Frost” to “Review”.',
    ],
    [
      'put down a card for Ben: Crash, with label bug and people ana',
      'Add “Crash” to “Backlog”. Add the label “Bug” to TK-6 “Crash”. Assign Ben Stone and ana to TK-6 “Crash”.',
    ],
    [
      'add "Crash" to Review and "Fire" to Done, both for Ben',
      'Add “Crash” to “Review”. Assign Ben Stone to TK-6 “Crash”. Add “Fire” to “Done”. Assign Ben Stone to TK-7 “Fire”.',
    ],
    ['make a low-prio card in Review named Crash', 'Add “Crash” to “Review”. Set the priority of TK-6 “Crash” to low.'],
    [
      'add Crash to Review; bug; Ben',
      'Add “Crash” to “Review”. Add the label “Bug” to TK-6 “Crash”. Assign Ben Stone to TK-6 “Crash”.',
    ],
    ['add Crash to Review, bug', 'Add “Crash” to “Review”. Add the label “Bug” to TK-6 “Crash”.'],
    [
      'make a card, Crash, bug label, owner Ben, 3 points',
      'Add “Crash” to “Backlog”. Add the label “Bug” to TK-6 “Crash”. Assign Ben Stone to TK-6 “Crash”. Set the estimate of TK-6 “Crash” to 3.',
    ],
    [
      'put "Crash" in Review please, for Ben, tomorrow',
      'Add “Crash” to “Review”. Assign Ben Stone to TK-6 “Crash”. Set the due date of TK-6 “Crash” to 26 Nov 2026.',
    ],
    ['put "Crash" w/ label Bug in Review', 'Add “Crash” to “Review”. Add the label “Bug” to TK-6 “Crash”.'],
    ["add a card: Crash. It's for Ben S", 'Add “Crash” to “Backlog”. Assign Ben Stone to TK-6 “Crash”.'],
    [
      'add Crash to Review due tomorrow, and Fire for Ben due on Friday',
      'Add “Crash” to “Review”. Set the due date of TK-6 “Crash” to 26 Nov 2026. Add “Fire” to “Review”. Assign Ben Stone to TK-7 “Fire”. Set the due date of TK-7 “Fire” to 27 Nov 2026.',
    ],
    [
      'put "Crash" in Review, Ben has to finish it by Monday',
      'Add “Crash” to “Review”. Assign Ben Stone to TK-6 “Crash”. Set the due date of TK-6 “Crash” to 30 Nov 2026.',
    ],
    ['add Crash in Review, labelled bug', 'Add “Crash” to “Review”. Add the label “Bug” to TK-6 “Crash”.'],
  ])('%s', (text, sentences) => expect(told(text, context)).toBe(sentences));

  it('are asked about where one of two people is meant', () => {
    const people = [...context.people, { id: 'lee', name: 'Lee Ash' }, { id: 'lee2', name: 'Lee Birch' }];
    const toldOf = (name: string) => told(`add a card for ${name} to fix the crash`, { ...context, people });
    expect(toldOf('Lee')).toMatch(/^\? .*"Lee Ash".* \| .*"Lee Birch"/u);
    for (const name of ['Lee B', '"Lee Birch"']) expect(toldOf(name)).toContain('Assign Lee Birch to');
  });

  it('are no steps of one card', () => {
    expect(told('add Paper to Done, then to Review', context)).not.toMatch(/Add “then”/u);
  });

  it('have no further fields swallowed by their details', () => {
    expect(told('add Paper with details call first, due whenever', context)).not.toMatch(/Add “/u);
    expect(told('add Paper with details call first and checklist dial, speak', context)).toMatch(/the item “speak”/u);
  });

  it('have the details that were said', () => {
    const understood = understand('add Paper to Review with details "Call first, then order"', context);
    expect(understood).toMatchObject({
      operations: [{ type: 'card.create', title: 'Paper', columnId: 'review', details: 'Call first, then order' }],
    });
  });

  test.each([
    'add column Blocked',
    'make Checkout pretty',
    'write the guide',
    'open Checkout',
    'we need to move Checkout to Review',
    'add milk, move Checkout to Done and archive the printer',
    'add Milk to Review\nmove Checkout to Done',
    'add "Milk',
    'add',
    'add a card',
    'add a card to Review',
    'create 3 cards: a, b',
    'add a card called to Review',
    'new card: Paper. Tell Ben',
    'add two cards: Paper for ana, Ink for Ben',
    'add two more bugs',
    'add 3 more to Review',
    'add a card in Review called Paper to Done',
    'add an urgent card called Paper with low priority',
    'add Paper to Review due tomorrow, ana will do that for Ben',
    'put "Paper" in Review and "Ink" on the checklist of Nothing',
  ])('%s: is no card', (text) => expect(told(text, context)).not.toMatch(/Add “/u));

  test.each([
    'add move Checkout to Done',
    'add Checkout to Done',
    'add a card Crash and a card Fire to Review',
    'add Paper to Nowhere',
    'add bread and butter to Review',
    'add Paper if Checkout is done',
    'add Paper due whenever',
    'add a card called Paper, Ink',
    'new card Paper like Checkout',
    'add a card called Move to Review',
    'new card Crash for ana or ben',
    'add a card called Crash with label whatever',
    'new card Crash, owner whoever',

    'add a checklist Steps',
    'add label Foo',
  ])('%s: is asked for', (text) => expect(told(text, context)).toMatch(/^\? |^Add the label/u));
});
