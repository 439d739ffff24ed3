import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments, parseReply, withoutReasoning } from './reply.js';

describe('a text of the model', () => {
  it.each([
    ['<think>a</think>b', 'b'],
    ['<thinking>a\n</thinking>\n b', 'b'],
    ['a</think>b', 'b'],
    ['<think>never ends', ''],
    ['{"message": "about </think>"}', '{"message": "about </think>"}'],
    ['Tags like <think> are fine', 'Tags like <think> are fine'],
    ['<think>a</think><think>b</think>c', 'c'],
    ['a <think>b {}</think>c', 'a c'],
    ['{"message": "<think>a</think>"}', '{"message": "<think>a</think>"}'],
  ])('%j is read without its reasoning', (text, spoken) => {
    expect(withoutReasoning(text)).toBe(spoken);
  });

  it('is an update of the board, or null for none', () => {
    const board = { columns: [] };
    expect(parseReply(JSON.stringify({ message: 'a', board_update: board }))).toEqual({
      kind: 'board',
      message: 'a',
      board,
    });
    expect(parseReply('{"message":"a","board_update":null}')).toEqual({ kind: 'prose', message: 'a' });
    expect(parseReply(JSON.stringify({ operations: [], board_update: board }))).toMatchObject({ kind: 'board' });
    expect(parseReply('{"message":"a","board_update":"all of it"}')).toEqual({ kind: 'broken' });
    expect(parseReply('{"message":"a","operations":5}')).toEqual({ kind: 'broken' });
  });

  const move = { type: 'card_move', cardId: 'k4', columnId: 'c4' };
  const call = '{"name": "card_move", "arguments": {"cardId": "k4", "columnId": "c4"}}';
  const anything = '{"name": "use_board", "arguments": {"type": "card_move", "cardId": "k4", "columnId": "c4"}}';
  it.each([
    ['in tags', `<tool_call>${call}</tool_call>`, [move]],
    ['in tags of which the last is missing', `<tool_call>${call}</tool_call>\n<tool_call>\n${call}\n`, [move, move]],
    ['in tags, to the function for everything', `<tool_call>${anything}</tool_call>`, [move]],
    ['by itself', call, [move]],
    ['by itself, to the function for everything', anything, [move]],
    ['with parameters', call.replace('arguments', 'parameters'), [move]],
    [
      'with its arguments as text',
      JSON.stringify({ name: 'card_move', arguments: '{"cardId":"k4","columnId":"c4"}' }),
      [move],
    ],
    ['in a list', `[TOOL_CALLS][${call}, ${call}]`, [move, move]],
    ['in a fence, after words', `I will do that.\n\`\`\`json\n${call}\n\`\`\``, [move]],
    ['as an operation', JSON.stringify({ ...move, type: 'card.move' }), [{ ...move, type: 'card.move' }]],
  ])('is a call that stands in it %s', (_, text, operations) => {
    expect(parseReply(text)).toMatchObject({ kind: 'operations', operations });
  });

  it.each([
    '{"name": "Ana"}',
    '{"name": "a b", "arguments": {}}',
    '{"name": "card_move", "arguments": [1]}',
    `[${call}, `,
    `{"a": [${call}`,
    `${call}{"name"`,
  ])('is no call where it is something else: %s', (text) => expect(parseReply(text)).toEqual({ kind: 'broken' }));

  it('is found again in whatever surrounds it', () => {
    const around = fc.string().filter((text) => !/[{}<`]/.test(text));
    fc.assert(
      fc.property(around, around, fc.string({ unit: 'grapheme' }), (before, after, message) => {
        const reply = JSON.stringify({ message, operations: [{ type: 'board.rename', title: message }] });
        expect(parseReply(`${before}${reply}${after}`)).toEqual({
          kind: 'operations',
          message: message.trim(),
          operations: [{ type: 'board.rename', title: message }],
        });
      }),
    );
  });

  it.each(['{', '{"', '<think>', '<tool_call>', '</think>', '```{', '"a" ', '<think></think>'])(
    'is read to its end when it is full of %j',
    (piece) => {
      const text = piece.repeat(Math.floor(1_000_000 / piece.length));
      expect(parseReply(withoutReasoning(text))).toHaveProperty('kind');
    },
  );
});

it('reads arguments that are encoded once, twice, or not there', () => {
  expect(parseArguments('{"a":1}')).toEqual({ a: 1 });
  expect(parseArguments(JSON.stringify('{"a":1}'))).toEqual({ a: 1 });
  expect(parseArguments(' ')).toEqual({});
  expect(parseArguments('[1]')).toBeNull();
  expect(parseArguments('{"a"')).toBeNull();
});
