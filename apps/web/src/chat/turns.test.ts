import { describe, expect, it } from 'vitest';
import { problemOf } from '../problem';
import { createSignal } from '../ui/signal';
import type { Conversation, SentMessage } from './conversation';
import { createTurns, noteUndone, type TurnAnswer, type TurnOptions } from './turns';

type Send = TurnOptions<string>['send'];

function setup(send: Send, saved: TurnOptions<string>['saved'] = async () => null) {
  const conversation = createSignal<Conversation>([]);
  const done = { changed: [] as [string, number][], looked: 0 };
  let lastId = 0;
  const turns = createTurns<string>({
    conversation,
    newId: () => `id-${(lastId += 1)}`,
    now: () => 0,
    saved,
    send,
    changed: (changeId, change) => done.changed.push([changeId, change.seq]),
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
    const sent: { changeId: string; messages: SentMessage[] }[] = [];
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
