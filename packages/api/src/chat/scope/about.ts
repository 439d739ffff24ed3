import type { Id } from '@talkan/board/model';
import type { Clause, Sentence } from './clauses.js';
import type { Cue } from './cues.js';
import type { Spoken } from './texts.js';
import type { Names } from './names.js';
import { isEveryday } from './cues.js';
import { overlaps, type Stretch } from './words.js';

/** What a person wrote, sentence by sentence. */
export interface Talk {
  readonly said: readonly Sentence[];
  /** The messages before, the last one first. */
  readonly earlier: readonly (readonly Sentence[])[];
  readonly names: Names;
  /** The words of a sentence that became a text: no card is named by them any more. */
  readonly usedOf: (sentence: Sentence) => readonly Stretch[];
}

/** What says something about a card, or about what the turn itself adds. */
export interface About {
  /** The clauses that say what is to be done to a card. */
  clausesOn(cardId: Id): readonly Clause[];
  /** The same as sentences, for texts. */
  spokenOn(cardId: Id): readonly Spoken[];
  /** All sentences that want something done. */
  spoken(): readonly Spoken[];
  /** The sentences that a sentence goes on from: itself, and those before it back to the beginning. */
  before(sentence: Sentence): readonly Sentence[];
}

export function createAbout(talk: Talk): About {
  const { said, earlier, names, usedOf } = talk;
  const wanting = said.filter(({ wants }) => wants);
  const clauses = wanting.flatMap((sentence) => sentence.clauses);

  const mentionsIn = (clause: Clause) =>
    clause.mentions.filter((mention) => !usedOf(clause.sentence).some((used) => overlaps(used, mention)));
  const isAbout = (cardId: Id) => (clause: Clause) => mentionsIn(clause).some((mention) => mention.cardId === cardId);

  /** The clauses that “it” may stand for. */
  function antecedents(clause: Clause): readonly Clause[] {
    const all = said.flatMap((sentence) => sentence.clauses);
    const last = all.slice(0, all.indexOf(clause)).findLast(isAboutSome);
    if (last) return last.sentence === clause.sentence ? [last] : last.sentence.clauses;
    if (clauses.some(isAboutSome)) return [];
    return (
      earlier
        .map((message) => message.flatMap((sentence) => sentence.clauses))
        .find((list) => list.some(isAboutSome)) ?? []
    );
  }

  /** A card alone is to have what was said before: “RM-4 to Done. RM-5 too.” */
  function filled(clause: Clause): Clause {
    const isBare =
      clause.tokens.every(({ word }) => isEveryday(word)) &&
      names.allIn(clause.tokens).length === 0 &&
      [...clause.cues].every((cue) => cue === 'any');
    if (!isBare) return clause;
    const before = clauses.slice(0, clauses.indexOf(clause));
    const first = earlier[0]?.filter(({ wants }) => wants).flatMap((sentence) => sentence.clauses) ?? [];
    const last = (before.length > 0 ? before : first).findLast(
      ({ tokens }) => tokens.some(({ word }) => !isEveryday(word)) || names.allIn(tokens).length > 0,
    );
    return last ? { ...last, mentions: clause.mentions } : clause;
  }

  function clausesOn(cardId: Id): readonly Clause[] {
    const named = clauses.filter(isAbout(cardId)).map(filled);
    const meant = clauses.filter((clause) => !isAboutSome(clause) && antecedents(clause).some(isAbout(cardId)));
    return [...named, ...meant];
  }

  function spokenAs(sentence: Sentence, subjects: readonly Stretch[], within: Stretch): Spoken {
    return { sentence, cues: cuesOf(sentence), names: names.allIn(sentence.tokens), subjects, within };
  }

  /** Of a list, what stands above it says what it is for; what says nothing goes on from what was said before. */
  function cuesOf(sentence: Sentence): ReadonlySet<Cue> {
    const isListed = sentence.prose === 0;
    if (!isListed && sentence.cues.size > 0) return sentence.cues;
    const above = before(sentence)
      .slice(1)
      .find(({ prose, cues }) => prose > 0 && cues.size > 0);
    return above?.cues ?? (isListed ? new Set() : sentence.cues);
  }

  function before(sentence: Sentence): readonly Sentence[] {
    return wanting.slice(0, wanting.indexOf(sentence) + 1).toReversed();
  }

  return {
    clausesOn,
    before,
    spoken: () => wanting.map((sentence) => spokenAs(sentence, [], { from: 0, to: sentence.text.length })),
    spokenOn: (cardId) => {
      const on = clauses.filter(
        (clause) => isAbout(cardId)(clause) || (!isAboutSome(clause) && antecedents(clause).some(isAbout(cardId))),
      );
      const sentences = [...new Set(on.map(({ sentence }) => sentence))];
      const named = on.flatMap((clause) =>
        mentionsIn(clause).map((mention) => ({ sentence: clause.sentence, mention })),
      );
      const spoken = sentences.flatMap((sentence) => {
        const subjects = named.filter((one) => one.sentence === sentence).map(({ mention }) => mention);
        const isAlone = sentence.clauses
          .flatMap(({ mentions }) => mentions)
          .every((mention) => mention.cardId === cardId);
        const parts = isAlone
          ? [{ from: 0, to: sentence.text.length }]
          : on.filter((clause) => clause.sentence === sentence);
        return parts.map((part) => spokenAs(sentence, subjects, part));
      });
      // “Comment on RM-4:”, and the text on the lines below.
      const listed = wanting.filter((sentence) => sentence.prose === 0 && isHeadedBy(sentence, sentences, before));
      return [...spoken, ...listed.map((sentence) => spokenAs(sentence, [], { from: 0, to: sentence.text.length }))];
    },
  };
}

/** Whether it names a card, or may do so. */
function isAboutSome({ mentions, isVague }: Clause): boolean {
  return mentions.length > 0 || isVague;
}

function isHeadedBy(sentence: Sentence, heads: readonly Sentence[], before: About['before']): boolean {
  const head = before(sentence).find(({ prose }) => prose > 0);
  return head !== undefined && heads.includes(head);
}
