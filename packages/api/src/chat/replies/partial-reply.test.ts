import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPartialReply } from './partial-reply.js';
import { messageOf, parseReply, withoutReasoning } from './reply.js';

interface Read {
  readonly said: string;
  readonly operations: readonly unknown[];
}

/** What counts in the end of what was heard. */
function read(pieces: readonly string[], isProse = false): Read {
  let said = '';
  let operations: unknown[] = [];
  const reply = createPartialReply(
    {
      said: (piece) => {
        said += piece;
      },
      operation: (raw) => operations.push(raw),
      forget: () => {
        said = '';
        operations = [];
      },
    },
    isProse,
  );
  for (const piece of pieces) reply.push(piece);
  return { said, operations };
}

/** The text cut at these places. */
function cut(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b);
  return [...places, text.length].map((end, index) => text.slice(places[index - 1] ?? 0, end));
}

const MOVE = { type: 'card.move', cardId: 'k4', columnId: 'c4' };
const RENAME = { type: 'board.rename', title: 'A "quoted" {title}] \\ \n ü 🙂' };
const REPLY = JSON.stringify({ message: 'Say "hi"\n\tto {all} 🙂', operations: [MOVE, RENAME] });

describe('an answer in JSON that is being written', () => {
  it('gives each operation as soon as it is whole, and the message as it grows', () => {
    const half = REPLY.slice(0, REPLY.indexOf('},{') + 1);
    expect(read([half]).operations).toEqual([MOVE]);
    expect(read([half.slice(0, -1)]).operations).toEqual([]);
    expect(read(['{"message": "Well, ther']).said).toBe('Well, ther');
    expect(read(['{"message": "Well\\u00', 'e']).said).toBe('Well');
    expect(read(['{"message": "Well\\u00', 'e9']).said).toBe('Wellé');
  });

  it.each([
    ['bare', REPLY],
    ['with the operations first', JSON.stringify({ operations: [MOVE, RENAME], message: 'Say' })],
    ['with spaces', JSON.stringify({ message: 'Say', operations: [MOVE] }, null, 2)],
    ['in a fence', `Here you are:\n\`\`\`json\n${REPLY}\n\`\`\`\nAnything else?`],
    ['after thinking', `<think>Maybe {"message": "no", "operations": []}? Hm.</think>\n${REPLY}`],
    ['after thinking twice', `<think>a</think><think>b</think>${REPLY}`],
    ['after thinking whose opening tag is gone', `Move it, I guess.\n</think>\n\n${REPLY}`],
    ['with prose and braces around it', `I use {braces} gladly: ${REPLY} That was it {really}.`],
    ['after a draft', `{"message": "Draft", "operations": [${JSON.stringify(RENAME)}]}\nNo, better:\n${REPLY}`],
    ['as tagged tool calls', '<tool_call>{"name": "card_move", "arguments": {"cardId": "k4"}}</tool_call>'],
  ])('is read %s as it will be read when it is whole, however it is cut', (_, text) => {
    const whole = parseReply(text);
    if (whole.kind !== 'operations') throw new Error('This is no answer.');
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (cuts) => {
        const { said, operations } = read(cut(text, cuts));
        expect(operations).toEqual(whole.operations);
        expect(said).toBe(whole.message);
      }),
    );
  });

  it('is read the same however it is cut, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\\',
        '<think>',
        '</think>',
        '<tool_call>',
        '</tool_call>',
        ' ',
      ),
      fc.constantFrom('"message"', '"operations"', '"message": "a', '"operations": [', '{"a": 1}', REPLY),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(), { maxLength: 20 }), fc.boolean(), (pieces, cuts, isProse) => {
        const text = pieces.join('');
        expect(read(cut(text, cuts), isProse)).toEqual(read([text], isProse));
      }),
    );
  });

  it('is read once, however long it is', () => {
    for (const piece of ['{', '{"', '<think>', '<tool_call>', '</think>', '```{', '"a" ', '{"message":"'])
      expect(read(Array.from({ length: 100_000 }, () => piece))).toHaveProperty('said');
  });
});

describe('an answer in words that is being written', () => {
  it.each([
    ['There are eight cards.', 'There are eight cards.'],
    ['  \n There are <b>eight</b> cards.', 'There are <b>eight</b> cards.'],
    ['<think>How many?</think>\n\nEight.', 'Eight.'],
    ['<thinking>How many? <b>Hm', ''],
    ['How many?</think>Eight.', 'Eight.'],
    ['Eight. <think>Or nine {9}?</think> Yes.', 'Eight.  Yes.'],
    ['Look: <tool_call>{"name": "a", "arguments": {}}</tool_call> So.', 'Look:  So.'],
  ])('is told as it comes, without thinking and calls: %j', (text, said) => {
    expect(read(text.split(''), true).said.trim()).toBe(said);
    expect(messageOf(parseReply(withoutReasoning(text)))).toBe(said);
  });

  it('is not told on where it goes over into what may be JSON', () => {
    expect(read(['I will: ', '{"name": "card_move"}'], true).said).toBe('I will: ');
    expect(read(['I will: ```json\n['], true).said).toBe('I will: ');
  });

  it('is not told where JSON was asked for, as it mostly leads up to that', () => {
    expect(read(['Here you are: ']).said).toBe('');
  });
});
