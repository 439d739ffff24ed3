import { describe, expect, it } from 'vitest';
import { fieldContext, outcomeOf } from './testing/fields.js';

const context = fieldContext();

describe('priorities', () => {
  it.each([
    'mark TK-3 as high',
    'mark TK-3 as high priority',
    'make dark mode high priority',
    'TK-3 is high priority',
    'TK-3 is high',
    'TK-3 high',
    'set TK-3 to high',
    'set the priority of TK-3 to high',
    "set TK-3's priority to high",
    'set priority high on TK-3',
    'priority of TK-3: high',
    'give TK-3 high priority',
    'prioritize TK-3 as high',
    'prioritise dark mode as high',
    'raise TK-3 to high',
    'TK-3 should be high priority',
    'make sure TK-3 is high priority',
    'TK-3 needs to be high priority',
  ])('are set: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Set the priority of TK-3 “Dark mode” to high.');
  });

  it.each([
    ['raise the priority of TK-1', 'Set the priority of TK-1 “Login page” to high.'],
    ['lower the priority of TK-1', 'Set the priority of TK-1 “Login page” to low.'],
    ['make TK-1 more urgent', 'Set the priority of TK-1 “Login page” to high.'],
    ['make TK-1 less important', 'Set the priority of TK-1 “Login page” to low.'],
    ['lower TK-2 to medium', 'Set the priority of TK-2 “Login API” to medium.'],
    ['make TK-3 top priority', 'Set the priority of TK-3 “Dark mode” to urgent.'],
    ['dark mode is urgent', 'Set the priority of TK-3 “Dark mode” to urgent.'],
    ['make TK-3 p1', 'Set the priority of TK-3 “Dark mode” to high.'],
    ['remove the priority of TK-1', 'Remove the priority of TK-1 “Login page”.'],
    ['TK-1 has no priority', 'Remove the priority of TK-1 “Login page”.'],
    ["clear TK-1's priority", 'Remove the priority of TK-1 “Login page”.'],
  ])('%s', (text, sentence) => {
    expect(outcomeOf(text, context)).toBe(sentence);
  });

  it.each([
    ['raise the priority of TK-2', 'TK-2 “Login API” has the highest priority already: urgent.'],
    ['raise the priority of TK-3', 'TK-3 “Dark mode” has no priority yet. Say which one to set.'],
    ['remove the priority of TK-3', 'TK-3 “Dark mode” has no priority.'],
    [
      'raise TK-2 to low',
      'The priority of TK-2 “Login API” is higher than that. Say “set the priority”, if it is meant.',
    ],
  ])('are refused with a reason: %s', (text, reason) => {
    expect(outcomeOf(text, context)).toBe(`Refuses: ${reason}`);
  });

  it('are asked for where none is named', () => {
    expect(outcomeOf('prioritize TK-3', context)).toBe('Asks: urgent / high / medium / low');
  });

  it.each(['set the priority of TK-3 to purple', 'set TK-3 to none', 'archive.org is urgent', 'make it urgent'])(
    'are not guessed: %s',
    (text) => {
      expect(outcomeOf(text, context)).toMatch(/^(Refuses|Asks)/);
    },
  );
});

describe('estimates', () => {
  it.each([
    'estimate TK-3 at 5',
    'estimate TK-3 at 5 points',
    'estimate dark mode: 5',
    'set the estimate of TK-3 to 5',
    "set TK-3's estimate to 5",
    'TK-3 is 5 points',
    'TK-3: 5 points',
    'give TK-3 five points',
    'TK-3 estimate 5',
    'add an estimate of 5 to TK-3',
    'story points of TK-3: 5',
    '5 points for TK-3',
    'TK-3 is worth 5 points',
  ])('are set: %s', (text) => {
    expect(outcomeOf(text, context)).toBe('Set the estimate of TK-3 “Dark mode” to 5.');
  });

  it.each([
    ['estimate TK-3 at 2.5', 'Set the estimate of TK-3 “Dark mode” to 2.5.'],
    ['increase the estimate of TK-1 by 2', 'Set the estimate of TK-1 “Login page” to 5.'],
    ['reduce the estimate of TK-1 by 1', 'Set the estimate of TK-1 “Login page” to 2.'],
    ['remove the estimate of TK-1', 'Remove the estimate of TK-1 “Login page”.'],
    ['TK-1 has no estimate', 'Remove the estimate of TK-1 “Login page”.'],
    ['reduce the estimate of TK-1 by 5', 'Refuses: TK-1 “Login page” has a smaller estimate than that.'],
    ['increase the estimate of TK-3 by 5', 'Refuses: TK-3 “Dark mode” has no estimate yet.'],
  ])('%s', (text, sentence) => {
    expect(outcomeOf(text, context)).toBe(sentence);
  });

  it('are numbers', () => {
    expect(outcomeOf('estimate TK-3 at minus 3', context)).toMatch(/^Refuses/);
    expect(outcomeOf('estimate TK-3 at many', context)).toMatch(/^Refuses/);
  });
});

describe('a sentence with a question mark', () => {
  it.each(['TK-3 urgent?', 'TK-3 is high priority?', 'TK-3 is due Friday?', 'TK-1 blocks TK-2?', 'TK-3 to Ben?'])(
    'changes nothing where no verb asks for it: %s',
    (text) => {
      expect(outcomeOf(text, context)).toMatch(/^(Refuses|Answers)/);
    },
  );

  it('is a request where one does', () => {
    expect(outcomeOf('can you make TK-3 urgent?', context)).toBe('Set the priority of TK-3 “Dark mode” to urgent.');
  });
});

describe('what follows without a verb is said of the same card', () => {
  it('in all fields', () => {
    expect(outcomeOf('make TK-3 high priority, assigned to Ben, labelled bug and due on Friday', context)).toBe(
      [
        'Set the priority of TK-3 “Dark mode” to high.',
        'Assign Ben Stone to TK-3 “Dark mode”.',
        'Add the label “Bug” to TK-3 “Dark mode”.',
        'Set the due date of TK-3 “Dark mode” to 27 Nov 2026.',
      ].join(' '),
    );
  });

  it('and nothing is done where a part of it is not understood', () => {
    expect(outcomeOf('make TK-3 high priority, assigned to Gandalf', context)).toMatch(/^Refuses/);
  });
});
