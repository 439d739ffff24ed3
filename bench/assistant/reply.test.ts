import { isRefusal } from '@talkan/board/refusal';
import { describe, expect, test } from 'vitest';
import { boardNamed } from './boards.ts';
import { asks, change, finds, refuses, type Expect } from './expect.ts';
import { gradeTurn } from './grade.ts';
import { replyOf } from './model/reply.ts';
import { cardId, columnId } from './script.ts';
import { move } from './steps.ts';
import { commitTo, type World } from './world.ts';

const before = boardNamed('software');

function moved(number: number): World {
  const operations = [{ type: 'card.move', cardId: cardId(number), columnId: columnId('Done') }] as const;
  const after = commitTo(before, operations, '2026-06-03T09:30:00.000Z');
  if (isRefusal(after)) throw new Error(after.message);
  return after;
}

function mark(expected: Expect, text: string, after: World = before) {
  return gradeTurn(expected, { reply: replyOf(expected, { text, before, after }), before: [before], after }).mark;
}

describe('a model’s words', () => {
  test('count for nothing where the board was changed', () => {
    expect(mark(change(move('TK-7', 'Done')), 'I cannot do that.', moved(7))).toBe('right');
    expect(mark(refuses, 'I cannot do that.', moved(7))).toBe('harmful');
    expect(mark(finds('TK-7'), 'It is TK-7.', moved(7))).toBe('harmful');
  });

  test('do no harm where a change was expected and not made', () => {
    expect(mark(change(move('TK-7', 'Done')), 'Which card do you mean?')).toBe('refused');
  });

  test('are a question where they ask and offer what is in doubt', () => {
    expect(mark(asks('Login page', 'Login API'), 'Login page or Login API?')).toBe('right');
    expect(mark(asks('Login page', 'Login API'), 'Which one?')).toBe('refused');
  });

  test('are an answer that has to name the cards, by number or by title', () => {
    expect(mark(finds('TK-7', 'TK-12'), 'TK-7 and “Memory leak in worker”.')).toBe('right');
    expect(mark(finds('TK-7', 'TK-12'), 'TK-7 and TK-13.')).toBe('harmful');
    expect(mark(finds('TK-7', 'TK-12'), 'Sorry, I cannot tell.')).toBe('refused');
    expect(mark(finds('TK-1'), 'TK-12')).toBe('harmful');
  });
});
