import type { Asked } from './command.js';
import { readForm } from './card-index.js';
import { fold } from './words.js';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const AROUND = /^(?:please |the |i mean |i meant |no,? |it is |its |that is |thats )+|(?: one| please|[.!?])+$/gu;

/**
 * The command again where a text answers the question that was asked about it: by the number or the words of a choice, by its place, or
 * by words that only one of the choices has. `null`: it is something else.
 */
export function answerAsked({ before, after, choices }: Asked, text: string): string | null {
  const answer = fold(text).replace(AROUND, '').replace(AROUND, '').trim();
  if (answer === '') return null;
  const chosen = (index: number) => {
    const choice = choices[index];
    return choice ? `${before}${choice.words}${after}` : null;
  };
  const plain = readForm(answer).plain;
  const exact = choices.findIndex(
    ({ label, words }) => readForm(label).plain === plain || readForm(words).plain === plain,
  );
  if (exact >= 0) return chosen(exact);
  const place = answer === 'last' ? choices.length - 1 : ORDINALS.indexOf(answer);
  if (place >= 0) return chosen(place);
  if (/^\d{1,2}$/u.test(answer) && Number(answer) >= 1 && Number(answer) <= choices.length)
    return chosen(Number(answer) - 1);
  if (choices.length === 1 && /^(?:yes|y|yep|yeah|sure|ok|okay|right|correct)$/u.test(answer)) return chosen(0);
  const { stems } = readForm(answer);
  const having = choices.flatMap(({ label }, index) => {
    const words = new Set(readForm(label).stems);
    return stems.every((word) => words.has(word)) ? [index] : [];
  });
  const [only, ...others] = having;
  return only !== undefined && others.length === 0 ? chosen(only) : null;
}
