import type { Board, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { About } from './about.js';
import type { Clause, Sentence } from './clauses.js';
import type { Names } from './names.js';
import type { Spoken, Texts } from './texts.js';
import type { Titles } from './titles.js';
import { overlaps } from './words.js';

/** What operations are held against; what is new is added as it is found. */
export interface Ground {
  readonly board: Board;
  readonly titles: Titles;
  readonly names: Names;
  readonly texts: Texts;
  readonly about: About;
  readonly now: string;
  readonly understood: { take(operation: Operation): boolean };
  /** All that the person wrote, now and before. */
  readonly sentences: readonly Sentence[];
  /** The new cards, and where they were asked for. */
  readonly created: Map<Id, Sentence>;
  /** Where cards stand that the turn has put elsewhere. */
  readonly columnOf: Map<Id, Id>;
}

/** The clauses that say what is to be done to a card; to a new one, those of the sentence that asks for it, and of what is said above a list. */
export function clausesOn({ about, created, texts }: Ground, cardId: Id): readonly Clause[] {
  const sentence = created.get(cardId);
  if (!sentence) return about.clausesOn(cardId);
  const own = about.before(sentence).filter((_, index) => index === 0 || sentence.prose === 0);
  return [...own.map((one) => withoutTexts(one, texts)), ...about.clausesOn(cardId)];
}

/** The sentences that a text on a card may come from. */
export function spokenOn({ about, created }: Ground, cardId: Id): readonly Spoken[] {
  const sentence = created.get(cardId);
  if (!sentence) return about.spokenOn(cardId);
  const isFree = ({ clauses }: Sentence) => clauses.every(({ mentions }) => mentions.length === 0);
  return about.spoken().filter((spoken) => spoken.sentence === sentence || isFree(spoken.sentence));
}

/** A sentence as one clause, without the words that became texts. */
function withoutTexts(sentence: Sentence, texts: Texts): Clause {
  const used = texts.usedOf(sentence);
  const tokens = sentence.tokens.filter((token) => !used.some((part) => overlaps(part, token)));
  const { text, cues } = sentence;
  return { from: 0, to: text.length, text, tokens, mentions: [], isVague: false, cues, sentence };
}
