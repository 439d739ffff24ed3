import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standing, startEngine, type Engine, type Heard } from './testing/engine.js';
import { callsTools, chunk, deltasOf, refuses, says, saysJson, stream } from './testing/replies.js';

let engine: Engine;
beforeEach(async () => {
  engine = await startEngine({ patience: { idleMs: 10_000, turnMs: 20_000 } });
});
afterEach(() => engine.close());

const MOVE = { name: 'card_move', arguments: { cardId: 'k4', columnId: 'c4' } };
const SEARCH = { name: 'search_cards', arguments: { column: 'Review' } };
/** What was told, words in however many pieces as one. */
const kindsOf = ({ progress }: Heard) =>
  progress.map(({ kind }) => kind).filter((kind, index, all) => kind !== 'text' || all[index - 1] !== 'text');
const sent = () => engine.server.requests.map(({ body }) => body);
const modelOf = () => ({ baseUrl: engine.server.baseUrl, apiKey: '', model: 'test/model' });

/** Tokens as an endpoint tells them. */
function usage(prompt: number, completion: number, rest: object = {}): Record<string, unknown> {
  return { choices: [], usage: { prompt_tokens: prompt, completion_tokens: completion, ...rest } };
}

describe('what a turn costs', () => {
  it('is asked for, and added up over its answers', async () => {
    engine.server.script(
      stream([...deltasOf([MOVE], 'pieces'), chunk({}, 'tool_calls'), usage(100, 20, { cost: 0.25 })]),
      stream([chunk({ content: 'What else?' }), usage(1, 1), usage(130, 5, { cost: 0.5 }), chunk({}, 'stop')]),
    );
    const { result } = await engine.turn();
    expect(result).toMatchObject({ usage: { prompt: 230, completion: 25, cost: 0.75 }, rounds: 2, rung: 'tools' });
    expect(sent()[0]?.stream_options).toEqual({ include_usage: true });
  });

  it('is unknown where nothing is told that can be meant', async () => {
    engine.server.script(
      stream([chunk({ content: 'Hi' }), chunk({}, 'stop'), usage(-1, Number.NaN), { choices: [], usage: 'much' }]),
    );
    expect((await engine.turn()).result?.usage).toBeNull();
  });

  it('is kept in whole tokens, and not at all where it is beyond belief', async () => {
    engine.server.script(
      stream([...deltasOf([MOVE], 'pieces'), chunk({}, 'tool_calls'), usage(10.4, 2.5, { cost: 1e308 })]),
      stream([chunk({ content: 'What else?' }), chunk({}, 'stop'), usage(1e300, 1e300)]),
    );
    expect((await engine.turn()).result?.usage).toEqual({ prompt: 10, completion: 3, cost: null });
  });

  it('is known of a turn that fails, too', async () => {
    engine.server.script(callsTools([MOVE]), stream([chunk({ content: 'Half' })]));
    expect((await engine.turn()).failure?.facts.usage).toEqual({ prompt: 40, completion: 2, cost: null });
  });

  it.each([
    ['by name', refuses(400, 'Unrecognized request argument supplied: stream_options')],
    ['without a word', refuses(422, 'Bad request')],
  ])('is not asked for again where that was refused %s', async (_, refusal) => {
    engine.server.script(refusal, says('Hi'), says('Ho'));
    expect((await engine.turn()).result?.said).toBe('Hi');
    expect((await engine.turn()).result?.said).toBe('Ho');
    expect(sent().map((body) => body.stream_options !== undefined)).toEqual([true, false, false]);
    expect(engine.ladder.rungShown(modelOf())).toBe('tools');
  });

  it('is asked for the next time where something else was refused', async () => {
    engine.server.script(refuses(400, 'Bad request'), refuses(400, 'Bad request'), says('Hi'));
    expect((await engine.turn()).failure?.message).toContain('HTTP 400');
    expect((await engine.turn()).result?.said).toBe('Hi');
    expect(sent().map((body) => body.stream_options !== undefined)).toEqual([true, false, true]);
  });
});

describe('what a model looks up', () => {
  it('is told to the person, given to the model as data, and followed by its answer', async () => {
    engine.server.script(callsTools([SEARCH]), says('Review holds one card.'));
    const heard = await engine.turn({ said: 'Summarise Review' });
    expect(kindsOf(heard)).toEqual(['asked', 'reading', 'text']);
    expect(heard.progress[1]).toEqual({ kind: 'reading', sentence: 'Looks for cards: in “Review”.' });
    const told = sent()[1]?.messages.at(-1);
    expect(told).toMatchObject({ role: 'tool', content: expect.stringMatching(/^<board_data>[\s\S]*QA micro/) });
    expect(heard.result?.said).toBe('Review holds one card.');
  });

  it('may be mixed with changes, which are told before it', async () => {
    engine.server.script(callsTools([SEARCH, MOVE]), says('What else?'));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toEqual(['asked', 'pending', 'reading', 'text']);
    expect(sent()[1]?.messages.filter(({ role }) => role === 'tool')).toHaveLength(2);
    expect(heard.result?.stage.operations()).toHaveLength(1);
  });

  it('is looked up once, however often it is asked for, and not for ever', async () => {
    engine.server.always(callsTools([SEARCH]));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toEqual(['asked', 'reading']);
    expect(heard.failure?.message).toBe('The model went round in circles. Ask in other words. Nothing was changed.');
    expect(sent()).toHaveLength(3);
    expect(sent()[2]?.messages.at(-1)?.content).toMatch(/^You have looked this up before\.\n<board_data>/);
  });

  it('is answered with words, or the turn fails', async () => {
    engine.server.script(callsTools([SEARCH]), says(''));
    expect((await engine.turn()).failure?.message).toContain('empty answer');
  });

  it('stands among the operations of an answer in JSON, which goes on with what was found', async () => {
    engine.ladder.remember(modelOf(), 'json');
    const move = { type: 'card.move', ...MOVE.arguments };
    const search = { type: 'search_cards', ...SEARCH.arguments };
    engine.server.script(
      saysJson({ message: '', operations: [move, search] }),
      saysJson({ message: 'Review holds one card.', operations: [move] }),
    );
    const heard = await engine.turn();
    expect(kindsOf(heard)).toEqual(['asked', 'pending', 'reading', 'text']);
    expect(heard.result?.stage.operations()).toHaveLength(1);
    expect(standing(heard.progress).text).toBe('Review holds one card.');
    const told = sent()[1]?.messages.at(-1);
    expect(told).toMatchObject({ role: 'user', content: expect.stringMatching(/ready to be saved[\s\S]*QA micro/) });
  });

  it('answers also somebody who may not change the board, on every rung', async () => {
    for (const rung of ['tools', 'json_schema', 'json'] as const) {
      engine.ladder.remember(modelOf(), rung);
      engine.server.clear();
      const search = { type: 'search_cards', ...SEARCH.arguments };
      engine.server.script(
        rung === 'tools' ? callsTools([SEARCH]) : saysJson({ message: '', operations: [search] }),
        rung === 'tools' ? says('One card.') : saysJson({ message: 'One card.', operations: [] }),
      );
      const heard = await engine.turn({ role: 'viewer' });
      expect(heard.result).toMatchObject({ said: 'One card.', problems: [], rung });
      expect(kindsOf(heard)).toEqual(['asked', 'reading', 'text']);
    }
  });

  it('is all that is offered to somebody who may not change the board, and all that is done for them', async () => {
    for (const rung of ['tools', 'json_schema', 'json'] as const) {
      engine.ladder.remember(modelOf(), rung);
      engine.server.clear();
      const operations = [
        { type: 'search_cards', ...SEARCH.arguments },
        { type: 'card.move', ...MOVE.arguments },
      ];
      const both = rung === 'tools' ? callsTools([SEARCH, MOVE]) : saysJson({ message: 'Ok', operations });
      engine.server.script(both, both);
      const heard = await engine.turn({ role: 'viewer' });
      expect(kindsOf(heard)).not.toContain('pending');
      expect(heard.result?.stage.operations()).toEqual([]);
      expect(heard.result?.problems[0]).toMatch(/^Only editors/);
    }
    expect(sent()[0]?.tools?.map((tool) => tool.function.name)).toEqual(['search_cards', 'get_card', 'get_history']);
  });
});

describe('a turn that does not come to an end', () => {
  it('ends after ten answers, and nothing of it counts', async () => {
    let count = 0;
    engine.server.always((response, seen) =>
      callsTools([{ name: 'card_edit', arguments: { cardId: 'k1', title: `Title ${++count}` } }])(response, seen),
    );
    const heard = await engine.turn();
    expect(heard.failure?.message).toBe(
      'The model did not come to an end. Ask for less at a time. Nothing was changed.',
    );
    expect(sent()).toHaveLength(10);
  });
});

describe('a model that cannot be understood', () => {
  const broken = callsTools([{ name: 'card_move', arguments: '{"cardId": "k4"' }]);

  it('is asked in another form after two calls that cannot be read, and what came of them does not count', async () => {
    const both = stream([
      ...deltasOf([MOVE, { name: 'card_move', arguments: '{"cardId' }], 'whole'),
      chunk({}, 'tool_calls'),
    ]);
    engine.server.script(both, broken, saysJson({ message: 'So', operations: [] }));
    const heard = await engine.turn();
    expect(kindsOf(heard)).toEqual(['asked', 'pending', 'asked', 'text']);
    expect(standing(heard.progress)).toMatchObject({ text: 'So', operations: [] });
    expect(heard.result).toMatchObject({ rung: 'json_schema', said: 'So', rounds: 3 });
    expect(engine.ladder.rungShown(modelOf())).toBe('json_schema');
  });

  it('is asked on every rung, and the next time on the last one only', async () => {
    engine.server.always((response, seen) => (seen.body.tools ? broken : says('{"message": "Ha'))(response, seen));
    expect(engine.ladder.rungShown(modelOf())).toBeNull();
    const heard = await engine.turn();
    expect(heard.progress.map((event) => event.kind === 'asked' && event.rung)).toEqual([
      'tools',
      'json_schema',
      'json_object',
      'json',
    ]);
    expect(heard.failure).toMatchObject({ kind: 'unreadable', facts: { usage: { prompt: 320 } } });
    expect((await engine.turn()).progress).toEqual([{ kind: 'asked', model: 'test/model', rung: 'json' }]);
    expect(sent()).toHaveLength(10);
  });
});
