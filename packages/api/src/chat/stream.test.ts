import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standing, startEngine, type Engine, type Heard } from './testing/engine.js';
import type { Responder } from './testing/model-server.js';
import {
  answersWhole,
  callsTools,
  chunk,
  deltasOf,
  says,
  saysJson,
  stream,
  type CallStyle,
  type WantedCall,
} from './testing/replies.js';

let engine: Engine;
beforeEach(async () => {
  engine = await startEngine({ patience: { idleMs: 10_000, turnMs: 20_000 } });
});
afterEach(() => engine.close());

const STYLES = [
  'pieces',
  'whole',
  'null-names',
  'no-index',
  'no-ids',
  'bare',
  'zero-index',
  'object',
  'twice',
] as const;
const MOVE = { name: 'card_move', arguments: { cardId: 'k4', columnId: 'c4' } };
const CREATE = { name: 'card_create', arguments: { cardId: 'new1', columnId: 'c5', title: 'Celebrate' } };
const MOVED = 'Move RM-4 “Refine status language” from “In Progress” to “Review”.';
const CREATED = 'Add “Celebrate” to “Done”.';
const MOVE_ENTRY = { type: 'card.move', ...MOVE.arguments };
const CREATE_ENTRY = { type: 'card.create', ...CREATE.arguments };

const kindsOf = ({ progress }: Heard) => progress.map(({ kind }) => kind);

/** What was told in the end is what came of the turn, in words that claim nothing. */
function expectTold(heard: Heard, sentences: readonly string[]): void {
  const told = standing(heard.progress);
  expect(told.sentences).toEqual(sentences);
  expect(told.operations).toEqual(heard.result?.stage.operations());
}

/** Chunks, of which the later ones come only when the test has heard enough. */
function inTwo(first: readonly unknown[], then: readonly unknown[]): { responder: Responder; goOn: () => void } {
  const heard = Promise.withResolvers<void>();
  return {
    goOn: heard.resolve,
    responder: async (response, seen) => {
      await stream(first, { ending: 'hang' })(response, seen);
      await heard.promise;
      for (const item of then) response.write(`data: ${JSON.stringify(item)}\n\n`);
      response.end('data: [DONE]\n\n');
    },
  };
}

/** The pieces of two calls, each by itself. */
function piecesOfTwo(style: CallStyle): [unknown[], unknown[]] {
  const both = deltasOf([MOVE, CREATE], style);
  const { length } = deltasOf([MOVE], style);
  return [both.slice(0, length), both.slice(length)];
}

describe('calls that come slowly', () => {
  it.each(STYLES)('are told one after the other in the style %s, each when it is whole', async (style) => {
    const [move, create] = piecesOfTwo(style);
    const { responder, goOn } = inTwo(move, [...create, chunk({}, 'tool_calls')]);
    engine.server.script(responder, says('ok'));
    const heard = await engine.turn({ tell: ({ kind }) => kind === 'pending' && goOn() });
    expect(kindsOf(heard)).toEqual(['asked', 'pending', 'pending', 'text']);
    expectTold(heard, [MOVED, CREATED]);
  });

  it.each(STYLES)(
    'are told as what they ask for where one function is for everything, in the style %s',
    async (style) => {
      const calls = [MOVE_ENTRY, CREATE_ENTRY].map((fields): WantedCall => ({ name: 'use_board', arguments: fields }));
      engine.server.script(callsTools(calls, style), says('ok'));
      const heard = await engine.turn();
      expect(kindsOf(heard)).toEqual(['asked', 'pending', 'pending', 'text']);
      expectTold(heard, [MOVED, CREATED]);
    },
  );

  it('are told in their order, and once, when their pieces are mixed', async () => {
    const [move, create] = piecesOfTwo('pieces');
    const mixed = create.flatMap((part, index) => [...move.slice(index, index + 1), part]);
    const [begin, ...rest] = move;
    for (const chunks of [mixed, [begin, ...create, ...rest]]) {
      engine.server.script(stream([...chunks, chunk({}, 'tool_calls')]), says('ok'));
      const heard = await engine.turn();
      expect(kindsOf(heard)).toEqual(['asked', 'pending', 'pending', 'text']);
      expectTold(heard, [MOVED, CREATED]);
    }
  });

  it('are not taken for whole where an empty object only holds the place of the arguments', async () => {
    const call = (text: string) =>
      chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'card_move', arguments: text } }] });
    const { arguments: fields } = MOVE;
    engine.server.script(stream([call('{}'), call(JSON.stringify(fields)), chunk({}, 'tool_calls')]), says('ok'));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toEqual(['asked', 'pending', 'text']);
    expectTold(heard, [MOVED]);
  });

  it('are told again where what seemed whole went on', async () => {
    const call = (text: string) => chunk({ tool_calls: [{ index: 0, function: { arguments: text } }] });
    const chunks = [
      ...deltasOf([MOVE], 'pieces'),
      call('}'),
      ...deltasOf([MOVE, CREATE], 'pieces').slice(-9),
      chunk({}, 'tool_calls'),
    ];
    engine.server.script(stream(chunks), callsTools([MOVE]), says('ok'));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toContain('again');
    expect(standing(heard.progress).operations).toEqual(heard.result?.stage.operations());
  });

  it('add up over several answers, and what is asked for twice is told once', async () => {
    engine.server.script(callsTools([MOVE]), callsTools([MOVE, CREATE]), callsTools([CREATE]));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toEqual(['asked', 'pending', 'pending']);
    expectTold(heard, [MOVED, CREATED]);
  });

  it('are told but for those that cannot be done, of which the model hears', async () => {
    const unknown = { name: 'card_move', arguments: { cardId: 'k44', columnId: 'c4' } };
    engine.server.script(callsTools([MOVE, unknown, CREATE]), says('There is no such card.'));
    const heard = await engine.turn();
    expectTold(heard, [MOVED, CREATED]);
    expect(heard.result?.problems).toEqual(['There is no card "k44" on this board.']);
  });

  it('are told when a server that does not stream sends all at once', async () => {
    const calls = [MOVE, CREATE].map(({ name, arguments: fields }, index) => {
      return { id: `call_${index}`, type: 'function', function: { name, arguments: JSON.stringify(fields) } };
    });
    engine.server.script(answersWhole({ content: null, tool_calls: calls }, 'tool_calls'), says('ok'));
    expectTold(await engine.turn(), [MOVED, CREATED]);
  });

  it('are told to nobody who has gone', async () => {
    const leaving = new AbortController();
    const { responder } = inTwo(deltasOf([MOVE], 'pieces'), []);
    engine.server.script(responder);
    const heard = await engine.turn({
      signal: leaving.signal,
      tell: ({ kind }) => kind === 'pending' && leaving.abort(),
    });
    expect(heard.failure?.kind).toBe('aborted');
    expect(kindsOf(heard)).toEqual(['asked', 'pending']);
    await engine.server.requests[0]?.gone;
  });
});

describe('an answer that breaks off', () => {
  it('fails however much of it was told', async () => {
    const chunks = [...deltasOf([MOVE, CREATE], 'pieces')];
    const short = await startEngine({ patience: { idleMs: 1000, turnMs: 15_000 } });
    for (const [responder, kind] of [
      [stream(chunks, { ending: 'hang' }), 'timeout'],
      [stream([...chunks, chunk({}, 'length')]), 'failed'],
      [stream(chunks), 'failed'],
    ] as const) {
      short.server.script(responder);
      const heard = await short.turn();
      expect(standing(heard.progress).sentences).toEqual([MOVED, CREATED]);
      expect(heard.failure?.kind).toBe(kind);
      expect(heard.failure?.message).toContain('Nothing was changed.');
    }
    await short.close();
  });

  it('is taken back before the same is asked once more', async () => {
    const cut = stream([chunk({ content: 'Well, ' }), ...deltasOf([MOVE], 'pieces')], { ending: 'cut' });
    engine.server.script(cut, callsTools([CREATE]), says('Better.'));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toEqual(['asked', 'text', 'pending', 'again', 'pending', 'text']);
    expectTold(heard, [CREATED]);
  });

  it('ends when the turn does, where nothing but signs of life come', async () => {
    const short = await startEngine({ patience: { idleMs: 5000, turnMs: 1000 } });
    short.server.always(
      stream(
        Array.from({ length: 100 }, () => ': wait\n\n'),
        { pace: 100 },
      ),
    );
    const heard = await short.turn();
    expect(heard.failure?.message).toBe(
      'The model needed longer than 1 seconds. Ask for less at a time. Nothing was changed.',
    );
    await short.close();
  });
});

describe('an answer in JSON that comes slowly', () => {
  beforeEach(() => engine.ladder.remember({ baseUrl: engine.server.baseUrl, apiKey: '', model: 'test/model' }, 'json'));

  it('tells each operation when it is whole, and the message as it grows', async () => {
    const text = JSON.stringify({ operations: [MOVE_ENTRY, CREATE_ENTRY], message: 'Anything else to do?' });
    const half = text.indexOf('},{') + 1;
    const { responder, goOn } = inTwo(
      [chunk({ content: text.slice(0, half) })],
      [chunk({ content: text.slice(half, -8) }), chunk({ content: text.slice(-8) }), chunk({}, 'stop')],
    );
    engine.server.script(responder);
    const heard = await engine.turn({ tell: ({ kind }) => kind === 'pending' && goOn() });
    expect(kindsOf(heard)).toEqual(['asked', 'pending', 'pending', 'text', 'text']);
    expectTold(heard, [MOVED, CREATED]);
    expect(standing(heard.progress).text).toBe('Anything else to do?');
  });

  it('is told again as a whole when the model corrects it, under the ids that it had', async () => {
    const bad = { ...MOVE_ENTRY, cardId: 'k44' };
    engine.server.script(
      saysJson({ message: 'Here.', operations: [CREATE_ENTRY, bad] }),
      saysJson({ message: 'There.', operations: [CREATE_ENTRY, MOVE_ENTRY] }),
    );
    const heard = await engine.turn();
    expect(kindsOf(heard).filter((kind) => kind !== 'text')).toEqual([
      'asked',
      'pending',
      'again',
      'pending',
      'pending',
    ]);
    expectTold(heard, [CREATED, MOVED]);
    expect(standing(heard.progress).text).toBe('There.');
    const ids = heard.progress.flatMap((event) => (event.kind === 'pending' ? [event.item.id] : []));
    expect(ids[0]).toBe(ids[1]);
  });

  it('counts where the last draft of it does', async () => {
    const draft = JSON.stringify({ message: 'Draft', operations: [MOVE_ENTRY] });
    engine.server.script(
      says(`${draft}\nNo, better:\n${JSON.stringify({ message: 'So', operations: [CREATE_ENTRY] })}`),
    );
    const heard = await engine.turn();
    expectTold(heard, [CREATED]);
    expect(standing(heard.progress).text).toBe('So');
  });

  it('counts where it is the whole board', async () => {
    engine.server.script(saysJson({ message: 'Well', board_update: { columns: [{ id: 'c1', title: 'Ideas' }] } }));
    expectTold(await engine.turn(), ['Rename the column “Backlog” to “Ideas”.']);
  });

  it('is half and stays half: the model is asked again, and then understood in no way', async () => {
    engine.server.always(
      says('{"message": "Half", "operations": [{"type": "card.move", "cardId": "k4", "columnId": "c4"}'),
    );
    const heard = await engine.turn();
    expect(heard.failure?.kind).toBe('unreadable');
    expect(engine.server.requests).toHaveLength(2);
  });
});

describe('words that come slowly', () => {
  it('are told as they come, but for thinking and for what claims a change', async () => {
    const { responder, goOn } = inTwo(
      [chunk({ content: '<think>I moved it.</think>The board ' }), chunk({ content: 'has five columns. I’ve mov' })],
      [chunk({ content: 'ed RM-4 to Review. Is there more?' }), chunk({}, 'stop')],
    );
    engine.server.script(responder);
    const heard = await engine.turn({
      tell: (event) => event.kind === 'text' && event.text.includes('I’ve') && goOn(),
    });
    expect(standing(heard.progress).text).toBe('The board has five columns. I’ve … Is there more?');
    expect(heard.result?.said).toBe('The board has five columns. I’ve moved RM-4 to Review. Is there more?');
  });

  it('are told for each answer by themselves', async () => {
    engine.server.script(
      stream([chunk({ content: 'One moment.' }), ...deltasOf([MOVE], 'pieces'), chunk({}, 'tool_calls')]),
      says('What else?'),
    );
    expect(standing((await engine.turn()).progress).text).toBe('One moment.\n\nWhat else?');
  });

  it('are taken back where they turn out to be thinking', async () => {
    engine.server.script(says('Let me see, eight cards.</think>There are eight.'));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toContain('again');
    expect(standing(heard.progress).text).toBe('There are eight.');
  });
});

/** One call in pieces of this size. */
function piecesOf({ type, ...fields }: { readonly type: string }, index: number, size: number): unknown[] {
  const text = JSON.stringify(fields).match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
  const begin = { index, id: `call-${index}`, function: { name: type.replace('.', '_'), arguments: '' } };
  const pieces = text.map((piece) => ({ index, function: { arguments: piece } }));
  return [begin, ...pieces].map((part) => chunk({ tool_calls: [part] }));
}

/** The pieces of several calls in one order, that of each call kept. */
function mix(calls: readonly unknown[][], order: readonly number[]): unknown[] {
  const left = calls.map((pieces) => [...pieces]);
  const chosen = order.flatMap((one) => left[one % left.length]?.splice(0, 1) ?? []);
  return [...chosen, ...left.flat()];
}

it('tells in the end what came of the turn, whatever the model answers and however it is cut', async () => {
  const id = fc.constantFrom('k1', 'k4', 'c1', 'c4', 'new1', 'k99');
  const entry = fc.oneof(
    fc.record({ type: fc.constant('card.move'), cardId: id, columnId: id }),
    fc.record({ type: fc.constant('card.create'), cardId: id, columnId: id, title: fc.constantFrom('A', 'B "} {') }),
    fc.record({ type: fc.constant('column.rename'), columnId: id, title: fc.constantFrom('A', '') }),
    fc.record({ type: fc.constantFrom('board.rename', 'nonsense', 'search_cards'), title: fc.constant('T') }),
  );
  const words = fc.constantFrom('', 'Hello. ', 'I moved it. ', '<think>Hm.</think>', 'Maybe {so}. ', 'a</think>');
  const json = fc
    .tuple(words, fc.array(fc.array(entry, { maxLength: 3 }), { maxLength: 2 }), words)
    .map(([before, drafts, after]) =>
      [before, ...drafts.map((operations) => JSON.stringify({ message: 'Well', operations })), after].join(''),
    );
  const calls = fc
    .tuple(words, fc.array(entry, { minLength: 1, maxLength: 4 }), fc.constantFrom(...STYLES))
    .map(([text, entries, style]) => [
      chunk({ content: text }),
      ...deltasOf(
        entries.map(({ type, ...fields }): WantedCall => ({ name: type.replace('.', '_'), arguments: fields })),
        style,
      ),
      chunk({}, 'tool_calls'),
    ]);
  const mixed = fc
    .tuple(fc.array(entry, { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 30 }), fc.array(fc.nat()))
    .map(([entries, size, order]) => [
      ...mix(
        entries.map((one, index) => piecesOf(one, index, size)),
        order,
      ),
      chunk({}, 'stop'),
    ]);
  const texts = fc
    .tuple(json, fc.integer({ min: 1, max: 30 }))
    .map(([text, size]) => [
      ...(text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []).map((content) => chunk({ content })),
      chunk({}, 'stop'),
    ]);
  const answer = fc.oneof(calls, mixed, texts);
  const rung = fc.constantFrom('tools', 'json_schema', 'json');
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 3 }), rung, async (answers, rung) => {
      engine.ladder.remember({ baseUrl: engine.server.baseUrl, apiKey: '', model: 'test/model' }, rung);
      engine.server.clear();
      engine.server.script(...answers.map((chunks) => stream(chunks)));
      engine.server.always(says('Ok'));
      const heard = await engine.turn();
      const { text, operations } = standing(heard.progress);
      expect(text).not.toMatch(/moved|<think|Hm/);
      if (heard.result) expect(operations).toEqual(heard.result.stage.operations());
      told += operations.length;
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(30);
});
