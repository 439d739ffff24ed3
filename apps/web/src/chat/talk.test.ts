import type { Operation } from '@talkan/board/operations';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../problem';
import type { Accepted, Answer, ChatTurn, Proposal, TurnEvent } from './contract';
import { createTalk } from './talk';
import type { AcceptRequest, TalkServer, TurnRequest } from './talk-options';
import { shownTurns } from './talk-state';

const AT = '2026-01-01T00:00:00.000Z';
const ITEM = { entity: 'card', id: 'c', text: 'Archived RM-1.', brief: 'Archived.' } as const;
const ARCHIVE: Operation = { type: 'card.archive', cardId: 'c' };

const answer = (message: string, more: Partial<Answer> = {}): Answer => ({
  message,
  note: '',
  change: null,
  proposal: null,
  command: null,
  ...more,
});

function turnOf({ turnId, text }: TurnRequest, more: Partial<ChatTurn> = {}): ChatTurn {
  const nothing = {
    pasted: null,
    problem: null,
    model: 'm',
    rung: 'tools',
    tokens: null,
    cost: null,
    durationMs: 1,
  } as const;
  return { id: turnId, question: text, at: AT, state: 'answered', answer: answer('Hello.'), ...nothing, ...more };
}

type Script = (request: TurnRequest, signal: AbortSignal) => AsyncGenerator<TurnEvent>;

/** A server that keeps what it is told, and answers by a script. */
function serve(script: Script) {
  const kept = new Map<string, ChatTurn[]>();
  const seen: TurnRequest[] = [];
  const accepted: AcceptRequest[] = [];
  const answers: (Accepted | Error)[] = [];
  let asksFirst = false;
  const find = (id: string) => kept.get(id) ?? [];
  const keep = (id: string, turn: ChatTurn) =>
    kept.set(id, [...find(id).filter((other) => other.id !== turn.id), turn]);
  const server: TalkServer = {
    overview: async () => ({
      asksFirst,
      conversations: [...kept]
        .map(([id, turns]) => ({ id, title: `About ${id}`, at: AT, turns: turns.length }))
        .toReversed(),
    }),
    conversation: async (id) => ({ id, title: `About ${id}`, turns: find(id) }),
    async turn(request, signal) {
      seen.push(request);
      const { replaces, conversationId: id } = request;
      const first = find(id).findIndex((turn) => turn.id === replaces);
      if (first >= 0) kept.set(id, find(id).slice(0, first));
      return (async function* answering() {
        for await (const event of script(request, signal)) {
          if (event.kind === 'answer') keep(id, event.turn);
          yield event;
        }
      })();
    },
    rename: async () => null,
    remove: async (id) => kept.delete(id),
    setMode: async (first) => (asksFirst = first),
    async accept(request) {
      accepted.push(request);
      const next = answers.shift();
      if (next === undefined || next instanceof Error) throw next ?? new TypeError('fetch failed');
      return next;
    },
    dismiss: async () => null,
  };
  return { server, seen, keep, accepted, answers };
}

function setup(script: Script, saved: string | null = null) {
  const served = serve(script);
  const done = { committed: [] as number[], filtered: [] as unknown[], said: [] as string[], looked: 0 };
  let lastId = 0;
  const talk = createTalk({
    server: served.server,
    newId: () => `id-${(lastId += 1)}`,
    now: () => Date.parse(AT),
    isSaved: () => saved === null,
    saved: async () => saved,
    committed: ({ seq }) => done.committed.push(seq),
    filtered: (filter) => done.filtered.push(filter),
    look: () => (done.looked += 1),
    say: (words) => done.said.push(words),
    problemOf,
    pause: async () => {},
  });
  const turns = () => shownTurns(talk.state.get());
  return { ...served, talk, done, turns };
}

const ask = (text: string) => ({ text, pasted: null });

async function* greet(request: TurnRequest): AsyncGenerator<TurnEvent> {
  yield { kind: 'begun', conversationId: request.conversationId, turnId: request.turnId };
  yield { kind: 'asked', model: 'm', rung: 'tools' };
  yield { kind: 'text', text: 'Hello.' };
  yield { kind: 'answer', turn: turnOf(request), patches: null };
}

/** Says a word, and then nothing for ever. */
async function* hang(request: TurnRequest): AsyncGenerator<TurnEvent> {
  yield { kind: 'begun', conversationId: request.conversationId, turnId: request.turnId };
  yield { kind: 'text', text: 'Well' };
  await new Promise(() => {});
}

describe('a turn', () => {
  it('shows the question at once, and the answer in its place', async () => {
    const { talk, turns } = setup(greet);
    const asked = talk.ask(ask('  Hi  '));
    expect(talk.state.get().live).toMatchObject({ text: 'Hi', step: 'thinking' });
    await asked;
    expect(talk.state.get().live).toBeNull();
    expect(turns()).toMatchObject([{ question: 'Hi', answer: { message: 'Hello.' } }]);
    expect(talk.state.get().conversations).toMatchObject([{ turns: 1 }]);
  });

  it('hands on what was committed, and what the board is to be seen through', async () => {
    const change = { seq: 9, items: [ITEM], count: 1, undone: false };
    const { talk, done } = setup(async function* made(request) {
      yield { kind: 'answer', turn: turnOf(request, { answer: answer('Archived RM-1.', { change }) }), patches: [] };
    });
    await talk.ask(ask('Archive it'));
    expect(done.committed).toEqual([9]);
    expect(done.said).toEqual(['1 change done: Archived RM-1.']);
    talk.noteUndone(new Set([9]));
    expect(talk.state.get().turns[0]?.answer?.change?.undone).toBe(true);
  });

  it('is not asked while the board on the screen is not saved, and says why', async () => {
    const { talk, seen, turns } = setup(greet, 'You are offline.');
    await talk.ask(ask('Hi'));
    expect(seen).toEqual([]);
    expect(turns()).toMatchObject([{ question: 'Hi', state: 'failed', problem: 'You are offline.' }]);
  });

  it('keeps a question that did not reach the server, and asks it again as the same', async () => {
    let tries = 0;
    const { talk, seen, turns } = setup(async function* flaky(request) {
      tries += 1;
      if (tries === 1) throw new TypeError('fetch failed');
      yield* greet(request);
    });
    await talk.ask(ask('Hi'));
    const [failed] = turns();
    expect(failed).toMatchObject({ question: 'Hi', state: 'failed' });
    expect(failed?.problem).toContain('cannot be reached');
    await talk.refresh();
    expect(turns()).toHaveLength(1);
    await talk.ask({ ...ask('Hi'), turnId: failed?.id ?? '' });
    expect(seen.map(({ turnId }) => turnId)).toEqual([failed?.id, failed?.id]);
    expect(turns()).toMatchObject([{ state: 'answered' }]);
  });

  it('stops at once, keeps what had come, and shows what the server says became of it', async () => {
    const { talk, keep, turns, done } = setup(hang);
    const asked = talk.ask(ask('Move it'));
    await expect.poll(() => talk.state.get().live?.said).toBe('Well');
    const { live, id } = talk.state.get();
    talk.stop();
    expect(talk.state.get().live).toBeNull();
    expect(turns()).toMatchObject([{ state: 'stopped' }]);
    expect(talk.state.get().asides.get(live?.turnId ?? '')?.remains).toBe('Well');
    const change = { seq: 4, items: [ITEM], count: 1, undone: false };
    const request = { conversationId: id, turnId: live?.turnId ?? '', text: 'Move it' };
    keep(id, turnOf(request, { answer: answer('Archived RM-1.', { change }) }));
    await asked;
    expect(turns()).toMatchObject([{ state: 'answered', answer: { change: { seq: 4 } } }]);
    expect(done.looked).toBe(1);
  });

  it('is asked one at a time, and an empty one not at all', async () => {
    const { talk, seen } = setup(hang);
    const asked = talk.ask(ask('First'));
    await talk.ask(ask('Second'));
    talk.stop();
    await asked;
    await talk.ask(ask('   '));
    expect(seen.map(({ text }) => text)).toEqual(['First']);
  });

  it('that is asked otherwise stands in its place, and what came after it goes', async () => {
    const { talk, turns } = setup(greet);
    for (const text of ['One', 'Two', 'Three']) await talk.ask(ask(text));
    const second = turns()[1]?.id ?? '';
    const asked = talk.ask({ ...ask('Two, otherwise'), replaces: second });
    expect(turns().map(({ question }) => question)).toEqual(['One']);
    await asked;
    expect(turns().map(({ question }) => question)).toEqual(['One', 'Two, otherwise']);
  });

  it('leaves nothing in a conversation that was begun meanwhile', async () => {
    const { talk, turns } = setup(hang);
    void talk.ask(ask('Hi'));
    await expect.poll(() => talk.state.get().live?.said).toBe('Well');
    talk.begin();
    expect(talk.state.get().live).toBeNull();
    expect(turns()).toEqual([]);
  });
});

describe('conversations', () => {
  it('open with the latest one', async () => {
    const { talk, turns, keep } = setup(greet);
    keep('old', turnOf({ conversationId: 'old', turnId: 'a', text: 'Long ago' }));
    keep('new', turnOf({ conversationId: 'new', turnId: 'b', text: 'Lately' }));
    await talk.load();
    expect(talk.state.get()).toMatchObject({ id: 'new', loading: 'there' });
    expect(turns()).toMatchObject([{ question: 'Lately' }]);
    await talk.open('old');
    expect(turns()).toMatchObject([{ question: 'Long ago' }]);
  });

  it('that cannot be loaded say so, and are loaded when asked again', async () => {
    const { talk, server } = setup(greet);
    const overview = () => Promise.resolve({ asksFirst: false, conversations: [] });
    server.overview = () => Promise.reject(new TypeError('fetch failed'));
    await talk.load();
    expect(talk.state.get()).toMatchObject({ loading: 'failed' });
    expect(talk.state.get().problem).toContain('cannot be reached');
    server.overview = overview;
    await talk.load();
    expect(talk.state.get()).toMatchObject({ loading: 'there', problem: null });
  });

  it('begin anew where the open one is deleted', async () => {
    const { talk, turns } = setup(greet);
    await talk.ask(ask('Hi'));
    const { id } = talk.state.get();
    await talk.remove(id);
    expect(turns()).toEqual([]);
    expect(talk.state.get().id).not.toBe(id);
    expect(talk.state.get().conversations).toEqual([]);
  });

  it('keep their name where the server does not take another', async () => {
    const { talk, server } = setup(greet);
    await talk.ask(ask('Hi'));
    const { id } = talk.state.get();
    server.rename = () => Promise.reject(new TypeError('fetch failed'));
    await expect(talk.rename(id, 'Other')).rejects.toThrow('fetch failed');
    expect(talk.state.get().conversations).toMatchObject([{ title: `About ${id}` }]);
  });
});

describe('a proposal', () => {
  const proposal: Proposal = {
    id: 'p',
    operations: [ARCHIVE],
    items: [ITEM],
    reason: 'archive something',
    seen: 'as-it-was',
    state: 'waits',
    loaded: { cards: [], columns: [] },
  };
  const propose: Script = async function* propose(request) {
    yield { kind: 'answer', turn: turnOf(request, { answer: answer('Would.', { proposal }) }), patches: null };
  };
  const change = { seq: 4, items: [ITEM], count: 1, undone: false };
  const doneWith = (turn: ChatTurn): Accepted => ({
    kind: 'done',
    turn,
    seq: 4,
    patches: [],
    items: [ITEM],
    message: 'Archived RM-1.',
  });

  it('becomes what was done, in its own place', async () => {
    const { talk, turns, answers, done } = setup(propose);
    await talk.ask(ask('Archive it'));
    const [turn] = turns();
    if (!turn) throw new Error('There is no turn.');
    answers.push(doneWith({ ...turn, answer: answer('Archived RM-1.', { change }) }));
    expect(await talk.accept({ proposalId: 'p' })).toEqual({ kind: 'done' });
    expect(turns()).toMatchObject([{ answer: { change: { seq: 4 }, proposal: null } }]);
    expect(done.committed).toEqual([4]);
  });

  it('that got no answer is asked for again under the same change id, and another choice under another', async () => {
    const { talk, accepted } = setup(propose);
    await talk.ask(ask('Archive it'));
    const yes = { proposalId: 'p' };
    expect(await talk.accept(yes)).toMatchObject({ kind: 'problem' });
    await talk.accept(yes);
    await talk.accept({ ...yes, chosen: { operations: [], seen: 'other' } });
    const ids = accepted.map(({ changeId }) => changeId);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('that would do something else by now is there to be looked at again', async () => {
    const { talk, turns, answers, done } = setup(propose);
    await talk.ask(ask('Archive it'));
    answers.push({ kind: 'changed', proposal: { ...proposal, seen: 'as-it-is' }, problems: [], message: '', note: '' });
    expect(await talk.accept({ proposalId: 'p' })).toEqual({ kind: 'changed' });
    expect(turns()).toMatchObject([{ answer: { proposal: { seen: 'as-it-is', state: 'waits' } } }]);
    expect(done.committed).toEqual([]);
  });

  it('that is dismissed waits no longer', async () => {
    const { talk, turns } = setup(propose);
    await talk.ask(ask('Archive it'));
    expect(await talk.dismiss('p')).toBeNull();
    expect(turns()).toMatchObject([{ answer: { proposal: { state: 'dismissed' } } }]);
  });
});
