import { describe, expect, it } from 'vitest';
import { problemOf } from '../problem';
import { createSignal } from '../ui/signal';
import type { Conversation } from './conversation';
import type { TurnAnswer, TurnOptions, TurnRequest } from './turn';
import { createTurns, noteUndone } from './turns';

type Send = TurnOptions<string>['send'];

function setup(send: Send, saved: TurnOptions<string>['saved'] = async () => null) {
  const conversation = createSignal<Conversation>([]);
  const done = { changed: [] as [string, number][], filtered: [] as unknown[], looked: 0 };
  let lastId = 0;
  const turns = createTurns<string>({
    conversation,
    newId: () => `id-${(lastId += 1)}`,
    now: () => 0,
    saved,
    send,
    changed: (changeId, change) => done.changed.push([changeId, change.seq]),
    filtered: (filter) => done.filtered.push(filter),
    look: () => (done.looked += 1),
    problemOf,
  });
  return { conversation, turns, done };
}

const said = (message: string, more: Partial<TurnAnswer<string>> = {}): TurnAnswer<string> => ({
  message,
  note: message,
  change: null,
  proposal: null,
  command: null,
  ...more,
});

/** Waits as a request does: for ever, or until it is stopped. */
const waitForStop: Send = (_input, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

describe('a turn', () => {
  it('puts the question and its answer in the conversation', async () => {
    const { conversation, turns } = setup(async () => said('Hello.'));
    const asked = turns.ask('  Hi  ');
    expect(conversation.get()).toMatchObject([{ kind: 'question', text: 'Hi', state: 'waiting' }]);
    await asked;
    expect(conversation.get()).toMatchObject([
      { kind: 'question', state: 'answered' },
      { kind: 'answer', text: 'Hello.', change: null, proposal: null },
    ]);
    expect(turns.phase.get()).toBe('idle');
  });

  it('hands a committed change on under the id that the question was sent with', async () => {
    const sent: string[] = [];
    const { conversation, turns, done } = setup(async ({ changeId }) => {
      sent.push(changeId);
      return said('Moved it.', {
        change: { seq: 9, patches: [], items: [{ entity: 'card', id: 'c', text: 'Moved RM-1.', brief: 'Moved.' }] },
      });
    });
    await turns.ask('Move it');
    expect(done.changed).toEqual([[sent[0], 9]]);
    expect(conversation.get().at(-1)).toMatchObject({ change: { seq: 9, undone: false, count: 1 } });
    noteUndone(conversation, 9);
    expect(conversation.get().at(-1)).toMatchObject({ change: { undone: true } });
  });

  it('is not sent while the board on the screen is not saved, and says why', async () => {
    let sent = 0;
    const { conversation, turns } = setup(
      async () => said(`${(sent += 1)}`),
      async () => 'You are offline.',
    );
    await turns.ask('Hi');
    expect(sent).toBe(0);
    expect(conversation.get()).toMatchObject([{ state: 'failed', problem: 'You are offline.' }]);
  });

  it('keeps the question when it fails, and asks it again under the same change id', async () => {
    const sent: TurnRequest[] = [];
    const { conversation, turns, done } = setup(async (input) => {
      sent.push(input);
      if (sent.length === 1) throw new TypeError('fetch failed');
      return said('Done.');
    });
    await turns.ask('Do it');
    const [question] = conversation.get();
    expect(question).toMatchObject({ text: 'Do it', state: 'failed' });
    expect(question?.kind === 'question' && question.problem).toContain('cannot be reached');
    expect(done.looked).toBe(1);
    await turns.retry(question?.id ?? '');
    expect(sent[1]).toEqual({ changeId: sent[0]?.changeId, messages: [{ role: 'user', content: 'Do it' }] });
    expect(conversation.get()).toMatchObject([{ state: 'answered' }, { text: 'Done.' }]);
  });

  it('stops when it is told to, and looks at what the board has become', async () => {
    const { conversation, turns, done } = setup(waitForStop);
    const asked = turns.ask('Hi');
    await Promise.resolve();
    expect(turns.phase.get()).toBe('thinking');
    turns.stop();
    await asked;
    expect(conversation.get()).toMatchObject([{ state: 'stopped' }]);
    expect(done.looked).toBe(1);
    expect(turns.phase.get()).toBe('idle');
  });

  it('takes one question at a time, and no empty one', async () => {
    const { conversation, turns } = setup(waitForStop);
    const asked = turns.ask('First');
    await turns.ask('Second');
    expect(conversation.get()).toHaveLength(1);
    turns.stop();
    await asked;
    await turns.ask('   ');
    expect(conversation.get()).toHaveLength(1);
  });

  it('leaves nothing of a turn that was running in a new conversation', async () => {
    const { conversation, turns } = setup(waitForStop);
    const asked = turns.ask('Hi');
    turns.reset();
    await asked;
    expect(conversation.get()).toEqual([]);
    expect(turns.phase.get()).toBe('idle');
  });
});

const offer = { asked: null, suggestions: [], filter: null, spoken: [], yes: null, walked: null };
const ITEM = { entity: 'card', id: 'c', text: 'Archived RM-1.', brief: 'Archived.' };

describe('what the board answers by itself', () => {
  it('is remembered by the cards that it was about, for what is said next', async () => {
    const sent: TurnRequest[] = [];
    const { turns } = setup(async (request) => {
      sent.push(request);
      return said('Moved.', { command: { ...offer, spoken: ['c1', 'c2'] } });
    });
    await turns.ask('Move both');
    await turns.ask('Move them on');
    expect(sent.map(({ spoken }) => spoken)).toEqual([undefined, ['c1', 'c2']]);
  });

  it('says of the receipts of what was undone in words that it was, and the other way round', async () => {
    const walk = (undone: boolean) => ({ ...offer, walked: { seq: 3, from: 2, undone } });
    const change = (seq: number) => ({ change: { seq, patches: [], items: [] }, command: offer });
    const answers = [
      said('One.', change(2)),
      said('Two.', change(3)),
      said('Undone.', { ...change(4), command: walk(true) }),
      said('Redone.', { ...change(5), command: walk(false) }),
    ];
    const { conversation, turns } = setup(async () => answers.shift() ?? said(''));
    const undone = () => conversation.get().flatMap((entry) => (entry.kind === 'answer' ? [entry.change?.undone] : []));
    for (const text of ['one', 'two', 'undo']) await turns.ask(text);
    expect(undone()).toEqual([true, true, false]);
    await turns.ask('redo');
    expect(undone()).toEqual([false, false, false, false]);
  });

  it('is shown through its filter', async () => {
    const { turns, done } = setup(async () => said('Shown.', { command: { ...offer, filter: { due: ['overdue'] } } }));
    await turns.ask('Show what is overdue');
    expect(done.filtered).toEqual([{ due: ['overdue'] }]);
  });
});

describe('a proposal', () => {
  const proposed = said('Would archive.', { proposal: { items: [ITEM] }, command: { ...offer, yes: 'f00' } });
  const made = said('Archived.', { change: { seq: 4, patches: [], items: [ITEM] }, command: offer });

  it('is done in its own place by a yes to the question that it answers', async () => {
    const sent: TurnRequest[] = [];
    const { conversation, turns, done } = setup(async (request) => {
      sent.push(request);
      return request.confirmed === undefined ? proposed : made;
    });
    await turns.ask('Archive it');
    await turns.ask('And this');
    const [, first] = conversation.get();
    expect(await turns.accept(first?.id ?? '')).toBeNull();
    expect(sent.at(-1)).toMatchObject({ confirmed: 'f00', messages: [{ role: 'user', content: 'Archive it' }] });
    expect(conversation.get()).toMatchObject([{}, { change: { seq: 4 }, proposal: null }, {}, { proposal: {} }]);
    expect(done.changed).toEqual([[sent.at(-1)?.changeId, 4]]);
  });

  it('that could not be asked for stays, and is asked for again under the same change id', async () => {
    const sent: TurnRequest[] = [];
    const { conversation, turns, done } = setup(async (request) => {
      sent.push(request);
      if (sent.length === 2) throw new TypeError('fetch failed');
      return request.confirmed === undefined ? proposed : made;
    });
    await turns.ask('Archive it');
    const id = conversation.get().at(-1)?.id ?? '';
    expect(await turns.accept(id)).toContain('cannot be reached');
    expect(conversation.get().at(-1)).toMatchObject({ offer: { yes: 'f00' } });
    expect([done.looked, turns.phase.get()]).toEqual([1, 'idle']);
    expect(await turns.accept(id)).toBeNull();
    expect(sent[2]?.changeId).toBe(sent[1]?.changeId);
  });

  it('that is turned down can no longer be accepted', async () => {
    let sent = 0;
    const { conversation, turns } = setup(async () => {
      sent += 1;
      return proposed;
    });
    await turns.ask('Archive it');
    const id = conversation.get().at(-1)?.id ?? '';
    turns.decline(id);
    expect(await turns.accept(id)).toBeNull();
    expect(sent).toBe(1);
    expect(conversation.get().at(-1)).toMatchObject({ proposal: { count: 1 }, offer: { yes: null } });
  });
});
