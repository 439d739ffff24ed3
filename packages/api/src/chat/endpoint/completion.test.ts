import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAccumulator, type Completion } from './completion.js';
import { createEventReader } from './events.js';
import { parseJson } from '../replies/records.js';
import { chunk, deltasOf, type CallStyle, type WantedCall } from '../testing/replies.js';

const STYLES: readonly CallStyle[] = [
  'pieces',
  'whole',
  'null-names',
  'no-index',
  'no-ids',
  'bare',
  'zero-index',
  'object',
  'twice',
];

function accumulate(chunks: readonly unknown[]): Completion {
  const accumulator = createAccumulator();
  for (const item of chunks) accumulator.add(item);
  return accumulator.finish();
}

/** Reads bytes cut at any place, as the network delivers them. */
function readCut(bytes: Uint8Array, cuts: readonly number[]): Completion {
  const accumulator = createAccumulator();
  const events = createEventReader();
  const decoder = new TextDecoder();
  const places = [
    0,
    ...[...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b),
    bytes.length,
  ];
  const take = (data: readonly string[]) => {
    for (const item of data) if (item !== '[DONE]') accumulator.add(parseJson(item));
  };
  places.forEach((end, index) => {
    const piece = bytes.subarray(places[index - 1] ?? 0, end);
    take(events.push(decoder.decode(piece, { stream: true })));
  });
  take(events.push(decoder.decode()));
  take(events.end());
  return accumulator.finish();
}

const wantedCalls = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('card_move', 'card_create', 'column_rename'),
      arguments: fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), {
        minKeys: 1,
      }),
    }),
    { minLength: 1, maxLength: 5, selector: (call) => JSON.stringify(call) },
  )
  .map((calls): WantedCall[] => calls);

describe('the accumulator', () => {
  it('reads the same calls from every style of wire format', () => {
    fc.assert(
      fc.property(wantedCalls, fc.constantFrom(...STYLES), (calls, style) => {
        const { calls: read } = accumulate([...deltasOf(calls, style), chunk({}, 'tool_calls')]);
        expect(read.map((call) => ({ name: call.name, arguments: parseJson(call.arguments) }))).toEqual(
          calls.map((call) => ({ name: call.name, arguments: parseJson(JSON.stringify(call.arguments)) })),
        );
        expect(new Set(read.map((call) => call.id)).size).toBe(read.length);
      }),
    );
  });

  it('reads the same answer however the bytes of the stream are cut', () => {
    fc.assert(
      fc.property(
        wantedCalls,
        fc.constantFrom(...STYLES),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(), { maxLength: 40 }),
        (...[calls, style, text, lineBreak, cuts]) => {
          const chunks = [chunk({ content: text }), ...deltasOf(calls, style), chunk({}, 'tool_calls')];
          const wire = [...chunks.map((item) => `data: ${JSON.stringify(item)}`), ': keep-alive', 'data: [DONE]'];
          const bytes = new TextEncoder().encode(wire.map((line) => line + lineBreak + lineBreak).join(''));
          expect(readCut(bytes, cuts)).toEqual(accumulate(chunks));
        },
      ),
    );
  });

  it('reads events that a single line break ends', () => {
    const chunks = [chunk({ content: 'One ' }), chunk({ content: 'two' }), chunk({}, 'stop')];
    const bytes = new TextEncoder().encode(chunks.map((item) => `data:${JSON.stringify(item)}\n`).join(''));
    expect(readCut(bytes, []).text).toBe('One two');
  });

  it('reads a hundred thousand lines of an event that never ends, or a line of as many pieces, in one go', () => {
    const events = createEventReader();
    expect(events.push('data:{}\n\ndata:x\n'.concat('data:{}\n'.repeat(100_000)))).toEqual(['{}']);
    for (let piece = 0; piece < 100_000; piece++) events.push('data: no end ');
    expect(events.end()).toHaveLength(1);
  });

  it('takes an answer without a finish reason for a failure', () => {
    expect(() => accumulate([chunk({ content: 'Half an ans' })])).toThrow('cut off');
  });

  it.each(['length', 'content_filter', 'error'])('takes the finish reason %s for a failure', (reason) => {
    expect(() => accumulate([chunk({ content: 'Half' }), chunk({}, reason)])).toThrow('Nothing was changed.');
  });

  it('takes a finish reason that nobody knows for the end of an answer', () => {
    expect(accumulate([chunk({ content: 'Whole' }, 'constructor')]).text).toBe('Whole');
  });

  it('takes an error in the middle of a stream for a failure and keeps its words to itself', () => {
    const error = { error: { message: 'upstream sk-secret is overloaded', code: 502 } };
    expect(() => accumulate([chunk({ content: 'Half' }), error])).toThrow(/answered with an error/);
    expect(() => accumulate([chunk({ content: 'Half' }), error])).not.toThrow(/sk-secret/);
  });

  it('reads the function call of older servers', () => {
    const { calls } = accumulate([
      chunk({ function_call: { name: 'card_move', arguments: '{"a"' } }),
      chunk({ function_call: { arguments: ':1}' } }, 'function_call'),
    ]);
    expect(calls).toEqual([{ id: 'call_1', name: 'card_move', arguments: '{"a":1}' }]);
  });

  it('keeps reasoning apart from the text, to be given back', () => {
    const answer = accumulate([
      chunk({ reasoning_content: 'Let me ' }),
      chunk({ reasoning_content: 'think', content: '' }),
      chunk({ content: 'Hello' }, 'stop'),
    ]);
    expect(answer.text).toBe('Hello');
    expect(answer.reasoning).toEqual({ reasoning_content: 'Let me think' });
  });

  it('survives any chunk that is JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (chunks) => {
        try {
          accumulate(chunks);
        } catch (error) {
          expect((error as Error).name).toBe('ModelFailure');
        }
      }),
    );
  });

  it('survives any delta', () => {
    const delta = fc.record(
      {
        content: fc.jsonValue(),
        tool_calls: fc.jsonValue(),
        function_call: fc.jsonValue(),
        reasoning_details: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(delta), (deltas) => {
        const { text } = accumulate([...deltas.map((item) => chunk(item)), chunk({}, 'stop')]);
        expect(typeof text).toBe('string');
      }),
    );
  });
});
