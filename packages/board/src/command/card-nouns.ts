import type { Id } from '../model.js';
import { cardsWith, formOf, indexOf, readForm } from './card-index.js';
import { SURE } from './reading.js';
import type { Scene } from './scene.js';
import { trait, type Trait } from './trait.js';
import { inColumns, titleWord } from './traits.js';
import { isPlural, stem } from './typos.js';
import { normsOf, textOf, type Span } from './words.js';

export const SINGULAR: ReadonlySet<string> = new Set('card task ticket issue item story todo job one thing'.split(' '));
export const PLURAL: ReadonlySet<string> = new Set(
  'cards jobs tasks tickets issues items stories todos ones things work stuff'.split(' '),
);
const MOST_WORDS = 4;

interface Noun {
  readonly trait: Trait;
  /** Where the words end. */
  readonly to: number;
}

/** On a board of “Orders” its cards are called so. */
export function isOwnNoun({ board }: Scene, noun: string): boolean {
  const last = readForm(board.title).plain.split(' ').at(-1) ?? '';
  return isPlural(last) && (noun === last || noun === stem(last));
}

/** On a board with a column “Ideas” a card there is an idea. */
export function columnOfNoun({ board }: Scene, noun: string): Id | undefined {
  if (noun.length < 3 || isPlural(noun)) return undefined;
  const [only, ...others] = board.columns().filter(({ title }) => {
    const { plain } = readForm(title);
    return isPlural(plain) && stem(plain) === noun;
  });
  return others.length === 0 ? only?.id : undefined;
}

/** “All new orders” are the cards in “New orders”. */
export function columnNoun(scene: Scene, { from, to }: Span): Noun | null {
  for (let end = Math.min(to, from + MOST_WORDS); end > from; end -= 1) {
    const { kind, norm = '' } = scene.said.words[end - 1] ?? {};
    if (kind !== 'word' || !isPlural(norm)) continue;
    const column = scene.reader.slot('column', { from, to: end });
    if (column?.kind === 'clear' && column.sure === SURE.exact)
      return { trait: inColumns(scene, [column.value]), to: end };
  }
  return null;
}

/** “All spring cards”, “both chocolate cakes”, “every minibus”: the cards whose titles have the words, which mean nothing else. */
export function titleNouns(
  scene: Scene,
  { from, to }: Span,
  isPlain: (at: number) => boolean,
): readonly (Noun & { readonly isSingular: boolean })[] {
  const { words } = scene.said;
  const isEach = EACH.has(words[from - 1]?.norm ?? '');
  const found: (Noun & { readonly isSingular: boolean })[] = [];
  for (let end = from + 1; end <= Math.min(to, from + MOST_WORDS); end += 1) {
    const word = titleWord(scene, end - 1);
    const last = words[end - 1]?.norm ?? '';
    if (!word || !isPlain(end - 1) || PLURAL.has(last) || SINGULAR.has(last)) break;
    const next = end < to ? (words[end]?.norm ?? '') : '';
    const isNoun = PLURAL.has(next) || SINGULAR.has(next);
    if (isNoun && end === from + 1) found.push({ trait: word, to: end + 1, isSingular: SINGULAR.has(next) });
    else if (isNoun || isPlural(last) || isEach) found.push(...titled(scene, { from, to: end }, isNoun));
  }
  return found;
}

const EACH = new Set(['every', 'each']);

function titled(scene: Scene, span: Span, hasNoun: boolean): readonly (Noun & { readonly isSingular: boolean })[] {
  const { stems } = readForm(normsOf(scene.said, span).join(' '));
  if (cardsWith(indexOf(scene.context.board), stems).length === 0) return [];
  const test: Trait['test'] = (card) => stems.every((word) => formOf(card).stems.includes(word));
  const words = `with “${textOf(scene.said, span)}”`;
  return [{ trait: trait({ test, words }), to: hasNoun ? span.to + 1 : span.to, isSingular: false }];
}
