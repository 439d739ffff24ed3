import { textsOf } from './certain.js';
import type { Understanding } from './command.js';
import type { Said } from './words.js';

/** “Can you …?” asks for it to be done. */
const REQUEST = /(?:^| )(?:(?:can|could|would|will) (?:you|u|we)|please|pls|plz|lets)(?: |$)/u;

/**
 * “Move QA to Review?” may be a wish, or the question whether that is wise, or how it is said: it is asked which. A text keeps its question
 * mark, and is no question.
 */
export function doubtAsked({ text, words }: Said, understood: Understanding): Understanding | null {
  const end = words.findLastIndex(({ kind }) => kind !== 'sign');
  const last = words[end];
  if (!last || !words.slice(end + 1).some(({ norm }) => norm === '?')) return null;
  if (REQUEST.test(words.map(({ norm, kind }) => (kind === 'quote' ? '"' : norm)).join(' '))) return null;
  const what = tellAsked(understood);
  if (what === null) return null;
  const choices = [{ label: what, words: text.slice(0, last.end) }];
  return { kind: 'ask', question: 'Is that to be done?', asked: { before: '', after: '', choices } };
}

/** What would be done, in one sentence; `null` where nothing would be. */
function tellAsked(understood: Understanding): string | null {
  switch (understood.kind) {
    case 'change': {
      const { operations, sentences } = understood;
      const [first = '', ...more] = sentences;
      const isTextAsked = operations.flatMap(textsOf).some((text) => text.endsWith('?'));
      return isTextAsked ? null : more.length === 0 ? first : `${first} And ${more.length} more.`;
    }
    case 'undo':
    case 'redo':
      return understood.sentence;
    case 'answer':
    case 'ask':
    case 'filter':
    case 'refused':
      return null;
  }
}
