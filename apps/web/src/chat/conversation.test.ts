import { describe, expect, it } from 'vitest';
import {
  append,
  askAgain,
  CLOSED_PAGE,
  markUndone,
  messagesOf,
  parseConversation,
  serialize,
  summarize,
  updateQuestion,
  type Answer,
  type Conversation,
  type Question,
} from './conversation';

const question = (id: string, more: Partial<Question> = {}): Question => ({
  kind: 'question',
  id,
  changeId: `change-${id}`,
  text: `Question ${id}`,
  at: 0,
  state: 'answered',
  problem: null,
  ...more,
});
const answer = (id: string, more: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  id,
  text: `Answer ${id}`,
  note: '',
  at: 0,
  change: null,
  proposal: null,
  offer: null,
  ...more,
});

describe('a conversation', () => {
  it('comes back as it was kept', () => {
    const change = { seq: 7, undone: false, ...summarize([{ entity: 'card', id: 'card-1', text: 'Moved RM-1.' }]) };
    const conversation: Conversation = [question('a'), answer('b', { change })];
    expect(parseConversation(serialize(conversation))).toEqual(conversation);
  });

  it('says of a question that was waiting when the page closed that no answer came', () => {
    expect(parseConversation(serialize([question('a', { state: 'waiting' })]))).toEqual([
      question('a', { state: 'failed', problem: CLOSED_PAGE }),
    ]);
  });

  it('is empty where the storage holds anything else', () => {
    for (const text of [null, '', '{', '[]', '{"v":2,"entries":[]}', '{"v":1,"entries":{}}']) {
      expect(parseConversation(text)).toEqual([]);
    }
    expect(parseConversation('{"v":1,"entries":[null,4,{"kind":"answer"}]}')).toEqual([]);
  });

  it('lets the oldest entries go when it becomes too long, never the newest', () => {
    let conversation: Conversation = [];
    for (let index = 0; index < 250; index += 1) conversation = append(conversation, answer(`${index}`));
    expect(conversation).toHaveLength(200);
    expect(conversation.at(-1)?.id).toBe('249');

    const long = append(
      append([], answer('long', { text: 'x'.repeat(150_000) })),
      answer('longer', { text: 'x'.repeat(900_000) }),
    );
    expect(long.map((entry) => entry.id)).toEqual(['longer']);
  });

  it('keeps the first sentences of a long change and how many there were', () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ entity: 'card', id: `${index}`, text: 'Archived.' }));
    expect(summarize(items)).toMatchObject({ count: 500 });
    expect(summarize(items).items.length).toBeLessThan(100);
  });

  it('marks exactly the change that was undone', () => {
    const receipt = (seq: number) => ({ seq, undone: false, items: [], count: 0 });
    const conversation = [answer('a', { change: receipt(3) }), answer('b', { change: receipt(4) })];
    const marked = markUndone(conversation, 4);
    expect(marked.map((entry) => entry.kind === 'answer' && entry.change?.undone)).toEqual([false, true]);
    expect(markUndone(marked, 4)).toBe(marked);
  });

  it('puts a question that is asked again at the end, as another one where something was said since', () => {
    const conversation = [question('a', { state: 'failed', problem: 'Away.' }), question('b'), answer('c')];
    const asked = askAgain(conversation, 'a', 'fresh');
    expect(asked.map((entry) => entry.id)).toEqual(['b', 'c', 'a']);
    expect(asked.at(-1)).toMatchObject({ state: 'waiting', problem: null, changeId: 'fresh' });
    expect(askAgain([question('b'), question('a', { state: 'failed' })], 'a', 'fresh').at(-1)).toMatchObject({
      changeId: 'change-a',
    });
  });
});

describe('messagesOf', () => {
  it('leaves out what got no answer, and ends with the question that waits', () => {
    const conversation = [
      question('a'),
      answer('b'),
      question('c', { state: 'failed' }),
      question('d', { state: 'stopped' }),
      question('e', { state: 'waiting' }),
    ];
    expect(messagesOf(conversation)).toEqual([
      { role: 'user', content: 'Question a' },
      { role: 'assistant', content: 'Answer b' },
      { role: 'user', content: 'Question e' },
    ]);
  });

  it('starts with a question and stays within its bounds', () => {
    let conversation: Conversation = [];
    for (let index = 0; index < 40; index += 1) {
      conversation = append(conversation, question(`q${index}`, { text: 'x'.repeat(1000) }));
      conversation = append(conversation, answer(`a${index}`, { text: 'y'.repeat(1000) }));
    }
    conversation = append(conversation, question('last', { state: 'waiting' }));
    const messages = messagesOf(conversation);
    expect(messages[0]?.role).toBe('user');
    expect(messages.at(-1)?.content).toBe('Question last');
    expect(messages.length).toBeLessThanOrEqual(24);
    expect(messages.reduce((sum, message) => sum + message.content.length, 0)).toBeLessThanOrEqual(24_000);
  });

  it('sends a question that alone is longer than all bounds', () => {
    const text = 'x'.repeat(30_000);
    expect(messagesOf([question('a'), answer('b'), question('c', { text, state: 'waiting' })])).toEqual([
      { role: 'user', content: text },
    ]);
  });

  it('shortens a long message of the past, and cuts no character in two', () => {
    const told = messagesOf([
      question('a'),
      answer('b', { text: `x${'👍'.repeat(9000)}` }),
      question('c', { state: 'waiting' }),
    ]);
    expect(told[1]?.content.length).toBeLessThan(4100);
    expect(told[1]?.content.isWellFormed()).toBe(true);
  });

  it('tells that a change was undone', () => {
    const change = { seq: 3, undone: true, items: [], count: 0 };
    const told = messagesOf([question('a'), answer('b', { change })]);
    expect(told[1]?.content).toContain('undone');
  });
});

describe('updateQuestion', () => {
  it('changes that question alone', () => {
    const conversation = [question('a', { state: 'waiting' }), question('b', { state: 'waiting' })];
    const updated = updateQuestion(conversation, 'b', { state: 'failed', problem: 'Away.' });
    expect(updated[0]).toBe(conversation[0]);
    expect(updated[1]).toMatchObject({ state: 'failed', problem: 'Away.' });
  });
});
