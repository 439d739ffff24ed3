import type { Said, Span } from './words.js';

/** Words of politeness before a request, which say nothing about it. */
const POLITE = [
  'please',
  'pls',
  'plz',
  'hey',
  'hi',
  'hello',
  'ok',
  'okay',
  'so',
  'now',
  'and',
  'then',
  'also',
  'next',
  'first',
  'finally',
  'just',
  'can you',
  'could you',
  'could you possibly',
  'would you',
  'will you',
  'you can',
  'you can now',
  'you may',
  'feel free to',
  'can u',
  'would you mind',
  'i want to',
  'i want you to',
  'i need to',
  'i need you to',
  'we need to',
  'we want to',
  'we have to',
  'i have to',
  'we would like to',
  'i would like to',
  'i would like you to',
  'id like to',
  'id like you to',
  'lets',
  'let us',
  'go ahead and',
  'make sure',
  'make sure that',
  'ensure',
  'ensure that',
  'kindly',
  'quickly',
  'talkan',
  'oops',
  'sorry',
  'wait',
  'actually',
  'whoops',
];
const AFTER = [
  'please',
  'pls',
  'plz',
  'thanks',
  'thank you',
  'thx',
  'for me',
  'now',
  'ok',
  'okay',
  'right now',
  'for now',
  'asap',
  'at the moment',
  'at present',
  'altogether',
  'in total',
];
const ASKING = new Set(
  'what whats which who whos when whens where how is are do does anything any there show list count'.split(' '),
);
const AGAIN = new Set(['again', 'yet', 'still', 'already']);
/** “Tell me who has it”, but “tell me about it”. */
const BEFORE_QUESTION = new Set(['tell me', 'let me know', 'do you know', 'any idea', 'remind me', 'i want to know']);
const SIGNS = new Set([',', '.', '!', '?', ';']);

/** The words without what is only polite. */
export function withoutPoliteness({ words }: Said, { from, to }: Span): Span {
  const phraseAt = (index: number, length: number) =>
    words
      .slice(index, index + length)
      .map(({ norm, kind }) => (kind === 'quote' ? '"' : norm))
      .join(' ');
  let [start, end] = [from, to];
  for (let again = true; again && start < end;) {
    again = false;
    for (let length = Math.min(5, end - start - 1); length >= 1; length -= 1) {
      const phrase = phraseAt(start, length);
      const isBefore = BEFORE_QUESTION.has(phrase) && ASKING.has(phraseAt(start + length, 1));
      if (!isBefore && !POLITE.includes(phrase) && !(length === 1 && SIGNS.has(phrase))) continue;
      start += length;
      again = true;
      break;
    }
  }
  for (let again = true; again && end > start;) {
    again = false;
    for (let length = Math.min(3, end - start - 1); length >= 1; length -= 1) {
      const phrase = phraseAt(end - length, length);
      // “What is overdue for me” asks for one's own.
      const isAsked = ASKING.has(phraseAt(start, 1));
      if (phrase === 'for me' && isAsked) continue;
      // “Three weeks from now” is a day.
      if (phrase === 'now' && phraseAt(end - 2, 1) === 'from') continue;
      // “When is it due again?”, but “undo it again”.
      if (!(AGAIN.has(phrase) && isAsked) && !AFTER.includes(phrase) && !(length === 1 && SIGNS.has(phrase))) continue;
      end -= length;
      again = true;
      break;
    }
  }
  return { from: start, to: end };
}

/** Whether nothing is said but “thanks” and the like. */
export function isOnlyPolite({ words }: Said, { from, to }: Span): boolean {
  const spoken = words.slice(from, to).filter(({ norm, kind }) => kind === 'quote' || !SIGNS.has(norm));
  return spoken.length > 0 && AFTER.includes(spoken.map(({ norm, kind }) => (kind === 'quote' ? '"' : norm)).join(' '));
}

const NEGATIONS =
  /^(?:do not|dont|never|no need|not|avoid|stop|please do not|cannot|cant|wont|should not|shouldnt|must not|mustnt)\b/u;
const CONDITIONS =
  /^(?:if|unless|when(?! (?:is|was|were|did|does|do|will|are|has|have|must|should)\b)|whenever|once|as soon as|in case|provided|assuming|after|before|until)\b/u;
const HYPOTHETICALS =
  /^(?:should|shall|what if|would|might|maybe|perhaps|suppose|imagine|i wonder|i think|i guess|how about|wish|i wish|what would|could we|can we|may(?! (?:does|takes|gets|should|will|owns|has|can|is|handles)\b)|do we(?! (?:already )?have\b(?! to\b))|do you think|we should|we could|someone should|somebody should)\b/u;

export type Guard = 'negation' | 'condition' | 'hypothetical';

/** What kind of sentence it is that must not be done. */
export function guardOf({ words }: Said, { from, to }: Span): Guard | null {
  const text = words
    .slice(from, to)
    .map(({ norm, kind }) => (kind === 'quote' ? '"' : norm))
    .join(' ');
  if (NEGATIONS.test(text)) return 'negation';
  if (CONDITIONS.test(text)) return 'condition';
  return HYPOTHETICALS.test(text) ? 'hypothetical' : null;
}

export const GUARDED: Readonly<Record<Guard, string>> = {
  negation: 'That says what is not to be done, so nothing is.',
  condition: 'That depends on something, and conditions are not understood here. Say what is to be done now.',
  hypothetical: 'That asks whether to do something. Say what is to be done, and it is shown before it happens.',
};
