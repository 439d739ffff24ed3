import { describe, expect, it } from 'vitest';
import { contextOf } from './testing/context.js';
import { fieldContext, outcomeOf } from './testing/fields.js';

const context = fieldContext();

describe('labels of cards', () => {
  it.each([
    'label TK-3 as design',
    'label TK-3 design',
    'tag dark mode with design',
    'tag TK-3 #design',
    'add design to dark mode',
    'add the label design to TK-3',
    'add the design label to TK-3',
    'add design label to TK-3',
    'put the label design on dark mode',
    'give TK-3 the design label',
    'TK-3 needs the design label',
    'mark TK-3 as design',
    'please label dark mode as design, thanks',
  ])('are put on: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Add the label “Design” to TK-3 “Dark mode”.');
  });

  it.each(['TK-3 is a bug', 'make TK-3 a bug', 'add bug to TK-3'])('are put on by a noun: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Add the label “Bug” to TK-3 “Dark mode”.');
  });

  it('are put on several cards, several at once', () => {
    expect(outcomeOf('add labels bug and design to TK-2 and TK-3', context)).toBe(
      'Add the label “Bug” and the label “Design” to TK-2 “Login API”. Add the label “Bug” and the label “Design” to TK-3 “Dark mode”.',
    );
  });

  it.each([
    'remove the bug label from TK-1',
    'remove the label bug from the login page',
    'remove bug from TK-1',
    'take the bug label off TK-1',
    'unlabel TK-1 bug',
    'untag TK-1 bug',
    'TK-1 is no longer a bug',
    'remove all labels from TK-1',
    'clear the labels of TK-1',
  ])('are taken off: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Remove the label “Bug” from TK-1 “Login page”.');
  });

  it.each([
    'replace bug with design on TK-1',
    'change the label of TK-1 to design',
    'change the label of TK-1 from bug to design',
    'change TK-1 from bug to design',
  ])('take the place of others: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Add the label “Design” to TK-1 “Login page” and remove the label “Bug”.');
  });

  it.each([
    ['remove the design label from TK-1', 'TK-1 “Login page” does not have the label “Design”.'],
    ['change the label of TK-4 to bug', 'Say which label is to go: “replace the label … with … on …”.'],
    ['remove all labels from TK-3', 'TK-3 “Dark mode” has no label.'],
  ])('are refused with a reason: %s', (text, reason) => {
    expect(outcomeOf(text, context)).toBe(`Refuses: ${reason}`);
  });
});

describe('a label that there is not', () => {
  it.each(['label TK-3 as chocolate', 'add the label chocolate to TK-3', 'add a chocolate label to TK-3'])(
    'is offered to be made: %s',
    (text) => {
      expect(outcomeOf(text, context)).toBe('Asks: Create the label “chocolate”');
    },
  );

  it('is made and put on by the choice', () => {
    expect(outcomeOf('create a label called "chocolate" and label TK-3 as "chocolate"', context)).toBe(
      'Add the label “chocolate”. Add the label “chocolate” to TK-3 “Dark mode”.',
    );
  });
});

describe('labels of the board', () => {
  it.each([
    ['create a label called backend', 'Add the label “backend”.'],
    ['new label Urgent-ish', 'Add the label “Urgent-ish”.'],
    ['add a label "Nice to have"', 'Add the label “Nice to have”.'],
    ['create a red label called backend', 'Add the label “backend”.'],
    ['create a label backend in red', 'Add the label “backend”.'],
    ['rename the label bug to defect', 'Rename the label “Bug” to “defect”.'],
    ['turn the bug label into defect', 'Rename the label “Bug” to “defect”.'],
    ['rename the bug label to defect', 'Rename the label “Bug” to “defect”.'],
    ['make the bug label green', 'Change the colour of the label “Bug”.'],
    ['change the colour of the label bug to green', 'Change the colour of the label “Bug”.'],
    ['merge the label bug into design', 'Merge the label “Bug” into the label “Design”.'],
    ['delete the label bug', 'Delete the label “Bug”.'],
    ['delete the bug label', 'Delete the label “Bug”.'],
  ])('%s', (text, sentence) => {
    expect(outcomeOf(text, context)).toBe(sentence);
  });

  it('of one name there is one', () => {
    expect(outcomeOf('create a label bug', context)).toBe('Refuses: There is a label “Bug” already.');
  });

  it('are asked for where a card may be meant, and the choice is understood', () => {
    const named = contextOf({ Backlog: ['Fix the bug'] });
    expect(outcomeOf('delete bug', named)).toBe('Asks: The label “Bug” / TK-1 “Fix the bug”');
    expect(outcomeOf('rename bug to defect', named)).toBe('Asks: The label “Bug” / TK-1 “Fix the bug”');
    expect(outcomeOf('delete the label "Bug"', named)).toBe('Delete the label “Bug”.');
  });

  it('are not merged where the direction is not clear', () => {
    expect(outcomeOf('merge bug with design', context)).toMatch(/^Refuses/);
  });

  it('that are only nearly called so are asked for before they go', () => {
    expect(outcomeOf('delete the label desing', context)).toBe('Asks: Design');
  });

  it('do not swallow what follows into a name', () => {
    expect(outcomeOf('create a label backend and label TK-3 as design', context)).toBe(
      'Add the label “backend”. Add the label “Design” to TK-3 “Dark mode”.',
    );
    expect(outcomeOf('create a label for all the things that we never do', context)).not.toContain('Add the label');
  });
});
