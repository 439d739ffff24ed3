import { expect, it } from 'vitest';
import type { Answer } from './contract';
import { sayAnswer } from './spoken-words';

const answer = (more: Partial<Answer>): Answer => ({
  message: '',
  note: '',
  change: null,
  proposal: null,
  command: null,
  ...more,
});
const item = (text: string) => ({ entity: 'card', id: 'c', text, brief: text }) as const;

it('an answer is said without the signs that only its look is made of', () => {
  const message = '## Late\n**Two** cards, `RM-1` *first*:\n\n- one\n- **two**\n\n1. then\n\n```js\nlet x;\n```';
  expect(sayAnswer(answer({ message }))).toBe('Late\nTwo cards, RM-1 first:\none\ntwo\nthen\nlet x;');
});

it('of a proposal is said how many changes wait, and for what', () => {
  const proposed = (...texts: readonly string[]) =>
    answer({
      note: 'Shall **I**?',
      proposal: {
        id: 'p',
        operations: texts.map((cardId) => ({ type: 'card.archive', cardId })),
        items: texts.map(item),
        reason: '',
        seen: '',
        state: 'waits',
        loaded: { cards: [], columns: [] },
      },
    });
  expect(sayAnswer(proposed('One.'))).toBe('1 change waits for your yes: One. Shall I?');
  expect(sayAnswer(proposed('One.', 'Two.'))).toBe('2 changes wait for your yes: One. Two. Shall I?');
});
