import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideChange } from '../decide.js';
import { isRefusal } from '../refusal.js';
import { context as deciding } from '../testing/boards.js';
import { complete } from './complete.js';
import { contextOf } from './testing/context.js';
import { understand } from './understand.js';

const context = contextOf({
  Backlog: ['Login page', 'Login API', 'Move the piano to the hall', 'Chapter 2: Done'],
  'In Progress': ['Write docs', 'Ask Ben'],
  Review: ['QA'],
  Done: ['Ship it'],
});

const ACTS =
  'add,create,move,put,rename,archive,restore,delete,assign,unassign,label,tag,set,make,mark,clear,push,postpone,block,link,tick,check,comment,note,undo,show,what is,how many,who,when,where,does,why';
const SMALL =
  'to,in,from,the,a,all,cards,card,column,and,then,with,without,except,of,on,above,below,top,bottom,first,last,second,both,it,them,that,by,due,priority,estimate,checklist,item,is,are,not,?';
const THINGS =
  'Login,login page,TK-1,TK-99,QA,qa,Backlog,Done,In Progress,review,Bug,design,Ben,ana,me,high,urgent,today,friday,3 December,4/12,next week,2,5 points,“a, b and c”,"Ship it",piano,wnie,';
const word = fc.constantFrom(
  ...[ACTS, SMALL, THINGS].flatMap((words) => words.split(',')),
  ',',
  '.',
  ';',
  ':',
  '->',
  '"',
  '(',
);
const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));

/** What ended otherwise than it says. */
function check(said: string): void {
  const understood = understand(said, context);
  switch (understood.kind) {
    case 'change': {
      const { operations, sentences } = understood;
      const decided = decideChange(context.board, operations, { ...deciding, people: new Set(['ana', 'ben']) });
      expect(isRefusal(decided) && decided.message).toBe(false);
      expect(sentences).toHaveLength(operations.length);
      return;
    }
    case 'refused':
      for (const suggestion of understood.suggestions)
        expect(understand(suggestion, context).kind, suggestion).not.toBe('refused');
      return;
    case 'ask':
      expect(understood.asked.choices.length).toBeGreaterThan(0);
      return;
    case 'undo':
    case 'redo':
    case 'filter':
    case 'answer':
  }
}

describe('whatever is said', () => {
  it('is a change that the board takes, a question with choices, an answer, or refused with what would work', () => {
    fc.assert(fc.property(text, check), { numRuns: 200 });
  });

  it('changes nothing where it says not to, or only what if', () => {
    const doubt = fc.constantFrom('don’t', 'do not', 'never', 'if we', 'should we', 'what if I', 'please don’t');
    fc.assert(
      fc.property(doubt, text, (first, rest) => {
        expect(understand(`${first} ${rest}`, context).kind).not.toBe('change');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    'add a and ',
    'add a, ',
    'move login to done and ',
    'move TK-1, ',
    'move all cards except login except ',
    'due 3/4/2026 ',
    'label Bug and Design and ',
    '"a" ',
    'what is ',
    'x',
    '9',
    '!?.,;:-',
    '👩‍👩‍👧‍👦 ',
    '\u202E\u200B',
    '- item\n',
  ])('is read to its end, however often it says %j', (piece) => {
    for (const length of [40, 200, 16_384]) {
      const said = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      check(said);
      complete(said, context);
    }
  });
});
