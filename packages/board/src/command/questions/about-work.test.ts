import { describe, expect, it, test } from 'vitest';
import { createBoard, snapshotOf } from '../../board.js';
import type { Card } from '../../model.js';
import type { CommandContext } from '../command.js';
import { contextOf } from '../testing/context.js';
import { told } from '../testing/said.js';
import { understand } from '../understand.js';

const LAYOUT = { Backlog: ['Tiles', 'Paint', 'Lamp', 'Sink'], Done: ['Floor'] };

/** What is said of the cards, by their numbers; nothing else is. */
function contextWith(facts: Readonly<Record<number, Partial<Card>>>): CommandContext {
  const context = contextOf(LAYOUT);
  const snapshot = snapshotOf(context.board);
  return {
    ...context,
    board: createBoard({ ...snapshot, cards: snapshot.cards.map((card) => ({ ...card, ...facts[card.number] })) }),
  };
}

const ME = { assigneeIds: ['ana'] };

describe('what to do next', () => {
  test.each<[string, Readonly<Record<number, Partial<Card>>>, string]>([
    [
      'what is due first',
      { 1: { ...ME, priority: 'urgent' }, 2: { ...ME, dueAt: '2026-11-27' }, 3: { ...ME, dueAt: '2026-11-26' } },
      'TK-3 “Lamp”: it is due tomorrow. After that: TK-2 “Paint” and TK-1 “Tiles”.',
    ],
    [
      'what is overdue',
      { 1: { ...ME, dueAt: '2026-11-26' }, 2: { ...ME, dueAt: '2026-11-20' } },
      'TK-2 “Paint”: it was due on Friday, 20 November and is overdue. After that: TK-1 “Tiles”.',
    ],
    [
      'what is most urgent where nothing is due',
      { 1: { ...ME, priority: 'low' }, 2: ME, 3: { ...ME, priority: 'high' } },
      'TK-3 “Lamp”: it has high priority. After that: TK-1 “Tiles” and TK-2 “Paint”.',
    ],
    [
      'what stands first else',
      { 2: ME, 3: ME },
      'TK-2 “Paint”: it stands first on the board. After that: TK-3 “Lamp”.',
    ],
    ['the only one', { 3: ME, 5: ME }, 'TK-3 “Lamp”: it is the only one.'],
    [
      'nothing that is blocked',
      { 1: { ...ME, dueAt: '2026-11-26', links: [{ kind: 'blocked_by', cardId: 'c4' }] }, 2: ME },
      'TK-2 “Paint”: it is the only one.',
    ],
    [
      'what is nobody’s yet where there is nothing else',
      { 1: { assigneeIds: ['ben'] }, 3: { dueAt: '2026-11-26' } },
      'You have no unfinished cards. TK-3 “Lamp” is nobody’s yet.',
    ],
  ])('is %s', (_, facts, answer) => expect(told('what should I work on next?', contextWith(facts))).toBe(answer));

  test.each(["what's next?", 'what is next', 'what should I do', 'what next', 'what to do first', 'my next card'])(
    'is asked as “%s”, too',
    (text) => expect(told(text, contextWith({ 3: ME }))).toBe('TK-3 “Lamp”: it is the only one.'),
  );

  test('is asked of others, too', () => {
    const context = contextWith({ 3: { assigneeIds: ['ben'] } });
    expect(told('what should Ben do next?', context)).toBe('TK-3 “Lamp”: it is the only one.');
  });
});

describe('who has nothing to do', () => {
  test.each(['who has nothing to do?', 'who is free', "who's idle?", 'is anybody available?', "who isn't busy"])(
    '%s',
    (text) =>
      expect(told(text, contextWith({ 1: ME, 5: { assigneeIds: ['ben'] } }))).toBe(
        'Ben Stone has no unfinished cards.',
      ),
  );

  test('may be several, or nobody', () => {
    expect(told('who is free?', contextWith({}))).toBe('You and Ben Stone have no unfinished cards.');
    expect(told('who is free?', contextWith({ 1: { assigneeIds: ['ana', 'ben'] } }))).toBe(
      'Nobody: each member has unfinished cards.',
    );
  });
});

describe('whether somebody is free', () => {
  test.each([
    ['is Ben free?', 'Ben Stone has no unfinished cards.'],
    ['does Ben have time?', 'Ben Stone has no unfinished cards.'],
    ['am I busy?', 'You have 1 unfinished card: TK-1 “Tiles”.'],
    ['do I have anything to do', 'You have 1 unfinished card: TK-1 “Tiles”.'],
  ])('%s', (text, answer) => expect(told(text, contextWith({ 1: ME, 5: { assigneeIds: ['ben'] } }))).toBe(answer));
});

describe('who has the most to do', () => {
  const context = contextWith({ 1: ME, 2: { assigneeIds: ['ben'] }, 5: { assigneeIds: ['ben'] } });

  test.each([
    ['who has the most to do?', 'You and Ben Stone, with 1 card each.'],
    ['who is the busiest?', 'You and Ben Stone, with 1 card each.'],
    ['who has the most cards?', 'Ben Stone, with 2 cards.'],
    ['who has the least cards?', 'You, with 1 card.'],
  ])('%s', (text, answer) => expect(told(text, context)).toBe(answer));
});

describe('how it stands', () => {
  const context = contextWith({
    1: { ...ME, dueAt: '2026-11-20' },
    2: { labelIds: ['bug'] },
    3: { ...ME, estimate: 3 },
    5: { assigneeIds: ['ben'], labelIds: ['bug'] },
  });

  test.each([
    [
      'summarise Backlog',
      '4 cards in “Backlog”: TK-1 “Tiles”, TK-2 “Paint”, TK-3 “Lamp” and TK-4 “Sink”. Overdue: TK-1 “Tiles”. Nobody’s yet: TK-2 “Paint”, TK-4 “Sink”.',
    ],
    ['give me an overview of done', '1 card in “Done”: TK-5 “Floor”.'],
    ['who has the most work?', 'You, with 2 cards.'],
    ['any bugs left?', 'Yes: TK-2 “Paint”.'],
    ['total points in the backlog?', 'The estimates of the cards in “Backlog” come to 3. 3 cards have no estimate.'],
  ])('%s', (text, answer) => expect(told(text, context)).toBe(answer));

  test.each([
    ['move the cards TK-1, TK-2 and TK-3 to Done', 3],
    ['reorder Backlog alphabetically', 2],
    ['reopen Floor', 0],
  ])('%s', (text, count) => {
    const understood = understand(text, context);
    expect(understood.kind === 'change' ? understood.operations.length : 0).toBe(count);
    expect(understood.kind).not.toBe('refused');
  });

  it('“them” is also one card that was spoken of, but not one of two that is left', () => {
    const spoken = (...cardIds: string[]) => ({ ...context, talk: { cardIds, asked: null } });
    expect(told('assign them to me', spoken('c4'))).toBe('Assign ana to TK-4 “Sink”.');
    expect(understand('assign them to me', spoken('c4', 'gone')).kind).toBe('refused');
  });
});
