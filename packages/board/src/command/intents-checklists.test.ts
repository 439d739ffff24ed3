import { describe, expect, it } from 'vitest';
import { fieldContext, outcomeOf } from './testing/fields.js';

const context = fieldContext();
const ON = 'TK-4 “Search results”';

describe('checklists', () => {
  it.each([
    ['add a checklist to TK-3', 'Add the checklist “Checklist” to TK-3 “Dark mode”.'],
    ['add a checklist Steps to TK-3', 'Add the checklist “Steps” to TK-3 “Dark mode”.'],
    ['add a checklist called "How to test" to dark mode', 'Add the checklist “How to test” to TK-3 “Dark mode”.'],
    ['create a QA checklist on TK-3', 'Add the checklist “QA” to TK-3 “Dark mode”.'],
    [
      'add a checklist QA to TK-3 with colors, fonts and icons',
      'Add the checklist “QA” to TK-3 “Dark mode”. Add the item “colors” to TK-3 “Dark mode”. Add the item “fonts” to TK-3 “Dark mode”. Add the item “icons” to TK-3 “Dark mode”.',
    ],
    ['rename the checklist of TK-4 to Plan', `Rename the checklist “Steps” on ${ON} to “Plan”.`],
    ['delete the checklist of TK-4', `Delete the checklist “Steps” on ${ON}.`],
    ['delete the steps checklist from TK-4', `Delete the checklist “Steps” on ${ON}.`],
    ['delete the checklist of TK-5', 'Refuses: TK-5 “Rate limiting” has several checklists. Say which one.'],
    ['delete the checklist of TK-3', 'Refuses: TK-3 “Dark mode” has no checklist.'],
  ])('%s', (text, sentence) => {
    expect(outcomeOf(text, context)).toBe(sentence);
  });
});

describe('items', () => {
  it.each([
    'add "Buy milk" to the checklist of TK-4',
    'add "Buy milk" to the checklist on search results',
    'add Buy milk to the steps of TK-4',
    "add Buy milk to TK-4's checklist",
    'add the item "Buy milk" to TK-4',
    'add a subtask Buy milk to TK-4',
    'add "Buy milk" as a step to TK-4',
  ])('are added: %s', (text) => {
    expect(outcomeOf(text, context)).toBe(`Add the item “Buy milk” to ${ON}.`);
  });

  it('are several with commas or quotation marks, and one without', () => {
    const items = (text: string) => outcomeOf(text, context).match(/(?<=item )“[^”]+”(?= to)/gu);
    expect(items('add milk, eggs and bread to the checklist of TK-4')).toEqual(['“milk”', '“eggs”', '“bread”']);
    expect(items('add subtasks milk, eggs and bread to TK-4')).toEqual(['“milk”', '“eggs”', '“bread”']);
    expect(items('add three subtasks to TK-4: milk, eggs, bread')).toEqual(['“milk”', '“eggs”', '“bread”']);
    expect(items('add wash, dry and label to the checklist of TK-4')).toEqual(['“wash”', '“dry”', '“label”']);
    expect(items('add "milk" and "eggs" to the checklist of TK-4')).toEqual(['“milk”', '“eggs”']);
    expect(items('add "Pack", "Label it" and "Send" to the checklist of TK-3')).toEqual([
      '“Pack”',
      '“Label it”',
      '“Send”',
    ]);
    expect(items('add a checklist item to TK-4: Try it out')).toEqual(['“Try it out”']);
    expect(items('add another step to TK-4: "Wash" and "Dry"')).toEqual(['“Wash”', '“Dry”']);
    expect(items('add salt and pepper to the checklist of TK-4')).toEqual(['“salt and pepper”']);
  });

  it('begin a checklist where there is none, and ask where there are several', () => {
    expect(outcomeOf('add "Try it" to the checklist of TK-3', context)).toBe(
      'Add the checklist “Checklist” to TK-3 “Dark mode”. Add the item “Try it” to TK-3 “Dark mode”.',
    );
    expect(outcomeOf('add "Try it" to the checklist of TK-5', context)).toBe('Asks: Before / After');
    expect(outcomeOf('add "Try it" to the "After" checklist of TK-5', context)).toBe(
      'Add the item “Try it” to TK-5 “Rate limiting”.',
    );
  });

  it.each([
    'tick write tests on TK-4',
    'tick off "Write tests" on search results',
    'check off Write tests in TK-4',
    'check write tests',
    'mark Write tests on TK-4 as done',
    'mark Write tests as done on TK-4',
    'write tests on TK-4 is done',
    'mark write tests as done',
    'mark the "Write tests" item as done',
  ])('are ticked: %s', (text) => {
    expect(outcomeOf(text, context)).toBe(`Tick “Write tests” on ${ON}.`);
  });

  it.each([
    ['untick sketch it on TK-4', `Untick “Sketch it” on ${ON}.`],
    ['uncheck "Sketch it" on TK-4', `Untick “Sketch it” on ${ON}.`],
    ['tick write tests and ask eve on TK-4', `Tick “Write tests” on ${ON}. Tick “Ask Eve” on ${ON}.`],
    ['tick everything on TK-4', `Tick “Write tests” on ${ON}. Tick “Ask Eve” on ${ON}.`],
    ['remove the item ask eve from TK-4', `Delete “Ask Eve” on ${ON}.`],
    ['rename ask eve on TK-4 to "Ask Bob"', `Change “Ask Eve” on ${ON} to “Ask Bob”.`],
    ['assign write tests on TK-4 to Ben', `Assign “Write tests” on ${ON} to Ben Stone.`],
  ])('%s', (text, sentence) => {
    expect(outcomeOf(text, context)).toBe(sentence);
  });

  it.each([
    ['tick sketch it on TK-4', /^Refuses: That item is ticked already/],
    ['tick write tests on TK-3', /^Refuses/],
    ['tick fly to the moon on TK-4', /^Refuses/],
    ['tick TK-4', /^Refuses/],
  ])('that are not there, or ticked already, are not ticked: %s', (text, outcome) => {
    expect(outcomeOf(text, context)).toMatch(outcome);
  });
});
